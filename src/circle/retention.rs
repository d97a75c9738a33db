//! What of the circle goes by itself.

use chrono::{DateTime, Utc};

use super::store;
use crate::platform::clock::days_before;
use crate::platform::db::{Conn, DbResult};
use crate::platform::retention::Rule;

/// The rules of this slice. Who came in by an invitation, and who took it back, stays in the audit.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "invitations",
    goes: "invitations, with the address they went to, 90 days after their end",
    forget: quarter_later,
}];

fn quarter_later(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    store::invitations::purge(conn, days_before(now, 90))
}
