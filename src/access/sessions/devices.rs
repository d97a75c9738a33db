//! The sessions of one account, as its owner sees them: devices.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;

use crate::access::{Erasing, SignedIn};
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, SessionId};
use crate::platform::vault::columns::DEVICE_NAME;
use crate::platform::vault::{Sealed, Vault};
use crate::schema::{accounts, sessions};

/// A device that is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = CopiedDevice)]
pub struct Device {
    /// By which it is named.
    pub session_id: SessionId,
    /// What the person called it.
    #[serde(rename = "device_name")]
    #[schema(example = "Ada's phone")]
    name: Option<String>,
    /// The network it signed in from, coarsely.
    #[schema(example = "192.0.2.0/24")]
    address: String,
    #[serde(serialize_with = "instant::millis")]
    created_at: DateTime<Utc>,
    /// To about ten minutes.
    #[serde(serialize_with = "instant::millis")]
    last_seen_at: DateTime<Utc>,
}

/// How many devices one account has at once.
const MOST: usize = 20;

/// The live sessions of the caller, the last used first.
pub fn live_of(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Device>> {
    let key = who.vault().key_for(conn, who.account())?;
    let rows: Vec<Row> = sessions::table
        .inner_join(accounts::table)
        .filter(sessions::account_id.eq(who.account()))
        .filter(live!(who.at()))
        .order((sessions::last_seen_at.desc(), sessions::id.desc()))
        .select((
            sessions::id,
            sessions::device_name,
            sessions::address,
            sessions::created_at,
            sessions::last_seen_at,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(session, name, address, created_at, last_seen_at)| {
            let name = name.map(|name| key.open_text(DEVICE_NAME, session.0.as_bytes(), &name));
            Ok(Device {
                session_id: session,
                name: name.transpose()?,
                address,
                created_at: created_at.into(),
                last_seen_at: last_seen_at.into(),
            })
        })
        .collect()
}

type Row = (SessionId, Option<Sealed>, String, At, At);

/// How many of the sessions of one network are looked at to recognise a device.
const REMEMBERED: i64 = 100;

/// Whether `account` has been signed in before, but never from this network on a device of this name:
/// then its owner should hear of it.
pub fn is_strange(
    conn: &mut Conn,
    vault: &Vault,
    account: AccountId,
    name: Option<&str>,
    address: &str,
) -> DbResult<bool> {
    let of_account = sessions::table.filter(sessions::account_id.eq(account));
    let near: Vec<(SessionId, Option<Sealed>)> = of_account
        .filter(sessions::address.eq(address))
        .order(sessions::created_at.desc())
        .select((sessions::id, sessions::device_name))
        .limit(REMEMBERED)
        .load(conn)?;
    if near.is_empty() {
        let other: Option<SessionId> = of_account.select(sessions::id).first(conn).optional()?;
        return Ok(other.is_some());
    }
    let key = vault.key_of(conn, account)?;
    for (session, sealed) in near {
        let known = match (&sealed, &key) {
            (Some(sealed), Some(key)) => {
                Some(key.open_text(DEVICE_NAME, session.0.as_bytes(), sealed)?)
            }
            (Some(_), None) => continue,
            (None, _) => None,
        };
        if known.as_deref() == name {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The live sessions of `account`, the last used first.
pub fn live_ids(
    conn: &mut Conn,
    account: AccountId,
    now: DateTime<Utc>,
) -> DbResult<Vec<SessionId>> {
    Ok(sessions::table
        .inner_join(accounts::table)
        .filter(sessions::account_id.eq(account))
        .filter(live!(now))
        .order((sessions::last_seen_at.desc(), sessions::id.desc()))
        .select(sessions::id)
        .load(conn)?)
}

/// Ends the least recently used sessions of `account`, so that it may have one more; how many.
pub fn make_room(conn: &mut Conn, account: AccountId, now: DateTime<Utc>) -> DbResult<usize> {
    let mut ended = 0;
    for session in live_ids(conn, account, now)?.into_iter().skip(MOST - 1) {
        end(conn, account, session, now)?;
        ended += 1;
    }
    Ok(ended)
}

/// Ends one session of `account`: its access and refresh tokens are refused from the next request
/// on. `None` when it has no such session, `false` when that had ended before.
pub fn end(
    conn: &mut Conn,
    account: AccountId,
    session: SessionId,
    now: DateTime<Utc>,
) -> DbResult<Option<bool>> {
    let own = sessions::id
        .eq(session)
        .and(sessions::account_id.eq(account));
    let ended = diesel::update(sessions::table.filter(own))
        .filter(sessions::revoked_at.is_null())
        .set(sessions::revoked_at.eq(At::from(now)))
        .execute(conn)?;
    if ended == 1 {
        return Ok(Some(true));
    }
    let known: Option<SessionId> = sessions::table
        .filter(own)
        .select(sessions::id)
        .first(conn)
        .optional()?;
    Ok(known.map(|_| false))
}

/// Whose `session` is, alive or not.
pub fn owner(conn: &mut Conn, session: SessionId) -> DbResult<Option<AccountId>> {
    Ok(sessions::table
        .find(session)
        .select(sessions::account_id)
        .first(conn)
        .optional()?)
}

/// Ends every session of `account` but `kept`; how many.
pub fn end_others(
    conn: &mut Conn,
    account: AccountId,
    kept: SessionId,
    now: DateTime<Utc>,
) -> DbResult<usize> {
    Ok(diesel::update(sessions::table)
        .filter(sessions::account_id.eq(account))
        .filter(sessions::id.ne(kept))
        .filter(sessions::revoked_at.is_null())
        .set(sessions::revoked_at.eq(At::from(now)))
        .execute(conn)?)
}

/// Ends every session of `account`; how many.
pub fn end_all(conn: &mut Conn, account: AccountId, now: DateTime<Utc>) -> DbResult<usize> {
    Ok(diesel::update(sessions::table)
        .filter(sessions::account_id.eq(account))
        .filter(sessions::revoked_at.is_null())
        .set(sessions::revoked_at.eq(At::from(now)))
        .execute(conn)?)
}

/// Forgets every session of an account that is being erased.
pub fn forget_all(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    let theirs = sessions::account_id.eq(gone.account());
    diesel::delete(sessions::table.filter(theirs)).execute(conn)?;
    Ok(())
}

/// Forgets the sessions that would have ended before `before`, however much they were used.
pub fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let ended = sessions::expires_at.lt(At::from(before));
    Ok(diesel::delete(sessions::table.filter(ended)).execute(conn)?)
}
