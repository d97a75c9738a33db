//! Which diaries are closed, and which patients are silent: in the patient's own row.

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::access::{Access, Manage, PatientKey, Right};
use crate::circle::closure::Closure;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::vault::Sealed;
use crate::platform::vault::columns::CLOSURE_BASIS;
use crate::schema::{accounts, entries, patients, sessions};

type Row = (Option<At>, Option<At>, Option<Sealed>);

/// Whether the diary is closed or will be.
pub fn find(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Option<Closure>> {
    let row: Row = patients::table
        .find(access.key().0)
        .select((
            patients::closure_asked_at,
            patients::closes_at,
            patients::closure_basis,
        ))
        .first(conn)?;
    let (Some(asked_at), Some(closes_at), Some(basis)) = row else {
        return Ok(None);
    };
    let place = access.patient();
    let key = access.data_key()?;
    Ok(Some(Closure {
        asked_at: asked_at.into(),
        closes_at: closes_at.into(),
        basis: key.open_text(CLOSURE_BASIS, place.0.as_bytes(), &basis)?,
    }))
}

/// Keeps what was asked for.
pub fn put(conn: &mut Conn, access: &Access<Manage>, closure: &Closure) -> DbResult<()> {
    let (place, key) = (access.patient(), access.data_key()?);
    let basis = key.seal(CLOSURE_BASIS, place.0.as_bytes(), closure.basis.as_bytes())?;
    diesel::update(patients::table.find(access.key().0))
        .set((
            patients::closure_asked_at.eq(At::from(closure.asked_at)),
            patients::closes_at.eq(At::from(closure.closes_at)),
            patients::closure_basis.eq(basis),
        ))
        .execute(conn)?;
    Ok(())
}

/// Lets the diary be open; `false` when nothing else had been asked for.
pub fn end(conn: &mut Conn, key: PatientKey) -> DbResult<bool> {
    let ended = diesel::update(patients::table.find(key.0))
        .filter(patients::closes_at.is_not_null())
        .set((
            patients::closure_asked_at.eq(None::<At>),
            patients::closes_at.eq(None::<At>),
            patients::closure_basis.eq(None::<Sealed>),
        ))
        .execute(conn)?;
    Ok(ended == 1)
}

/// Patients who were silent since an instant, and who were not told since: no device of
/// theirs asked for anything, and nothing was recorded in their diary.
macro_rules! silent {
    ($since:expr) => {
        patients::created_at
            .le($since)
            .and(accounts::disabled_at.is_null())
            .and(
                patients::silence_told_at
                    .is_null()
                    .or(patients::silence_told_at.le($since)),
            )
            .and(not(exists(
                sessions::table
                    .filter(sessions::account_id.eq(patients::account_id))
                    .filter(sessions::last_seen_at.gt($since)),
            )))
            .and(not(exists(
                entries::table
                    .filter(entries::patient_key.eq(patients::key))
                    .filter(entries::recorded_at.gt($since)),
            )))
    };
}

/// Those who were silent since `since`.
pub fn silent(conn: &mut Conn, since: DateTime<Utc>) -> DbResult<Vec<PatientKey>> {
    let since = At::from(since);
    let keys: Vec<i64> = patients::table
        .inner_join(accounts::table)
        .filter(silent!(since))
        .order(patients::key)
        .select(patients::key)
        .load(conn)?;
    Ok(keys.into_iter().map(PatientKey).collect())
}

/// Whether one of them is, seen in the transaction that acts on it.
pub fn is_silent(conn: &mut Conn, key: PatientKey, since: DateTime<Utc>) -> DbResult<bool> {
    let since = At::from(since);
    let found: Option<i64> = patients::table
        .inner_join(accounts::table)
        .filter(patients::key.eq(key.0))
        .filter(silent!(since))
        .select(patients::key)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

/// Notes that the patient was told.
pub fn told(conn: &mut Conn, key: PatientKey, now: DateTime<Utc>) -> DbResult<()> {
    diesel::update(patients::table.find(key.0))
        .set(patients::silence_told_at.eq(At::from(now)))
        .execute(conn)?;
    Ok(())
}
