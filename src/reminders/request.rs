//! What a person wants to be reminded of, as clients send it.

use chrono::{NaiveTime, TimeDelta};
use serde::Deserialize;

use super::model::{Quiet, Settings, Weekday, Weekly};
use crate::channels::Channel;
use crate::platform::clock::Zone;
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::ids::PatientId;

/// All of one's own reminders: what is left out or null is off.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SetReminders)]
pub struct RemindersRequest {
    /// Once a week, of the week that is not recorded yet.
    weekly: Option<WeeklyRequest>,
    /// On which ways. One at least, where there is something to be reminded of.
    #[serde(default)]
    channels: Vec<Channel>,
    /// When never: what falls into it comes at its end.
    quiet: Option<QuietRequest>,
    /// Nothing before this day.
    #[schema(value_type = Option<chrono::NaiveDate>, example = "2026-12-27")]
    paused_until: Option<Day>,
    /// When a course of cells is usually repeated: from 12 months after the last one.
    #[serde(default)]
    next_course: bool,
    /// When the last course of cells was followed for 42 months.
    #[serde(default)]
    end_of_follow_up: bool,
    /// Of a visit: on the day before, or on the day where it was entered later.
    #[schema(value_type = Option<chrono::NaiveDate>, example = "2026-12-10")]
    visit_on: Option<Day>,
    /// Of which diary; left out for one's own. Who is reminded of another's records in it.
    #[schema(format = "uuid")]
    patient_id: Option<String>,
}

/// A weekday, and an hour of the clock there.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SetWeeklyReminder)]
pub struct WeeklyRequest {
    #[schema(inline)]
    weekday: Weekday,
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "18:00")]
    at: String,
    /// `own` for that of the account, which may change; or an IANA name.
    #[schema(example = "own")]
    zone: String,
}

/// From one time of the day to another.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SetQuietHours)]
pub struct QuietRequest {
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "21:30")]
    from: String,
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "08:00")]
    to: String,
}

/// What was sent, read.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What is wanted.
    pub settings: Settings,
    /// Of whose diary; `None` for one's own.
    pub patient: Option<PatientId>,
}

/// How the zone of the account is named.
pub const OWN: &str = "own";

impl RemindersRequest {
    /// What is wanted; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<Draft, Faults> {
        let faults = &mut faults;
        let weekly = self.weekly.map(|weekly| Weekly {
            weekday: weekly.weekday,
            at: read_time(faults, "/weekly/at", &weekly.at),
            zone: read_zone(faults, &weekly.zone),
        });
        let quiet = self.quiet.map(|quiet| Quiet {
            from: read_time(faults, "/quiet/from", &quiet.from),
            to: read_time(faults, "/quiet/to", &quiet.to),
        });
        if !faults.has("/quiet/from") && !faults.has("/quiet/to") {
            faults.require(
                quiet.is_none_or(|quiet| quiet.from != quiet.to),
                "/quiet/to",
                "invalid_value",
                "A quiet time ends at another time of the day than it begins.",
            );
        }
        let patient = self.patient_id.map(|id| id.parse());
        faults.require(
            !matches!(patient, Some(Err(_))),
            "/patient_id",
            "invalid_value",
            "This is no UUID.",
        );
        let settings = Settings {
            weekly,
            channels: read_channels(faults, &self.channels),
            quiet,
            paused_until: self.paused_until.map(Into::into),
            next_course: self.next_course,
            end_of_follow_up: self.end_of_follow_up,
            visit_on: self.visit_on.map(Into::into),
        };
        if !faults.has("/channels") {
            faults.require(
                settings.is_off() || !settings.channels.is_empty(),
                "/channels",
                "empty",
                "There has to be a way to remind you.",
            );
        }
        std::mem::take(faults).or(Draft {
            settings,
            patient: patient.and_then(Result::ok),
        })
    }
}

/// Reads ways to a person, each at most once.
pub fn read_channels(faults: &mut Faults, channels: &[Channel]) -> Vec<Channel> {
    let mut read = channels.to_vec();
    read.sort_unstable();
    read.dedup();
    faults.require(
        read.len() == channels.len(),
        "/channels",
        "repeated",
        "Each way is named once.",
    );
    read
}

/// Reads `HH:MM`.
fn read_time(faults: &mut Faults, pointer: &str, text: &str) -> NaiveTime {
    let time = match text.as_bytes() {
        [h1, h2, b':', m1, m2] if [h1, h2, m1, m2].into_iter().all(u8::is_ascii_digit) => {
            NaiveTime::parse_from_str(text, "%H:%M").ok()
        }
        _ => None,
    };
    faults.require(
        time.is_some(),
        pointer,
        "invalid_value",
        "A time of the day is written HH:MM, from 00:00 to 23:59.",
    );
    time.unwrap_or_default()
}

fn read_zone(faults: &mut Faults, name: &str) -> Option<Zone> {
    if name == OWN {
        return None;
    }
    let zone = name.parse().ok();
    faults.require(
        zone.is_some(),
        "/weekly/zone",
        "unknown_time_zone",
        "There is no such IANA time zone; the account's is named own.",
    );
    zone
}

/// How much later.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RemindLater)]
pub struct LaterRequest {
    /// In so many hours, 1 to 12; 3 unless said.
    #[schema(minimum = 1, maximum = 12, example = 3)]
    hours: Option<i64>,
}

impl LaterRequest {
    /// In how long; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<TimeDelta, Faults> {
        let hours = self.hours.unwrap_or(3);
        let is_one = (1..=12).contains(&hours);
        let detail = "A reminder can be put off by 1 to 12 hours.";
        faults.require(is_one, "/hours", "invalid_value", detail);
        if is_one {
            faults.or(TimeDelta::hours(hours))
        } else {
            Err(faults)
        }
    }
}
