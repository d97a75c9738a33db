use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clinical::{CellSource, CellType, Donor, TreatmentKind};

/// A treatment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = TreatmentRecord)]
pub struct Treatment {
    /// What kind of treatment.
    pub treatment_kind: TreatmentKind,
    /// What it is called.
    #[schema(example = "riluzole")]
    pub name: String,
    /// The ATC code, where it is known.
    #[schema(example = "N07XX02")]
    pub atc: Option<String>,
    /// The first day.
    pub started_on: NaiveDate,
    /// The last day; null while it goes on.
    pub ended_on: Option<NaiveDate>,
    /// How much at a time.
    #[schema(example = "50 mg")]
    pub dose: Option<String>,
    /// How often.
    #[schema(example = "twice a day")]
    pub schedule: Option<String>,
    /// Whether it is part of a trial.
    pub in_trial: bool,
    /// The number of the trial.
    #[schema(example = "NCT01363401")]
    pub trial_id: Option<String>,
    /// In the person's own words.
    pub note: Option<String>,
    /// What is asked of cells, and null of anything else.
    #[serde(flatten)]
    pub cells: Cells,
}

/// What is asked of cell therapy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Cells {
    /// Whose they are; null unless it is cell therapy.
    pub donor: Option<Donor>,
    /// From which tissue; null unless it is cell therapy.
    pub source: Option<CellSource>,
    /// Which cells; null unless it is cell therapy.
    pub cell_type: Option<CellType>,
    /// Where it is done.
    pub clinic: Option<String>,
}

impl Treatment {
    /// Whether it was used on `day`.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.started_on <= day && self.ended_on.is_none_or(|end| day <= end)
    }

    /// Whether both are the same treatment at two times: any two courses of cells, one medicine by its code or its name.
    pub fn is_same_as(&self, other: &Self) -> bool {
        let is_one_code = self.atc.is_some() && self.atc == other.atc;
        let is_one_name = self.name.to_lowercase() == other.name.to_lowercase();
        self.treatment_kind == other.treatment_kind
            && (self.treatment_kind == TreatmentKind::CellTherapy || is_one_code || is_one_name)
    }
}
