//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why no data are handed out.
    pub enum Refusal {
        /// As many as may be are being made for this person.
        TooManyExports => 409 "too_many_exports" "Two of your exports are being made: wait for one, or delete it.",
        /// The files are not there yet, or will not be.
        NotReady => 409 "export_not_ready" "This export is not made yet, or has failed: see its state.",
        /// The time is over, or it was deleted.
        Expired => 410 "export_expired" "The files of this export are deleted: ask for another.",
        /// A patient in it left, or took back what it rests on.
        NoLongerShared => 410 "export_no_longer_shared" "A patient in this export does not share any more: its files are deleted; ask for another.",
    }
}
