//! What trials would call a difference, each beside how many untreated people reach the same: for
//! clinicians, who know both words. Patients and families are never given a label.
//!
//! Sources: `docs/clinical-sources.md`, "Before and after".

use serde::Serialize;

use super::Comparison;

/// A slope closer to level than this cannot be improved by so many per cent.
const LEAST_DECLINE: f64 = 0.1;

/// What a category counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The slope after less the slope before, in points a month.
    PointsPerMonth,
    /// The same in per cent of the decline before.
    PercentOfDecline,
}

/// A threshold that a trial has used, and whether the slopes differ by as much.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct TrialCategory {
    /// What is counted.
    pub measure: Measure,
    /// From this difference on.
    #[schema(example = 1.25)]
    pub at_least: f64,
    /// Whether it is that large, uncertainty left aside; null without two slopes, and for per cent
    /// where there was no decline of 0.1 points a month before.
    pub reached: Option<bool>,
    /// How many untreated people reach it; null where no rate was found in print.
    pub untreated: Option<Vec<RateWithout>>,
    /// Which trial used it, and what to think of.
    pub note: &'static str,
}

/// How many people without the treatment were in a category all the same.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct RateWithout {
    /// Of a hundred.
    #[schema(example = 19.1)]
    pub percent: f64,
    /// Which people.
    #[schema(example = "placebo, 28 points or more at the start")]
    pub among: &'static str,
    /// Where it is printed.
    #[schema(example = "PMC9305113, table 4")]
    pub source: &'static str,
    /// Whether it was read in that source.
    pub confirmed: bool,
}

const NO_RATE: &str = "No rate of untreated people was found in print.";

const AT_28_WEEKS: [RateWithout; 3] = [
    RateWithout {
        percent: 19.1,
        among: "placebo, 28 points or more at the start",
        source: "PMC9305113, table 4",
        confirmed: true,
    },
    RateWithout {
        percent: 15.4,
        among: "placebo, 31 points or more at the start",
        source: "PMC9305113, table 4",
        confirmed: true,
    },
    RateWithout {
        percent: 28.0,
        among: "placebo, all",
        source: "NCT03280056",
        confirmed: false,
    },
];

const fn of_27_controls(percent: f64) -> RateWithout {
    RateWithout {
        percent,
        among: "27 people who were given riluzole alone",
        source: "PMC6175096, table 3",
        confirmed: true,
    }
}

/// The categories of the difference of a total.
#[must_use]
pub fn trial_categories(total: &Comparison) -> Vec<TrialCategory> {
    let points = total
        .difference
        .map(|difference| difference.points_per_month);
    let decline = total
        .before
        .points_per_month
        .filter(|before| *before <= -LEAST_DECLINE);
    let percent = points
        .zip(decline)
        .map(|(points, before)| 100.0 * points / before.abs());
    let by_points = |at_least: f64, untreated: Option<Vec<RateWithout>>, note| TrialCategory {
        measure: Measure::PointsPerMonth,
        at_least,
        reached: points.map(|points| points >= at_least),
        untreated,
        note,
    };
    let by_percent = |at_least: f64, untreated: Option<Vec<RateWithout>>, note| TrialCategory {
        measure: Measure::PercentOfDecline,
        at_least,
        reached: percent.map(|percent| percent >= at_least),
        untreated,
        note,
    };
    let good = "Used over 4 months in a trial of cells into the spinal canal (NCT01363401).";
    vec![
        by_points(
            1.25,
            Some(AT_28_WEEKS.to_vec()),
            "Used at 28 weeks in a trial of cells (NCT03280056); that it was 1.25 is unconfirmed.",
        ),
        by_points(1.5, None, NO_RATE),
        by_percent(25.0, None, NO_RATE),
        by_percent(50.0, Some(vec![of_27_controls(19.0)]), good),
        by_percent(75.0, Some(vec![of_27_controls(7.0)]), good),
        by_percent(100.0, Some(vec![of_27_controls(4.0)]), good),
    ]
}
