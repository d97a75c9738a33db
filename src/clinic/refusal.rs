//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why a person is not let in at a site.
    pub enum Refusal {
        /// Another patient has this subject id, or is invited with it.
        SubjectIdTaken => 409 "subject_id_taken" "Another patient of this clinic has this subject id.",
        /// As many work there as may.
        TooManyStaff => 409 "too_many_staff" "As many work at this clinic as may.",
        /// The patient took back that others, or clinics, see the diary.
        SharingTakenBack => 409 "sharing_taken_back" "You took back that others see your diary: agree to it again first.",
        /// The file has more rows than one import takes.
        TooManyRows => 422 "too_many_rows" "One file invites at most 200 patients: split it.",
    }
}
