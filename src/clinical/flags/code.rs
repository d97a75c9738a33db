//! What a flag is about, and how soon the team should hear of it.

use serde::{Deserialize, Serialize};

/// The stable name of a rule.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum FlagCode {
    /// No rating has come for three weeks in which one was usual.
    NothingRecorded,
    /// Breathing is hard, or became much harder within four weeks.
    BreathingNow,
    /// Dyspnea or orthopnea is lower than ever before.
    BreathingChanged,
    /// Breathing support is used more than before.
    BreathingSupportChanged,
    /// Swallowing is lower than ever before.
    SwallowingChanged,
    /// The weight is 5 % or more below its reference.
    WeightDown,
    /// The total fell quickly.
    TotalChangedQuickly,
    /// There are aids for too much saliva.
    SalivaAids,
    /// There are aids for speaking.
    SpeechAids,
}

impl FlagCode {
    /// The name the contract uses, such as `breathing_now`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NothingRecorded => "nothing_recorded",
            Self::BreathingNow => "breathing_now",
            Self::BreathingChanged => "breathing_changed",
            Self::BreathingSupportChanged => "breathing_support_changed",
            Self::SwallowingChanged => "swallowing_changed",
            Self::WeightDown => "weight_down",
            Self::TotalChangedQuickly => "total_changed_quickly",
            Self::SalivaAids => "saliva_aids",
            Self::SpeechAids => "speech_aids",
        }
    }

    /// Whether what people know of it stays known after the value recovered: aids do.
    pub(super) const fn stays_known(self) -> bool {
        matches!(self, Self::SalivaAids | Self::SpeechAids)
    }
}

/// How soon the team should hear of it; the most urgent comes first.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Contact the team today.
    ContactToday,
    /// Contact the team this week.
    ContactThisWeek,
    /// Tell the team.
    TellTeam,
    /// Bring it up at the next visit.
    NextVisit,
}
