//! The table `push_subscriptions`.

use chrono::{DateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{Subscription, Target};
use crate::access::{Erasing, SignedIn, sessions};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, SessionId, SubscriptionId};
use crate::platform::vault::columns::PUSH_TARGET;
use crate::platform::vault::{DataKey, Sealed, Vault};
use crate::schema::push_subscriptions;

#[derive(Queryable, Selectable)]
#[diesel(table_name = push_subscriptions)]
struct Row {
    id: SubscriptionId,
    account_id: AccountId,
    session_id: SessionId,
    target: Sealed,
    push_key: i16,
    created_at: At,
    renewed_at: At,
}

impl Row {
    fn open(self, key: &DataKey) -> DbResult<Subscription> {
        let target = key.open(PUSH_TARGET, self.id.0.as_bytes(), &self.target)?;
        let target = serde_json::from_slice(&target);
        Ok(Subscription {
            id: self.id,
            session: self.session_id,
            target: target.map_err(|_| DbError::corrupt("push subscription", self.id))?,
            push_key: self.push_key,
            created_at: self.created_at.into(),
            renewed_at: self.renewed_at.into(),
        })
    }
}

/// The devices of `account` that are told something now, and whether each is behind the bridge.
pub fn live(
    conn: &mut Conn,
    account: AccountId,
    now: DateTime<Utc>,
) -> DbResult<Vec<(SubscriptionId, bool)>> {
    let all: Vec<(SubscriptionId, SessionId, bool)> = push_subscriptions::table
        .filter(push_subscriptions::account_id.eq(account))
        .order(push_subscriptions::id)
        .select((
            push_subscriptions::id,
            push_subscriptions::session_id,
            push_subscriptions::bridge,
        ))
        .load(conn)?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let signed_in = sessions::live_ids(conn, account, now)?;
    let live = all
        .into_iter()
        .filter(|(_, session, _)| signed_in.contains(session));
    Ok(live.map(|(id, _, bridge)| (id, bridge)).collect())
}

/// The device with this name, when its session lives.
pub fn find_live(
    conn: &mut Conn,
    vault: &Vault,
    (account, id): (AccountId, SubscriptionId),
    now: DateTime<Utc>,
) -> DbResult<Option<Subscription>> {
    let row: Option<Row> = push_subscriptions::table
        .find(id)
        .filter(push_subscriptions::account_id.eq(account))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    let (Some(row), Some(key)) = (row, vault.key_of(conn, account)?) else {
        return Ok(None);
    };
    let signed_in = sessions::live_ids(conn, account, now)?;
    let row = Some(row).filter(|row| signed_in.contains(&row.session_id));
    row.map(|row| row.open(&key)).transpose()
}

/// The caller's devices that are told something, the oldest first.
pub fn subscriptions_of(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Subscription>> {
    let rows: Vec<Row> = push_subscriptions::table
        .filter(push_subscriptions::account_id.eq(who.account()))
        .order(push_subscriptions::id)
        .select(Row::as_select())
        .load(conn)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = who.vault().key_for(conn, who.account())?;
    let signed_in = sessions::live_ids(conn, who.account(), who.at())?;
    let live = rows
        .into_iter()
        .filter(|row| signed_in.contains(&row.session_id));
    live.map(|row| row.open(&key)).collect()
}

/// Whose device this is already, and which; `None` where it is new, or its owner's key was destroyed.
pub fn known(
    conn: &mut Conn,
    vault: &Vault,
    target: &Target,
) -> DbResult<Option<(AccountId, Subscription)>> {
    let row: Option<Row> = push_subscriptions::table
        .filter(push_subscriptions::target_index.eq(index(vault, target)))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    let Some(row) = row else {
        return Ok(None);
    };
    let (account, key) = (row.account_id, vault.key_of(conn, row.account_id)?);
    let opened = key.map(|key| row.open(&key)).transpose()?;
    Ok(opened.map(|subscription| (account, subscription)))
}

fn index(vault: &Vault, target: &Target) -> String {
    vault.index(PUSH_TARGET, &target.name())
}

/// Forgets what stands in the way of `target` on the caller's session: who had the device before, and where the session
/// was reached before.
pub fn make_way(conn: &mut Conn, who: &SignedIn, target: &Target) -> DbResult<()> {
    let same = push_subscriptions::target_index.eq(index(who.vault(), target));
    let here = push_subscriptions::session_id
        .eq(who.session())
        .and(push_subscriptions::bridge.eq(target.is_bridge()));
    diesel::delete(push_subscriptions::table.filter(same.or(here))).execute(conn)?;
    Ok(())
}

/// Adds a device; `false` when another request did so meanwhile.
pub fn add(
    conn: &mut Conn,
    who: &SignedIn,
    (id, created_at): (SubscriptionId, DateTime<Utc>),
    target: &Target,
    push_key: i16,
) -> DbResult<bool> {
    let key = who.vault().key_for(conn, who.account())?;
    let written = serde_json::to_vec(target);
    let written = written.map_err(|_| DbError::corrupt("push subscription", id))?;
    let insert = diesel::insert_into(push_subscriptions::table)
        .values((
            push_subscriptions::id.eq(id),
            push_subscriptions::account_id.eq(who.account()),
            push_subscriptions::session_id.eq(who.session()),
            push_subscriptions::bridge.eq(target.is_bridge()),
            push_subscriptions::target_index.eq(index(who.vault(), target)),
            push_subscriptions::target.eq(key.seal(PUSH_TARGET, id.0.as_bytes(), &written)?),
            push_subscriptions::push_key.eq(push_key),
            push_subscriptions::created_at.eq(At::from(created_at)),
            push_subscriptions::renewed_at.eq(At::from(who.at())),
        ))
        .on_conflict(push_subscriptions::target_index)
        .do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

/// Waits for whatever else ends a device of `account`: who ends the last one must know. SQLite has one writer.
pub fn lock(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    let theirs = push_subscriptions::table
        .filter(push_subscriptions::account_id.eq(account))
        .order(push_subscriptions::id)
        .select(push_subscriptions::id);
    if let Conn::Pg(conn) = conn {
        theirs.for_update().load::<SubscriptionId>(conn)?;
    }
    Ok(())
}

/// Forgets a device of `account`; whether there was one.
pub fn remove(conn: &mut Conn, account: AccountId, id: SubscriptionId) -> DbResult<bool> {
    let theirs = push_subscriptions::table
        .find(id)
        .filter(push_subscriptions::account_id.eq(account));
    Ok(diesel::delete(theirs).execute(conn)? == 1)
}

/// Forgets every device of an account that is being erased.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    let theirs = push_subscriptions::account_id.eq(gone.account());
    diesel::delete(push_subscriptions::table.filter(theirs)).execute(conn)?;
    Ok(())
}

/// How many browsers have subscribed to each key.
pub fn of_keys(conn: &mut Conn) -> DbResult<Vec<(i16, i64)>> {
    Ok(push_subscriptions::table
        .filter(push_subscriptions::bridge.eq(false))
        .group_by(push_subscriptions::push_key)
        .select((push_subscriptions::push_key, count_star()))
        .load(conn)?)
}
