use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clinical::{Contraindication, Finding};
use crate::platform::ids::RecordId;

/// What was looked for before cells were given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ScreeningRecord)]
pub struct Screening {
    /// Before which treatment.
    pub treatment_id: RecordId,
    /// On which day.
    pub screened_on: NaiveDate,
    /// Who looked.
    #[schema(example = "the day clinic")]
    pub screened_by: Option<String>,
    /// What was found.
    pub findings: Findings,
    /// In the person's own words.
    pub note: Option<String>,
}

/// Each of the six contraindications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ScreeningFindings)]
pub struct Findings {
    /// Damaged cells of the bone marrow.
    pub damaged_bone_marrow: Finding,
    /// Blood that does not clot as it should.
    pub clotting_disorder: Finding,
    /// Too few platelets.
    pub low_platelets: Finding,
    /// Cancer.
    pub cancer: Finding,
    /// A child that is carried or nursed.
    pub pregnancy_or_lactation: Finding,
    /// A severe infection now.
    pub active_severe_infection: Finding,
}

impl Findings {
    /// What was found to speak against it.
    pub fn against(self) -> Vec<Contraindication> {
        let found = |what: Contraindication| match what {
            Contraindication::DamagedBoneMarrow => self.damaged_bone_marrow,
            Contraindication::ClottingDisorder => self.clotting_disorder,
            Contraindication::LowPlatelets => self.low_platelets,
            Contraindication::Cancer => self.cancer,
            Contraindication::PregnancyOrLactation => self.pregnancy_or_lactation,
            Contraindication::ActiveSevereInfection => self.active_severe_infection,
        };
        let all = Contraindication::ALL.into_iter();
        all.filter(|what| found(*what) == Finding::Yes).collect()
    }
}
