//! Whether time goes on: events are in the order of their numbers, and so should their times be.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use crate::platform::db::{At, Conn, DbResult};
use crate::schema::audit_events;

/// The clocks of two instances may differ by this much.
const APART: TimeDelta = TimeDelta::seconds(30);

/// Whether the newest event is from a time that has not come yet: then the clock went back, and what
/// had expired is good again.
///
/// # Errors
/// When the database is broken.
pub fn went_back(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<bool> {
    let newest: Option<At> = audit_events::table
        .order(audit_events::key.desc())
        .select(audit_events::at)
        .first(conn)
        .optional()?;
    Ok(newest.is_some_and(|newest| newest.0 > now + APART))
}
