//! Before and after: two slopes of one person, and how far apart they are.
//!
//! Two lines are fitted apart, each with its own size of noise, and weighted together over the kinds of
//! noise (`slope/noise.rs`). It says what changed in time, never why.

mod categories;
mod words;

use serde::Serialize;

use super::slope::{Fit, both, round};
use super::{Point, Scale, Slope};

pub use categories::{Bound, Measure, RateWithout, TrialCategory, trial_categories};
pub use words::{ResponseFacts, sentences};

/// The slope of something before and after a day, and their difference.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Comparison {
    /// The slope before.
    pub before: Slope,
    /// The slope after.
    pub after: Slope,
    /// The slope after less the slope before; null where `reason` says why.
    pub difference: Option<Difference>,
    /// Whether both sides have enough for a slope; each says what it lacks.
    pub enough: bool,
    /// Why there is no difference.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<NoDifference>,
}

/// Why there is no difference between two slopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoDifference {
    /// A side has too few ratings for a slope.
    TooFewRatings,
    /// A fifth of the ratings of a side or more lie at 0 or at the maximum: there a slope does
    /// not show all that changes, with a treatment or without.
    AtTheEndOfTheScale,
}

/// The slope after less the slope before: positive is a slower loss, or a faster rise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Difference {
    /// In points per month of 30.4375 days.
    #[schema(example = 0.42)]
    pub points_per_month: f64,
    /// Its standard error; null when the points of a side lie on one line, where it would claim
    /// certainty.
    #[schema(example = 0.31)]
    pub standard_error: Option<f64>,
    /// Its 95 % interval; null as above. Where it contains 0 there may be no difference.
    #[schema(example = json!([-0.21, 1.05]))]
    pub ci95: Option<[f64; 2]>,
}

impl Comparison {
    /// Compares the points of two stretches of time.
    pub fn of(before: &[Point], after: &[Point], scale: Scale) -> Self {
        let sides = [before, after].map(|points| Fit::to(points, scale));
        let [first, second] = &sides;
        let (before, after, apart) = both(first, second);
        let flattens = sides.iter().any(Fit::is_at_an_end);
        let reason = match apart {
            None => Some(NoDifference::TooFewRatings),
            Some(_) if flattens => Some(NoDifference::AtTheEndOfTheScale),
            Some(_) => None,
        };
        Self {
            enough: before.enough && after.enough,
            before,
            after,
            difference: apart.filter(|_| reason.is_none()),
            reason,
        }
    }

    /// The same where nothing more is asked for before, and after where that stretch `is_over` too.
    #[must_use]
    pub fn that_began(self, is_over: bool) -> Self {
        Self {
            before: self.before.that_is_over(),
            after: if is_over {
                self.after.that_is_over()
            } else {
                self.after
            },
            ..self
        }
    }

    /// The same with every number rounded to so many decimals; the difference is that of the slopes as
    /// they are shown then.
    #[must_use]
    pub fn rounded(self, decimals: i32) -> Self {
        let (before, after) = (self.before.rounded(decimals), self.after.rounded(decimals));
        let shown = after.points_per_month.zip(before.points_per_month);
        let difference = self.difference.zip(shown).map(|(exact, (after, before))| {
            let rounded = |number| round(number, decimals);
            Difference {
                points_per_month: rounded(after - before),
                standard_error: exact.standard_error.map(rounded),
                ci95: exact.ci95.map(|ends| ends.map(rounded)),
            }
        });
        Self {
            before,
            after,
            difference,
            ..self
        }
    }
}
