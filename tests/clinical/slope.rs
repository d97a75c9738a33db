//! The least-squares slope, its uncertainty and its guards.

use alsfrs_diary::clinical::{Missing, Point, SLOPE_DECIMALS, Slope};
use chrono::Days;
use proptest::prelude::*;
use proptest::sample::subsequence;
use rstest::rstest;
use serde_json::{json, to_value};

use crate::people::day;

/// Points so many days after 2026-01-05.
fn points(values: &[(u32, f64)]) -> Vec<Point> {
    let point = |(days, value): &(u32, f64)| Point {
        day: day("2026-01-05") + Days::new(u64::from(*days)),
        value: *value,
    };
    values.iter().map(point).collect()
}

fn near(number: Option<f64>, expected: f64) -> bool {
    number.is_some_and(|number| (number - expected).abs() < 1e-8)
}

/// Derived in exact fractions (Python's `fractions`) from the textbook formulas:
///
/// * three: Sxx = 3528, Sxy = -126, b = -1/28 a day, SSE = 3/2, SE = √(3/2 / 1 / 3528), t(1) = 12.706204736
/// * five: Sxx = 7840, Sxy = -280, b = -1/28, SSE = 4/5, SE = √(4/5 / 3 / 7840), t(3) = 3.182446305
/// * weekly: Sxx = 8918, Sxy = -385, b = -55/1274, SSE = 671/182, SE = √(671/182 / 11 / 8918), t(11) = 2.200985160
/// * uneven and rising: Sxx = 69296/7, Sxy = 2402/7, SSE = 516601/17324, t(5) = 2.570581836
///
/// each times 30.4375; the Theil-Sen slope is the median of all pairs in fractions.
#[rstest]
#[case::three(&[(0, 40.0), (42, 40.0), (84, 37.0)],
    -1.087_053_571, 0.627_610_672, [-9.061_603_265, 6.887_496_123], -1.087_053_571)]
#[case::five(&[(0, 40.0), (28, 39.0), (56, 39.0), (84, 37.0), (112, 36.0)],
    -1.087_053_571, 0.177_515_105, [-1.651_985_861, -0.522_121_282], -1.087_053_571)]
#[case::weekly(&[(0, 38.0), (7, 38.0), (14, 37.0), (21, 38.0), (28, 36.0), (35, 37.0), (42, 36.0),
                 (49, 36.0), (56, 35.0), (63, 36.0), (70, 35.0), (77, 34.0), (84, 35.0)],
    -1.314_020_801, 0.186_596_919, [-1.724_717_850, -0.903_323_752], -1.376_934_524)]
#[case::uneven_and_rising(&[(0, 30.0), (7, 31.0), (21, 29.0), (35, 33.0), (70, 28.0), (91, 35.0), (100, 34.0)],
    1.055_051_879, 0.747_089_181, [-0.865_401_998, 2.975_505_756], 1.217_5)]
fn a_slope_is_that_of_exact_arithmetic(
    #[case] values: &[(u32, f64)],
    #[case] rate: f64,
    #[case] error: f64,
    #[case] ci95: [f64; 2],
    #[case] theil_sen: f64,
) {
    let slope = Slope::of(&points(values));

    assert!(slope.enough);
    assert!(near(slope.points_per_month, rate), "{slope:?}");
    assert!(near(slope.standard_error, error), "{slope:?}");
    assert!(near(slope.theil_sen, theil_sen), "{slope:?}");
    for (end, expected) in slope.ci95.unwrap().into_iter().zip(ci95) {
        assert!((end - expected).abs() < 1e-8, "{slope:?}");
    }
}

#[rstest]
#[case::nothing(&[], 0, 0, Some(3), Some(84))]
#[case::one(&[(0, 40.0)], 1, 0, Some(2), Some(84))]
#[case::two_far_apart(&[(0, 40.0), (200, 30.0)], 2, 200, Some(1), None)]
#[case::three_on_two_days(&[(0, 40.0), (200, 30.0), (200, 31.0)], 3, 200, Some(1), None)]
#[case::three_in_83_days(&[(0, 40.0), (40, 39.0), (83, 37.0)], 3, 83, None, Some(1))]
#[case::three_in_84_days(&[(0, 40.0), (40, 39.0), (84, 37.0)], 3, 84, None, None)]
fn below_three_days_or_84_days_it_says_what_is_missing(
    #[case] values: &[(u32, f64)],
    #[case] n: usize,
    #[case] span_days: i64,
    #[case] entries: Option<usize>,
    #[case] days: Option<i64>,
) {
    let slope = Slope::of(&points(values));

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
    assert_eq!(slope.ci95.is_some(), slope.enough);
}

#[test]
fn json_has_null_for_what_is_not_known_and_names_what_is_missing() {
    let too_few = Slope::of(&points(&[(0, 40.0), (54, 39.0)]));

    assert_eq!(
        to_value(too_few).unwrap(),
        json!({"points_per_month": null, "standard_error": null, "ci95": null, "n": 2,
               "span_days": 54, "theil_sen": null, "enough": false,
               "missing": {"entries": 1, "days": 30}})
    );
}

#[test]
fn rounding_is_to_three_decimals_and_leaves_counts_alone() {
    let slope = Slope::of(&points(&[
        (0, 40.0),
        (28, 39.0),
        (56, 39.0),
        (84, 37.0),
        (112, 36.0),
    ]));

    assert_eq!(
        to_value(slope.rounded(SLOPE_DECIMALS)).unwrap(),
        json!({"points_per_month": -1.087, "standard_error": 0.178, "ci95": [-1.652, -0.522], "n": 5,
               "span_days": 112, "theil_sen": -1.087, "enough": true})
    );
}

#[test]
fn a_tiny_decline_is_not_rounded_to_minus_zero() {
    let slope = Slope::of(&points(&[(0, 40.0), (2000, 40.0), (3650, 39.99)])).rounded(2);

    assert_eq!(slope.points_per_month.unwrap().to_bits(), 0.0_f64.to_bits());
}

#[rstest]
#[case::steady(&[(0, 40.0), (7, 40.0), (50, 40.0), (91, 40.0)], 0.0)]
#[case::falling(&[(0, 40.0), (42, 39.0), (84, 38.0), (126, 37.0)], -1.0 / 42.0)]
#[case::in_binary_fractions_that_do_not_end(&[(0, 0.1), (30, 0.4), (60, 0.7), (90, 1.0)], 0.01)]
fn points_on_one_line_claim_no_certainty(#[case] values: &[(u32, f64)], #[case] per_day: f64) {
    let slope = Slope::of(&points(values));

    assert!(near(slope.points_per_month, per_day * 30.4375), "{slope:?}");
    assert!(near(slope.theil_sen, per_day * 30.4375));
    assert_eq!((slope.standard_error, slope.ci95), (None, None));
}

#[test]
fn a_hundredth_of_a_point_off_in_ten_years_of_weeks_is_still_a_residual() {
    let weeks: Vec<(u32, f64)> = (0..520)
        .map(|week| (week * 7, if week == 300 { 39.99 } else { 40.0 }))
        .collect();

    let slope = Slope::of(&points(&weeks));

    assert!(slope.standard_error.is_some_and(|error| error > 0.0));
}

#[test]
fn a_value_that_is_no_number_is_left_out() {
    let sound = [(0, 40.0), (28, 39.0), (56, 39.0), (84, 37.0)];
    let mut with_noise = points(&sound);
    with_noise.extend(points(&[(60, f64::NAN), (70, f64::INFINITY)]));

    assert_eq!(Slope::of(&with_noise), Slope::of(&points(&sound)));
}

/// A diary long enough for a slope: whole points on different days.
fn any_values() -> impl Strategy<Value = Vec<(u32, f64)>> {
    let days = subsequence((1_u32..200).collect::<Vec<_>>(), 1..40);
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

        prop_assert_eq!(Slope::of(&points(&shuffled)), Slope::of(&points(&values)));
    }

    #[test]
    fn a_change_of_c_a_month_moves_the_slope_by_c(values in any_values(), c in -5.0_f64..5.0) {
        let tilted: Vec<(u32, f64)> =
            values.iter().map(|(d, v)| (*d, v + c * f64::from(*d) / 30.4375)).collect();
        let (before, after) = (Slope::of(&points(&values)), Slope::of(&points(&tilted)));

        prop_assert!(close(after.points_per_month, before.points_per_month.map(|rate| rate + c)));
        prop_assert!(close(after.theil_sen, before.theil_sen.map(|rate| rate + c)));
        prop_assert!(close(after.standard_error, before.standard_error));
    }

    #[test]
    fn a_constant_added_changes_nothing(values in any_values(), constant in -1000.0_f64..1000.0) {
        let raised: Vec<(u32, f64)> = values.iter().map(|(d, v)| (*d, v + constant)).collect();
        let (before, after) = (Slope::of(&points(&values)), Slope::of(&points(&raised)));

        prop_assert!(close(after.points_per_month, before.points_per_month));
        prop_assert!(close(after.standard_error, before.standard_error));
        prop_assert!(close(after.theil_sen, before.theil_sen));
    }

    #[test]
    fn time_run_backwards_turns_the_slope_around(values in any_values()) {
        let reversed: Vec<(u32, f64)> = values.iter().map(|(d, v)| (200 - d, *v)).collect();
        let (before, after) = (Slope::of(&points(&values)), Slope::of(&points(&reversed)));

        prop_assert!(close(after.points_per_month, before.points_per_month.map(|rate| -rate)));
        prop_assert!(close(after.theil_sen, before.theil_sen.map(|rate| -rate)));
    }

    #[test]
    fn the_interval_lies_around_the_slope(values in any_values()) {
        let slope = Slope::of(&points(&values));
        let rate = slope.points_per_month.unwrap();

        prop_assert!(slope.enough);
        if let Some([low, high]) = slope.ci95 {
            prop_assert!(low < rate && rate < high);
            prop_assert!((f64::midpoint(low, high) - rate).abs() < 1e-9);
            prop_assert!(high - rate > 1.95 * slope.standard_error.unwrap());
        }
    }
}
