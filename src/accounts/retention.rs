//! What of accounts goes by itself: what was begun and never finished, and what has ended.

use chrono::{DateTime, Utc};

use super::{codes, factors, passkeys, sign_ups};
use crate::access::sessions;
use crate::platform::clock::days_before;
use crate::platform::db::{Conn, DbResult};
use crate::platform::retention::Rule;

/// The rules of this slice. A session's row stays until a day after its end: while its refresh tokens
/// could still be presented, it must be known that they were retired.
pub const RETENTION: [Rule; 6] = [
    Rule {
        table: "sign_ups",
        goes: "sign-ups that nobody confirmed, a day after their end",
        forget: |conn, now| a_day_after(sign_ups::purge, conn, now),
    },
    Rule {
        table: "account_codes",
        goes: "mailed codes, a day after their end",
        forget: |conn, now| a_day_after(codes::purge, conn, now),
    },
    Rule {
        table: "pending_sign_ins",
        goes: "sign-ins without their second step, a day after their end",
        forget: |conn, now| a_day_after(factors::pending::purge, conn, now),
    },
    Rule {
        table: "totp_factors",
        goes: "second factors that were begun and not confirmed, after a day",
        forget: |conn, now| a_day_after(factors::totp_factors::purge, conn, now),
    },
    Rule {
        table: "passkey_challenges",
        goes: "challenges that nobody answered in time",
        forget: passkeys::purge,
    },
    Rule {
        table: "sessions",
        goes: "sessions, a day after the last moment that they could have been used",
        forget: |conn, now| a_day_after(sessions::purge, conn, now),
    },
];

type Purge = fn(&mut Conn, DateTime<Utc>) -> DbResult<usize>;

fn a_day_after(purge: Purge, conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    purge(conn, days_before(now, 1))
}
