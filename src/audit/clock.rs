//! Whether time goes on: events are in the order of their numbers, and so should their times be.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::checkpoint::SETTLED;
use crate::platform::clock::APART;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::settled::A_JUMP;
use crate::schema::audit_events;

/// As many of the newest events are looked at.
const MOST: i64 = 5_000;

/// Whether one of the events from number `from` on is earlier than the one before it, or the newest is
/// from a time that has not come yet: then the clock went back, and what had expired is good again.
/// With it comes the number of the newest event, from which to look on.
pub fn went_back(conn: &mut Conn, from: i64, now: DateTime<Utc>) -> DbResult<(bool, i64)> {
    let events: Vec<(i64, At)> = audit_events::table
        .filter(audit_events::key.ge(from))
        .order(audit_events::key.desc())
        .limit(MOST)
        .select((audit_events::key, audit_events::at))
        .load(conn)?;
    let mut pairs = events.iter().zip(events.iter().skip(1));
    let back = pairs.any(|((_, later), (_, earlier))| earlier.0 > later.0 + SETTLED + APART);
    let Some((newest, at)) = events.first() else {
        return Ok((false, from));
    };
    Ok((back || at.0 > now + APART, *newest))
}

/// Whether `now` is days away from the newest event, or the events of the last days are from one
/// another: the clock was set, or nothing happened for long.
pub fn jumped(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<bool> {
    let newest: Vec<At> = audit_events::table
        .order(audit_events::key.desc())
        .limit(MOST)
        .select(audit_events::at)
        .load(conn)?;
    let mut later = now;
    for At(at) in newest {
        if (later - at).abs() >= A_JUMP {
            return Ok(true);
        }
        if now - at >= A_JUMP {
            break;
        }
        later = at;
    }
    Ok(false)
}
