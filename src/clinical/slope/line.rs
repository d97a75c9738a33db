//! A line through the ratings of one stretch: one slope, and a level for each group of raters.
//!
//! Generalised least squares under each kind of noise ([`super::noise`]), weighted by the restricted
//! likelihood (Patterson and Thompson 1971). Work and memory grow with the number of points.

use super::count;
use super::matrix::{Factor, dot};
use super::mixture::{Mixture, Part};
use super::noise::{Noise, kinds};
use super::point::{Group, Point};
use crate::clinical::DAYS_PER_MONTH;
use crate::clinical::months::day_number;
use crate::clinical::student::Student;

/// Residuals below this share of the values come from rounding, not from the person.
const ROUNDING: f64 = 1e-12;

/// Values of the same day are told apart by as much, in days.
const SAME_DAY: f64 = 0.5;

/// The points of a stretch as columns, each group's in its own level.
pub(super) struct Stretch {
    /// Months after the middle of the stretch.
    months: Vec<f64>,
    /// Weeks since the point before.
    weeks: Vec<f64>,
    values: Vec<f64>,
    /// What was taken from every value, to keep the digits of small differences.
    offset: f64,
    /// Day number in the middle.
    middle: f64,
    /// To which of the groups each point belongs.
    of_group: Vec<usize>,
    groups: usize,
}

impl Stretch {
    /// Of points in the order of their days, all of one of `groups`.
    pub(super) fn of(points: &[Point], groups: &[Group]) -> Self {
        let days: Vec<f64> = points.iter().map(|point| day_number(point.day)).collect();
        let n = count(points.len());
        let middle = days.iter().sum::<f64>() / n;
        let offset = points.iter().map(|point| point.value).sum::<f64>() / n;
        let before = days.first().into_iter().chain(&days);
        Self {
            months: days
                .iter()
                .map(|day| (day - middle) / DAYS_PER_MONTH)
                .collect(),
            weeks: days
                .iter()
                .zip(before)
                .map(|(day, before)| (day - before).max(SAME_DAY) / 7.0)
                .collect(),
            values: points.iter().map(|point| point.value - offset).collect(),
            offset,
            middle,
            of_group: points
                .iter()
                .filter_map(|point| groups.iter().position(|group| *group == point.group))
                .collect(),
            groups: groups.len(),
        }
    }

    /// The value of one group's line on a day, as a combination of the unknowns.
    pub(super) fn value_on(&self, day: f64, group: usize) -> Combination {
        let mut combination = self.nothing(self.offset);
        if let Some(level) = combination.factors.get_mut(group + 1) {
            *level = 1.0;
        }
        if let Some(slope) = combination.factors.first_mut() {
            *slope = (day - self.middle) / DAYS_PER_MONTH;
        }
        combination
    }

    /// How much higher the line of one group is than that of another.
    pub(super) fn step(&self, from: usize, to: usize) -> Combination {
        let mut combination = self.nothing(0.0);
        for (group, sign) in [(from, -1.0), (to, 1.0)] {
            if let Some(level) = combination.factors.get_mut(group + 1) {
                *level += sign;
            }
        }
        combination
    }

    /// The slope in units a month.
    pub(super) fn slope(&self) -> Combination {
        let mut combination = self.nothing(0.0);
        if let Some(slope) = combination.factors.first_mut() {
            *slope = 1.0;
        }
        combination
    }

    fn nothing(&self, constant: f64) -> Combination {
        Combination {
            factors: vec![0.0; 1 + self.groups],
            constant,
        }
    }

    /// The months, then for each group whether a point is of it.
    fn columns(&self) -> Vec<Vec<f64>> {
        let level = |group: usize| {
            let is_of = |of: &usize| f64::from(u8::from(*of == group));
            self.of_group.iter().map(is_of).collect()
        };
        std::iter::once(self.months.clone())
            .chain((0..self.groups).map(level))
            .collect()
    }
}

/// A sum of multiples of the unknowns, the slope first, and a constant.
pub(super) struct Combination {
    factors: Vec<f64>,
    constant: f64,
}

/// The line under every kind of noise.
pub(super) struct Line {
    fits: Vec<Fit>,
    degrees: f64,
    /// Whether every point lies on the line: no noise is known then.
    is_exact: bool,
}

/// The line under one kind of noise.
struct Fit {
    unknowns: Vec<f64>,
    factor: Factor,
    /// The size of the noise, squared.
    variance: f64,
    log_likelihood: f64,
}

impl Line {
    /// Fits the points of a stretch; none where they do not determine a slope.
    pub(super) fn through(stretch: &Stretch) -> Option<Self> {
        let columns = stretch.columns();
        let degrees = count(stretch.values.len()) - count(columns.len());
        if degrees <= 0.0 {
            return None;
        }
        let fit = |noise: Noise| Fit::under(noise, stretch, &columns, degrees);
        let fits: Vec<Fit> = kinds().map(fit).collect::<Option<_>>()?;
        let size: f64 = stretch
            .values
            .iter()
            .map(|value| (value + stretch.offset).powi(2))
            .sum();
        let residual = fits.first()?.variance * degrees;
        Some(Self {
            is_exact: residual <= ROUNDING.powi(2) * size,
            fits,
            degrees,
        })
    }

    /// What a combination of the unknowns comes to under each kind of noise, so weighted.
    pub(super) fn told(&self, weights: &[f64], what: &Combination) -> Mixture {
        Mixture::new(self.parts(weights, what), self.is_exact)
    }

    /// The same of this line less that of another, whose noise is of the same kind and of its own size.
    /// Degrees of freedom: Welch 1947, Satterthwaite 1946.
    pub(super) fn told_less(
        &self,
        other: &Self,
        weights: &[f64],
        what: (&Combination, &Combination),
    ) -> Mixture {
        let theirs = other.parts(weights, what.1);
        let parts = self.parts(weights, what.0).zip(theirs).map(|(own, their)| {
            let (a, b) = (own.error.powi(2), their.error.powi(2));
            let spread = a.powi(2) / self.degrees + b.powi(2) / other.degrees;
            let welch = (a + b).powi(2) / spread;
            Part {
                weight: own.weight,
                centre: own.centre - their.centre,
                error: (a + b).sqrt(),
                student: Student::with(if welch.is_nan() { self.degrees } else { welch }),
            }
        });
        Mixture::new(parts, self.is_exact || other.is_exact)
    }

    fn parts(&self, weights: &[f64], what: &Combination) -> impl Iterator<Item = Part> {
        let student = Student::with(self.degrees);
        self.fits
            .iter()
            .zip(weights)
            .map(move |(fit, weight)| Part {
                weight: *weight,
                centre: what.constant + dot(&what.factors, &fit.unknowns),
                error: (fit.variance * fit.factor.inverse_form(&what.factors)).sqrt(),
                student,
            })
    }
}

impl Fit {
    fn under(noise: Noise, stretch: &Stretch, columns: &[Vec<f64>], degrees: f64) -> Option<Self> {
        let filter = noise.filter(&stretch.weeks);
        let columns: Vec<Vec<f64>> = columns.iter().map(|column| filter.of(column)).collect();
        let values = filter.of(&stretch.values);
        let factor = Factor::of_products(&columns)?;
        let sides: Vec<f64> = columns.iter().map(|column| dot(column, &values)).collect();
        let unknowns = factor.solve(&sides);
        let residual: f64 = (0..values.len())
            .map(|place| {
                let at = |column: &Vec<f64>| column.get(place).copied().unwrap_or_default();
                let fitted: f64 = columns
                    .iter()
                    .map(at)
                    .zip(&unknowns)
                    .map(|(x, b)| x * b)
                    .sum();
                (values.get(place).copied().unwrap_or_default() - fitted).powi(2)
            })
            .sum();
        let log_likelihood = -0.5
            * (filter.log_determinant
                + factor.log_determinant()
                + degrees * residual.max(f64::MIN_POSITIVE).ln());
        Some(Self {
            unknowns,
            factor,
            variance: residual / degrees,
            log_likelihood,
        })
    }
}

/// How likely the ratings of all these lines together make each kind of noise; the likeliest is 1.
pub(super) fn weights(lines: &[&Line]) -> Vec<f64> {
    let likelihood = |kind: usize| -> f64 {
        let fits = lines.iter().filter_map(|line| line.fits.get(kind));
        fits.map(|fit| fit.log_likelihood).sum()
    };
    let kinds = lines.first().map_or(0, |line| line.fits.len());
    let logs: Vec<f64> = (0..kinds).map(likelihood).collect();
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    logs.iter().map(|log| (log - most).exp()).collect()
}
