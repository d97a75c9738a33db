//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why a person does not follow a diary.
    pub enum Refusal {
        /// It is their own.
        OwnDiary => 403 "own_diary" "This is your own diary: alerts are for those who follow the diary of another.",
        /// They treat the patient, who has chosen another to coordinate the care, or no one.
        CoordinatorOnly => 403 "coordinator_only" "Of those who treat, only the one whom the patient chose to coordinate the care is alerted.",
    }
}
