//! The trend of a score: a straight line with its uncertainty, where ratings of one person are alike
//! from week to week, and more than one person may have rated.
//!
//! Source: generalised least squares, averaged over kinds of noise (`docs/clinical-sources.md`,
//! "Errors with memory"); the guards of 6 entries and 84 days are our own.

mod design;
mod ends;
mod line;
mod matrix;
mod mixture;
mod noise;
mod point;
mod raters;

use std::rc::Rc;

use serde::Serialize;

use super::months::day_number;
use super::theil_sen::theil_sen;
use super::{CuttingForm, DAYS_PER_MONTH, Difference, Rater, Week};
use design::Design;
use line::{Line, weights};
use mixture::Mixture;
use raters::Raters;

pub use ends::{GroupLine, LineEnd};
pub use point::{Group, Point, Scale};
pub use raters::GroupCount;

/// Decimals with which a slope is shown: finer than that is noise at any length of diary.
pub const SLOPE_DECIMALS: i32 = 3;

/// Decimals with which the ends of a line and its steps are shown.
const VALUE_DECIMALS: i32 = 1;

const FEWEST_DAYS_WITH_ENTRY: usize = 6;

/// What is left of six entries when a line is taken from them, and so asked for whatever the number of
/// raters.
const FEWEST_DEGREES: usize = FEWEST_DAYS_WITH_ENTRY - 2;

/// The change of a score in points per month of 30.4375 days; negative is decline.
///
/// The numbers are not rounded; see [`Slope::rounded`].
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(
    description = "The change of a score in points per month of 30.4375 days; negative is decline."
)]
pub struct Slope {
    /// The slope, the mean over all kinds of noise; null unless `enough`.
    pub points_per_month: Option<f64>,
    /// Its standard error; null when all points lie on one line, where it would claim certainty.
    pub standard_error: Option<f64>,
    /// Its 95 % interval; null as above.
    pub ci95: Option<[f64; 2]>,
    /// Points used. A group of raters with one point alone adds nothing.
    pub n: usize,
    /// Days from the first point to the last.
    pub span_days: i64,
    /// The Theil-Sen slope within the groups of raters, which single odd weeks move little; null unless
    /// `enough`, and above 2,000 points.
    pub theil_sen: Option<f64>,
    /// Whether there are 6 different days over 84 days or more.
    pub enough: bool,
    /// What is lacking and may still come; absent where there is enough, and where nothing can come.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
    /// The line on the first and the last day, never outside the scale; null unless `enough`.
    pub ends: Option<[LineEnd; 2]>,
    /// Where the line jumps because another group of raters went on.
    pub steps: Vec<Step>,
    /// How often each group rated, in the order of their first ratings.
    pub groups: Vec<GroupCount>,
    /// The line of each group, for a picture.
    #[serde(skip)]
    #[schema(ignore)]
    pub lines: Vec<GroupLine>,
}

/// What a slope still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = SlopeShortfall)]
pub struct Missing {
    /// Entries on further days, at least 1.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entries: Option<usize>,
    /// Days by which the first and the last entry are too close, at least 1.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
}

/// How much higher or lower one group of raters sees the same as another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = RaterStep)]
pub struct Step {
    /// Whose ratings came before.
    pub from: Rater,
    /// Whose ratings began.
    pub to: Rater,
    /// The form of item 5 before.
    pub from_form: CuttingForm,
    /// The form of item 5 of those that began.
    pub to_form: CuttingForm,
    /// The week in which they began.
    pub since: Week,
    /// How many points higher these see the same; negative is lower.
    #[schema(example = 2.1)]
    pub points: f64,
    /// Its 95 % interval; null when all points lie on one line.
    pub ci95: Option<[f64; 2]>,
}

impl Slope {
    /// Days from the first point to the last below which there is no slope.
    pub const SHORTEST_SPAN_DAYS: i64 = 84;

    /// Fits a line through the points, whose order does not matter.
    ///
    /// A value that is not finite is left out.
    pub fn of(points: &[Point], scale: Scale) -> Self {
        Fit::to(points, scale).alone()
    }

    /// The same for several scores: those that follow each other and were rated on the same days share
    /// most of the work.
    pub fn of_each<const N: usize>(scores: [(&[Point], Scale); N]) -> [Self; N] {
        let mut last = None;
        scores.map(|(points, scale)| Fit::beside(points, scale, &mut last).alone())
    }

    /// The same where no further rating of the stretch can come: nothing is asked for.
    #[must_use]
    pub fn that_is_over(self) -> Self {
        Self {
            missing: None,
            ..self
        }
    }

    /// The same with every number rounded to so many decimals, [`SLOPE_DECIMALS`] as a rule; what is in
    /// points of the scale to one.
    #[must_use]
    pub fn rounded(self, decimals: i32) -> Self {
        let rounded = |number| round(number, decimals);
        let both = |ends: [f64; 2]| ends.map(|end| round(end, VALUE_DECIMALS));
        let ends = |ends: [LineEnd; 2]| ends.map(LineEnd::rounded);
        let lines = self.lines.into_iter().map(|line| GroupLine {
            ends: ends(line.ends),
            ..line
        });
        let steps = self.steps.into_iter().map(|step| Step {
            points: round(step.points, VALUE_DECIMALS),
            ci95: step.ci95.map(both),
            ..step
        });
        Self {
            points_per_month: self.points_per_month.map(rounded),
            standard_error: self.standard_error.map(rounded),
            ci95: self.ci95.map(|ends| ends.map(rounded)),
            theil_sen: self.theil_sen.map(rounded),
            ends: self.ends.map(ends),
            steps: steps.collect(),
            lines: lines.collect(),
            ..self
        }
    }
}

/// The points of a stretch, and the line through them where there is enough.
pub(super) struct Fit {
    points: Vec<Point>,
    raters: Raters,
    scale: Scale,
    missing: Option<Missing>,
    line: Option<Line>,
}

impl Fit {
    pub(super) fn to(points: &[Point], scale: Scale) -> Self {
        Self::beside(points, scale, &mut None)
    }

    /// The same where the score before left its `last` design.
    fn beside(points: &[Point], scale: Scale, last: &mut Option<Rc<Design>>) -> Self {
        let mut points = points.to_vec();
        points.retain(|point| point.value.is_finite());
        points.sort_by(|a, b| a.day.cmp(&b.day).then(a.value.total_cmp(&b.value)));
        let raters = Raters::of(&points);
        points.retain(|point| raters.place(point.group).is_some());

        let missing = missing(&points, &raters);
        let mut fit = || Line::through(&points, Design::of(&points, raters.compared(), last)?);
        let line = if missing.is_none() { fit() } else { None };
        Self {
            points,
            raters,
            scale,
            missing,
            line,
        }
    }

    /// The slope where its own points weigh the kinds of noise.
    fn alone(&self) -> Slope {
        let line = self.line.as_ref();
        self.slope(&line.map(|line| weights(&[line])).unwrap_or_default())
    }

    /// The slope where the kinds of noise weigh so much.
    fn slope(&self, weights: &[f64]) -> Slope {
        let line = self.line.as_ref();
        let rate = line.map(|line| line.slope(weights));
        let lines = line.map_or_else(Vec::new, |line| self.lines(line, weights));
        Slope {
            points_per_month: rate.as_ref().map(Mixture::mean),
            standard_error: rate.as_ref().and_then(Mixture::standard_error),
            ci95: rate.as_ref().and_then(Mixture::ci95),
            n: self.points.len(),
            span_days: span_days(&self.points),
            theil_sen: line.and_then(|_| self.theil_sen()),
            enough: line.is_some(),
            missing: self.missing,
            ends: self.ends(&lines),
            steps: line.map_or_else(Vec::new, |line| self.steps(line, weights)),
            groups: self.raters.counts().to_vec(),
            lines,
        }
    }

    fn steps(&self, line: &Line, weights: &[f64]) -> Vec<Step> {
        let step = |turn: raters::Turn| {
            let told = line.step(weights, turn.from.0, turn.to.0);
            Step {
                from: turn.from.1.rater,
                to: turn.to.1.rater,
                from_form: turn.from.1.form,
                to_form: turn.to.1.form,
                since: Week::of(turn.on),
                points: told.mean(),
                ci95: told.ci95(),
            }
        };
        self.raters.turns(&self.points).map(step).collect()
    }

    fn theil_sen(&self) -> Option<f64> {
        let within = |group: &Group| -> Vec<(f64, f64)> {
            let of_group = self.points.iter().filter(|point| point.group == *group);
            of_group
                .map(|point| (day_number(point.day), point.value))
                .collect()
        };
        let groups: Vec<Vec<(f64, f64)>> = self.raters.compared().iter().map(within).collect();
        theil_sen(&groups).map(|a_day| a_day * DAYS_PER_MONTH)
    }

    /// Whether an end of the scale is reached so often that a slope can only flatten.
    pub(super) fn is_at_an_end(&self) -> bool {
        self.scale.is_reached_by(&self.points)
    }
}

/// The slopes of two stretches, weighted together, and the difference between them: `None` unless there
/// are two lines.
pub(super) fn both(before: &Fit, after: &Fit) -> (Slope, Slope, Option<Difference>) {
    let lines = before.line.as_ref().zip(after.line.as_ref());
    let Some((first, second)) = lines else {
        return (before.alone(), after.alone(), None);
    };
    let weights = weights(&[first, second]);
    let told = second.slope_less(first, &weights);
    let apart = Difference {
        points_per_month: told.mean(),
        standard_error: told.standard_error(),
        ci95: told.ci95(),
    };
    (before.slope(&weights), after.slope(&weights), Some(apart))
}

fn missing(points: &[Point], raters: &Raters) -> Option<Missing> {
    // One rating alone is of no group yet, and will be with the next one.
    let days_with_entry = points.chunk_by(|a, b| a.day == b.day).count();
    let days_with_entry = days_with_entry.max(raters.counts().len().min(1));
    let unknowns = 1 + raters.compared().len().max(1);
    let entries = FEWEST_DAYS_WITH_ENTRY
        .saturating_sub(days_with_entry)
        .max((FEWEST_DEGREES + unknowns).saturating_sub(points.len().max(days_with_entry)));
    let days = Slope::SHORTEST_SPAN_DAYS - span_days(points).min(raters.days_told(points));
    let missing = Missing {
        entries: Some(entries).filter(|entries| *entries > 0),
        days: Some(days).filter(|days| *days > 0),
    };
    (missing.entries.is_some() || missing.days.is_some()).then_some(missing)
}

fn span_days(sorted: &[Point]) -> i64 {
    match sorted {
        [first, .., last] => (last.day - first.day).num_days(),
        _ => 0,
    }
}

/// A count as a number to calculate with; diaries stay far below where it would saturate.
pub(super) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Rounds to so many decimals, and a negative zero to zero.
pub(super) fn round(number: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (number * scale).round() / scale + 0.0
}
