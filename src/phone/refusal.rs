//! What this slice refuses.

use crate::platform::http::{AsProblem, Problem, refusals};

refusals! {
    /// Why an app is not told what changed, or nothing is done for it.
    pub enum Refusal, told otherwise {
        /// The cursor is not good any more; this one begins anew.
        ResyncRequired(String) => 410 "resync_required" "What changed since then cannot be told: begin anew with the cursor in next, and keep what waits to be sent.",
        /// A cursor would be longer than an address may be.
        TooManyDiaries => 409 "too_many_diaries" "These are more diaries than one list of changes has room for: ask for each by itself.",
        /// It is no change of a diary.
        NotInBatch => 422 "not_in_batch" "A batch holds changes (PUT, POST, DELETE) below /v1/patients/, without a query, and makes no link: send this alone.",
    }
}

impl AsProblem for Refusal {
    fn problem(&self) -> Problem {
        let problem = Problem::new(self.code());
        match self {
            Self::ResyncRequired(beginning) => problem.next(beginning.clone()),
            Self::TooManyDiaries | Self::NotInBatch => problem,
        }
    }
}
