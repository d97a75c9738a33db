//! What of this slice goes by itself.

use chrono::{DateTime, Utc};

use super::store::alerts;
use crate::platform::clock::days_before;
use crate::platform::db::{Conn, DbResult};
use crate::platform::retention::Rule;

/// The rules of this slice. That a follower was told stays in the audit.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "alerts",
    goes: "alerts, with who was told, 400 days after they were over",
    forget: after_a_year,
}];

fn after_a_year(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    alerts::purge(conn, days_before(now, 400))
}
