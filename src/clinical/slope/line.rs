//! A line through the ratings of one stretch: one slope, and a level for each group of raters.
//!
//! Generalised least squares under each kind of noise ([`super::noise`]), weighted by the restricted
//! likelihood (Patterson and Thompson 1971). Work and memory grow with the number of points.

use std::rc::Rc;

use super::count;
use super::design::{Combination, Design};
use super::mixture::{Mixture, Part};
use super::noise::{by_kind, dot_each, residuals};
use super::point::Point;
use crate::clinical::student::Student;

/// Residuals below this share of the values come from rounding, not from the person.
const ROUNDING: f64 = 1e-12;

/// The line under every kind of noise.
pub(super) struct Line {
    design: Rc<Design>,
    /// What was taken from every value, to keep the digits of small differences.
    offset: f64,
    fits: Vec<Fit>,
    degrees: f64,
    /// Whether every point lies on the line: no noise is known then.
    is_exact: bool,
}

/// The line under one kind of noise.
struct Fit {
    unknowns: Vec<f64>,
    /// The size of the noise, squared.
    variance: f64,
    log_likelihood: f64,
}

impl Line {
    /// Fits the points of a design; none where they are too few.
    pub(super) fn through(points: &[Point], design: Rc<Design>) -> Option<Self> {
        let n = count(points.len());
        let degrees = n - count(design.unknowns());
        if degrees <= 0.0 {
            return None;
        }
        let offset = points.iter().map(|point| point.value).sum::<f64>() / n;
        let values: Vec<f64> = points.iter().map(|point| point.value - offset).collect();
        let fits = Fit::under_each_noise(&design, &values, degrees);
        let size: f64 = points.iter().map(|point| point.value.powi(2)).sum();
        let residual = fits.last()?.variance * degrees;
        Some(Self {
            is_exact: residual <= ROUNDING.powi(2) * size,
            design,
            offset,
            fits,
            degrees,
        })
    }

    /// The slope in units a month.
    pub(super) fn slope(&self, weights: &[f64]) -> Mixture {
        self.mixture(weights, &self.design.slope(), 0.0)
    }

    /// The value of one group's line on a day.
    pub(super) fn value_on(&self, weights: &[f64], day: f64, group: usize) -> Mixture {
        self.mixture(weights, &self.design.value_on(day, group), self.offset)
    }

    /// How much higher the line of one group is than that of another.
    pub(super) fn step(&self, weights: &[f64], from: usize, to: usize) -> Mixture {
        self.mixture(weights, &self.design.step(from, to), 0.0)
    }

    /// The slope of this line less that of another, whose noise is of the same kind and of its own size.
    /// Degrees of freedom: Welch 1947, Satterthwaite 1946.
    pub(super) fn slope_less(&self, other: &Self, weights: &[f64]) -> Mixture {
        let (own, theirs) = (self.design.slope(), other.design.slope());
        let theirs = other.parts(weights, &theirs, 0.0);
        let parts = self.parts(weights, &own, 0.0).zip(theirs);
        let parts = parts.map(|(own, their)| {
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

    fn mixture(&self, weights: &[f64], what: &Combination, offset: f64) -> Mixture {
        Mixture::new(self.parts(weights, what, offset), self.is_exact)
    }

    /// What each kind of noise, so weighted, makes of a combination.
    fn parts(
        &self,
        weights: &[f64],
        what: &Combination,
        offset: f64,
    ) -> impl Iterator<Item = Part> {
        let student = Student::with(self.degrees);
        let fits = self.fits.iter().zip(&self.design.factors).zip(weights);
        fits.map(move |((fit, factor), weight)| {
            let (value, share) = what.of(&fit.unknowns, factor);
            Part {
                weight: *weight,
                centre: offset + value,
                error: (fit.variance * share).sqrt(),
                student,
            }
        })
    }
}

impl Fit {
    fn under_each_noise(design: &Design, values: &[f64], degrees: f64) -> Vec<Self> {
        let values = design.filter.of(values);
        let columns = &design.columns;
        let sides: Vec<_> = columns
            .iter()
            .map(|column| dot_each(column, &values))
            .collect();
        let unknowns = by_kind(&sides).zip(&design.factors);
        let unknowns: Vec<_> = unknowns
            .map(|(sides, factor)| factor.solve(&sides))
            .collect();
        let residuals = residuals(&values, columns, &unknowns);
        let determinants = design.filter.log_determinant.iter().zip(&design.factors);
        let fits = unknowns.into_iter().zip(residuals).zip(determinants);
        let fits = fits.map(|((unknowns, residual), (filter, factor))| Self {
            unknowns,
            variance: residual / degrees,
            log_likelihood: -0.5
                * (filter
                    + factor.log_determinant()
                    + degrees * residual.max(f64::MIN_POSITIVE).ln()),
        });
        fits.collect()
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
