//! Why the facade does not answer.

use actix_web::http::header::RETRY_AFTER;

use crate::platform::http::{AsProblem, Problem, refusals};

refusals! {
    /// Why the facade does not answer.
    pub enum Refusal, told otherwise {
        /// It was there once.
        Deleted => 410 "deleted" "This was removed.",
        /// A program was not granted this.
        ScopeNeeded => 403 "insufficient_scope" "The program was not granted this: see the scope of its token.",
        /// As many exports as may be are being made for this program.
        ExportsRunning => 429 "exports_running" "Two exports of this program are being made: wait for one, or delete it.",
        /// It was begun, and never came to its end.
        ExportFailed => 500 "export_failed" "This export was not made; ask for another.",
        /// An answer at once is not to be had.
        AsyncNeeded => 400 "async_needed" "An export takes its time: send Prefer: respond-async.",
        /// A search over every diary at once is not offered.
        PatientNeeded => 400 "patient_needed" "Say whose: patient or subject is needed.",
    }
}

impl AsProblem for Refusal {
    fn problem(&self) -> Problem {
        let problem = Problem::new(self.code());
        match self {
            Self::ExportsRunning => problem.header(RETRY_AFTER, "60"),
            Self::Deleted
            | Self::ScopeNeeded
            | Self::ExportFailed
            | Self::AsyncNeeded
            | Self::PatientNeeded => problem,
        }
    }
}
