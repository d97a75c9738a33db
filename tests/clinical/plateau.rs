//! Stretches without decline, and gains that last.

use alsfrs_diary::clinical::{Group, Plateau, Point, Rater, Reversal, plateaus, reversal};
use chrono::{Days, NaiveDate};
use rstest::rstest;

use crate::people::day;
use crate::simulated::{ALONE, Course, Noise, chance, percent, ratings};

fn points(values: &[(u32, f64)]) -> Vec<Point> {
    let point = |(days, value): &(u32, f64)| Point {
        day: day("2026-01-05") + Days::new(u64::from(*days)),
        value: *value,
        group: ALONE,
    };
    values.iter().map(point).collect()
}

/// One rating every `apart` days with these values.
fn every(apart: u32, values: &[f64]) -> Vec<Point> {
    let days: Vec<(u32, f64)> = (0..)
        .step_by(usize::try_from(apart).unwrap())
        .zip(values.iter().copied())
        .collect();
    points(&days)
}

fn days(day: NaiveDate) -> i64 {
    (day - crate::people::day("2026-01-05")).num_days()
}

/// First day, last day and change of each.
fn found(points: &[Point]) -> Vec<(i64, i64, f64)> {
    let told = |plateau: Plateau| (days(plateau.from), days(plateau.to), plateau.change);
    plateaus(points).into_iter().map(told).collect()
}

#[rstest]
#[case::nothing(&[], &[])]
#[case::seven_ratings(&[40.0; 7], &[])]
#[case::a_day_too_short_for_eight(&[40.0; 6], &[])]
#[case::half_a_year(&[40.0; 8], &[(0, 210, 0.0)])]
#[case::a_gain(&[38.0, 38.0, 39.0, 39.0, 40.0, 40.0, 41.0, 41.0], &[(0, 210, 2.0)])]
#[case::a_fall(&[40.0, 40.0, 39.0, 39.0, 38.0, 38.0, 37.0, 37.0, 36.0, 36.0], &[])]
#[case::until_it_falls(&[38.0, 38.0, 38.0, 38.0, 41.0, 41.0, 41.0, 37.0, 37.0, 36.0, 36.0], &[(0, 240, 1.0)])]
#[case::one_bad_week_at_the_start(&[30.0, 40.0, 39.0, 38.0, 37.0, 36.0, 35.0, 34.0, 33.0], &[])]
#[case::one_after_the_other(
    &[40.0, 40.0, 40.0, 40.0, 40.0, 40.0, 40.0, 40.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0],
    &[(0, 210, 0.0), (240, 450, 0.0)])]
#[case::where_nothing_is_left_to_lose(&[0.0; 12], &[])]
fn a_plateau_is_half_a_year_that_does_not_fall(
    #[case] monthly: &[f64],
    #[case] expected: &[(i64, i64, f64)],
) {
    assert_eq!(found(&every(30, monthly)), expected);
}

#[test]
fn another_rater_who_sees_more_makes_neither_a_plateau_nor_a_reversal() {
    let falling: Vec<f64> = (0..30).map(|month| 40.0 - f64::from(month) * 0.7).collect();
    let mut ratings = every(30, &falling);
    for point in ratings.iter_mut().skip(15) {
        point.value += 9.0;
        point.group = Group::rated_by(Rater::Proxy);
    }

    assert_eq!((found(&ratings), reversal(&ratings)), (vec![], None));
}

#[rstest]
#[case::nothing(&[], None)]
#[case::a_single_low_week(&[(0, 34.0), (30, 30.0), (60, 34.0), (430, 34.0)], None)]
#[case::a_low_of_ten_days(&[(0, 34.0), (30, 30.0), (40, 30.0), (60, 34.0), (430, 34.0)], None)]
#[case::three_points(&[(0, 30.0), (14, 30.0), (30, 33.0), (400, 33.0)], None)]
#[case::a_day_too_short(&[(0, 30.0), (14, 30.0), (30, 34.0), (394, 34.0)], None)]
#[case::a_year(&[(0, 30.0), (14, 30.0), (30, 34.0), (395, 34.0)], Some((0, 30, 395)))]
#[case::above_the_higher_of_the_two(&[(0, 29.0), (14, 30.0), (30, 33.0), (400, 33.0)], None)]
#[case::lost_in_between(&[(0, 30.0), (14, 30.0), (30, 34.0), (200, 33.0), (395, 35.0)], None)]
#[case::from_the_lowest(
    &[(0, 36.0), (20, 36.0), (50, 30.0), (64, 30.0), (70, 34.0), (440, 36.0), (500, 31.0)],
    Some((50, 70, 440)))]
fn a_reversal_is_four_points_above_a_low_that_held_for_a_year(
    #[case] values: &[(u32, f64)],
    #[case] expected: Option<(i64, i64, i64)>,
) {
    let told = |found: Reversal| (days(found.low_on), days(found.from), days(found.to));

    assert_eq!(reversal(&points(values)).map(told), expected);
}

#[test]
fn the_order_of_points_does_not_matter() {
    let mut values = points(&[(0, 30.0), (14, 30.0), (30, 34.0), (200, 35.0), (395, 34.0)]);
    let sorted = (plateaus(&values), reversal(&values));

    values.reverse();

    assert_eq!((plateaus(&values), reversal(&values)), sorted);
}

/// The third figure is what is to be known: noise that lasts for weeks looks like a standstill.
#[rstest]
#[case(Noise::Independent, 1.0)]
#[case(Noise::Fading(0.3), 2.0)]
#[case(Noise::AnswersThatStick, 14.0)]
fn of_people_in_steady_decline_few_have_a_plateau_in_a_year(
    #[case] noise: Noise,
    #[case] at_most: f64,
) {
    let told = percent(11, |chance| {
        let year = ratings(chance, Course::steady(38.0, -0.7), 52, noise);
        !plateaus(&year).is_empty()
    });

    assert!(told <= at_most, "{told}");
}

#[rstest]
#[case(Noise::Independent, 90.0)]
#[case(Noise::Fading(0.3), 88.0)]
#[case(Noise::AnswersThatStick, 78.0)]
fn a_true_standstill_of_270_days_is_found(#[case] noise: Noise, #[case] at_least: f64) {
    let told = percent(12, |chance| {
        let standstill = ratings(chance, Course::steady(34.0, 0.0), 39, noise);
        !plateaus(&standstill).is_empty()
    });

    assert!(told >= at_least, "{told}");
}

#[test]
fn one_bad_week_in_two_steady_years_is_no_reversal() {
    let mut chance = chance(13);
    let reversals = (0..500).filter(|_| {
        let mut ratings = ratings(
            &mut chance,
            Course::steady(36.0, -0.1),
            104,
            Noise::Independent,
        );
        ratings.get_mut(20).unwrap().value = 24.0;
        reversal(&ratings).is_some()
    });

    assert_eq!(reversals.count(), 0);
}
