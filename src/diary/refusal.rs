//! Why the diary does not take what it is given.

use crate::platform::http::refusals;

refusals! {
    /// Why the diary does not take what it is given.
    pub enum Refusal {
        /// No ISO 8601 week.
        WeekNotValid => 422 "week_not_valid" "There is no such ISO 8601 week.",
    }
}
