//! Stretches without decline, and gains that last.

use alsfrs_diary::clinical::{Plateau, Point, Reversal, plateaus, reversal};
use chrono::Days;
use rstest::rstest;

use crate::people::day;

fn points(values: &[(u32, f64)]) -> Vec<Point> {
    let point = |(days, value): &(u32, f64)| Point {
        day: day("2026-01-05") + Days::new(u64::from(*days)),
        value: *value,
    };
    values.iter().map(point).collect()
}

/// First day, last day and change of each.
fn found(values: &[(u32, f64)]) -> Vec<(i64, i64, f64)> {
    let days = |day: chrono::NaiveDate| (day - crate::people::day("2026-01-05")).num_days();
    let told = |plateau: Plateau| (days(plateau.from), days(plateau.to), plateau.change);
    plateaus(&points(values)).into_iter().map(told).collect()
}

#[rstest]
#[case::nothing(&[], &[])]
#[case::a_day_too_short(&[(0, 40.0), (179, 40.0)], &[])]
#[case::half_a_year(&[(0, 40.0), (180, 40.0)], &[(0, 180, 0.0)])]
#[case::a_gain(&[(0, 40.0), (90, 38.0), (200, 42.0)], &[(0, 200, 2.0)])]
#[case::a_fall(&[(0, 40.0), (100, 40.0), (200, 39.0), (300, 38.0)], &[])]
#[case::the_longer_of_two(&[(0, 40.0), (30, 38.0), (190, 40.0), (300, 38.0)], &[(30, 300, 0.0)])]
#[case::one_after_the_other(
    &[(0, 40.0), (180, 40.0), (200, 30.0), (400, 31.0), (420, 20.0)],
    &[(0, 180, 0.0), (200, 400, 1.0)])]
fn a_plateau_is_half_a_year_whose_end_is_not_below_its_beginning(
    #[case] values: &[(u32, f64)],
    #[case] expected: &[(i64, i64, f64)],
) {
    assert_eq!(found(values), expected);
}

#[rstest]
#[case::nothing(&[], None)]
#[case::three_points(&[(0, 30.0), (30, 33.0), (400, 33.0)], None)]
#[case::a_day_too_short(&[(0, 30.0), (30, 34.0), (394, 34.0)], None)]
#[case::a_year(&[(0, 30.0), (30, 34.0), (395, 34.0)], Some((0, 30, 395)))]
#[case::lost_in_between(&[(0, 30.0), (30, 34.0), (200, 33.0), (395, 35.0)], None)]
#[case::from_the_lowest(&[(0, 36.0), (50, 30.0), (60, 34.0), (430, 36.0), (500, 31.0)], Some((50, 60, 430)))]
fn a_reversal_is_four_points_that_last_a_year(
    #[case] values: &[(u32, f64)],
    #[case] expected: Option<(i64, i64, i64)>,
) {
    let days = |day: chrono::NaiveDate| (day - crate::people::day("2026-01-05")).num_days();
    let told = |found: Reversal| (days(found.low_on), days(found.from), days(found.to));

    assert_eq!(reversal(&points(values)).map(told), expected);
}

#[test]
fn the_order_of_points_does_not_matter() {
    let mut values = [(0, 30.0), (30, 34.0), (200, 35.0), (395, 34.0)];
    let sorted = (found(&values), reversal(&points(&values)));

    values.reverse();

    assert_eq!((found(&values), reversal(&points(&values))), sorted);
}
