//! What a follower chose, and what there is to tell.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;

use crate::access::Relation;
use crate::channels::Channel;
use crate::clinical::{FlagCode, Tier, Week};
use crate::platform::ids::{AccountId, AlertId, FlagId, PatientId};
use crate::versions::Author;

/// What one wants to be told of a diary. Nothing is on before it was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = Alerts)]
pub struct Choice {
    /// Counts the changes, from 1.
    #[serde(skip)]
    #[schema(ignore)]
    pub version: i32,
    /// That nothing was recorded in so many whole weeks.
    #[schema(example = 2)]
    pub silence_weeks: Option<i16>,
    /// Flags of these tiers.
    #[schema(example = json!(["contact_today"]))]
    pub tiers: Vec<Tier>,
    /// On which ways.
    #[schema(example = json!(["mail"]))]
    pub channels: Vec<Channel>,
    /// After so many hours without an answer the next person is told.
    #[schema(example = 24)]
    pub escalate_after_hours: Option<i16>,
}

impl Choice {
    /// Of a person who has chosen nothing.
    pub fn nothing() -> Self {
        Self {
            version: 1,
            silence_weeks: None,
            tiers: Vec::new(),
            channels: Vec::new(),
            escalate_after_hours: None,
        }
    }

    /// How long the others wait for an answer of this person.
    pub fn patience(&self) -> Option<TimeDelta> {
        self.escalate_after_hours
            .map(|hours| TimeDelta::hours(hours.into()))
    }
}

/// A person who follows a diary, or could, as they are let in now.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub account: AccountId,
    /// What they are to the patient.
    pub relation: Relation,
    /// Whether they see flags.
    pub sees_flags: bool,
    /// What they chose since they were let in.
    pub choice: Choice,
    /// When.
    pub chosen_at: DateTime<Utc>,
    /// Whether the patient switched their alerts off.
    pub is_muted: bool,
}

impl Person {
    /// Whether they are told anything at all.
    pub fn is_told(&self) -> bool {
        !self.is_muted && !self.choice.channels.is_empty()
    }

    /// Whether they would be told something now: in a pause no silence is told, and of flags only those who see them.
    pub fn is_told_now(&self, is_paused: bool) -> bool {
        let Choice {
            tiers,
            silence_weeks,
            ..
        } = &self.choice;
        let of_flags = self.sees_flags && !tiers.is_empty();
        let of_silence = silence_weeks.is_some() && !is_paused;
        let after_others = tiers.is_empty() && silence_weeks.is_none();
        self.is_told() && (of_flags || of_silence || after_others)
    }

    /// Whether they may see an alert about this.
    pub fn may_see(&self, what: What) -> bool {
        match what {
            What::Flag(..) => self.sees_flags,
            What::Silence => true,
        }
    }
}

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Something the team should hear of.
    Flag(FlagCode, Tier),
    /// That nothing is recorded.
    Silence,
}

/// How that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = AlertKind)]
pub enum Kind {
    /// A flag.
    Flag,
    /// That nothing is recorded.
    Silence,
}

/// Something that people are told of a diary.
#[derive(Debug, Clone)]
pub struct Alert {
    /// Its name.
    pub id: AlertId,
    /// What it is about.
    pub what: What,
    /// The week in which a flag began; of a silence the last one that is recorded, or else the one before the diary
    /// began.
    pub week: Week,
    /// When it was noticed, or became more urgent.
    pub raised_at: DateTime<Utc>,
    /// When it was over by itself.
    pub ended_at: Option<DateTime<Utc>>,
    /// Who said that they see to it, as what, and when.
    pub acknowledged: Option<(AccountId, Relation, DateTime<Utc>)>,
    /// When the next person is told, unless it is answered before.
    pub next_step_at: Option<DateTime<Utc>>,
}

impl Alert {
    /// One that is noticed now.
    pub fn new(id: AlertId, what: What, week: Week, now: DateTime<Utc>) -> Self {
        Self {
            id,
            what,
            week,
            raised_at: now,
            ended_at: None,
            acknowledged: None,
            next_step_at: None,
        }
    }

    /// Whether it still waits for a person to see to it.
    pub fn is_open(&self) -> bool {
        self.ended_at.is_none() && self.acknowledged.is_none()
    }
}

/// The same as one reader sees it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Whose diary.
    pub patient: PatientId,
    /// What.
    pub alert: Alert,
    /// The name of its flag.
    pub flag: Option<FlagId>,
    /// Who sees to it, and since when.
    pub acknowledged: Option<(Author, DateTime<Utc>)>,
    /// Who was told and when; for the patient.
    pub told: Option<Vec<(Author, DateTime<Utc>)>>,
}

/// What an account chose of one diary.
#[derive(Debug, Clone)]
pub struct Followed {
    /// Whose.
    pub patient: PatientId,
    /// What.
    pub choice: Choice,
}

/// How a tier is kept.
pub fn tier_code(tier: Tier) -> i16 {
    match tier {
        Tier::ContactToday => 1,
        Tier::ContactThisWeek => 2,
        Tier::TellTeam => 4,
        Tier::NextVisit => 8,
    }
}

/// Tiers as one number, a bit each.
pub fn tiers_code(tiers: &[Tier]) -> i16 {
    tiers.iter().fold(0, |code, tier| code | tier_code(*tier))
}

/// The tiers of such a number.
pub fn tiers_of(code: i16) -> Vec<Tier> {
    Tier::ALL
        .into_iter()
        .filter(|tier| code & tier_code(*tier) != 0)
        .collect()
}

/// Whole weeks without a rating up to the week of `today`, after the week `last`.
pub fn silent_weeks(last: Week, today: NaiveDate) -> i32 {
    (Week::of(today).weeks_since(last) - 1).max(0)
}

/// The day on which so many whole weeks after the week `last` are over.
pub fn silent_from(last: Week, weeks: i16) -> NaiveDate {
    last.plus(i32::from(weeks) + 1).monday()
}
