//! The table `watches`: the diaries that are followed, and when each is looked at next.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::access::{Erasing, PatientKey};
use crate::platform::db::{At, Conn, DbResult, on_each};
use crate::schema::watches;

/// How far a diary was looked at.
#[derive(Debug, Clone, Copy)]
pub struct Watch {
    /// Up to which change.
    pub seen_change: i64,
    /// When it is looked at next though nothing changes.
    pub look_at: DateTime<Utc>,
}

/// At most `limit` diaries that are due, the longest first; and those that a clock that was ahead put off beyond
/// `horizon`.
pub fn due(
    conn: &mut Conn,
    (now, horizon): (DateTime<Utc>, DateTime<Utc>),
    limit: i64,
) -> DbResult<Vec<PatientKey>> {
    let mut keys: Vec<i64> = watches::table
        .filter(watches::look_at.le(At::from(now)))
        .order(watches::look_at)
        .limit(limit)
        .select(watches::patient_key)
        .load(conn)?;
    if keys.is_empty() {
        keys = watches::table
            .filter(watches::look_at.gt(At::from(horizon)))
            .order(watches::look_at)
            .limit(limit)
            .select(watches::patient_key)
            .load(conn)?;
    }
    Ok(keys.into_iter().map(PatientKey).collect())
}

/// Those of these diaries that are followed, each with the change up to which it was looked at.
pub fn among(conn: &mut Conn, keys: &[PatientKey]) -> DbResult<Vec<(PatientKey, i64)>> {
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let rows: Vec<(i64, i64)> = watches::table
        .filter(watches::patient_key.eq_any(keys))
        .select((watches::patient_key, watches::seen_change))
        .load(conn)?;
    let rows = rows.into_iter();
    Ok(rows.map(|(key, seen)| (PatientKey(key), seen)).collect())
}

/// At most `limit` of all that are followed, after `after`, in their order.
pub fn page(conn: &mut Conn, after: PatientKey, limit: i64) -> DbResult<Vec<PatientKey>> {
    let keys: Vec<i64> = watches::table
        .filter(watches::patient_key.gt(after.0))
        .order(watches::patient_key)
        .limit(limit)
        .select(watches::patient_key)
        .load(conn)?;
    Ok(keys.into_iter().map(PatientKey).collect())
}

/// How far this diary was looked at; `None` without a follower.
pub fn find(conn: &mut Conn, key: PatientKey) -> DbResult<Option<Watch>> {
    let row: Option<(i64, At)> = watches::table
        .find(key.0)
        .select((watches::seen_change, watches::look_at))
        .first(conn)
        .optional()?;
    Ok(row.map(|(seen_change, look_at)| Watch {
        seen_change,
        look_at: look_at.into(),
    }))
}

/// Keeps how far it was looked at.
pub fn put(conn: &mut Conn, key: PatientKey, watch: Watch) -> DbResult<()> {
    let seen = (
        watches::seen_change.eq(watch.seen_change),
        watches::look_at.eq(At::from(watch.look_at)),
    );
    let upsert = diesel::insert_into(watches::table)
        .values((watches::patient_key.eq(key.0), seen))
        .on_conflict(watches::patient_key)
        .do_update()
        .set(seen);
    on_each!(conn, |c| upsert.execute(c))?;
    Ok(())
}

/// Looks at a diary again at `at`, and not before.
pub fn put_off(conn: &mut Conn, key: PatientKey, at: DateTime<Utc>) -> DbResult<()> {
    diesel::update(watches::table.find(key.0))
        .set(watches::look_at.eq(At::from(at)))
        .execute(conn)?;
    Ok(())
}

/// Looks at a diary no more.
pub fn end(conn: &mut Conn, key: PatientKey) -> DbResult<()> {
    diesel::delete(watches::table.find(key.0)).execute(conn)?;
    Ok(())
}

/// The same of an erased diary.
pub fn forget(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    match gone.diary() {
        Some((_, key)) => end(conn, key),
        None => Ok(()),
    }
}
