//! What a week of the diary holds.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::access::Relation;
pub use crate::clinical::Respondent;
use crate::clinical::{Answers, Week};
use crate::platform::db::stored_as_code;
use crate::platform::ids::AccountId;

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

/// A body weight in tenths of a kilogram, 20.0 to 300.0 kg.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight(i16);

impl Weight {
    /// From kilograms with at most one decimal; `None` for anything else.
    pub fn from_kg(kg: f64) -> Option<Self> {
        let text = format!("{kg:.1}");
        let is_exact = text
            .parse::<f64>()
            .is_ok_and(|read| (read - kg).abs() < 1e-9);
        let tenths = text.replace('.', "").parse().ok().filter(|_| is_exact)?;
        Self::from_tenths(tenths)
    }

    /// From what [`Self::tenths`] gave.
    pub fn from_tenths(tenths: i16) -> Option<Self> {
        (200..=3000).contains(&tenths).then_some(Self(tenths))
    }

    /// Tenths of a kilogram.
    pub fn tenths(self) -> i16 {
        self.0
    }

    /// Kilograms.
    pub fn kg(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

/// What somebody says about a week. Two of them are the same when nothing of it differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// The civil day of the rating, inside the week.
    pub assessed_on: NaiveDate,
    /// The twelve answers.
    pub answers: Answers,
    /// Who answered.
    pub respondent: Respondent,
    /// Symptoms around the scale.
    pub symptoms: Symptoms,
    /// Body weight.
    pub weight: Option<Weight>,
    /// In the person's own words.
    pub note: Option<String>,
}

/// A version of a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Which week.
    pub week: Week,
    /// Counts the versions, from 1.
    pub revision: i32,
    /// What it says; `None` for a removal.
    pub content: Option<Content>,
    /// Which edition of the scale was asked.
    pub instrument: String,
    /// Why it was changed or removed.
    pub change_reason: Option<String>,
    /// Whether whoever it was read for sees what is written in it.
    pub shows_words: bool,
    /// When it reached us.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it.
    pub author: Author,
}

/// Who recorded something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Their account.
    pub account: AccountId,
    /// What they are called now.
    pub display_name: String,
    /// What they were to the patient then.
    pub relation: Relation,
}
