//! Why the facade does not answer.

use crate::platform::http::{AsProblem, Problem, refusals};

refusals! {
    /// Why the facade does not answer.
    pub enum Refusal {
        /// It was there once.
        Deleted => 410 "deleted" "This was removed.",
        /// A program was not granted this.
        ScopeNeeded => 403 "insufficient_scope" "The program was not granted this: see the scope of its token.",
        /// A search over every diary at once is not offered.
        PatientNeeded => 400 "patient_needed" "Say whose: patient or subject is needed.",
    }
}

impl AsProblem for Refusal {
    fn problem(&self) -> Problem {
        Problem::new(self.code())
    }
}
