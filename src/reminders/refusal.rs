//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why a person is not reminded later.
    pub enum Refusal {
        /// They want to be reminded of nothing.
        Off => 409 "reminders_off" "You are reminded of nothing: choose that first.",
        /// That would be tomorrow, or in the time that they want quiet.
        TooLateToday => 409 "too_late_today" "That would not be today any more, or in your quiet hours.",
    }
}
