//! Looks at one diary: what there is to tell which followers now.

use std::cmp::min;

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};

use super::following;
use super::model::{Alert, Person, What, silent_from, silent_weeks};
use super::news::Telling;
use super::store::watches::{self, Watch};
use super::store::{alerts, choices};
use crate::access::{self, Access, PatientKey, Watch as Watching};
use crate::clinical::{FlagCode, Week};
use crate::platform::clock::{ZoneData, civil_day};
use crate::platform::db::{Conn, DbResult};
use crate::platform::vault::Vault;
use crate::reminders;
use crate::trends::{self, Watched, WatchedFlag};

/// What a clock that was ahead put off further than that is looked at at once.
pub const HORIZON: TimeDelta = TimeDelta::days(3);

/// So many alerts of a diary are looked at: more than ever stand at once.
const MOST: i64 = 500;

/// What comes with the days, and not with what is recorded, is told in the morning.
const MORNING: u32 = 9;

/// When a diary is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// When it is due, or has changed.
    Due,
    /// In any case: what is there now is known to who follows it from now on.
    Begin,
}

/// Counts messages, once they are committed.
pub fn count(told: u64) {
    if told > 0 {
        metrics::counter!("alerts_total").increment(told);
    }
}

/// Looks at the diary with this key at `now`; how many messages went out.
pub fn look(
    conn: &mut Conn,
    vault: &Vault,
    (key, now): (PatientKey, DateTime<Utc>),
    with_flags: bool,
    reason: Reason,
) -> DbResult<u64> {
    access::lock_watched(conn, key)?;
    let Some(access) = access::watching(conn, vault, key, now)? else {
        watches::end(conn, key)?;
        return Ok(0);
    };
    if reason == Reason::Due && !is_due(conn, &access)? {
        return Ok(0);
    }
    if !choices::of_diary(conn, key)?
        .values()
        .any(|kept| !kept.choice.channels.is_empty())
    {
        watches::end(conn, key)?;
        return Ok(0);
    }
    let mut telling = Telling {
        vault,
        key,
        now,
        told: 0,
    };
    let people = following::people(conn, &access)?;
    let mut all = alerts::of_diary(conn, key, MOST)?;
    if access.is_closed() {
        end(conn, key, now, &mut all, |_| true)?;
    } else {
        let watched = trends::watched(conn, &access, with_flags)?;
        tell_of_flags(conn, &mut telling, &people, &mut all, &watched)?;
        let is_paused = is_paused(conn, &access)?;
        let silence = (&access, &watched, is_paused);
        tell_of_silence(conn, &mut telling, &people, &mut all, silence)?;
        let waits = |alert: &Alert| is_paused && alert.what == What::Silence;
        for alert in all.iter_mut().filter(|one| one.is_open() && !waits(one)) {
            if alert.next_step_at.is_some_and(|at| at <= now) {
                telling.escalate(conn, alert, &people)?;
                alerts::put(conn, key, alert)?;
            }
        }
    }
    let steps = all.iter().filter(|alert| alert.is_open());
    let steps = steps.filter_map(|alert| alert.next_step_at);
    // What waits for the end of a pause is looked at in the morning.
    let step = steps.filter(|at| *at > now).min();
    let morning = morning(&access);
    let seen = access::watching(conn, vault, key, now)?.map(|access| access.last_change());
    let watch = Watch {
        seen_change: seen.unwrap_or_default(),
        look_at: step.map_or(morning, |step| min(step, morning)),
    };
    watches::put(conn, key, watch)?;
    Ok(telling.told)
}

fn is_due(conn: &mut Conn, access: &Access<Watching>) -> DbResult<bool> {
    let now = access.at();
    Ok(watches::find(conn, access.key())?.is_some_and(|watch| {
        watch.look_at <= now
            || watch.look_at > now + HORIZON
            || watch.seen_change != access.last_change()
    }))
}

fn tell_of_flags(
    conn: &mut Conn,
    telling: &mut Telling<'_>,
    people: &[Person],
    all: &mut Vec<Alert>,
    watched: &Watched,
) -> DbResult<()> {
    let (key, now) = (telling.key, telling.now);
    // Silence is told by weeks, as each follower chose.
    let flags: Vec<&WatchedFlag> = watched
        .flags
        .iter()
        .filter(|flag| flag.code != FlagCode::NothingRecorded)
        .collect();
    let is_raised = |code: FlagCode, week: Week| {
        let mut flags = flags.iter();
        flags.any(|flag| (flag.code, flag.week) == (code, week))
    };
    for flag in &flags {
        let place = all.iter().position(|alert| is_of(alert, flag));
        // A correction can move the week in which it began: it is still the same. Where that week says what it said, it is
        // over, and another one has begun later, of which no one was told.
        let is_moved = |alert: &Alert| {
            matches!(alert.what, What::Flag(code, _) if code == flag.code
                && alert.ended_at.is_none() && !is_raised(code, alert.week))
                && (flag.week < alert.week || !watched.unrevised.contains(&alert.week))
        };
        let place = place.or_else(|| all.iter().position(is_moved));
        if let Some(known) = flag.known {
            let alert = place.and_then(|place| all.get_mut(place));
            if let Some(alert) = alert.filter(|alert| alert.is_open())
                && !is_raised_unknown(&flags, flag)
            {
                alert.acknowledged = Some(known);
                alert.next_step_at = None;
                alerts::put(conn, key, alert)?;
            }
            continue;
        }
        let (id, what) = (telling.vault.next_id(), What::Flag(flag.code, flag.tier));
        let new = || Alert::new(id, what, flag.week, now);
        let Some(alert) = kept_or(all, place, new) else {
            continue;
        };
        if matches!(alert.what, What::Flag(_, tier) if flag.tier < tier) {
            // More urgent than what they were told: it is told anew.
            alert.raised_at = now;
            alert.acknowledged = None;
            alert.next_step_at = None;
            alerts::untell(conn, alert.id)?;
        }
        alert.what = what;
        alert.week = flag.week;
        let came_back = alert.ended_at.take().is_some();
        alerts::put(conn, key, alert)?;
        let raised_at = alert.raised_at;
        telling.tell(conn, alert, people, |person| {
            person.choice.tiers.contains(&flag.tier) && raised_at > person.chosen_at
        })?;
        if came_back {
            telling.wait_again(conn, alert, people)?;
        }
        alerts::put(conn, key, alert)?;
    }
    end(
        conn,
        key,
        now,
        all,
        |alert| matches!(alert.what, What::Flag(code, _) if !is_raised(code, alert.week)),
    )
}

fn is_of(alert: &Alert, flag: &WatchedFlag) -> bool {
    matches!(alert.what, What::Flag(code, _) if code == flag.code) && alert.week == flag.week
}

/// Whether one of the same name stands that people do not know yet.
fn is_raised_unknown(flags: &[&WatchedFlag], known: &WatchedFlag) -> bool {
    flags
        .iter()
        .any(|flag| flag.known.is_none() && (flag.code, flag.week) == (known.code, known.week))
}

/// Whether the patient has a pause: no one is told of silence then.
fn is_paused(conn: &mut Conn, access: &Access<Watching>) -> DbResult<bool> {
    let pause = reminders::paused_until(conn, access.owner())?;
    Ok(pause.is_some_and(|until| access.today() < until))
}

/// By this server's clock, and not in a pause.
fn tell_of_silence(
    conn: &mut Conn,
    telling: &mut Telling<'_>,
    people: &[Person],
    all: &mut Vec<Alert>,
    (access, watched, is_paused): (&Access<Watching>, &Watched, bool),
) -> DbResult<()> {
    let (key, now, today) = (telling.key, telling.now, access.today());
    let last = watched.last_week.unwrap_or(watched.began.previous());
    end(conn, key, now, all, |alert| {
        alert.what == What::Silence && alert.week != last
    })?;
    if is_paused {
        return Ok(());
    }
    let zone = access.time_zone();
    let is_silent_for = |person: &Person| {
        person.choice.silence_weeks.is_some_and(|weeks| {
            silent_weeks(last, today) >= i32::from(weeks)
                && silent_from(last, weeks) >= civil_day(person.chosen_at, zone)
        })
    };
    if !people.iter().any(is_silent_for) {
        return Ok(());
    }
    let is_it = |alert: &Alert| alert.what == What::Silence && alert.week == last;
    let place = all.iter().position(is_it);
    let id = telling.vault.next_id();
    let new = || Alert::new(id, What::Silence, last, now);
    let Some(alert) = kept_or(all, place, new) else {
        return Ok(());
    };
    let came_back = alert.ended_at.take().is_some();
    alerts::put(conn, key, alert)?;
    telling.tell(conn, alert, people, is_silent_for)?;
    if came_back {
        telling.wait_again(conn, alert, people)?;
    }
    alerts::put(conn, key, alert)
}

/// The one that there is, or else a new one.
fn kept_or(
    all: &mut Vec<Alert>,
    place: Option<usize>,
    new: impl FnOnce() -> Alert,
) -> Option<&mut Alert> {
    let place = place.unwrap_or_else(|| {
        all.push(new());
        all.len() - 1
    });
    all.get_mut(place)
}

/// Those that are over wait for no answer.
fn end(
    conn: &mut Conn,
    key: PatientKey,
    now: DateTime<Utc>,
    all: &mut [Alert],
    is_over: impl Fn(&Alert) -> bool,
) -> DbResult<()> {
    for alert in all {
        if alert.ended_at.is_none() && is_over(alert) {
            alert.ended_at = Some(now);
            alert.next_step_at = None;
            alerts::put(conn, key, alert)?;
        }
    }
    Ok(())
}

/// The next morning where the patient is; not all diaries at once.
fn morning(access: &Access<Watching>) -> DateTime<Utc> {
    let (now, zone, zones) = (access.at(), access.time_zone(), ZoneData::in_use());
    let minute = u32::try_from(access.key().0.rem_euclid(60)).unwrap_or_default();
    let time = NaiveTime::from_hms_opt(MORNING, minute, 0).unwrap_or_default();
    let mut days = access.today().iter_days().take(3);
    let morning = days.find_map(|day| {
        let at = zones.instant(day.and_time(time), zone)?;
        (at > now).then_some(at)
    });
    let tomorrow = now.checked_add_days(Days::new(1)).unwrap_or(now);
    morning.unwrap_or(tomorrow)
}
