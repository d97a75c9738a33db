//! A before and after, as it is shown.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::windows::Windows;
use crate::clinical::{
    Comparison, Domain, Plateau, Reversal, Sentence, TreatmentKind, TrialCategory,
};
use crate::diary::{BySymptom, Respondent};
use crate::platform::ids::{PatientId, RecordId};

/// What changed after a treatment began. A difference in time shows no cause.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = TreatmentResponse)]
pub struct Response {
    pub(super) patient_id: PatientId,
    pub(super) treatment_id: RecordId,
    pub(super) windows: Windows,
    /// The total, 0 to 48: a positive difference is a slower loss, or a faster gain.
    pub(super) total: Comparison,
    /// The four domains, 0 to 12 each.
    pub(super) domains: ByDomain,
    /// The eight symptoms, 0 to 10 each: more is worse, so a positive difference is a faster
    /// worsening.
    pub(super) symptoms: BySymptom<Comparison>,
    /// How many complete weeks each kind of respondent answered.
    pub(super) respondents: Sides,
    /// What else was used in the same time, and may be part of any difference.
    pub(super) confounders: Vec<Confounder>,
    /// Stretches of the whole diary, before and after, in which the total did not fall.
    pub(super) plateaus: Vec<Plateau>,
    /// A gain in the whole diary that lasted a year, if there was one.
    pub(super) reversal: Option<Reversal>,
    /// The same in plain words: always that a difference in time shows no cause.
    pub(super) text: Vec<Sentence>,
    /// For clinicians alone: what trials would call it, beside how many people without it reach it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) trials: Option<Vec<TrialCategory>>,
}

/// A value for each of the four domains.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = DomainComparisons)]
pub struct ByDomain {
    pub(super) bulbar: Comparison,
    pub(super) fine_motor: Comparison,
    pub(super) gross_motor: Comparison,
    pub(super) respiratory: Comparison,
}

impl ByDomain {
    /// In the order of the domains.
    pub(super) fn by_domain(&self) -> Vec<(Domain, Comparison)> {
        [
            (Domain::Bulbar, &self.bulbar),
            (Domain::FineMotor, &self.fine_motor),
            (Domain::GrossMotor, &self.gross_motor),
            (Domain::Respiratory, &self.respiratory),
        ]
        .map(|(domain, comparison)| (domain, comparison.clone()))
        .into()
    }
}

/// Who answered before and after.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = TreatmentResponseRespondents)]
pub struct Sides {
    /// How many weeks before the start.
    #[schema(value_type = std::collections::BTreeMap<String, u32>, example = json!({"self": 26}))]
    pub(super) before: BTreeMap<Respondent, u32>,
    /// How many weeks after.
    #[schema(value_type = std::collections::BTreeMap<String, u32>, example = json!({"self": 20, "caregiver_proxy": 6}))]
    pub(super) after: BTreeMap<Respondent, u32>,
}

impl Sides {
    /// How many ratings there are on each.
    pub(super) fn ratings(&self) -> [usize; 2] {
        let count = |side: &BTreeMap<Respondent, u32>| {
            let all = side.values().copied().sum::<u32>();
            usize::try_from(all).unwrap_or(usize::MAX)
        };
        [count(&self.before), count(&self.after)]
    }
}

/// Another treatment in the same time.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Confounder)]
pub struct Confounder {
    pub(super) treatment_id: RecordId,
    pub(super) treatment_kind: TreatmentKind,
    #[schema(example = "riluzole")]
    pub(super) name: String,
    pub(super) started_on: NaiveDate,
    pub(super) ended_on: Option<NaiveDate>,
    /// Whether it began or ended in that time; otherwise it went on through all of it.
    pub(super) changed: bool,
}
