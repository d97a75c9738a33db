//! The grants: who is let into which diary. A grant that ended keeps its row.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{next_number, terms};
use crate::access::{Access, InTrust, Inspect, Join, Leave, Manage, Right, SealedName, SignedIn};
use crate::access::{sealed_name, with_author};
use crate::circle::model::{Addressee, ChangedMember, Member, Terms};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::AccountId;
use crate::platform::vault::Vault;
use crate::schema::grants;

#[derive(Queryable, Selectable)]
#[diesel(table_name = grants)]
struct GrantRow {
    account_id: AccountId,
    level: i16,
    relation: i16,
    version: i32,
    may_see_flags: bool,
    let_in_by: Option<AccountId>,
    created_at: At,
    change_no: i64,
}

impl GrantRow {
    fn of(self, name: &SealedName, vault: &Vault) -> DbResult<Member> {
        Ok(Member {
            account: self.account_id,
            display_name: name.open(vault, self.account_id)?,
            terms: terms((self.level, self.relation))
                .ok_or_else(|| DbError::corrupt("grant of", self.account_id))?,
            may_see_flags: self.may_see_flags,
            let_in_by: self.let_in_by,
            since: self.created_at.into(),
            version: self.version,
            change: self.change_no,
        })
    }
}

/// The grants of one patient that hold.
macro_rules! active {
    ($key:expr) => {
        grants::patient_key
            .eq($key.0)
            .and(grants::revoked_at.is_null())
    };
}

/// The circle: at most `limit` members, of those after `after` in the order of their ids.
pub fn list(
    conn: &mut Conn,
    access: &Access<Inspect>,
    after: Option<AccountId>,
    limit: usize,
) -> DbResult<Vec<Member>> {
    let mut query = with_author!(grants::table)
        .filter(active!(access.key()))
        .order(grants::account_id)
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select((GrantRow::as_select(), sealed_name()))
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(grants::account_id.gt(after));
    }
    let rows: Vec<(GrantRow, SealedName)> = query.load(conn)?;
    let vault = access.who().vault();
    rows.into_iter()
        .map(|(row, name)| row.of(&name, vault))
        .collect()
}

/// One member. A caller who may not see every member must only ask for themselves.
pub fn find(
    conn: &mut Conn,
    access: &Access<impl Right>,
    account: AccountId,
) -> DbResult<Option<Member>> {
    let found: Option<(GrantRow, SealedName)> = with_author!(grants::table)
        .filter(active!(access.key()))
        .filter(grants::account_id.eq(account))
        .select((GrantRow::as_select(), sealed_name()))
        .first(conn)
        .optional()?;
    let vault = access.who().vault();
    found.map(|(row, name)| row.of(&name, vault)).transpose()
}

/// Every member that was changed, or is gone, since the change with the number `after`.
pub fn changed(
    conn: &mut Conn,
    access: &Access<Inspect>,
    after: i64,
) -> DbResult<Vec<ChangedMember>> {
    let rows: Vec<(GrantRow, Option<At>, SealedName)> = with_author!(grants::table)
        .filter(grants::patient_key.eq(access.key().0))
        .filter(grants::change_no.gt(after))
        .order(grants::account_id)
        .select((GrantRow::as_select(), grants::revoked_at, sealed_name()))
        .load(conn)?;
    let vault = access.who().vault();
    rows.into_iter()
        .map(|(row, revoked_at, name)| {
            Ok(ChangedMember {
                account: row.account_id,
                change: row.change_no,
                member: match revoked_at {
                    Some(_) => None,
                    None => Some(row.of(&name, vault)?),
                },
            })
        })
        .collect()
}

/// As what the others in the circle were let in, and not who they are: for a member who was
/// invited, and asks before accepting.
pub fn who_else(conn: &mut Conn, who: &SignedIn, invitation: &Addressee) -> DbResult<Vec<Terms>> {
    let rows: Vec<(i16, i16)> = grants::table
        .filter(active!(invitation.key))
        .filter(grants::account_id.ne(who.account()))
        .order((grants::level.desc(), grants::relation))
        .select((grants::level, grants::relation))
        .load(conn)?;
    rows.into_iter()
        .map(|codes| terms(codes).ok_or_else(|| DbError::corrupt("grant to", invitation.patient)))
        .collect()
}

/// How many there are in the circle.
pub fn count(conn: &mut Conn, access: &Access<Manage>) -> DbResult<i64> {
    Ok(grants::table
        .filter(active!(access.key()))
        .count()
        .get_result(conn)?)
}

/// Lets the caller in on the terms of their invitation, from who sent it, whether they were in before
/// or not.
pub fn put(conn: &mut Conn, access: &Access<Join>, from: Option<AccountId>) -> DbResult<()> {
    let standing = access.standing();
    let terms = (
        grants::level.eq(standing.level().code()),
        grants::relation.eq(standing.relation().code()),
        grants::created_at.eq(At::from(access.at())),
        // What the patient allowed before was allowed on other terms.
        grants::may_see_flags.eq(false),
        grants::let_in_by.eq(from),
        grants::change_no.eq(next_number(conn, access.key())?),
    );
    let row = (
        grants::patient_key.eq(access.key().0),
        grants::account_id.eq(access.by()),
        grants::version.eq(1),
        terms,
    );
    let upsert = diesel::insert_into(grants::table)
        .values(row)
        .on_conflict((grants::patient_key, grants::account_id))
        .do_update()
        .set((
            terms,
            grants::version.eq(grants::version + 1),
            grants::revoked_at.eq(None::<At>),
        ));
    on_each!(conn, |c| upsert.execute(c))?;
    Ok(())
}

/// Changes the terms of one member, who thereby has a new version.
pub fn change(
    conn: &mut Conn,
    access: &Access<Manage>,
    account: AccountId,
    (terms, may_see_flags): (Terms, bool),
) -> DbResult<()> {
    let number = next_number(conn, access.key())?;
    diesel::update(grants::table)
        .filter(active!(access.key()))
        .filter(grants::account_id.eq(account))
        .set((
            grants::level.eq(terms.level.code()),
            grants::relation.eq(terms.relation.code()),
            grants::may_see_flags.eq(may_see_flags),
            grants::change_no.eq(number),
            grants::version.eq(grants::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}

/// Sends `account` out; `false` when they are not in the circle.
pub fn revoke(conn: &mut Conn, access: &Access<Manage>, account: AccountId) -> DbResult<bool> {
    end(conn, access, account)
}

/// Lets the caller go; `false` when they are not in the circle.
pub fn leave(conn: &mut Conn, access: &Access<Leave>) -> DbResult<bool> {
    end(conn, access, access.by())
}

fn end<R>(conn: &mut Conn, access: &Access<R>, account: AccountId) -> DbResult<bool> {
    let number = next_number(conn, access.key())?;
    let ended = diesel::update(grants::table)
        .filter(active!(access.key()))
        .filter(grants::account_id.eq(account))
        .set((
            grants::revoked_at.eq(At::from(access.at())),
            grants::acts_from.eq(None::<At>),
            grants::change_no.eq(number),
            grants::version.eq(grants::version + 1),
        ))
        .execute(conn)?;
    Ok(ended == 1)
}

/// Lets `account` alone act for the patient from an instant on.
pub fn let_act(
    conn: &mut Conn,
    trust: &InTrust,
    account: AccountId,
    from: DateTime<Utc>,
) -> DbResult<()> {
    nobody_acts(conn, trust)?;
    diesel::update(grants::table)
        .filter(active!(trust.key()))
        .filter(grants::account_id.eq(account))
        .set(grants::acts_from.eq(At::from(from)))
        .execute(conn)?;
    Ok(())
}

/// Ends that a trustee acts for the patient: one of the things that end together in `trustee::end`.
pub fn nobody_acts(conn: &mut Conn, trust: &InTrust) -> DbResult<()> {
    diesel::update(grants::table)
        .filter(grants::patient_key.eq(trust.key().0))
        .filter(grants::acts_from.is_not_null())
        .set(grants::acts_from.eq(None::<At>))
        .execute(conn)?;
    Ok(())
}

/// Whether `account` was ever let in.
pub fn was_ever_in(conn: &mut Conn, access: &Access<Manage>, account: AccountId) -> DbResult<bool> {
    let found: i64 = grants::table
        .filter(grants::patient_key.eq(access.key().0))
        .filter(grants::account_id.eq(account))
        .count()
        .get_result(conn)?;
    Ok(found == 1)
}
