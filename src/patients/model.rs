//! The facts about a patient.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::clinical::{Weight, words};
use crate::platform::clock::Zone;
use crate::platform::db::stored_as_code;
use crate::platform::faults::Faults;

words! {
    /// Where the weakness began.
    enum OnsetRegion {
        /// Speech or swallowing.
        Bulbar "bulbar",
        /// An arm or a hand.
        UpperLimb "upper_limb",
        /// A leg or a foot.
        LowerLimb "lower_limb",
        /// The trunk.
        Trunk "trunk",
        /// Breathing.
        Respiratory "respiratory",
        /// Several at once.
        Generalised "generalised",
        /// Not known.
        Unknown "unknown",
    }
}
stored_as_code!(OnsetRegion {
    Bulbar = 1,
    UpperLimb = 2,
    LowerLimb = 3,
    Trunk = 4,
    Respiratory = 5,
    Generalised = 6,
    Unknown = 9,
});

/// Sex, as ALS registries ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Neither.
    Other,
    /// Not said.
    Unknown,
}
stored_as_code!(Sex {
    Female = 1,
    Male = 2,
    Other = 3,
    Unknown = 9,
});

/// What is known about a patient.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Where they live: decides which day it is.
    pub time_zone: Zone,
    /// The day of the first symptom, as well as it is remembered.
    pub symptom_onset: Option<NaiveDate>,
    /// The day of the diagnosis.
    pub diagnosed_on: Option<NaiveDate>,
    /// Where it began.
    pub onset_region: Option<OnsetRegion>,
    /// The day is not asked for.
    pub birth_year: Option<i16>,
    /// Sex.
    pub sex: Option<Sex>,
    /// The symbol of the gene in which a cause was found (HGNC: `SOD1`, `C9orf72`).
    pub gene: Option<String>,
    /// The weight before the illness: what a loss is measured against.
    pub usual_weight: Option<Weight>,
    /// Height.
    pub height_cm: Option<i16>,
    /// Counts the changes, from 1.
    pub version: i32,
    /// The number of the change of the record that made them so; 0 before the first.
    pub change: i64,
}

/// No living person was born earlier, or fell ill earlier.
const EARLIEST_YEAR: i32 = 1900;

/// Heights of adults, with room on both sides.
const HEIGHTS: std::ops::RangeInclusive<i16> = 100..=250;

impl Facts {
    /// Checks the facts against each other and against `today`, the latest day anywhere on earth.
    /// ALS of children is another disease, and needs another consent: patients are not younger than `youngest`
    /// keeps a diary.
    pub(super) fn check(&self, faults: &mut Faults, today: NaiveDate, youngest: u16) {
        for (pointer, day) in [
            ("/symptom_onset", self.symptom_onset),
            ("/diagnosed_on", self.diagnosed_on),
        ] {
            faults.require(
                day.is_none_or(|day| day <= today),
                pointer,
                "date_in_future",
                "This day has not come anywhere on earth.",
            );
            faults.require(
                day.is_none_or(|day| day.year() >= EARLIEST_YEAR),
                pointer,
                "date_too_early",
                "This day is before 1900.",
            );
            let born = self.birth_year.map(i32::from);
            faults.require(
                born.zip(day).is_none_or(|(year, day)| day.year() >= year),
                pointer,
                "date_before_birth",
                "This day is before the year of birth.",
            );
        }
        let in_order = self.symptom_onset.zip(self.diagnosed_on);
        faults.require(
            in_order.is_none_or(|(onset, diagnosis)| onset <= diagnosis),
            "/diagnosed_on",
            "diagnosed_before_onset",
            "The diagnosis comes before the first symptom.",
        );
        let born = EARLIEST_YEAR..=today.year() - i32::from(youngest);
        faults.require(
            self.birth_year
                .is_none_or(|year| born.contains(&year.into())),
            "/birth_year",
            "invalid_value",
            "The year of birth is 1900 or later, and as long ago as a diary here needs.",
        );
        faults.require(
            self.gene.as_deref().is_none_or(is_gene_symbol),
            "/gene",
            "invalid_value",
            "A gene is written as its symbol: letters, digits and hyphens, at most 20.",
        );
        faults.require(
            self.height_cm
                .is_none_or(|height| HEIGHTS.contains(&height)),
            "/height_cm",
            "invalid_value",
            "A height is 100 to 250 cm.",
        );
    }
}

fn is_gene_symbol(text: &str) -> bool {
    (2..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
