//! What of this slice goes by itself.

use chrono::{DateTime, Utc};

use super::store::invitations;
use crate::platform::clock::days_before;
use crate::platform::db::{Conn, DbResult};
use crate::platform::retention::Rule;

/// The rules of this slice. Who was enrolled stays in the audit.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "site_invitations",
    goes: "invitations of clinics, with the address they went to, 90 days after their end",
    forget: quarter_later,
}];

fn quarter_later(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    invitations::purge(conn, days_before(now, 90))
}
