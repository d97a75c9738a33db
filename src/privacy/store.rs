//! The table `erasures`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::model::Erasure;
use crate::access::{Erasing, SignedIn};
use crate::platform::db::{At, Conn, DbResult, on_each};
use crate::platform::ids::AccountId;
use crate::schema::erasures;

/// When the caller is to be forgotten, if they asked.
pub(super) fn erasure_of(conn: &mut Conn, who: &SignedIn) -> DbResult<Option<Erasure>> {
    let found: Option<(At, At)> = erasures::table
        .find(who.account())
        .select((erasures::asked_at, erasures::due_at))
        .first(conn)
        .optional()?;
    Ok(found.map(|(asked_at, due_at)| Erasure {
        asked_at: asked_at.into(),
        due_at: due_at.into(),
    }))
}

/// Notes that they asked; `false` when they had before, which stays as it is.
pub(super) fn ask(conn: &mut Conn, who: &SignedIn, erasure: Erasure) -> DbResult<bool> {
    let insert = diesel::insert_into(erasures::table)
        .values((
            erasures::account_id.eq(who.account()),
            erasures::asked_at.eq(At::from(erasure.asked_at)),
            erasures::due_at.eq(At::from(erasure.due_at)),
        ))
        .on_conflict(erasures::account_id)
        .do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

/// Notes that who asked until `asked_by` stays; `false` when they had not, or it has begun.
pub(super) fn take_back(
    conn: &mut Conn,
    account: AccountId,
    asked_by: DateTime<Utc>,
) -> DbResult<bool> {
    let taken = diesel::delete(erasures::table.find(account))
        .filter(erasures::begun_at.is_null())
        .filter(erasures::asked_at.le(At::from(asked_by)))
        .execute(conn)?;
    Ok(taken == 1)
}

/// Those whose time has come.
pub(super) fn due(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Vec<AccountId>> {
    Ok(erasures::table
        .filter(erasures::due_at.le(At::from(now)))
        .order(erasures::due_at)
        .select(erasures::account_id)
        .load(conn)?)
}

/// Begins where the time of `account` has come, so that it is not taken back any more; `false` where it
/// was taken back.
pub(super) fn begin(conn: &mut Conn, account: AccountId, now: DateTime<Utc>) -> DbResult<bool> {
    diesel::update(erasures::table.find(account))
        .filter(erasures::due_at.le(At::from(now)))
        .filter(erasures::begun_at.is_null())
        .set(erasures::begun_at.eq(At::from(now)))
        .execute(conn)?;
    has_begun(conn, account)
}

/// Whether the erasure of `account` has begun.
pub(super) fn has_begun(conn: &mut Conn, account: AccountId) -> DbResult<bool> {
    let begun = erasures::table
        .find(account)
        .filter(erasures::begun_at.is_not_null())
        .select(erasures::account_id);
    let found: Option<AccountId> = match conn {
        Conn::Pg(conn) => begun.for_update().first(conn).optional()?,
        Conn::Sqlite(conn) => begun.first(conn).optional()?,
    };
    Ok(found.is_some())
}

/// Forgets that they asked: it is done.
pub(super) fn done(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    diesel::delete(erasures::table.find(gone.account())).execute(conn)?;
    Ok(())
}

/// How many wait to be erased.
pub fn waiting(conn: &mut Conn) -> DbResult<usize> {
    let count: i64 = erasures::table.count().get_result(conn)?;
    Ok(usize::try_from(count).unwrap_or_default())
}
