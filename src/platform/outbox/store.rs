//! The table `outbox`.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use zeroize::Zeroizing;

use super::bell;
use super::model::{Held, Outgoing};
use super::way::{Turn, Way};
use crate::platform::alarm::{self, Alarm};
use crate::platform::clock::{APART, days_before};
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::RowId;
use crate::platform::retention::Rule;
use crate::platform::vault::columns::MESSAGE;
use crate::platform::vault::{DataKey, Sealed, Vault};
use crate::schema::outbox;

/// What goes by itself.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "outbox",
    goes: "messages that could not be sent, 30 days after they were given up",
    forget: |conn, now| purge(conn, days_before(now, 30)),
}];

/// How long an instance keeps a message to itself while it sends it.
pub(super) const LEASE: TimeDelta = TimeDelta::minutes(2);

/// Waiting becomes no longer than that.
pub(super) const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(256);

/// Puts a message into the outbox: it is sent when, and only when, this transaction commits.
pub fn enqueue(
    conn: &mut Conn,
    vault: &Vault,
    now: DateTime<Utc>,
    (way, turn): (Way, Turn),
    content: &[u8],
) -> DbResult<()> {
    let id: RowId = vault.next_id();
    let content = vault
        .house_key(conn)?
        .seal(MESSAGE, id.0.as_bytes(), content)?;
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(id),
            outbox::way.eq(way.code()),
            outbox::turn.eq(turn.code()),
            outbox::content.eq(content),
            outbox::attempts.eq(0),
            outbox::fence.eq(0),
            // Since ever: no clock that is wrong keeps it.
            outbox::not_before.eq(At::from(DateTime::UNIX_EPOCH)),
            outbox::created_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    bell::waits(way);
    Ok(())
}

#[derive(Queryable)]
struct Row {
    id: RowId,
    content: Sealed,
    attempts: i16,
    fence: i32,
}

/// Takes at most `most` messages of `way` whose time has come, so that no other instance sends them meanwhile. What was taken too
/// often without an end is parked: it may be what ends the process.
pub(super) fn claim(
    conn: &mut Conn,
    vault: &Vault,
    way: Way,
    most: i64,
    now: DateTime<Utc>,
) -> DbResult<Vec<Outgoing>> {
    let rows = due(conn, way, most, now)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = vault.house_key(conn)?;
    let mut claimed = Vec::with_capacity(rows.len());
    for row in rows {
        let ours = diesel::update(outbox::table.find(row.id))
            .filter(outbox::fence.eq(row.fence))
            .set((
                outbox::fence.eq(row.fence + 1),
                outbox::lease_until.eq(At::from(now + LEASE)),
                outbox::attempts.eq(row.attempts + 1),
            ))
            .execute(conn)?;
        let message = Outgoing {
            id: row.id,
            fence: row.fence + 1,
            attempts: row.attempts,
            is_last: row.attempts + 1 >= way.most_attempts(),
            content: opened(&key, &row),
        };
        if ours == 1 && row.attempts >= way.most_attempts() {
            park(conn, message.held(), now)?;
            alarm::sound(Alarm::MessageParked);
        } else if ours == 1 {
            claimed.push(message);
        }
    }
    Ok(claimed)
}

/// Messages of one way and turn that no instance is sending, in the order in which they go: a macro, because
/// diesel locks rows for PostgreSQL alone, and not of a query whose type is hidden.
macro_rules! free {
    ($conn:expr, $way:expr, $turn:expr, $most:expr, $now:expr, $when:expr) => {{
        let over = outbox::lease_until.le(At::from($now));
        // No process keeps one longer than a lease: a clock was ahead.
        let stray = outbox::lease_until.gt(At::from($now + LEASE + APART));
        let free = outbox::lease_until.is_null();
        let found = outbox::table
            .filter(outbox::way.eq($way.code()))
            .filter(outbox::turn.eq($turn.code()))
            .filter(outbox::parked_at.is_null())
            .filter($when)
            .filter(free.or(over.assume_not_null()).or(stray.assume_not_null()))
            .order((outbox::not_before, outbox::id))
            .limit($most)
            .select((outbox::id, outbox::content, outbox::attempts, outbox::fence));
        match $conn {
            Conn::Pg(conn) => found.for_update().skip_locked().load::<Row>(conn)?,
            Conn::Sqlite(conn) => found.load::<Row>(conn)?,
        }
    }};
}

/// Those of the first turn, then the others; where there are none, what a clock that was ahead has put off.
fn due(conn: &mut Conn, way: Way, most: i64, now: DateTime<Utc>) -> DbResult<Vec<Row>> {
    let mut rows = Vec::new();
    for turn in Turn::ALL {
        rows.extend(free!(
            conn,
            way,
            turn,
            most,
            now,
            outbox::not_before.le(At::from(now))
        ));
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    let too_late = At::from(now + LONGEST_WAIT + APART);
    for turn in Turn::ALL {
        rows.extend(free!(
            conn,
            way,
            turn,
            most,
            now,
            outbox::not_before.gt(too_late)
        ));
    }
    Ok(rows)
}

fn opened(key: &DataKey, row: &Row) -> Option<Zeroizing<Vec<u8>>> {
    key.open(MESSAGE, row.id.0.as_bytes(), &row.content).ok()
}

/// The row of a message, while this process holds it.
macro_rules! held {
    ($message:expr) => {
        outbox::table
            .find($message.id)
            .filter(outbox::fence.eq($message.fence))
    };
}

/// Forgets a message that is over; `false` when another has taken it meanwhile.
pub(super) fn forget(conn: &mut Conn, message: Held) -> DbResult<bool> {
    Ok(diesel::delete(held!(message)).execute(conn)? == 1)
}

/// Keeps a message for as long as a lease from now on; `false` when another has taken it meanwhile.
pub(super) fn renew(conn: &mut Conn, message: Held, now: DateTime<Utc>) -> DbResult<bool> {
    let until = outbox::lease_until.eq(At::from(now + LEASE));
    Ok(diesel::update(held!(message)).set(until).execute(conn)? == 1)
}

/// Leaves a message that was not begun to the instance that looks next.
pub(super) fn give_back(conn: &mut Conn, message: Held, attempts: i16) -> DbResult<()> {
    diesel::update(held!(message))
        .set((
            outbox::lease_until.eq(None::<At>),
            outbox::attempts.eq(attempts),
        ))
        .execute(conn)?;
    Ok(())
}

/// Tries a message again at `not_before`.
pub(super) fn put_off(conn: &mut Conn, message: Held, not_before: DateTime<Utc>) -> DbResult<()> {
    diesel::update(held!(message))
        .set((
            outbox::lease_until.eq(None::<At>),
            outbox::not_before.eq(At::from(not_before)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Sends a message no more, until an operator says so; whether this process held it.
pub(super) fn park(conn: &mut Conn, message: Held, now: DateTime<Utc>) -> DbResult<bool> {
    let parked = diesel::update(held!(message))
        .set((
            outbox::lease_until.eq(None::<At>),
            outbox::parked_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    Ok(parked == 1)
}

/// Has what is parked sent again, as if for the first time; how many.
pub fn retry_parked(conn: &mut Conn) -> DbResult<usize> {
    let again = (
        outbox::parked_at.eq(None::<At>),
        outbox::attempts.eq(0),
        outbox::not_before.eq(At::from(DateTime::UNIX_EPOCH)),
    );
    let parked = outbox::table.filter(outbox::parked_at.is_not_null());
    Ok(diesel::update(parked).set(again).execute(conn)?)
}

fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let old = outbox::parked_at.lt(At::from(before));
    Ok(diesel::delete(outbox::table.filter(old)).execute(conn)?)
}

/// How much there is of one way.
#[derive(Clone, Copy, Debug)]
pub struct Depth {
    /// Which.
    pub way: Way,
    /// How many wait.
    pub waiting: usize,
    /// Since when the oldest of them does.
    pub oldest: Option<DateTime<Utc>>,
    /// How many were given up.
    pub parked: usize,
}

/// How much there is of each way.
pub fn depths(conn: &mut Conn) -> DbResult<Vec<Depth>> {
    let waiting: Vec<(i16, i64, Option<At>)> = outbox::table
        .filter(outbox::parked_at.is_null())
        .group_by(outbox::way)
        .select((outbox::way, count_star(), min(outbox::created_at)))
        .load(conn)?;
    let parked: Vec<(i16, i64)> = outbox::table
        .filter(outbox::parked_at.is_not_null())
        .group_by(outbox::way)
        .select((outbox::way, count_star()))
        .load(conn)?;
    let number = |count: i64| usize::try_from(count).unwrap_or_default();
    let depth = |way: Way| {
        let waits = waiting.iter().find(|(code, ..)| *code == way.code());
        let lies = parked.iter().find(|(code, _)| *code == way.code());
        Depth {
            way,
            waiting: waits.map_or(0, |(_, count, _)| number(*count)),
            oldest: waits.and_then(|(.., oldest)| oldest.map(Into::into)),
            parked: lies.map_or(0, |(_, count)| number(*count)),
        }
    };
    Ok(Way::ALL.into_iter().map(depth).collect())
}
