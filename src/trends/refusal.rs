//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why "we know" is not taken.
    pub enum Refusal {
        /// It got worse or better since, and that was not seen.
        FlagChanged => 409 "flag_changed" "The numbers of this flag have changed since you saw it: look at it again.",
    }
}
