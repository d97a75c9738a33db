//! When a reminder is due. All of it is computed anew from the civil day, the hour and the zone each time: nothing is
//! added to an earlier instant, so a clock that is turned moves one reminder and no other.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::{Kind, Settings, Weekly};
use crate::clinical::Week;
use crate::platform::clock::{Zone, ZoneData};

/// When a person is told who has chosen no hour.
const MORNING: (u32, u32) = (10, 0);

/// How long after a quiet time that began before midnight a reminder of the evening is still told.
const AFTER_QUIET: TimeDelta = TimeDelta::hours(1);

/// So many weeks are looked ahead: a day and an hour come at the latest with the second.
const AHEAD: i32 = 3;

/// However far away the next reminder is, it is looked at again after so long: what a clock wrote that was ahead is
/// found by that.
pub const HORIZON: TimeDelta = TimeDelta::days(31);

/// The rules by which one person is reminded.
#[derive(Clone, Copy)]
pub struct Schedule<'a> {
    settings: &'a Settings,
    /// Where the account is.
    home: Zone,
    zones: &'a ZoneData,
}

/// The reminder of one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Of which week.
    pub week: Week,
    /// From when on.
    pub at: DateTime<Utc>,
    /// Until when: it comes late on the same day only, and after that not at all.
    pub until: DateTime<Utc>,
}

/// What a person is asked about now, with its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Whether this week is recorded.
    pub week: Week,
    /// For the first time, or once more.
    pub kind: Kind,
    /// Told once.
    pub number: i64,
}

impl Asked {
    fn weekly(week: Week) -> Self {
        Self {
            week,
            kind: Kind::Week,
            number: week.number().into(),
        }
    }
}

/// What became of the reminders so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// The last week that is settled: its reminder went out, or was not needed.
    pub handled: Option<Week>,
    /// When the person wants to be reminded once more.
    pub later_at: Option<DateTime<Utc>>,
}

impl<'a> Schedule<'a> {
    /// The rules for a person whose account is in `home`.
    pub fn new(settings: &'a Settings, home: Zone, zones: &'a ZoneData) -> Self {
        Self {
            settings,
            home,
            zones,
        }
    }

    /// The clock by which all of it goes.
    pub fn zone(&self) -> Zone {
        let own = self.settings.weekly.and_then(|weekly| weekly.zone);
        own.unwrap_or(self.home)
    }

    /// What that clock shows at `now`.
    pub fn wall(&self, now: DateTime<Utc>) -> NaiveDateTime {
        self.zones.civil(now, self.zone())
    }

    /// The day that it is there.
    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        self.wall(now).date()
    }

    /// The first instant from `at` on that is not quiet.
    pub fn after_quiet(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let Some(quiet) = self.settings.quiet else {
            return at;
        };
        let mut at = at;
        // The end may lie in a gap, and so in the quiet time that begins after it.
        for _ in 0..3 {
            let wall = self.wall(at);
            if !quiet.holds(wall.time()) {
                break;
            }
            let day = if wall.time() < quiet.to {
                Some(wall.date())
            } else {
                wall.date().checked_add_days(Days::new(1))
            };
            let end = day.and_then(|day| self.instant(day.and_time(quiet.to)));
            // A clock that is turned back shows the end twice: never back before where we were.
            at = end.map_or(at, |end| end.max(at + TimeDelta::minutes(1)));
        }
        at
    }

    /// Whether a person is told nothing at `now`.
    pub fn is_quiet(&self, now: DateTime<Utc>) -> bool {
        let quiet = self.settings.quiet;
        quiet.is_some_and(|quiet| quiet.holds(self.wall(now).time()))
    }

    /// Whether the person wants to hear nothing at `now`.
    pub fn is_paused(&self, now: DateTime<Utc>) -> bool {
        let until = self.settings.paused_until;
        until.is_some_and(|until| self.today(now) < until)
    }

    /// The reminder of `week`, unless the person is reminded of no week, or has a pause on its day.
    pub fn occurrence(&self, week: Week) -> Option<Occurrence> {
        let Weekly { weekday, at, .. } = self.settings.weekly?;
        let into_week = u64::try_from(weekday.code()).ok()?;
        let day = week.monday().checked_add_days(Days::new(into_week))?;
        if self.settings.paused_until.is_some_and(|until| day < until) {
            return None;
        }
        let at = self.after_quiet(self.instant(day.and_time(at))?);
        let until = self.end_of_day(at)?;
        Some(Occurrence { week, at, until })
    }

    /// Until when it may be said what is said on the day of `at`: its end, or an hour after the quiet of that night.
    pub fn end_of_day(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let next_day = self.today(at).checked_add_days(Days::new(1))?;
        let midnight = self.instant(next_day.and_time(NaiveTime::MIN))?;
        Some(if self.is_quiet(midnight) {
            self.after_quiet(midnight) + AFTER_QUIET
        } else {
            midnight
        })
    }

    /// The week whose reminder is due at `now`.
    pub fn due(&self, now: DateTime<Utc>, progress: Progress) -> Option<Week> {
        let this_week = Week::of(self.today(now));
        [this_week.previous(), this_week]
            .into_iter()
            .filter(|week| is_open(*week, progress))
            .filter_map(|week| self.occurrence(week))
            .filter(|it| !self.is_put_off(*it, progress))
            .find(|it| it.at <= now && now < it.until)
            .map(|it| it.week)
    }

    /// The week to speak of at `now`, when it is not quiet, and how far the reminders are after that.
    pub fn asked(&self, now: DateTime<Utc>, before: Progress) -> (Option<Asked>, Progress) {
        let mut progress = before;
        let later = before.later_at.filter(|at| *at <= now);
        if later.is_some() {
            progress.later_at = None;
        }
        if let Some(week) = self.due(now, before) {
            progress.handled = Some(week);
            return (Some(Asked::weekly(week)), progress);
        }
        // Put off to this day, and not to another.
        let Some(at) = later.filter(|at| self.today(*at) == self.today(now)) else {
            return (None, progress);
        };
        match self.replaced(now, progress) {
            Some(week) => {
                progress.handled = Some(week);
                (Some(Asked::weekly(week)), progress)
            }
            None => (
                Some(Asked {
                    week: Week::of(self.today(now)),
                    kind: Kind::Later,
                    number: at.timestamp() / 60,
                }),
                progress,
            ),
        }
    }

    /// How far the reminders of a person are who was where `before` says and is here now: what was to come there and has
    /// gone by here comes now.
    pub fn after_move(&self, before: &Self, now: DateTime<Utc>, progress: Progress) -> Progress {
        let this_week = Week::of(self.today(now));
        let (was, is) = (before.occurrence(this_week), self.occurrence(this_week));
        let has_jumped = was.is_some_and(|it| it.at > now) && is.is_some_and(|it| it.at <= now);
        let is_missed = has_jumped && is_open(this_week, progress) && progress.later_at.is_none();
        Progress {
            later_at: if is_missed {
                Some(self.after_quiet(now))
            } else {
                progress.later_at
            },
            ..progress
        }
    }

    /// The week that a reminder at `now`, which the person asked for, takes the place of: the one of this day, or
    /// one that went by in this week.
    fn replaced(&self, now: DateTime<Utc>, progress: Progress) -> Option<Week> {
        let week = Week::of(self.today(now));
        let it = self.occurrence(week).filter(|_| is_open(week, progress))?;
        (it.at <= now || self.today(it.at) == self.today(now)).then_some(week)
    }

    /// Who wants to be reminded later today is not reminded before that.
    fn is_put_off(&self, it: Occurrence, progress: Progress) -> bool {
        let later = progress.later_at;
        later.is_some_and(|later| self.today(later) == self.today(it.at))
    }

    /// The next instant after `now` at which there may be something to tell.
    pub fn next(&self, now: DateTime<Utc>, progress: Progress) -> Option<DateTime<Utc>> {
        let later = progress.later_at.map(|later| self.after_quiet(later));
        let weekly = self.next_week(now, progress).map(|it| it.at);
        let course = self
            .settings
            .looks_at_courses()
            .then(|| self.next_hour(now))
            .flatten();
        [later, weekly, course, self.next_of_visit(now)]
            .into_iter()
            .flatten()
            .filter(|at| *at > now)
            .min()
            .map(|next| next.min(now + HORIZON))
    }

    /// The reminder of the week that comes next after `now`.
    pub fn next_week(&self, now: DateTime<Utc>, progress: Progress) -> Option<Occurrence> {
        let today = self.today(now);
        let from = self.settings.paused_until.map_or(today, |it| it.max(today));
        let first = Week::of(from).previous();
        (0..=AHEAD)
            .map(|weeks| first.plus(weeks))
            .filter(|week| is_open(*week, progress))
            .filter_map(|week| self.occurrence(week))
            .filter(|it| !self.is_put_off(*it, progress))
            .find(|it| it.at > now)
    }

    /// Whether it is time on this day, at `now`, to speak of what concerns a day and no week. An hour in a quiet time
    /// comes with its end, which may lie on the next day.
    pub fn is_hour(&self, now: DateTime<Utc>) -> bool {
        let today = self.today(now);
        let days = [today.pred_opt(), Some(today)].into_iter().flatten();
        days.filter_map(|day| self.at_hour(day))
            .any(|at| at <= now && self.today(at) == today)
    }

    /// Whether there is a visit tomorrow, or today.
    pub fn visit(&self, now: DateTime<Utc>) -> Option<NaiveDate> {
        let visit = self.settings.visit_on?;
        let today = self.today(now);
        let before = visit.pred_opt()?;
        (self.is_hour(now) && (before..=visit).contains(&today)).then_some(visit)
    }

    fn next_of_visit(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let visit = self.settings.visit_on?;
        let before = visit.pred_opt()?;
        [before.pred_opt()?, before, visit]
            .into_iter()
            .filter_map(|day| self.at_hour(day))
            .filter(|at| (before..=visit).contains(&self.today(*at)))
            .find(|at| *at > now)
    }

    fn next_hour(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut days = self.today(now).pred_opt()?.iter_days().take(5);
        days.find_map(|day| self.at_hour(day).filter(|at| *at > now))
    }

    /// The hour that the person chose, on this day.
    fn at_hour(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        let (hour, minute) = MORNING;
        let morning = NaiveTime::from_hms_opt(hour, minute, 0)?;
        let at = self.settings.weekly.map_or(morning, |weekly| weekly.at);
        Some(self.after_quiet(self.instant(day.and_time(at))?))
    }

    fn instant(&self, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
        self.zones.instant(wall, self.zone())
    }
}

fn is_open(week: Week, progress: Progress) -> bool {
    progress.handled.is_none_or(|handled| handled < week)
}
