//! Numbers as they are written in a sentence.

use chrono::NaiveDate;

use super::ScoreArea;

impl ScoreArea {
    /// The highest score there is.
    pub(in crate::clinical) const fn of(self) -> u8 {
        match self {
            Self::Total => 48,
            Self::Area(_) => 12,
        }
    }
}

/// With how many decimals a pace is told: over a year a tenth of a point a month is more than a point.
pub(super) fn pace_decimals(first: NaiveDate, last: NaiveDate) -> i32 {
    if (last - first).num_days() <= 366 {
        1
    } else {
        2
    }
}
