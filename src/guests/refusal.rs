//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why a link is not made, or records nothing.
    pub enum Refusal {
        /// There is a limit to a day's links.
        TooManyGuestLinks => 409 "too_many_guest_links" "You have made as many links as one day allows; try again tomorrow.",
        /// Another week was recorded with it.
        LinkUsed => 409 "link_used" "A link is for one week, and another was recorded with it. That one can be corrected.",
        /// Others recorded the week, or changed it since; what it says is not told.
        WeekRecorded => 409 "week_recorded" "This week was recorded by others. Choose another day of the link, or tell the person who gave it to you.",
    }
}
