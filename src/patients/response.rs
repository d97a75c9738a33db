//! A patient, as clients see them.

use chrono::NaiveDate;
use serde::Serialize;

use super::model::{Facts, OnsetRegion, Sex};
use super::seen::SeenMark;
use crate::access::{Ability, Access, Level, Relation, Right};
use crate::clinical::Weight;
use crate::platform::ids::PatientId;

/// A diary that the caller may open.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Patient)]
pub struct PatientResponse {
    patient_id: PatientId,
    /// Whose diary it is.
    #[schema(example = "Ada")]
    display_name: String,
    /// What the caller is to the patient; `self` for one's own diary.
    relation: Relation,
    /// How far the caller was let in; the patient has every level.
    level: Level,
    /// What the caller may do here now.
    may: Vec<Ability>,
    /// There, and true, when the diary was closed: everybody goes on reading, and nothing is recorded any more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    closed: bool,
    /// There, and true, when the caller acts for the patient.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    acts_for_patient: bool,
    /// Where the patient lives; for those who may read entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "Europe/Berlin")]
    time_zone: Option<&'static str>,
    /// When a clinician last said that they had looked, where one did; for those who may read entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    seen_by_team: Option<SeenMark>,
    /// For the patient and who acts for them.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    facts: Option<PrivateFacts>,
}

/// What only the patient sees and changes, and who acts for them.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct PrivateFacts {
    symptom_onset: Option<NaiveDate>,
    diagnosed_on: Option<NaiveDate>,
    onset_region: Option<OnsetRegion>,
    #[schema(example = 1961)]
    birth_year: Option<i16>,
    sex: Option<Sex>,
    #[schema(example = "SOD1")]
    gene: Option<String>,
    #[schema(example = 71.5)]
    usual_weight_kg: Option<f64>,
    #[schema(example = 170)]
    height_cm: Option<i16>,
}

impl From<Facts> for PrivateFacts {
    fn from(facts: Facts) -> Self {
        Self {
            symptom_onset: facts.symptom_onset,
            diagnosed_on: facts.diagnosed_on,
            onset_region: facts.onset_region,
            birth_year: facts.birth_year,
            sex: facts.sex,
            gene: facts.gene,
            usual_weight_kg: facts.usual_weight.map(Weight::kg),
            height_cm: facts.height_cm,
        }
    }
}

impl PatientResponse {
    /// As much as a caller of this standing may see.
    pub fn new(
        access: &Access<impl Right>,
        display_name: String,
        facts: Facts,
        seen: Option<SeenMark>,
    ) -> Self {
        let standing = access.standing();
        let may_read = standing.level() >= Level::Read;
        Self {
            patient_id: access.patient(),
            relation: standing.relation(),
            level: standing.level(),
            may: access.may(),
            closed: access.is_closed(),
            acts_for_patient: standing.is_trustee(),
            time_zone: may_read.then(|| facts.time_zone.name()),
            seen_by_team: seen.filter(|_| may_read),
            facts: standing.acts().then(|| facts.into()),
            display_name,
        }
    }
}

/// The facts about a patient.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Facts)]
pub struct FactsResponse {
    #[serde(flatten)]
    facts: PrivateFacts,
    /// Where the patient lives: decides which day it is.
    #[schema(example = "Europe/Berlin")]
    time_zone: &'static str,
}

impl From<Facts> for FactsResponse {
    fn from(facts: Facts) -> Self {
        Self {
            time_zone: facts.time_zone.name(),
            facts: facts.into(),
        }
    }
}
