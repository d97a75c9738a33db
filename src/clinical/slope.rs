//! The trend of a score: a straight line by least squares, with its uncertainty.
//!
//! Source: ordinary least squares as in any textbook; the guards of 3 entries and 84 days are our
//! own (`docs/clinical-sources.md`).

use chrono::NaiveDate;
use serde::Serialize;

use super::DAYS_PER_MONTH;
use super::months::day_number;
use super::student::two_sided_95;
use super::theil_sen::theil_sen;

/// Decimals with which a slope is shown: finer than that is noise at any length of diary.
pub const SLOPE_DECIMALS: i32 = 3;

const FEWEST_DAYS_WITH_ENTRY: usize = 3;
const SHORTEST_SPAN_DAYS: i64 = 84;

/// Residuals below this share of the values come from rounding, not from the person.
const ROUNDING: f64 = 1e-12;

/// One complete entry, or one domain of it, on the day it was assessed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The civil day of the assessment.
    pub day: NaiveDate,
    /// The total (0 to 48) or subscore (0 to 12) on that day.
    pub value: f64,
}

/// The change of a score in points per month of 30.4375 days; negative is decline.
///
/// The numbers are not rounded; see [`Slope::rounded`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(
    description = "The change of a score in points per month of 30.4375 days; negative is decline."
)]
pub struct Slope {
    /// The slope by least squares; none unless `enough`.
    pub points_per_month: Option<f64>,
    /// Its standard error; none when all points lie on one line, where it would claim certainty.
    pub standard_error: Option<f64>,
    /// Its 95 % interval by Student's t with n - 2 degrees of freedom; none as above.
    pub ci95: Option<[f64; 2]>,
    /// Points used.
    pub n: usize,
    /// Days from the first point to the last.
    pub span_days: i64,
    /// The Theil-Sen slope, which single odd weeks move little; none unless `enough`, and none
    /// above 2,000 points.
    pub theil_sen: Option<f64>,
    /// Whether there are 3 different days over 84 days or more.
    pub enough: bool,
    /// What is lacking, unless there is enough.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
}

/// What a slope still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
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

impl Slope {
    /// Fits a line through the points, whose order does not matter.
    ///
    /// A value that is not finite is left out.
    #[must_use]
    pub fn of(points: &[Point]) -> Self {
        let mut points = points.to_vec();
        points.retain(|point| point.value.is_finite());
        points.sort_by(|a, b| a.day.cmp(&b.day).then(a.value.total_cmp(&b.value)));

        let mut slope = Self::without_line(&points);
        if slope.enough {
            let xy: Vec<(f64, f64)> = points
                .iter()
                .map(|point| (day_number(point.day), point.value))
                .collect();
            let line = Line::through(&xy);
            slope.points_per_month = Some(line.slope * DAYS_PER_MONTH);
            slope.standard_error = line.standard_error.map(|error| error * DAYS_PER_MONTH);
            slope.ci95 = line
                .interval()
                .map(|ends| ends.map(|end| end * DAYS_PER_MONTH));
            slope.theil_sen = theil_sen(&xy).map(|median| median * DAYS_PER_MONTH);
        }
        slope
    }

    /// The same with every number rounded to so many decimals, [`SLOPE_DECIMALS`] as a rule.
    #[must_use]
    pub fn rounded(self, decimals: i32) -> Self {
        let rounded = |number| round(number, decimals);
        Self {
            points_per_month: self.points_per_month.map(rounded),
            standard_error: self.standard_error.map(rounded),
            ci95: self.ci95.map(|ends| ends.map(rounded)),
            theil_sen: self.theil_sen.map(rounded),
            ..self
        }
    }

    fn without_line(sorted: &[Point]) -> Self {
        let days_with_entry = sorted.chunk_by(|a, b| a.day == b.day).count();
        let span_days = match sorted {
            [first, .., last] => (last.day - first.day).num_days(),
            _ => 0,
        };
        let missing = Missing {
            entries: Some(FEWEST_DAYS_WITH_ENTRY.saturating_sub(days_with_entry))
                .filter(|entries| *entries > 0),
            days: Some(SHORTEST_SPAN_DAYS - span_days).filter(|days| *days > 0),
        };
        let enough = missing.entries.is_none() && missing.days.is_none();
        Self {
            points_per_month: None,
            standard_error: None,
            ci95: None,
            n: sorted.len(),
            span_days,
            theil_sen: None,
            enough,
            missing: (!enough).then_some(missing),
        }
    }
}

/// A least-squares line, in units of y per x.
struct Line {
    slope: f64,
    standard_error: Option<f64>,
    degrees_of_freedom: f64,
}

impl Line {
    /// Fits at least three points with different x. Both axes are centred first, so that day
    /// numbers near 740,000 cost no digits.
    fn through(points: &[(f64, f64)]) -> Self {
        let n = count(points.len());
        let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / n;
        let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / n;
        let centred = || points.iter().map(|(x, y)| (x - mean_x, y - mean_y));

        let sxx: f64 = centred().map(|(x, _)| x * x).sum();
        let sxy: f64 = centred().map(|(x, y)| x * y).sum();
        let slope = sxy / sxx;
        let residual: f64 = centred().map(|(x, y)| (y - slope * x).powi(2)).sum();
        let size: f64 = points.iter().map(|(_, y)| y * y).sum();

        let degrees_of_freedom = n - 2.0;
        Self {
            slope,
            standard_error: (residual > ROUNDING.powi(2) * size)
                .then(|| (residual / degrees_of_freedom / sxx).sqrt()),
            degrees_of_freedom,
        }
    }

    fn interval(&self) -> Option<[f64; 2]> {
        let reach = self.standard_error? * two_sided_95(self.degrees_of_freedom)?;
        Some([self.slope - reach, self.slope + reach])
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
