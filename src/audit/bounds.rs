//! How much one record takes, so that nothing grows without an end: far more than any person writes,
//! and little for a disk.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::store::{self, Change};
use crate::access::Access;
use crate::platform::db::{At, Conn, DbResult, on_each};
use crate::platform::http::HttpResult;
use crate::platform::limit::Excess;
use crate::schema::audit_events;

/// Changes of one patient's record in a day. Ten years of weeks can be handed in at once.
const MOST_CHANGES: u32 = 2_000;

/// Versions of one week, or of one record of a treatment. It can be removed beyond them.
pub const MOST_VERSIONS: i32 = 500;

const DAY: TimeDelta = TimeDelta::days(1);

/// The next number of the patient's record, for what adds to it.
///
/// Fails when there were as many changes in a day as there may be, or the database is broken.
pub fn next_change<R>(conn: &mut Conn, access: &Access<R>) -> HttpResult<Change> {
    let change = store::next_change(conn, access)?;
    let now = access.at();
    let of_the_day = change.number() - i64::from(MOST_CHANGES);
    let first = at_number(conn, access, of_the_day)?;
    // One that is later than now was written by a clock that was ahead, and says nothing.
    match first.map(|first| now - first) {
        Some(since) if since >= TimeDelta::zero() && since < DAY => Err(Excess {
            name: "changes",
            most: MOST_CHANGES,
            seconds: 86_400,
            wait: DAY - since,
        }
        .into()),
        _ => Ok(change),
    }
}

/// When the change of that number was made, if there was one.
fn at_number<R>(
    conn: &mut Conn,
    access: &Access<R>,
    number: i64,
) -> DbResult<Option<chrono::DateTime<chrono::Utc>>> {
    if number < 1 {
        return Ok(None);
    }
    let found = audit_events::table
        .filter(audit_events::patient_key.eq(access.key().0))
        .filter(audit_events::change_no.eq(number))
        .select(audit_events::at);
    let at: Option<At> = on_each!(conn, |c| found.first(c).optional())?;
    Ok(at.map(Into::into))
}
