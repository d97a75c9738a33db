//! Which records have changed, by what is written down: without a look at all of them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::access::PatientKey;
use crate::platform::db::{At, Conn, DbResult};
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
