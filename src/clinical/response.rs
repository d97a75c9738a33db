//! Before and after: two slopes of one person, and how far apart they are.
//!
//! Two lines are fitted apart, so the error of their difference is √(SE² + SE²), and its interval is
//! Student's t with the degrees of freedom of Welch (1947) and Satterthwaite (1946): the noise of the
//! two sides need not be alike. It says what changed in time, never why.

mod categories;
mod words;

use serde::Serialize;

use super::slope::{count, round};
use super::student::two_sided_95;
use super::{Point, Slope};

pub use categories::{Measure, TrialCategory, UntreatedRate, trial_categories};
pub use words::{ResponseFacts, SAYS_NO_CAUSE, sentences};

/// The slope of something before and after a day, and their difference.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Comparison {
    /// The slope before.
    pub before: Slope,
    /// The slope after.
    pub after: Slope,
    /// The slope after less the slope before; null unless both sides have enough.
    pub difference: Option<Difference>,
    /// Whether both sides have enough for a slope; each says what it lacks.
    pub enough: bool,
}

/// The slope after less the slope before: positive is a slower loss, or a faster rise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Difference {
    /// In points per month of 30.4375 days.
    #[schema(example = 0.42)]
    pub points_per_month: f64,
    /// Its standard error; null when the points of a side lie on one line, where it would claim
    /// certainty.
    #[schema(example = 0.21)]
    pub standard_error: Option<f64>,
    /// Its 95 % interval; null as above. Where it contains 0 there may be no difference.
    #[schema(example = json!([-0.01, 0.85]))]
    pub ci95: Option<[f64; 2]>,
    /// Of the interval, by Welch and Satterthwaite; null as above.
    #[schema(example = 38.4)]
    pub degrees_of_freedom: Option<f64>,
}

impl Comparison {
    /// Compares the points of two stretches of time.
    #[must_use]
    pub fn of(before: &[Point], after: &[Point]) -> Self {
        let (before, after) = (Slope::of(before), Slope::of(after));
        Self {
            before,
            after,
            difference: Difference::between(&before, &after),
            enough: before.enough && after.enough,
        }
    }

    /// The same with every number rounded to so many decimals.
    #[must_use]
    pub fn rounded(self, decimals: i32) -> Self {
        Self {
            before: self.before.rounded(decimals),
            after: self.after.rounded(decimals),
            difference: self
                .difference
                .map(|difference| difference.rounded(decimals)),
            enough: self.enough,
        }
    }
}

impl Difference {
    fn between(before: &Slope, after: &Slope) -> Option<Self> {
        let points_per_month = after.points_per_month? - before.points_per_month?;
        let certain = Self {
            points_per_month,
            standard_error: None,
            ci95: None,
            degrees_of_freedom: None,
        };
        let (Some(before_error), Some(after_error)) = (before.standard_error, after.standard_error)
        else {
            return Some(certain);
        };
        let (before_variance, after_variance) = (before_error.powi(2), after_error.powi(2));
        let variance = before_variance + after_variance;
        let spread = |variance: f64, slope: &Slope| variance.powi(2) / (count(slope.n) - 2.0);
        let degrees_of_freedom =
            variance.powi(2) / (spread(before_variance, before) + spread(after_variance, after));
        let reach = two_sided_95(degrees_of_freedom).map(|quantile| quantile * variance.sqrt());
        Some(Self {
            standard_error: Some(variance.sqrt()),
            ci95: reach.map(|reach| [points_per_month - reach, points_per_month + reach]),
            degrees_of_freedom: Some(degrees_of_freedom),
            ..certain
        })
    }

    fn rounded(self, decimals: i32) -> Self {
        Self {
            points_per_month: round(self.points_per_month, decimals),
            standard_error: self.standard_error.map(|error| round(error, decimals)),
            ci95: self.ci95.map(|ends| ends.map(|end| round(end, decimals))),
            degrees_of_freedom: self.degrees_of_freedom.map(|degrees| round(degrees, 1)),
        }
    }
}
