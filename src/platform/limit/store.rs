//! The tables `quotas` and `guesses`.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::name::Name;
use crate::platform::db::{At, Conn, DbResult, Steady, on_each};
use crate::platform::retention::Rule;
use crate::schema::{guesses, quotas};

/// When everything of `key` is free again. Its row is there from now on, and locked.
pub(super) fn lock_quota(
    conn: &mut Conn,
    key: &Name,
    now: DateTime<Utc>,
) -> DbResult<DateTime<Utc>> {
    let free_at = taken_over(conn, key)?.unwrap_or(now.into());
    let row = (quotas::key.eq(&key.now[..]), quotas::free_at.eq(free_at));
    let lock = diesel::insert_into(quotas::table)
        .values(row)
        .on_conflict(quotas::key)
        .do_update()
        .set(quotas::free_at.eq(quotas::free_at))
        .returning(quotas::free_at);
    let free_at: At = on_each!(conn, |c| lock.get_result(c))?;
    Ok(free_at.into())
}

/// What was counted before the key was changed, on which no instance counts from now on.
fn taken_over(conn: &mut Conn, key: &Name) -> DbResult<Option<At>> {
    let Some(before) = &key.before else {
        return Ok(None);
    };
    let take = diesel::delete(quotas::table.find(&before[..])).returning(quotas::free_at);
    Ok(on_each!(conn, |c| take.get_result(c)).optional()?)
}

pub(super) fn set_quota(conn: &mut Conn, key: &Name, free_at: DateTime<Utc>) -> DbResult<()> {
    let set =
        diesel::update(quotas::table.find(&key.now[..])).set(quotas::free_at.eq(At::from(free_at)));
    on_each!(conn, |c| Steady(set).execute(c))?;
    Ok(())
}

/// What has failed under one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Failures {
    /// Since the last quiet day: how long the next one locks.
    pub(super) recent: i32,
    /// Since the last success.
    pub(super) total: i32,
    /// When the last one was.
    pub(super) last_at: DateTime<Utc>,
    /// Until when nothing is looked at.
    pub(super) locked_until: Option<DateTime<Utc>>,
}

type FailuresRow = (i32, i32, At, Option<At>);

const FAILURES: (
    guesses::recent,
    guesses::total,
    guesses::last_at,
    guesses::locked_until,
) = (
    guesses::recent,
    guesses::total,
    guesses::last_at,
    guesses::locked_until,
);

/// What has failed under `key`. Its row is there from now on, and locked.
pub(super) fn lock_guesses(conn: &mut Conn, key: &Name, now: DateTime<Utc>) -> DbResult<Failures> {
    let (recent, total, last_at, locked_until) =
        failed_before(conn, key)?.unwrap_or((0, 0, now.into(), None));
    let row = (
        guesses::key.eq(&key.now[..]),
        guesses::recent.eq(recent),
        guesses::total.eq(total),
        guesses::last_at.eq(last_at),
        guesses::locked_until.eq(locked_until),
    );
    let lock = diesel::insert_into(guesses::table)
        .values(row)
        .on_conflict(guesses::key)
        .do_update()
        .set(guesses::total.eq(guesses::total))
        .returning(FAILURES);
    let row: FailuresRow = on_each!(conn, |c| lock.get_result(c))?;
    let (recent, total, last_at, locked_until) = row;
    Ok(Failures {
        recent,
        total,
        last_at: last_at.into(),
        locked_until: locked_until.map(Into::into),
    })
}

/// As [`taken_over`].
fn failed_before(conn: &mut Conn, key: &Name) -> DbResult<Option<FailuresRow>> {
    let Some(before) = &key.before else {
        return Ok(None);
    };
    let take = diesel::delete(guesses::table.find(&before[..])).returning(FAILURES);
    Ok(on_each!(conn, |c| take.get_result(c)).optional()?)
}

pub(super) fn set_guesses(conn: &mut Conn, key: &Name, failures: Failures) -> DbResult<()> {
    let set = diesel::update(guesses::table.find(&key.now[..])).set((
        guesses::recent.eq(failures.recent),
        guesses::total.eq(failures.total),
        guesses::last_at.eq(At::from(failures.last_at)),
        guesses::locked_until.eq(failures.locked_until.map(At::from)),
    ));
    on_each!(conn, |c| Steady(set).execute(c))?;
    Ok(())
}

pub(super) fn forget_guesses(conn: &mut Conn, key: &Name) -> DbResult<()> {
    diesel::delete(guesses::table.find(&key.now[..])).execute(conn)?;
    Ok(())
}

/// So many failures in a row are remembered for longer than a day.
const MANY: i32 = 20;

/// Forgets what says nothing any more: quotas that are free, failures after a quiet day, and after
/// thirty days also those that count towards closing a password.
pub const RETENTION: [Rule; 2] = [
    Rule {
        table: "quotas",
        goes: "counts of what is free again",
        forget: forget_free,
    },
    Rule {
        table: "guesses",
        goes: "failures, after a quiet day; of twenty in a row and more, after thirty",
        forget: forget_quiet,
    },
];

fn forget_free(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    let free = quotas::free_at.lt(At::from(now));
    Ok(diesel::delete(quotas::table.filter(free)).execute(conn)?)
}

fn forget_quiet(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    let quiet = guesses::last_at.lt(At::from(now - TimeDelta::days(1)));
    let long_quiet = guesses::last_at.lt(At::from(now - TimeDelta::days(30)));
    let forgotten = long_quiet.or(quiet.and(guesses::total.lt(MANY)));
    Ok(diesel::delete(guesses::table.filter(forgotten)).execute(conn)?)
}
