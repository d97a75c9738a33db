//! Why the diary does not take what it is given, and how that is told.

use actix_web::http::header::ETAG;

use super::model::Entry;
use super::shown::RevisionBody;
use crate::platform::http::{AsProblem, Problem, etag, refusals};
use crate::platform::ids::PatientId;

/// The version that stands in the way, and whose diary it is in.
pub type Current = (PatientId, Entry);

refusals! {
    /// Why the diary does not take what it is given.
    pub enum Refusal {
        /// No ISO 8601 week.
        WeekNotValid => 422 "week_not_valid" "There is no such ISO 8601 week.",
        /// The week has another content already, and the caller did not say which version it changes.
        WeekTaken(Box<Current>) => 409 "week_taken" "This week has an entry with other content; see current.",
        /// The week was removed, and the caller did not say that they know.
        WeekRemoved(Box<Current>) => 409 "week_removed" "This week was removed; see current. Its ETag in If-Match writes it anew.",
        /// The caller changes a version that is not the current one.
        Stale(Option<Box<Current>>) => 412 "precondition_failed" "It has changed since you read it.",
        /// See [`crate::audit::MOST_VERSIONS`].
        TooManyVersions => 409 "too_many_versions" "This has as many versions as there may be.",
        /// What a patient recorded, only the patient changes.
        RecordedByPatient => 403 "recorded_by_patient" "The patient recorded this week; only they can change it.",
    }
}

impl AsProblem for Refusal {
    fn problem(&self) -> Problem {
        let problem = Problem::new(self.code());
        match self {
            Self::WeekTaken(current) | Self::WeekRemoved(current) | Self::Stale(Some(current)) => {
                let (patient, entry) = current.as_ref();
                problem
                    .header(ETAG, &etag::of_shown(entry.revision, entry.shows_words))
                    .current(RevisionBody::to_value(*patient, entry))
            }
            _ => problem,
        }
    }
}
