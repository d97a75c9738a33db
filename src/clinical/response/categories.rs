//! What trials would call a difference, each beside how many people reach the same without it: for
//! clinicians, who know both words. Patients and families are never given a label.
//!
//! Never "untreated": in every trial named here these people were allowed riluzole, and some had a sham
//! procedure.
//!
//! Sources: `docs/clinical-sources.md`, "Before and after".

use serde::Serialize;

use super::Comparison;

/// A slope closer to level than this cannot be improved by so many per cent.
const LEAST_DECLINE: f64 = 0.1;

/// What a category counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TrialMeasure)]
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
    /// How many people reach it without the treatment.
    pub without: Vec<RateWithout>,
    /// Which trial used it, and what to think of.
    pub note: &'static str,
}

/// How many people were in a category without the treatment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct RateWithout {
    /// Of a hundred.
    #[schema(example = 28.0)]
    pub percent: f64,
    /// Whether the rate is that, or is known to be no lower or no higher.
    pub bound: Bound,
    /// Which people.
    #[schema(example = "placebo, all")]
    pub among: &'static str,
    /// Where it is printed.
    #[schema(example = "doi 10.1002/mus.27472")]
    pub source: &'static str,
    /// Whether it was read in that source.
    pub confirmed: bool,
}

/// What a number says of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RateBound)]
pub enum Bound {
    /// It is that.
    Is,
    /// It is that or higher: it is that at a threshold above.
    AtLeast,
    /// It is that or lower: it is that at a threshold below.
    AtMost,
}

const PLACEBO: RateWithout = RateWithout {
    percent: 28.0,
    bound: Bound::Is,
    among: "placebo, all",
    source: "doi 10.1002/mus.27472",
    confirmed: true,
};

const PLACEBO_FROM_35_POINTS: RateWithout = RateWithout {
    percent: 16.0,
    among: "placebo, 35 points or more at the start, a subgroup that was planned; with cells 35 %, p = .29",
    ..PLACEBO
};

const fn of_27_controls(percent: f64) -> RateWithout {
    RateWithout {
        percent,
        bound: Bound::Is,
        among: "27 people who were given riluzole alone",
        source: "PMC6175096, table 3",
        confirmed: true,
    }
}

const AT_28_WEEKS: &str = "Used at 28 weeks in a trial of cells (NCT03280056). To enter, people had to have \
     lost 3 points or more before, so the rates hold regression to the mean. Subgroups that were chosen \
     afterwards are left out.";

const PHASE_2: &str = "Used in a trial of cells (NCT02017912). No rate was found in print: it is bounded by \
     the rate of 1.25 points.";

/// That 4 of 10 is ours: a normal variable of standard deviation 1.33 lies 0.25 or more above its mean in 43
/// of 100.
const OPEN_LABEL: &str = "The category of open-label studies of cells: 15 of 19 people after the first \
     injection, 13 of 19 overall, with no controls (Karussis et al. 2021). No rate was found in print: it is \
     bounded by the rate of 50 %, and of people who lose 1 point a month about 4 of 10 would reach it \
     without it, from the published scatter.";

const OVER_4_MONTHS: &str =
    "Used over 4 months in a trial of cells into the spinal canal (NCT01363401).";

/// The categories of the difference of a total.
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
    let by_points = |at_least: f64, without: Vec<RateWithout>, note| TrialCategory {
        measure: Measure::PointsPerMonth,
        at_least,
        reached: points.map(|points| points >= at_least),
        without,
        note,
    };
    let by_percent = |at_least: f64, without: RateWithout, note| TrialCategory {
        measure: Measure::PercentOfDecline,
        at_least,
        reached: percent.map(|percent| percent >= at_least),
        without: vec![without],
        note,
    };
    let bounded = |rate: RateWithout, bound| RateWithout { bound, ..rate };
    let half = of_27_controls(19.0);
    vec![
        by_points(1.25, vec![PLACEBO, PLACEBO_FROM_35_POINTS], AT_28_WEEKS),
        by_points(1.5, vec![bounded(PLACEBO, Bound::AtMost)], PHASE_2),
        by_percent(25.0, bounded(half, Bound::AtLeast), OPEN_LABEL),
        by_percent(50.0, half, OVER_4_MONTHS),
        by_percent(75.0, of_27_controls(7.0), OVER_4_MONTHS),
        by_percent(100.0, of_27_controls(4.0), OVER_4_MONTHS),
    ]
}
