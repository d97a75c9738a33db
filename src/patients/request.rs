//! The facts about a patient, as clients send them.

use chrono::NaiveDate;
use serde::Deserialize;

use super::model::{Facts, OnsetRegion, Sex};
use crate::accounts::read_time_zone;
use crate::clinical::Weight;
use crate::platform::clock::Zone;
use crate::platform::db::Day;
use crate::platform::faults::Faults;

/// All facts about the patient: what is left out or null is not known any more.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FactsRequest {
    #[schema(value_type = Option<chrono::NaiveDate>, example = "2024-12-29")]
    symptom_onset: Option<Day>,
    #[schema(value_type = Option<chrono::NaiveDate>)]
    diagnosed_on: Option<Day>,
    onset_region: Option<OnsetRegion>,
    /// At least 16 years ago.
    #[schema(minimum = 1900, example = 1961)]
    birth_year: Option<i16>,
    sex: Option<Sex>,
    /// The symbol of the gene in which a cause was found.
    #[schema(pattern = "^[A-Za-z0-9-]{2,20}$", example = "SOD1")]
    gene: Option<String>,
    /// The weight before the illness, with at most one decimal: flags measure a loss against it.
    #[schema(minimum = 20, maximum = 300, example = 71.5)]
    usual_weight_kg: Option<f64>,
    #[schema(minimum = 100, maximum = 250, example = 170)]
    height_cm: Option<i16>,
    /// IANA; the weeks that are recorded stay as they are. Not said: that of the account.
    #[schema(example = "Europe/Berlin")]
    time_zone: Option<String>,
}

/// Facts that fit each other. Where the patient lives may be left to the account.
#[derive(Debug, Clone)]
pub struct FactsDraft {
    /// Where the patient lives, if that is said.
    pub time_zone: Option<Zone>,
    facts: Facts,
}

impl FactsRequest {
    /// The facts, about a person not younger than `youngest`, not later than `latest_day`; `faults` are those
    /// found before.
    pub fn read(
        self,
        mut faults: Faults,
        latest_day: NaiveDate,
        youngest: u16,
    ) -> Result<FactsDraft, Faults> {
        let time_zone = self.time_zone;
        let time_zone = time_zone.map(|name| read_time_zone(&mut faults, &name));
        let usual_weight = self.usual_weight_kg.map(Weight::from_kg);
        faults.require(
            usual_weight != Some(None),
            "/usual_weight_kg",
            "invalid_value",
            "A weight is 20 to 300 kg with at most one decimal.",
        );
        let facts = Facts {
            time_zone: Zone::UTC,
            symptom_onset: self.symptom_onset.map(Into::into),
            diagnosed_on: self.diagnosed_on.map(Into::into),
            onset_region: self.onset_region,
            birth_year: self.birth_year,
            sex: self.sex,
            gene: self.gene,
            usual_weight: usual_weight.flatten(),
            height_cm: self.height_cm,
            version: 0,
            change: 0,
        };
        facts.check(&mut faults, latest_day, youngest);
        faults.or(FactsDraft { time_zone, facts })
    }
}

impl FactsDraft {
    /// The facts of a person who lives in `time_zone`, as a change of those `before`.
    pub fn facts(&self, time_zone: Zone, before: &Facts) -> Facts {
        Facts {
            time_zone,
            version: before.version,
            change: before.change,
            ..self.facts.clone()
        }
    }
}

/// Nothing more is to be said.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeenRequest {}
