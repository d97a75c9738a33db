//! What a month is.

use chrono::{Datelike, NaiveDate};

/// Days in a month: 365.25 / 12, as in Precision-ALS and lubridate.
///
/// Trials also use 30 days, which changes a slope by 1.4 %: state this number in every export.
pub const DAYS_PER_MONTH: f64 = 30.4375;

/// Months from one day to another; negative when `to` is the earlier one.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> f64 {
    (day_number(to) - day_number(from)) / DAYS_PER_MONTH
}

/// The day as a number without a fraction, for arithmetic.
pub(super) fn day_number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}
