//! The table `totp_factors`: of each account one that counts, and one that waits to be confirmed.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::totp::Seed;
use crate::platform::App;
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, RowId};
use crate::platform::vault::{Sealed, columns};
use crate::schema::totp_factors;

/// How long an app has to be shown the seed and give back its first code.
pub const TO_CONFIRM: TimeDelta = TimeDelta::minutes(10);

/// One of them, its seed unsealed.
pub struct TotpFactor {
    id: RowId,
    /// What its codes are made of.
    pub seed: Seed,
    /// When it was confirmed, or else enrolled.
    pub since: DateTime<Utc>,
}

/// Keeps `seed` until its first code comes, in the place of any that waited before.
pub fn enrol(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    seed: &Seed,
    now: DateTime<Utc>,
) -> DbResult<()> {
    remove(conn, account, false)?;
    let id: RowId = app.ids.next();
    let key = app.vault.key_for(conn, account)?;
    let sealed = key.seal(columns::TOTP_SEED, id.0.as_bytes(), seed.bytes())?;
    diesel::insert_into(totp_factors::table)
        .values((
            totp_factors::id.eq(id),
            totp_factors::account_id.eq(account),
            totp_factors::confirmed.eq(false),
            totp_factors::seed.eq(sealed),
            totp_factors::last_step.eq(0),
            totp_factors::created_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// The factor of `account` that counts.
pub fn confirmed(conn: &mut Conn, app: &App, account: AccountId) -> DbResult<Option<TotpFactor>> {
    find(conn, app, account, true)
}

/// The factor of `account` that waits for its first code.
pub fn waiting(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    now: DateTime<Utc>,
) -> DbResult<Option<TotpFactor>> {
    let found = find(conn, app, account, false)?;
    Ok(found.filter(|factor| factor.since + TO_CONFIRM > now))
}

fn find(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    confirmed: bool,
) -> DbResult<Option<TotpFactor>> {
    let found: Option<(RowId, Sealed, At)> = totp_factors::table
        .filter(totp_factors::account_id.eq(account))
        .filter(totp_factors::confirmed.eq(confirmed))
        .select((
            totp_factors::id,
            totp_factors::seed,
            totp_factors::created_at,
        ))
        .first(conn)
        .optional()?;
    let Some((id, sealed, since)) = found else {
        return Ok(None);
    };
    let key = app.vault.key_of(conn, account)?.ok_or(DbError::Unopened)?;
    let seed = key.open(columns::TOTP_SEED, id.0.as_bytes(), &sealed)?;
    Ok(Some(TotpFactor {
        id,
        seed: Seed::kept(seed),
        since: since.into(),
    }))
}

/// Since when `account` has a factor that counts.
pub fn confirmed_since(conn: &mut Conn, account: AccountId) -> DbResult<Option<DateTime<Utc>>> {
    let since: Option<At> = totp_factors::table
        .filter(totp_factors::account_id.eq(account))
        .filter(totp_factors::confirmed.eq(true))
        .select(totp_factors::created_at)
        .first(conn)
        .optional()?;
    Ok(since.map(Into::into))
}

/// A code is taken one step early and one late, by clocks of instances that are less than one apart.
const LATEST: i64 = 3;

/// Uses up the code of `step`, and all before it; `false` when it, or a later one, was used already.
/// One that is later than it can be was used while the clock was ahead, and says nothing.
/// In one statement, so that of any number at the same time one counts.
pub fn use_up(conn: &mut Conn, factor: &TotpFactor, step: i64) -> DbResult<bool> {
    let used = diesel::update(totp_factors::table.find(factor.id))
        .filter(
            totp_factors::last_step
                .lt(step)
                .or(totp_factors::last_step.gt(step + LATEST)),
        )
        .set(totp_factors::last_step.eq(step))
        .execute(conn)?;
    Ok(used == 1)
}

/// Whether the code of `step` was the last that was used.
pub fn was_last(conn: &mut Conn, factor: &TotpFactor, step: i64) -> DbResult<bool> {
    let last: i64 = totp_factors::table
        .find(factor.id)
        .select(totp_factors::last_step)
        .first(conn)?;
    Ok(last == step)
}

/// Makes the factor that waited the one that counts, in the place of any before it.
pub fn confirm(
    conn: &mut Conn,
    account: AccountId,
    factor: &TotpFactor,
    now: DateTime<Utc>,
) -> DbResult<()> {
    remove(conn, account, true)?;
    diesel::update(totp_factors::table.find(factor.id))
        .set((
            totp_factors::confirmed.eq(true),
            totp_factors::created_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Removes the factor that counts, or the one that waits; whether there was one.
pub fn remove(conn: &mut Conn, account: AccountId, confirmed: bool) -> DbResult<bool> {
    let removed = diesel::delete(totp_factors::table)
        .filter(totp_factors::account_id.eq(account))
        .filter(totp_factors::confirmed.eq(confirmed))
        .execute(conn)?;
    Ok(removed == 1)
}

/// Forgets factors that were not confirmed in time.
pub fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    Ok(diesel::delete(totp_factors::table)
        .filter(totp_factors::confirmed.eq(false))
        .filter(totp_factors::created_at.lt(At::from(before)))
        .execute(conn)?)
}
