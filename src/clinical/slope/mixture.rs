//! One number as several kinds of noise tell it: a weighted mixture of Student's t.

use crate::clinical::student::Student;

/// Kinds less likely than this change no digit that is shown.
const NEGLIGIBLE: f64 = 1e-5;

/// How close to its share of the distribution the end of an interval is looked for: that is a few
/// ten-thousandths of a standard error.
const CLOSE: f64 = 1e-5;

/// Where it is looked for first, in standard errors from the mean.
const ABOUT: f64 = 2.0;

/// How often it is looked for at the most; four times are enough as a rule.
const ROUNDS: usize = 50;

/// What one kind of noise says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) weight: f64,
    pub(super) centre: f64,
    pub(super) error: f64,
    pub(super) student: Student,
}

impl Part {
    /// Its 2.5 and 97.5 % points lie no farther from its centre.
    fn reach(&self) -> f64 {
        Student::WIDEST_95 * self.error
    }
}

/// What all of them say; the weights add up to 1.
#[derive(Debug)]
pub(super) struct Mixture {
    parts: Vec<Part>,
    /// Whether all points lie on the line: how certain it is cannot be told then.
    is_exact: bool,
}

impl Mixture {
    pub(super) fn new(parts: impl Iterator<Item = Part>, is_exact: bool) -> Self {
        let mut parts: Vec<Part> = parts.collect();
        let sum: f64 = parts.iter().map(|part| part.weight).sum();
        for part in &mut parts {
            part.weight /= sum;
        }
        Self { parts, is_exact }
    }

    /// The weighted mean.
    pub(super) fn mean(&self) -> f64 {
        self.parts
            .iter()
            .map(|part| part.weight * part.centre)
            .sum()
    }

    /// The error within the kinds of noise, and between them; none where the line is exact.
    pub(super) fn standard_error(&self) -> Option<f64> {
        let mean = self.mean();
        let variance = |part: &Part| part.error.powi(2) + (part.centre - mean).powi(2);
        let parts = self.parts.iter();
        let sum: f64 = parts.map(|part| part.weight * variance(part)).sum();
        (!self.is_exact).then(|| sum.sqrt())
    }

    /// Its 2.5 and 97.5 % points; none where the line is exact.
    pub(super) fn ci95(&self) -> Option<[f64; 2]> {
        let likely = self.parts.iter().filter(|part| part.weight > NEGLIGIBLE);
        let likely = Self::new(likely.copied(), self.is_exact);
        let error = likely.standard_error()?;
        let mean = likely.mean();
        let centres = || likely.parts.iter().map(|part| part.centre);
        let lows = likely.parts.iter().map(|part| part.centre - part.reach());
        let highs = likely.parts.iter().map(|part| part.centre + part.reach());
        let below = (lows.reduce(f64::min)?, centres().reduce(f64::max)?);
        let above = (centres().reduce(f64::min)?, highs.reduce(f64::max)?);
        Some([
            likely.point(0.025, mean - ABOUT * error, below),
            likely.point(0.975, mean + ABOUT * error, above),
        ])
    }

    /// Where so large a share lies below: Newton's steps from `guess`, halved intervals where a step
    /// leaves the bounds.
    fn point(&self, share: f64, mut guess: f64, (mut low, mut high): (f64, f64)) -> f64 {
        for _ in 0..ROUNDS {
            let (below, density) = self.at(guess);
            let off = below - share;
            if off.abs() < CLOSE {
                break;
            }
            if off < 0.0 {
                low = low.max(guess);
            } else {
                high = high.min(guess);
            }
            let step = guess - off / density;
            guess = if (low..=high).contains(&step) {
                step
            } else {
                f64::midpoint(low, high)
            };
        }
        guess
    }

    /// Which share lies below a value, and how fast it grows there.
    fn at(&self, value: f64) -> (f64, f64) {
        self.parts
            .iter()
            .fold((0.0, 0.0), |(below, density), part| {
                let t = (value - part.centre) / part.error;
                let (share, growth) = part.student.share_below(t);
                (
                    below + part.weight * share,
                    density + part.weight * growth / part.error,
                )
            })
    }
}
