//! Which diaries are closed, and which patients are silent: in the patient's own row.

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::{Access, Manage, PatientKey, Right};
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::vault::Sealed;
use crate::platform::vault::columns::CLOSURE_BASIS;
use crate::schema::{accounts, patients, sessions};

/// That a diary is closed, or will be: what its trustee asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// When they asked.
    pub asked_at: DateTime<Utc>,
    /// From when on nothing more is recorded.
    pub closes_at: DateTime<Utc>,
    /// On what they decide it, in their words.
    pub basis: String,
}

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

/// Patients, or this one, who were silent since `since`, and who were not told since: no device of
/// theirs asked for anything. Whether their diary went on is for the diary to say. A diary that is closed, or
/// will be, is quiet because its people decided so.
pub fn silent(
    conn: &mut Conn,
    since: DateTime<Utc>,
    only: Option<PatientKey>,
) -> DbResult<Vec<PatientKey>> {
    let since = At::from(since);
    let in_use = sessions::table
        .filter(sessions::account_id.eq(patients::account_id))
        .filter(sessions::last_seen_at.gt(since));
    let told = patients::silence_told_at;
    let mut silent = patients::table
        .inner_join(accounts::table)
        .filter(patients::created_at.le(since))
        .filter(patients::closes_at.is_null())
        .filter(accounts::disabled_at.is_null())
        .filter(told.is_null().or(told.le(since)))
        .filter(not(exists(in_use)))
        .order(patients::key)
        .select(patients::key)
        .into_boxed();
    if let Some(PatientKey(key)) = only {
        silent = silent.filter(patients::key.eq(key));
    }
    let keys: Vec<i64> = silent.load(conn)?;
    Ok(keys.into_iter().map(PatientKey).collect())
}

/// Notes that the patient was told of the silence.
pub fn told(conn: &mut Conn, key: PatientKey, now: DateTime<Utc>) -> DbResult<()> {
    diesel::update(patients::table.find(key.0))
        .set(patients::silence_told_at.eq(At::from(now)))
        .execute(conn)?;
    Ok(())
}
