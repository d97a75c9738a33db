//! What a person wants to be reminded of: kept as they mean it, on a weekday at an hour of their clock, and never
//! as an instant.

pub mod schedule;

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::channels::Channel;
use crate::platform::clock::Zone;
use crate::platform::db::stored_as_code;
use crate::platform::ids::PatientId;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    /// The first of a week.
    Monday,
    /// The second.
    Tuesday,
    /// The third.
    Wednesday,
    /// The fourth.
    Thursday,
    /// The fifth.
    Friday,
    /// The sixth.
    Saturday,
    /// The last.
    Sunday,
}
stored_as_code!(Weekday {
    Monday = 0,
    Tuesday = 1,
    Wednesday = 2,
    Thursday = 3,
    Friday = 4,
    Saturday = 5,
    Sunday = 6,
});

/// Once a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekly {
    /// On which day.
    pub weekday: Weekday,
    /// At which hour and minute.
    pub at: NaiveTime,
    /// By which clock; `None` for that of the account, wherever it is by then.
    pub zone: Option<Zone>,
}

/// When a person is not told anything: from one time of the day to another, over midnight where the second is
/// the earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// From then on …
    pub from: NaiveTime,
    /// … until then, when it is not quiet any more.
    pub to: NaiveTime,
}

impl Quiet {
    /// Whether the clock on the wall shows a quiet time.
    pub fn holds(self, time: NaiveTime) -> bool {
        if self.from < self.to {
            (self.from..self.to).contains(&time)
        } else {
            time >= self.from || time < self.to
        }
    }
}

/// All that a person says of their reminders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Of the week that is not recorded yet.
    pub weekly: Option<Weekly>,
    /// On which ways.
    pub channels: Vec<Channel>,
    /// When never.
    pub quiet: Option<Quiet>,
    /// Nothing before this day.
    pub paused_until: Option<NaiveDate>,
    /// When a course of cells is due again.
    pub next_course: bool,
    /// When a course of cells has been followed for long enough.
    pub end_of_follow_up: bool,
    /// Of a visit on this day.
    pub visit_on: Option<NaiveDate>,
}

impl Settings {
    /// Whether there is anything to be reminded of.
    pub fn is_off(&self) -> bool {
        self.weekly.is_none() && !self.looks_at_courses() && self.visit_on.is_none()
    }

    /// Whether the treatments decide what the person is reminded of.
    pub fn looks_at_courses(&self) -> bool {
        self.next_course || self.end_of_follow_up
    }
}

/// What a person chose, and of which diary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reminders {
    /// What.
    pub settings: Settings,
    /// Of which diary, if of one.
    pub patient: Option<PatientId>,
    /// Counts the changes, from 1.
    pub version: i32,
}

/// What a person was reminded of: with its number once only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Of a week, by its number.
    Week,
    /// Of a week once more, because they asked for it; by the minute that they asked for.
    Later,
    /// Of a course of cells, by the day from which on it is due.
    Course,
    /// Of the end of its follow-up, by its day.
    FollowUp,
    /// Of a visit, by its day.
    Visit,
}

impl Kind {
    /// How it is stored.
    pub fn code(self) -> i16 {
        match self {
            Self::Week => 1,
            Self::Later => 2,
            Self::Course => 3,
            Self::FollowUp => 4,
            Self::Visit => 5,
        }
    }
}

/// Minutes since midnight, as a time of the day is kept.
pub fn minutes(time: NaiveTime) -> i16 {
    i16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default()
}

/// The time of the day that is so many minutes after midnight.
pub fn from_minutes(minutes: i16) -> Option<NaiveTime> {
    let seconds = u32::try_from(minutes).ok()?.checked_mul(60)?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
}

/// The channels as one number, a bit each.
pub fn channels_code(channels: &[Channel]) -> i16 {
    channels
        .iter()
        .fold(0, |code, channel| code | bit(*channel))
}

/// The channels of such a number.
pub fn channels_of(code: i16) -> Vec<Channel> {
    let all = [Channel::Mail, Channel::Push];
    all.into_iter()
        .filter(|one| code & bit(*one) != 0)
        .collect()
}

fn bit(channel: Channel) -> i16 {
    match channel {
        Channel::Mail => 1,
        Channel::Push => 2,
    }
}
