//! The Theil-Sen slope.

use alsfrs_diary::clinical::{Group, Point, Rater, Scale, Slope};
use chrono::Days;
use proptest::prelude::*;

use crate::people::day;
use crate::simulated::ALONE;

fn weekly(values: impl IntoIterator<Item = f64>) -> Vec<Point> {
    (0..)
        .step_by(7)
        .zip(values)
        .map(|(days, value)| Point {
            day: day("2020-01-06") + Days::new(days),
            value,
            group: ALONE,
        })
        .collect()
}

#[test]
fn pairs_of_two_raters_are_not_compared() {
    let on = |days, value, group| Point {
        day: day("2020-01-06") + Days::new(days),
        value,
        group,
    };
    let own = [(0, 40.0), (28, 38.0), (56, 38.0), (84, 36.0)];
    let others = [(7, 20.0), (14, 20.0)];
    let proxy = Group::rated_by(Rater::Proxy);
    let points: Vec<Point> = own
        .map(|(days, value)| on(days, value, ALONE))
        .into_iter()
        .chain(others.map(|(days, value)| on(days, value, proxy)))
        .collect();

    // A level for either leaves three of six: too few for a slope, so a third of each is added.
    let slope = Slope::of(&points, Scale::TOTAL);
    assert_eq!(slope.theil_sen, None);
    let more = [on(91, 36.0, ALONE), on(21, 20.0, proxy)];
    let points: Vec<Point> = points.into_iter().chain(more).collect();

    let slope = Slope::of(&points, Scale::TOTAL);

    // Ten pairs and three: with 36 on day 91, in days: -4/91, -2/63, -2/35, 0 are added to the six.
    let mut pairs = [
        -2.0 / 28.0,
        -2.0 / 28.0,
        -4.0 / 84.0,
        -1.0 / 28.0,
        -1.0 / 28.0,
        0.0,
        -4.0 / 91.0,
        -2.0 / 63.0,
        -2.0 / 35.0,
        0.0,
        0.0,
        0.0,
        0.0,
    ];
    pairs.sort_by(f64::total_cmp);
    assert!((slope.theil_sen.unwrap() - pairs[6] * 30.4375).abs() < 1e-9);
}

#[test]
fn one_odd_week_hardly_moves_it() {
    let steady = (0..26).map(|week| 40.0 - f64::from(week) * 0.25);
    let mut points = weekly(steady);
    let before = Slope::of(&points, Scale::TOTAL);
    points.last_mut().unwrap().value = 0.0;

    let after = Slope::of(&points, Scale::TOTAL);

    let moved = |of: fn(&Slope) -> Option<f64>| (of(&after).unwrap() - of(&before).unwrap()).abs();
    assert!(moved(|slope| slope.theil_sen) < 0.01);
    assert!(moved(|slope| slope.points_per_month) > 1.0);
}

/// Four entries of 36 to 39 on day 0, then 38, 37, 37, 36 and 36 on five days: pairs of one day have no
/// slope, and the median is that of the others.
#[test]
fn entries_on_one_day_are_no_pair() {
    let on = |days: u64, value| Point {
        day: day("2026-01-05") + Days::new(days),
        value,
        group: ALONE,
    };
    let mut points: Vec<Point> = (36..40).map(|total| on(0, f64::from(total))).collect();
    points.extend([
        on(21, 38.0),
        on(42, 37.0),
        on(63, 37.0),
        on(70, 36.0),
        on(84, 36.0),
    ]);

    let slope = Slope::of(&points, Scale::TOTAL);

    let mut pairs = all_pairs(&points);
    pairs.retain(|pair| pair.is_finite());
    assert_eq!(pairs.len(), 9 * 8 / 2 - 6);
    assert!((slope.theil_sen.unwrap() - f64::midpoint(pairs[14], pairs[15])).abs() < 1e-9);
}

#[test]
fn it_is_given_up_to_two_thousand_points() {
    let most = weekly((0..2000).map(|week| f64::from(week % 49)));
    let mut more = most.clone();
    more.push(Point {
        day: day("2019-12-30"),
        value: 40.0,
        group: ALONE,
    });

    assert!(Slope::of(&most, Scale::TOTAL).theil_sen.is_some());
    let slope = Slope::of(&more, Scale::TOTAL);
    assert_eq!(slope.theil_sen, None);
    assert!(slope.points_per_month.is_some());
}

/// The slopes a month of all pairs, in ascending order.
fn all_pairs(points: &[Point]) -> Vec<f64> {
    let mut pairs: Vec<f64> = Vec::new();
    for (place, a) in points.iter().enumerate() {
        for b in points.iter().skip(place + 1) {
            let days = i32::try_from((b.day - a.day).num_days()).unwrap();
            pairs.push((b.value - a.value) / f64::from(days) * 30.4375);
        }
    }
    pairs.sort_by(f64::total_cmp);
    pairs
}

proptest! {
    #[test]
    fn it_is_the_median_of_all_pairs(totals in prop::collection::vec(0_u8..=48, 13..40)) {
        let points = weekly(totals.into_iter().map(f64::from));
        let pairs = all_pairs(&points);
        let at = |place: usize| *pairs.get(place).unwrap();
        let median = f64::midpoint(at((pairs.len() - 1) / 2), at(pairs.len() / 2));

        prop_assert!((Slope::of(&points, Scale::TOTAL).theil_sen.unwrap() - median).abs() < 1e-9);
    }
}
