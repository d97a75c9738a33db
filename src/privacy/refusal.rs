//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why an account is not kept.
    pub enum Refusal {
        /// What is being erased cannot be brought back.
        ErasureBegun => 409 "erasure_begun" "Your account is being erased; it cannot be kept any more.",
    }
}
