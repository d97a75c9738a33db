//! What of guests goes by itself.

use chrono::{DateTime, Utc};

use super::store;
use crate::platform::clock::days_before;
use crate::platform::db::{Conn, DbResult};
use crate::platform::retention::Rule;

/// The rules of this slice. What a guest recorded stays in the diary, with the name that they typed.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "guest_links",
    goes: "links for one week, 90 days after their end",
    forget: quarter_later,
}];

fn quarter_later(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    store::purge(conn, days_before(now, 90))
}
