//! Which records have changed, by what is written down: without a look at all of them.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::Action;
use crate::access::PatientKey;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::schema::audit_events;

/// A change to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeChange {
    /// The number of its event, among all there are.
    pub event: i64,
    /// Whose record.
    pub patient: PatientKey,
    /// Its number among the changes of that record.
    pub change: i64,
    /// When.
    pub at: DateTime<Utc>,
}

/// A change with a lower number, or an earlier instant, can commit after one with a higher: not later than this, the
/// clocks of two machines included.
pub const COMMITTED: TimeDelta = TimeDelta::seconds(60);

/// The number of the newest event that was written down by `at`; 0 before the first.
pub fn newest_event_before(conn: &mut Conn, at: DateTime<Utc>) -> DbResult<i64> {
    let newest: Option<i64> = audit_events::table
        .filter(audit_events::at.le(At::from(at)))
        .order(audit_events::key.desc())
        .select(audit_events::key)
        .first(conn)
        .optional()?;
    Ok(newest.unwrap_or_default())
}

/// Who did one of these after the event with the number `after`, and the number of each event.
pub fn actors_after(
    conn: &mut Conn,
    after: i64,
    actions: &[Action],
) -> DbResult<Vec<(i64, AccountId)>> {
    let names = actions.iter().map(|action| action.name());
    Ok(audit_events::table
        .filter(audit_events::key.gt(after))
        .filter(audit_events::action.eq_any(names))
        .filter(audit_events::actor.is_not_null())
        .order(audit_events::key)
        .select((audit_events::key, audit_events::actor.assume_not_null()))
        .load(conn)?)
}

/// At most `limit` changes that were written down after the event with the number `after`, in their order. One with a
/// lower number may still be under way.
pub fn changes_after(conn: &mut Conn, after: i64, limit: i64) -> DbResult<Vec<MadeChange>> {
    let rows: Vec<(i64, i64, i64, At)> = audit_events::table
        .filter(audit_events::key.gt(after))
        .filter(audit_events::patient_key.is_not_null())
        .filter(audit_events::change_no.is_not_null())
        .order(audit_events::key)
        .limit(limit)
        .select((
            audit_events::key,
            audit_events::patient_key.assume_not_null(),
            audit_events::change_no.assume_not_null(),
            audit_events::at,
        ))
        .load(conn)?;
    let made = rows.into_iter().map(|(event, key, change, at)| MadeChange {
        event,
        patient: PatientKey(key),
        change,
        at: at.into(),
    });
    Ok(made.collect())
}
