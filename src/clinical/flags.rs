//! Flags: what changed that the ALS team should hear about.
//!
//! No guideline attaches an action to an item score, so these rules are a proposal of this product
//! and need the sign-off of clinicians (`docs/clinical-sources.md`). They inform and never diagnose
//! or predict. A missing answer neither raises nor clears, and no flag rests on a change of rater.
//!
//! A flag begins with its trigger and stays, with its day, until people said "we know" or the value
//! has recovered in two ratings. After "we know" it stays known until the value is worse than what
//! was known: then a new one begins.

mod acknowledged;
mod breathing;
mod code;
mod eating;
mod pace;
mod raised;
mod silence;
mod speaking;
mod trace;
mod track;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answers, Rater, Week};

pub use acknowledged::Acknowledgement;
pub use code::{FlagCode, Tier};
pub use raised::Flag;

/// Which rules raised a flag, to be kept with it; changes with every change of a rule or text.
pub const FLAG_RULES_VERSION: &str = "3";

/// One entry as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assessment {
    /// The week of the entry.
    pub week: Week,
    /// The civil day of the assessment, in that week.
    pub assessed_on: NaiveDate,
    /// The twelve answers.
    pub answers: Answers,
    /// Body weight in kilograms, to one decimal.
    pub weight_kg: Option<f64>,
    /// Whose rating it is.
    pub rater: Rater,
    /// Whether a feeding tube is recorded beside the entries.
    pub has_tube: bool,
    /// Whether ventilation is recorded beside the entries.
    pub is_ventilated: bool,
}

/// What the rules know beside the entries.
#[derive(Clone, Copy, Debug)]
pub struct FlagFacts<'a> {
    /// The civil day on which the flags are told.
    pub today: NaiveDate,
    /// The weight before the illness, where it is recorded.
    pub usual_weight_kg: Option<f64>,
    /// What people said they know, oldest first.
    pub acknowledged: &'a [Acknowledgement],
}

/// The entries a flag rests on.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Because {
    /// What changed, or what is low; none where nothing was recorded.
    pub changes: Vec<Change>,
}

/// How the total is named in [`Change::what`].
const TOTAL: &str = "total";

/// One number that changed, or that is low.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = FlagChange)]
pub struct Change {
    /// The key of an item, `total` or `weight_kg`.
    pub what: &'static str,
    /// The earlier number, where the rule compares with one or there is one.
    pub from: Option<Reading>,
    /// The number that raised the flag, or the worse one that came after it.
    pub to: Reading,
    /// The week of the earlier number; null for the usual weight.
    pub from_week: Option<Week>,
    /// The week of that number.
    pub week: Week,
}

/// A number out of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(untagged)]
#[schema(as = FlagReading)]
pub enum Reading {
    /// An item score, 0 to 4, or a total, 0 to 48.
    Points(u8),
    /// A weight.
    Kilograms(f64),
}

impl Reading {
    /// The number.
    pub fn value(self) -> f64 {
        match self {
            Self::Points(points) => points.into(),
            Self::Kilograms(kilograms) => kilograms,
        }
    }
}

/// Applies every rule to a diary in ascending order of days: silence first, then what is not known
/// yet, the most urgent first.
pub fn flags(history: &[Assessment], facts: &FlagFacts<'_>) -> Vec<Flag> {
    let told = [
        silence::raised(history, facts),
        breathing::raised(history, facts),
        eating::raised(history, facts),
        pace::raised(history, facts),
        speaking::raised(history, facts),
    ];
    raised::grouped(told.into_iter().flatten(), history, facts)
}
