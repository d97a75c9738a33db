//! A link for one week, and what became of it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;

use crate::clinical::Week;
use crate::platform::clock::{Zone, civil_day};
use crate::platform::ids::GuestLinkId;

pub use crate::accounts::MailedCode as Token;

/// How long a link is good.
pub const LIFETIME: TimeDelta = TimeDelta::hours(24);

/// So many links a patient makes in a day, and so has at once.
pub const MOST_A_DAY: i64 = 10;

/// What became of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = GuestLinkStatus)]
pub enum Status {
    /// Nothing was recorded with it yet.
    Open,
    /// A week was recorded with it. While it is good, its holder may correct that.
    Used,
    /// It was taken back before its time.
    Revoked,
    /// Its time is over, and nothing was recorded.
    Expired,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestLink {
    /// Its name.
    pub id: GuestLinkId,
    /// What its holder sees of the patient, if anything.
    pub shown_name: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
    /// What was recorded with it.
    pub week: Option<Week>,
}

impl GuestLink {
    /// What became of it by `now`.
    pub fn status(&self, now: DateTime<Utc>) -> Status {
        match (self.revoked_at, self.week) {
            (Some(_), _) => Status::Revoked,
            (None, Some(_)) => Status::Used,
            (None, None) if self.expires_at <= now => Status::Expired,
            (None, None) => Status::Open,
        }
    }

    /// The days that its holder may rate, where the patient is: those that the link touches, and the one before, so that a night has its
    /// evening. What else is in the diary cannot be probed.
    pub fn days(&self, zone: Zone) -> (NaiveDate, NaiveDate) {
        let first = civil_day(self.created_at, zone);
        let first = first.pred_opt().unwrap_or(first);
        (first, civil_day(self.expires_at, zone))
    }
}
