//! What a week of the diary holds.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::clinical::Answers;
pub use crate::clinical::{Respondent, Weight};
use crate::platform::db::stored_as_code;
use crate::versions::Version;

stored_as_code!(Respondent {
    Oneself = 1,
    SelfWithHelp = 2,
    CaregiverRelayed = 3,
    CaregiverProxy = 4,
    ClinicianInPerson = 5,
    ClinicianPhone = 6,
});

/// How strong each symptom was in the week, 0 (none) to 10 (worst); all optional.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Symptoms {
    /// Loss of strength.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weakness: Option<Strength>,
    /// Stiffness, cramps, spasms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stiffness: Option<Strength>,
    /// Twitching under the skin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twitching: Option<Strength>,
    /// Muscles becoming thinner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wasting: Option<Strength>,
    /// Tiredness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fatigue: Option<Strength>,
    /// Headache.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headache: Option<Strength>,
    /// No wish to eat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appetite_loss: Option<Strength>,
    /// Pain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pain: Option<Strength>,
}

impl Symptoms {
    /// Whether none was given.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The strength of a symptom, 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "u8", into = "u8")]
#[schema(value_type = u8, maximum = 10, example = 4)]
pub struct Strength(u8);

impl TryFrom<u8> for Strength {
    type Error = &'static str;

    fn try_from(strength: u8) -> Result<Self, &'static str> {
        if strength <= 10 {
            Ok(Self(strength))
        } else {
            Err("a symptom is rated 0 to 10")
        }
    }
}

impl From<Strength> for u8 {
    fn from(strength: Strength) -> Self {
        strength.0
    }
}

/// What a version of a week says.
#[derive(Debug, Clone, PartialEq)]
pub struct Rating {
    /// The civil day of the rating, inside the week.
    pub assessed_on: NaiveDate,
    /// The twelve answers.
    pub answers: Answers,
    /// Which edition of the scale was asked.
    pub instrument: String,
    /// Who answered.
    pub respondent: Respondent,
    /// Symptoms around the scale.
    pub symptoms: Symptoms,
    /// Body weight.
    pub weight: Option<Weight>,
    /// In the person's own words.
    pub note: Option<String>,
    /// When the device says that it was answered; kept as claimed.
    pub answered_at: Option<DateTime<Utc>>,
    /// What the author calls the device that it was sent from.
    pub device_name: Option<String>,
}

/// A version of a week.
pub type Entry = Version<Rating>;
