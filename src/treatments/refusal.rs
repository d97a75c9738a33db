//! Why a record is not taken.

use crate::platform::http::refusals;

refusals! {
    /// Why a record is not taken.
    pub enum Refusal {
        /// Only cells are given after a screening.
        NotCellTherapy => 409 "not_cell_therapy" "This treatment is no cell therapy.",
        /// There are as many as there may be.
        TooMany => 409 "too_many_records" "There are as many of these as there may be.",
    }
}
