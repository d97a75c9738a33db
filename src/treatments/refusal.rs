//! Why a record is not taken or changed, and how that is told.

use actix_web::http::header::ETAG;
use serde_json::Value;

use crate::platform::http::{AsProblem, Problem, etag, refusals};

/// The version that stands in the way, as it is shown.
#[derive(Debug)]
pub struct Current {
    /// Which one.
    pub revision: i32,
    /// Whether it is shown in full.
    pub shows_words: bool,
    /// What it says.
    pub body: Value,
}

refusals! {
    /// Why a record is not taken or changed.
    pub enum Refusal {
        /// The id names something else, of this patient or of anybody.
        IdTaken(Option<Box<Current>>) => 409 "id_taken" "This id names something else already.",
        /// The caller changes a version that is not the current one.
        Stale(Box<Current>) => 412 "precondition_failed" "It has changed since you read it.",
        /// See [`crate::audit::MOST_VERSIONS`].
        TooManyVersions => 409 "too_many_versions" "This has as many versions as there may be.",
        /// What a patient recorded, only the patient changes.
        RecordedByPatient => 403 "recorded_by_patient" "The patient recorded this; only they can change it.",
        /// What a clinician recorded, only the patient and clinicians change.
        RecordedByClinician => 403 "recorded_by_clinician" "A clinician recorded this; only clinicians and the patient can change it.",
        /// A screening is a clinician's, or what the patient was told.
        NotYoursToScreen => 403 "screening_by_caregiver" "A screening is recorded by a clinician, or by the patient.",
        /// Only cells are given after a screening.
        NotCellTherapy => 409 "not_cell_therapy" "This treatment is no cell therapy.",
        /// There are as many as there may be.
        TooMany => 409 "too_many_records" "There are as many of these as there may be.",
    }
}

impl AsProblem for Refusal {
    fn problem(&self) -> Problem {
        let problem = Problem::new(self.code());
        match self {
            Self::IdTaken(Some(current)) | Self::Stale(current) => problem
                .header(ETAG, &etag::of_shown(current.revision, current.shows_words))
                .current(current.body.clone()),
            _ => problem,
        }
    }
}
