//! The slope, its uncertainty, its guards, and more than one rater.

pub mod dense;
mod raters;

use alsfrs_diary::clinical::{Group, Missing, Point, Rater, SLOPE_DECIMALS, Scale, Slope};
use chrono::Days;
use proptest::prelude::*;
use proptest::sample::subsequence;
use rstest::rstest;
use serde_json::{json, to_value};

use crate::people::day;
use crate::simulated::ALONE;

/// Points of one person so many days after 2026-01-05.
pub fn points(values: &[(u32, f64)]) -> Vec<Point> {
    let point = |(days, value): &(u32, f64)| Point {
        day: day("2026-01-05") + Days::new(u64::from(*days)),
        value: *value,
        group: ALONE,
    };
    values.iter().map(point).collect()
}

fn proxy() -> Group {
    Group::rated_by(Rater::Proxy)
}

/// The slope of a score that has no ends in reach.
fn slope_of(values: &[(u32, f64)]) -> Slope {
    Slope::of(&points(values), Scale::WEIGHT)
}

fn near(number: Option<f64>, expected: f64) -> bool {
    number.is_some_and(|number| (number - expected).abs() < 1e-8)
}

pub const WEEKLY: &[(u32, f64)] = &[
    (0, 38.0),
    (7, 38.0),
    (14, 37.0),
    (21, 38.0),
    (28, 36.0),
    (35, 37.0),
    (42, 36.0),
    (49, 36.0),
    (56, 35.0),
    (63, 36.0),
    (70, 35.0),
    (77, 34.0),
    (84, 35.0),
];

#[rstest]
#[case::nothing(&[], 0, 0, Some(6), Some(84))]
#[case::one(&[(0, 40.0)], 0, 0, Some(5), Some(84))]
#[case::two_far_apart(&[(0, 40.0), (200, 30.0)], 2, 200, Some(4), None)]
#[case::six_on_five_days(
    &[(0, 40.0), (40, 39.0), (80, 39.0), (120, 38.0), (200, 30.0), (200, 31.0)], 6, 200, Some(1), None)]
#[case::six_in_83_days(
    &[(0, 40.0), (10, 40.0), (20, 39.0), (40, 39.0), (60, 38.0), (83, 37.0)], 6, 83, None, Some(1))]
#[case::six_in_84_days(
    &[(0, 40.0), (10, 40.0), (20, 39.0), (40, 39.0), (60, 38.0), (84, 37.0)], 6, 84, None, None)]
fn below_six_days_or_84_days_it_says_what_is_missing(
    #[case] values: &[(u32, f64)],
    #[case] n: usize,
    #[case] span_days: i64,
    #[case] entries: Option<usize>,
    #[case] days: Option<i64>,
) {
    let slope = slope_of(values);

    let missing = (entries.is_some() || days.is_some()).then_some(Missing { entries, days });
    assert_eq!((slope.n, slope.span_days), (n, span_days));
    assert_eq!(slope.missing, missing);
    assert_eq!(slope.enough, missing.is_none());
    for number in [
        slope.points_per_month,
        slope.standard_error,
        slope.theil_sen,
    ] {
        assert_eq!(number.is_some(), slope.enough);
    }
    assert_eq!(
        (slope.ci95.is_some(), slope.ends.is_some()),
        (slope.enough, slope.enough)
    );
}

#[test]
fn what_can_never_come_is_not_asked_for() {
    let slope = slope_of(&[(0, 40.0), (54, 39.0)]).that_is_over();

    assert_eq!((slope.enough, slope.missing), (false, None));
}

#[test]
fn json_has_null_for_what_is_not_known_and_names_what_is_missing() {
    let too_few = slope_of(&[(0, 40.0), (54, 39.0)]);

    assert_eq!(
        to_value(too_few).unwrap(),
        json!({"points_per_month": null, "standard_error": null, "ci95": null, "n": 2,
               "span_days": 54, "theil_sen": null, "enough": false,
               "missing": {"entries": 4, "days": 30}, "ends": null, "steps": [],
               "groups": [{"rater": "self", "form": "5a", "n": 2}]})
    );
}

#[test]
fn rounding_is_to_what_is_shown_and_leaves_counts_alone() {
    let slope = slope_of(WEEKLY);

    assert_eq!(
        to_value(slope.rounded(SLOPE_DECIMALS)).unwrap(),
        json!({"points_per_month": -1.293, "standard_error": 0.291, "ci95": [-1.921, -0.642],
               "n": 13, "span_days": 84, "theil_sen": -1.377, "enough": true,
               "ends": [{"day": "2026-01-05", "value": 38.0, "ci95": [36.8, 39.3]},
                        {"day": "2026-03-30", "value": 34.5, "ci95": [33.2, 35.7]}],
               "steps": [], "groups": [{"rater": "self", "form": "5a", "n": 13}]})
    );
}

#[test]
fn the_line_ends_on_the_scale() {
    let falling: Vec<(u32, f64)> = (0..20)
        .map(|week| (week * 7, (9.0 - f64::from(week)).max(0.0)))
        .collect();

    let ends = Slope::of(&points(&falling), Scale::TOTAL).ends.unwrap();

    assert_eq!(ends[1].value.to_bits(), 0.0_f64.to_bits());
    assert_eq!(ends[1].ci95.unwrap()[0].to_bits(), 0.0_f64.to_bits());
    assert_eq!(ends[1].day, day("2026-05-18"));
}

#[test]
fn a_tiny_decline_is_not_rounded_to_minus_zero() {
    let mut values: Vec<(u32, f64)> = (0..10).map(|year| (year * 365, 40.0)).collect();
    values.push((3650, 39.99));

    let slope = slope_of(&values).rounded(2);

    assert_eq!(slope.points_per_month.unwrap().to_bits(), 0.0_f64.to_bits());
}

#[rstest]
#[case::steady(40.0, 0.0)]
#[case::falling(40.0, -1.0 / 42.0)]
#[case::in_binary_fractions_that_do_not_end(0.1, 0.01)]
fn points_on_one_line_claim_no_certainty(#[case] start: f64, #[case] per_day: f64) {
    let values: Vec<(u32, f64)> = (0..7)
        .map(|time| (time * 15, start + f64::from(time) * 15.0 * per_day))
        .collect();

    let slope = Slope::of(&points(&values), Scale::TOTAL);

    assert!(near(slope.points_per_month, per_day * 30.4375), "{slope:?}");
    assert!(near(slope.theil_sen, per_day * 30.4375));
    assert_eq!((slope.standard_error, slope.ci95), (None, None));
    assert_eq!(slope.ends.unwrap().map(|end| end.ci95), [None, None]);
}

#[test]
fn a_hundredth_of_a_point_off_in_ten_years_of_weeks_is_still_a_residual() {
    let weeks: Vec<(u32, f64)> = (0..520)
        .map(|week| (week * 7, if week == 300 { 39.99 } else { 40.0 }))
        .collect();

    assert!(
        slope_of(&weeks)
            .standard_error
            .is_some_and(|error| error > 0.0)
    );
}

#[test]
fn a_value_that_is_no_number_is_left_out() {
    let mut with_noise = points(WEEKLY);
    with_noise.extend(points(&[(60, f64::NAN), (70, f64::INFINITY)]));

    assert_eq!(
        Slope::of(&with_noise, Scale::TOTAL),
        Slope::of(&points(WEEKLY), Scale::TOTAL)
    );
}

/// A diary long enough for a slope: whole points on different days.
fn any_values() -> impl Strategy<Value = Vec<(u32, f64)>> {
    let days = subsequence((1_u32..200).collect::<Vec<_>>(), 4..40);
    let totals = prop::collection::vec(0_u8..=48, 42);
    (days, totals).prop_map(|(days, totals)| {
        let days = std::iter::once(0).chain(days).chain([200]);
        days.zip(totals.into_iter().map(f64::from)).collect()
    })
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-8,
        (None, None) => true,
        _ => false,
    }
}

proptest! {
    #[test]
    fn the_order_of_points_does_not_matter(values in any_values(), seed in any::<u64>()) {
        let mut shuffled = values.clone();
        shuffled.sort_by_key(|(days, _)| (u64::from(*days) + 1).wrapping_mul(seed | 1));

        prop_assert_eq!(slope_of(&shuffled), slope_of(&values));
    }

    #[test]
    fn a_change_of_c_a_month_moves_the_slope_by_c(values in any_values(), c in -5.0_f64..5.0) {
        let tilted: Vec<(u32, f64)> =
            values.iter().map(|(d, v)| (*d, v + c * f64::from(*d) / 30.4375)).collect();
        let (before, after) = (slope_of(&values), slope_of(&tilted));

        prop_assert!(close(after.points_per_month, before.points_per_month.map(|rate| rate + c)));
        prop_assert!(close(after.theil_sen, before.theil_sen.map(|rate| rate + c)));
        prop_assert!(close(after.standard_error, before.standard_error));
    }

    #[test]
    fn a_constant_added_changes_nothing(values in any_values(), constant in -1000.0_f64..1000.0) {
        let raised: Vec<(u32, f64)> = values.iter().map(|(d, v)| (*d, v + constant)).collect();
        let (before, after) = (slope_of(&values), slope_of(&raised));

        prop_assert!(close(after.points_per_month, before.points_per_month));
        prop_assert!(close(after.standard_error, before.standard_error));
        prop_assert!(close(after.theil_sen, before.theil_sen));
    }

    #[test]
    fn time_run_backwards_turns_the_slope_around(values in any_values()) {
        let reversed: Vec<(u32, f64)> = values.iter().map(|(d, v)| (200 - d, *v)).collect();
        let (before, after) = (slope_of(&values), slope_of(&reversed));

        prop_assert!(close(after.points_per_month, before.points_per_month.map(|rate| -rate)));
        prop_assert!(close(after.theil_sen, before.theil_sen.map(|rate| -rate)));
    }

    #[test]
    fn the_interval_lies_around_the_slope(values in any_values()) {
        let slope = slope_of(&values);
        let rate = slope.points_per_month.unwrap();

        prop_assert!(slope.enough);
        if let Some([low, high]) = slope.ci95 {
            prop_assert!(low < rate && rate < high);
            prop_assert!(high - low > 3.0 * slope.standard_error.unwrap());
        }
    }
}
