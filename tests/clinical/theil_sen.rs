//! The Theil-Sen slope.

use alsfrs_diary::clinical::{Point, Slope};
use chrono::Days;
use proptest::prelude::*;

use crate::people::day;

fn weekly(values: impl IntoIterator<Item = f64>) -> Vec<Point> {
    (0..)
        .step_by(7)
        .zip(values)
        .map(|(days, value)| Point {
            day: day("2020-01-06") + Days::new(days),
            value,
        })
        .collect()
}

/// Four points have six pairs: the median is the mean of the third and the fourth.
/// 40, 38, 38, 36 on days 0, 28, 56, 84: -2/28, -1/28, -4/84, 0, -1/28, -2/28.
/// Sorted in 84ths: -6, -6, -4, -3, -3, 0, so the median is -3.5/84 a day.
#[test]
fn an_even_number_of_pairs_takes_the_mean_of_the_middle_two() {
    let values = [40.0, 38.0, 38.0, 36.0];
    let points: Vec<Point> = weekly(values)
        .into_iter()
        .zip([0, 21, 42, 63])
        .map(|(point, further)| Point {
            day: point.day + Days::new(further),
            ..point
        })
        .collect();

    let slope = Slope::of(&points);

    assert!((slope.theil_sen.unwrap() - -3.5 / 84.0 * 30.4375).abs() < 1e-9);
}

#[test]
fn one_odd_week_hardly_moves_it() {
    let steady = (0..26).map(|week| 40.0 - f64::from(week) * 0.25);
    let mut points = weekly(steady);
    let before = Slope::of(&points);
    points.last_mut().unwrap().value = 0.0;

    let after = Slope::of(&points);

    let moved = |of: fn(Slope) -> Option<f64>| (of(after).unwrap() - of(before).unwrap()).abs();
    assert!(moved(|slope| slope.theil_sen) < 0.01);
    assert!(moved(|slope| slope.points_per_month) > 1.0);
}

/// Five entries of 36 to 40 on day 0, then 38 on day 42 and 36 on day 84: eleven pairs have a slope,
/// in 84ths -4, -4, -4, -3, -2, -2, -1, 0, 0, 2, 4, of which the sixth is the median. Ten have none.
#[test]
fn entries_on_one_day_are_no_pair() {
    let on = |days, value| Point {
        day: day("2026-01-05") + Days::new(days),
        value,
    };
    let mut points: Vec<Point> = (36..=40).map(|total| on(0, f64::from(total))).collect();
    points.extend([on(42, 38.0), on(84, 36.0)]);

    let slope = Slope::of(&points);

    assert!((slope.theil_sen.unwrap() - -2.0 / 84.0 * 30.4375).abs() < 1e-9);
}

#[test]
fn it_is_given_up_to_two_thousand_points() {
    let most = weekly((0..2000).map(|week| f64::from(week % 49)));
    let mut more = most.clone();
    more.push(Point {
        day: day("2019-12-30"),
        value: 40.0,
    });

    assert!(Slope::of(&most).theil_sen.is_some());
    let slope = Slope::of(&more);
    assert_eq!(slope.theil_sen, None);
    assert!(slope.points_per_month.is_some());
}

proptest! {
    #[test]
    fn it_is_the_median_of_all_pairs(totals in prop::collection::vec(0_u8..=48, 13..40)) {
        let points = weekly(totals.into_iter().map(f64::from));
        let mut pairs: Vec<f64> = Vec::new();
        for (place, a) in points.iter().enumerate() {
            for b in points.iter().skip(place + 1) {
                let days = i32::try_from((b.day - a.day).num_days()).unwrap();
                pairs.push((b.value - a.value) / f64::from(days) * 30.4375);
            }
        }
        pairs.sort_by(f64::total_cmp);
        let at = |place: usize| *pairs.get(place).unwrap();
        let median = f64::midpoint(at((pairs.len() - 1) / 2), at(pairs.len() / 2));

        prop_assert!((Slope::of(&points).theil_sen.unwrap() - median).abs() < 1e-9);
    }
}
