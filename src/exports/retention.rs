//! What of this slice goes by itself.

use chrono::{DateTime, Utc};

use super::store;
use crate::platform::clock::days_before;
use crate::platform::db::{Conn, DbResult};
use crate::platform::retention::Rule;

/// The rules of this slice. That there was an export stays in the audit.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "exports",
    goes: "exports, with the reason that was given, 400 days after they were asked for",
    forget: after_a_year,
}];

fn after_a_year(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    store::purge(conn, days_before(now, 400))
}
