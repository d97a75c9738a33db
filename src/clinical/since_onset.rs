//! The mean rate of change since the first symptom.

use chrono::NaiveDate;
use serde::Serialize;

use super::months_between;

/// Below this many months the rate is mostly noise and is not given. Our own guard.
const FEWEST_MONTHS: f64 = 1.0;

/// The best total: twelve items of 4 points.
const BEST_TOTAL: u8 = 48;

/// The mean change of the total since symptom onset, assuming 48 points before it.
///
/// Source: Kimura et al. 2006, the progression rate (48 - total) / months. Papers print it positive
/// for loss; here, as for every slope, negative is decline. The onset is a best guess for most
/// people.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct SinceOnset {
    /// Points per month, zero or negative.
    pub points_per_month: f64,
    /// Months of 30.4375 days from onset to the assessment.
    pub months: f64,
}

impl SinceOnset {
    /// Computes the rate, or none below one month since onset or for a total above 48.
    pub fn of(onset: NaiveDate, assessed_on: NaiveDate, total: u8) -> Option<Self> {
        let months = months_between(onset, assessed_on);
        (months >= FEWEST_MONTHS && total <= BEST_TOTAL).then(|| Self {
            points_per_month: (f64::from(total) - f64::from(BEST_TOTAL)) / months,
            months,
        })
    }

    /// The same, with points rounded to `decimals` and months to one.
    #[must_use]
    pub fn rounded(self, decimals: i32) -> Self {
        Self {
            points_per_month: super::slope::round(self.points_per_month, decimals),
            months: super::slope::round(self.months, 1),
        }
    }
}
