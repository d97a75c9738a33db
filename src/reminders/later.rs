//! Being reminded later on the same day.

use chrono::{DateTime, TimeDelta, Utc};

use super::model::schedule::{Progress, Schedule};
use super::refusal::Refusal;
use super::store;
use crate::access::SignedIn;
use crate::accounts;
use crate::platform::clock::ZoneData;
use crate::platform::db::{Conn, Verdict};

/// Reminds the caller once more after `wait`. Asked again before that, the last one counts.
pub fn ask(conn: &mut Conn, who: &SignedIn, wait: TimeDelta) -> Verdict<DateTime<Utc>, Refusal> {
    let row = store::lock(conn, who.account())?;
    let Some(row) = row.filter(|row| !row.settings.is_off() && row.diary.is_some()) else {
        return Ok(Err(Refusal::Off));
    };
    let home = accounts::time_zone_of(conn, who.account())?;
    let schedule = Schedule::new(&row.settings, home, ZoneData::in_use());
    let at = who.at() + wait;
    let is_today = schedule.today(at) == schedule.today(who.at());
    if !is_today || schedule.is_quiet(at) || schedule.is_paused(at) {
        return Ok(Err(Refusal::TooLateToday));
    }
    let progress = Progress {
        later_at: Some(at),
        ..row.progress
    };
    let timetable = store::Timetable {
        next_at: schedule.next(who.at(), progress),
        progress,
        home,
    };
    store::settle(conn, who.account(), &timetable)?;
    Ok(Ok(at))
}
