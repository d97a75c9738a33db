//! People who are made up: a steady decline, independent noise, whole points.

use std::f64::consts::TAU;

use alsfrs_diary::clinical::{Comparison, Point};
use chrono::Days;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rstest::rstest;

use crate::people::day;

const PEOPLE: u32 = 2000;

/// The noise of one person's total (`docs/clinical-sources.md`).
const NOISE: f64 = 1.45;

/// Entries on one side: how many, and so many days apart.
type Side = (u32, u32);

/// How often, of 2,000 people whose slope changes by `effect` points a month, the interval of the
/// difference leaves 0 out.
fn found(before: Side, after: Side, effect: f64, seed: u64) -> f64 {
    let mut chance = StdRng::seed_from_u64(seed);
    let found = (0..PEOPLE).filter(|_| {
        let slope = -0.3 - 0.9 * chance.random::<f64>();
        let start = 36.0 + 4.0 * chance.random::<f64>();
        let first = side(&mut chance, before, start, slope);
        let end = start + slope * months(before);
        let second = side(&mut chance, after, end, slope + effect);
        let difference = Comparison::of(&first, &second).difference.unwrap();
        // Four whole points may lie on one line: nothing is claimed then.
        let interval = difference.ci95;
        interval.is_some_and(|[low, high]| !(low..=high).contains(&0.0))
    });
    f64::from(u32::try_from(found.count()).unwrap()) / f64::from(PEOPLE)
}

fn months((entries, apart): Side) -> f64 {
    f64::from(entries * apart) / 30.4375
}

/// Whole points around a line. Ends of the scale are not met: 36 to 40 less 12 months of 1.2.
fn side(chance: &mut StdRng, (entries, apart): Side, start: f64, slope: f64) -> Vec<Point> {
    let point = |entry: u32| {
        let days = entry * apart;
        let level = start + slope * f64::from(days) / 30.4375;
        Point {
            day: day("2026-01-05") + Days::new(days.into()),
            value: (level + NOISE * normal(chance)).round(),
        }
    };
    (0..entries).map(point).collect()
}

/// Box and Muller's standard normal.
fn normal(chance: &mut StdRng) -> f64 {
    let (radius, angle): (f64, f64) = (chance.random(), chance.random());
    (-2.0 * (1.0 - radius).ln()).sqrt() * (TAU * angle).cos()
}

#[rstest]
#[case::a_quarter_on_either_side((13, 7), (13, 7))]
#[case::half_a_year_on_either_side((26, 7), (26, 7))]
#[case::a_quarter_before_and_a_year_after((13, 7), (52, 7))]
#[case::every_other_week((8, 14), (8, 14))]
#[case::once_a_month_in_a_trial((4, 30), (8, 30))]
fn where_nothing_changes_95_of_100_intervals_contain_no_change(
    #[case] before: Side,
    #[case] after: Side,
) {
    let wrong = found(before, after, 0.0, 4);

    assert!((0.03..=0.07).contains(&wrong), "{wrong}");
}

/// The power that theory gives, from `SciPy`: `nct.sf(q, df, 1 / se) + nct.cdf(-q, df, 1 / se)` with
/// `se` and `df` of Welch and Satterthwaite, `q = t.ppf(0.975, df)`, and noise of √(1.45² + 1/12),
/// because a whole point adds the variance of rounding. Three standard errors of 2,000 people are 3.4
/// of 100 at the most.
#[rstest]
#[case((13, 7), (13, 7), 0.294_769)]
#[case((16, 7), (16, 7), 0.499_428)]
#[case((20, 7), (20, 7), 0.788_177)]
#[case((26, 7), (26, 7), 0.984_649)]
#[case((13, 7), (26, 7), 0.452_776)]
fn a_point_a_month_is_found_as_often_as_theory_says(
    #[case] before: Side,
    #[case] after: Side,
    #[case] power: f64,
) {
    let right = found(before, after, 1.0, 7);

    let error = (power * (1.0 - power) / f64::from(PEOPLE)).sqrt();
    assert!(
        (right - power).abs() < 3.0 * error + 0.01,
        "{right}, not {power}"
    );
}
