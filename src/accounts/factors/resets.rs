//! The table `factor_resets`: who of the staff lost every second factor.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;

use crate::on_each;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::http::instant;
use crate::platform::ids::AccountId;
use crate::schema::factor_resets;

/// That all second factors are to be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = FactorReset)]
pub struct Reset {
    #[serde(serialize_with = "instant::millis")]
    pub(super) asked_at: DateTime<Utc>,
    #[serde(serialize_with = "instant::millis")]
    pub(super) due_at: DateTime<Utc>,
}

/// The reset of `account`, if one waits.
pub fn find(conn: &mut Conn, account: AccountId) -> DbResult<Option<Reset>> {
    let found: Option<(At, At)> = factor_resets::table
        .find(account)
        .select((factor_resets::asked_at, factor_resets::due_at))
        .first(conn)
        .optional()?;
    Ok(found.map(|(asked_at, due_at)| Reset {
        asked_at: asked_at.into(),
        due_at: due_at.into(),
    }))
}

/// Keeps a reset of `account`; `false` when one waits already.
pub fn add(conn: &mut Conn, account: AccountId, reset: Reset) -> DbResult<bool> {
    let insert = diesel::insert_into(factor_resets::table)
        .values((
            factor_resets::account_id.eq(account),
            factor_resets::asked_at.eq(At::from(reset.asked_at)),
            factor_resets::due_at.eq(At::from(reset.due_at)),
        ))
        .on_conflict_do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

/// Forgets the reset of `account`; `false` when it has no reset.
pub fn remove(conn: &mut Conn, account: AccountId) -> DbResult<bool> {
    let removed = diesel::delete(factor_resets::table.find(account)).execute(conn)?;
    Ok(removed == 1)
}

/// Takes the reset of `account` out, when its time has come; `false` when it has not, or another
/// process was first.
pub fn take_due(conn: &mut Conn, account: AccountId, now: DateTime<Utc>) -> DbResult<bool> {
    let taken = diesel::delete(factor_resets::table)
        .filter(factor_resets::account_id.eq(account))
        .filter(factor_resets::due_at.le(At::from(now)))
        .execute(conn)?;
    Ok(taken == 1)
}

/// The accounts whose time has come.
pub fn due(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Vec<AccountId>> {
    Ok(factor_resets::table
        .filter(factor_resets::due_at.le(At::from(now)))
        .select(factor_resets::account_id)
        .load(conn)?)
}
