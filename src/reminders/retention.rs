//! What of this slice goes by itself.

use chrono::{DateTime, Utc};

use super::store;
use crate::platform::clock::days_before;
use crate::platform::db::{Conn, DbResult};
use crate::platform::retention::Rule;

/// The rules of this slice. No reminder comes so late that it would not be known any more that it went out.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "reminded",
    goes: "that a person was reminded, 60 days after it",
    forget: two_months_later,
}];

fn two_months_later(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    store::purge(conn, days_before(now, 60))
}
