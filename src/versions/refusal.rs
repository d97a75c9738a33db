//! Why a version is not taken, and how that is told.

use actix_web::http::header::ETAG;

use crate::platform::http::part::Part;
use crate::platform::http::{AsProblem, Problem, refusals};

/// The version that stands in the way, as it is shown.
#[derive(Debug)]
pub struct Current {
    /// Its tag.
    pub tag: String,
    /// What it says.
    pub body: Box<Part>,
}

refusals! {
    /// Why a version is not taken.
    pub enum Refusal, told otherwise {
        /// The week has another content already, and the caller did not say which version it changes.
        WeekTaken(Option<Box<Current>>) => 409 "week_taken" "This week has an entry with other content; see current. Its ETag in If-Match replaces it.",
        /// The week was removed, and the caller did not say that they know.
        WeekRemoved(Box<Current>) => 409 "week_removed" "This week was removed; see current. Its ETag in If-Match writes it anew.",
        /// The id names something else, of this diary or of another.
        IdTaken(Option<Box<Current>>) => 409 "id_taken" "Something else stands here already. If current shows it, its ETag in If-Match replaces it; otherwise make a new id.",
        /// The record was removed, and the caller did not say that they know.
        RecordRemoved(Box<Current>) => 409 "record_removed" "This record was removed; see current. Its ETag in If-Match writes it anew.",
        /// The caller changes a version that is not the current one.
        Stale(Option<Box<Current>>) => 412 "precondition_failed" "It has changed since you read it, or is not there: see current, if any, and change that.",
        /// See [`crate::audit::MOST_VERSIONS`].
        TooManyVersions => 409 "too_many_versions" "This has as many versions as there may be; it can only be removed.",
        /// What a patient recorded, only the patient changes.
        RecordedByPatient => 403 "recorded_by_patient" "The patient recorded this; only they can change it.",
        /// What a clinician recorded, only the patient and clinicians change.
        RecordedByClinician => 403 "recorded_by_clinician" "A clinician recorded this; only clinicians and the patient can change it.",
        /// A screening is a clinician's, or what the patient was told.
        ScreeningByCaregiver => 403 "screening_by_caregiver" "A screening is recorded by a clinician, or by the patient.",
    }
}

impl AsProblem for Refusal {
    fn problem(&self) -> Problem {
        let problem = Problem::new(self.code());
        match self {
            Self::WeekTaken(Some(current))
            | Self::WeekRemoved(current)
            | Self::IdTaken(Some(current))
            | Self::RecordRemoved(current)
            | Self::Stale(Some(current)) => problem
                .header(ETAG, &current.tag)
                .current(current.body.clone()),
            _ => problem,
        }
    }
}
