//! The table `factor_resets`: who of the staff lost every second factor.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use crate::on_each;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::schema::factor_resets;

/// How long another admin may take to agree.
const TO_APPROVE: TimeDelta = TimeDelta::days(7);

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reset {
    /// Whose factors.
    pub account: AccountId,
    /// Which admin asked.
    pub asked_by: AccountId,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Which other one agreed, and when it takes place.
    pub approved: Option<(AccountId, DateTime<Utc>)>,
}

type Row = (AccountId, AccountId, At, Option<AccountId>, Option<At>);

impl From<Row> for Reset {
    fn from((account, asked_by, asked_at, approved_by, due_at): Row) -> Self {
        Self {
            account,
            asked_by,
            asked_at: asked_at.into(),
            approved: approved_by.zip(due_at.map(Into::into)),
        }
    }
}

/// What makes one count still: said once, for every query that asks.
macro_rules! open {
    ($now:expr) => {
        factor_resets::due_at
            .is_not_null()
            .or(factor_resets::asked_at.gt(At::from($now - TO_APPROVE)))
    };
}

/// Those that wait, the oldest first.
pub fn list(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Vec<Reset>> {
    let rows: Vec<Row> = factor_resets::table
        .filter(open!(now))
        .order((factor_resets::asked_at, factor_resets::account_id))
        .load(conn)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// That of `account`, if one waits.
pub fn find(conn: &mut Conn, account: AccountId, now: DateTime<Utc>) -> DbResult<Option<Reset>> {
    let found: Option<Row> = factor_resets::table
        .find(account)
        .filter(open!(now))
        .first(conn)
        .optional()?;
    Ok(found.map(Into::into))
}

/// Keeps that `by` asked for `account`; `false` when one waits already.
pub fn add(
    conn: &mut Conn,
    account: AccountId,
    by: AccountId,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let lapsed = factor_resets::due_at
        .is_null()
        .and(factor_resets::asked_at.le(At::from(now - TO_APPROVE)));
    diesel::delete(factor_resets::table.find(account))
        .filter(lapsed)
        .execute(conn)?;
    let insert = diesel::insert_into(factor_resets::table)
        .values((
            factor_resets::account_id.eq(account),
            factor_resets::asked_by.eq(by),
            factor_resets::asked_at.eq(At::from(now)),
        ))
        .on_conflict_do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

/// Keeps that `by` agreed, and when it takes place; `false` when somebody else was first.
pub fn approve(
    conn: &mut Conn,
    account: AccountId,
    by: AccountId,
    due_at: DateTime<Utc>,
) -> DbResult<bool> {
    let approved = diesel::update(factor_resets::table.find(account))
        .filter(factor_resets::approved_by.is_null())
        .filter(factor_resets::asked_by.ne(by))
        .set((
            factor_resets::approved_by.eq(by),
            factor_resets::due_at.eq(At::from(due_at)),
        ))
        .execute(conn)?;
    Ok(approved == 1)
}

/// Forgets that of `account`; `false` when there is none.
pub fn remove(conn: &mut Conn, account: AccountId) -> DbResult<bool> {
    let removed = diesel::delete(factor_resets::table.find(account)).execute(conn)?;
    Ok(removed == 1)
}

/// Takes that of `account` out, when its time has come; `None` when it has not, or somebody else was
/// first.
pub fn take_due(
    conn: &mut Conn,
    account: AccountId,
    now: DateTime<Utc>,
) -> DbResult<Option<Reset>> {
    let taken: Option<Row> = diesel::delete(factor_resets::table)
        .filter(factor_resets::account_id.eq(account))
        .filter(factor_resets::due_at.le(At::from(now)))
        .returning(factor_resets::all_columns)
        .get_result(conn)
        .optional()?;
    Ok(taken.map(Into::into))
}

/// Whose time has come.
pub fn due(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Vec<AccountId>> {
    Ok(factor_resets::table
        .filter(factor_resets::due_at.le(At::from(now)))
        .select(factor_resets::account_id)
        .load(conn)?)
}
