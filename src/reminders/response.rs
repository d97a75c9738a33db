//! What a person is reminded of, as it is shown.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Serialize;

use super::model::{Reminders, Weekday};
use super::request::OWN;
use crate::channels::Channel;
use crate::platform::http::instant;
use crate::platform::ids::PatientId;

/// All of one's own reminders. Nothing is on before it was chosen.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Reminders)]
pub struct RemindersBody {
    /// Once a week, of the week that is not recorded yet; null where that is off.
    weekly: Option<WeeklyBody>,
    /// On which ways.
    #[schema(example = json!(["mail"]))]
    channels: Vec<Channel>,
    /// When never: what falls into it comes at its end.
    quiet: Option<QuietBody>,
    /// Nothing before this day.
    paused_until: Option<NaiveDate>,
    /// When a course of cells is usually repeated.
    next_course: bool,
    /// When the last course of cells was followed for 42 months.
    end_of_follow_up: bool,
    /// Of a visit on this day.
    visit_on: Option<NaiveDate>,
    /// Of which diary; null where it is of no diary.
    patient_id: Option<PatientId>,
}

/// A weekday, and an hour of the clock there.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = WeeklyReminder)]
pub struct WeeklyBody {
    weekday: Weekday,
    #[schema(example = "18:00")]
    at: String,
    /// `own` for that of the account, or an IANA name.
    #[schema(example = "own")]
    zone: &'static str,
}

/// From one time of the day to another.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = QuietHours)]
pub struct QuietBody {
    #[schema(example = "21:30")]
    from: String,
    #[schema(example = "08:00")]
    to: String,
}

impl From<&Reminders> for RemindersBody {
    fn from(chosen: &Reminders) -> Self {
        let settings = &chosen.settings;
        Self {
            weekly: settings.weekly.map(|weekly| WeeklyBody {
                weekday: weekly.weekday,
                at: time(weekly.at),
                zone: weekly.zone.map_or(OWN, |zone| zone.name()),
            }),
            channels: settings.channels.clone(),
            quiet: settings.quiet.map(|quiet| QuietBody {
                from: time(quiet.from),
                to: time(quiet.to),
            }),
            paused_until: settings.paused_until,
            next_course: settings.next_course,
            end_of_follow_up: settings.end_of_follow_up,
            visit_on: settings.visit_on,
            patient_id: chosen.patient,
        }
    }
}

fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// When a person is reminded once more.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ReminderPutOff)]
pub struct LaterBody {
    /// At this instant, unless the week is recorded by then.
    #[serde(serialize_with = "instant::millis")]
    pub remind_at: DateTime<Utc>,
}
