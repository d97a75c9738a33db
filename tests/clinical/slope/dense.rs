//! The same line by the textbook: all correlations in one matrix, inverted. It shares nothing with the
//! filter but the grid and the formulas of generalised least squares.

use alsfrs_diary::clinical::{Group, Point, Scale, Slope};
use chrono::NaiveDate;
use proptest::prelude::*;

use super::points;
use crate::people::day;
use crate::simulated::ALONE;

type Matrix = Vec<Vec<f64>>;

/// The inverse of a symmetric matrix and the logarithm of its determinant, by Gauss and Jordan.
fn inverted(matrix: &Matrix) -> (Matrix, f64) {
    let n = matrix.len();
    let mut left = matrix.clone();
    let mut right: Matrix = (0..n)
        .map(|row| {
            (0..n)
                .map(|column| f64::from(u8::from(row == column)))
                .collect()
        })
        .collect();
    let mut log_determinant = 0.0;
    for pivot in 0..n {
        let scale = left[pivot][pivot];
        log_determinant += scale.ln();
        for column in 0..n {
            left[pivot][column] /= scale;
            right[pivot][column] /= scale;
        }
        for row in (0..n).filter(|row| *row != pivot) {
            let factor = left[row][pivot];
            for column in 0..n {
                left[row][column] -= factor * left[pivot][column];
                right[row][column] -= factor * right[pivot][column];
            }
        }
    }
    (right, log_determinant)
}

fn times(matrix: &Matrix, vector: &[f64]) -> Vec<f64> {
    let row = |row: &Vec<f64>| row.iter().zip(vector).map(|(a, b)| a * b).sum();
    matrix.iter().map(row).collect()
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// What one kind of noise says: restricted log likelihood, slope a month and its variance.
pub type Told = (f64, f64, f64);

/// What each kind of noise says of points in the order of their days.
pub fn told(points: &[Point]) -> Vec<Told> {
    let days: Vec<f64> = points.iter().map(|point| days_since(point.day)).collect();
    let mut groups: Vec<Group> = points.iter().map(|point| point.group).collect();
    groups.sort_by_key(|group| (group.rater, group.form.key()));
    groups.dedup();
    let values: Vec<f64> = points.iter().map(|point| point.value).collect();
    let mut columns: Matrix = vec![days.iter().map(|day| day / 30.4375).collect()];
    for group in groups {
        let is_of = |point: &Point| f64::from(u8::from(point.group == group));
        columns.push(points.iter().map(is_of).collect());
    }

    let mut told = Vec::new();
    let memories = [0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
    let lasting = memories
        .iter()
        .flat_map(|rho| [1.0, 0.75, 0.5, 0.25].map(|tau| (*rho, tau)));
    for (rho, tau) in std::iter::once((0.0, 1.0)).chain(lasting) {
        let correlation = |a: &f64, b: &f64| match (a - b).abs() {
            0.0 => 1.0,
            apart => tau * f64::powf(rho, apart / 7.0),
        };
        let correlations = days
            .iter()
            .map(|a| days.iter().map(|b| correlation(a, b)).collect())
            .collect();
        told.push(under(&correlations, &columns, &values));
    }
    told
}

/// Weighted mean and standard error.
pub fn mean_and_error(told: &[Told]) -> (f64, f64) {
    let most = told
        .iter()
        .map(|(log, ..)| *log)
        .fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = told.iter().map(|(log, ..)| (log - most).exp()).sum();
    let weighted = |what: &dyn Fn(f64, f64) -> f64| -> f64 {
        let part = |(log, rate, variance): &Told| (log - most).exp() / sum * what(*rate, *variance);
        told.iter().map(part).sum()
    };
    let mean = weighted(&|rate, _| rate);
    let variance = weighted(&|rate, variance| variance + (rate - mean).powi(2));
    (mean, variance.sqrt())
}

/// Restricted log likelihood, slope and its variance under one kind of noise.
fn under(correlations: &Matrix, columns: &Matrix, values: &[f64]) -> Told {
    let (weights, log_determinant) = inverted(correlations);
    let weighed: Matrix = columns
        .iter()
        .map(|column| times(&weights, column))
        .collect();
    let normal: Matrix = columns
        .iter()
        .map(|a| weighed.iter().map(|b| product(a, b)).collect())
        .collect();
    let (inverse, log_normal) = inverted(&normal);
    let sides: Vec<f64> = weighed
        .iter()
        .map(|column| product(column, values))
        .collect();
    let unknowns = times(&inverse, &sides);
    let residuals: Vec<f64> = (0..values.len())
        .map(|place| {
            let fitted: f64 = columns
                .iter()
                .zip(&unknowns)
                .map(|(c, b)| c[place] * b)
                .sum();
            values[place] - fitted
        })
        .collect();
    let residual = product(&residuals, &times(&weights, &residuals));
    let degrees = f64::from(u32::try_from(values.len() - columns.len()).unwrap());
    let log = -0.5 * (log_determinant + log_normal + degrees * residual.ln());
    (log, unknowns[0], residual / degrees * inverse[0][0])
}

fn days_since(date: NaiveDate) -> f64 {
    f64::from(i32::try_from((date - day("2026-01-05")).num_days()).unwrap())
}

/// Whole points on different days, of one or two groups.
fn any_points() -> impl Strategy<Value = Vec<Point>> {
    let one = (1_u32..20, 20_u8..=40, any::<bool>());
    (prop::collection::vec(one, 14..30), any::<bool>()).prop_map(|(steps, mixed)| {
        let mut days = 0;
        let mut values = Vec::new();
        for (step, value, _) in &steps {
            days += step;
            values.push((days, f64::from(*value)));
        }
        let mut points = points(&values);
        for (point, (.., other)) in points.iter_mut().zip(steps) {
            if mixed && other {
                point.group = super::proxy();
            }
        }
        points
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_filter_gives_the_slope_of_dense_least_squares(points in any_points()) {
        let of = |group| points.iter().filter(|point| point.group == group).count();
        prop_assume!(of(ALONE) != 1 && of(super::proxy()) != 1);
        let slope = Slope::of(&points, Scale::TOTAL);
        prop_assume!(slope.enough);

        let (rate, error) = mean_and_error(&told(&points));

        prop_assert!((slope.points_per_month.unwrap() - rate).abs() < 1e-9);
        prop_assert!((slope.standard_error.unwrap() - error).abs() < 1e-8);
    }
}
