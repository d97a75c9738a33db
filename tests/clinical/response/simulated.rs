//! How often an interval is right about people who are made up.

use alsfrs_diary::clinical::{Comparison, Difference, Point, Scale, Slope};
use chrono::Days;
use rand::rngs::StdRng;
use rstest::rstest;

use crate::people::day;
use crate::simulated::Noise::{AnswersThatStick, Fading, Independent, SlowStateAndScatter};
use crate::simulated::{Course, Noise, PEOPLE, any_course, every_week, percent, ratings};

/// Weeks on either side.
const WEEKS: u32 = 26;

/// The difference between the ratings before a week and those from it on.
fn difference(points: &[Point], (until, from): (u32, u32)) -> Difference {
    let monday = |week: u32| day("2026-01-05") + Days::new(u64::from(week) * 7);
    let held = |holds: &dyn Fn(&Point) -> bool| -> Vec<Point> {
        points
            .iter()
            .filter(|point| holds(point))
            .copied()
            .collect()
    };
    let before = held(&|point| point.day < monday(until));
    let after = held(&|point| point.day >= monday(from));
    Comparison::of(&before, &after, Scale::TOTAL)
        .difference
        .unwrap()
}

fn half_years(chance: &mut StdRng, noise: Noise, effect: f64) -> Difference {
    let mut course = any_course(chance);
    (course.turn, course.then) = (WEEKS, course.slope + effect);
    difference(&ratings(chance, course, 2 * WEEKS, noise), (WEEKS, WEEKS))
}

#[rstest]
#[case::independent(Independent, 98.5)]
#[case::of_which_a_third_is_left(Fading(0.3), 97.5)]
#[case::of_which_half_is_left(Fading(0.5), 95.5)]
#[case::of_which_most_is_left(Fading(0.7), 91.5)]
#[case::of_a_slow_state_and_scatter(SlowStateAndScatter, 88.5)]
#[case::of_answers_that_stick(AnswersThatStick, 89.0)]
fn where_nothing_changes_the_interval_holds_no_change(#[case] noise: Noise, #[case] at_least: f64) {
    let held = percent(4, |chance| {
        let [low, high] = half_years(chance, noise, 0.0).ci95.unwrap();
        low <= 0.0 && high >= 0.0
    });

    assert!(held >= at_least, "{held}");
}

#[rstest]
#[case::independent(Independent, 98.5)]
#[case::of_which_half_is_left(Fading(0.5), 94.5)]
#[case::of_answers_that_stick(AnswersThatStick, 88.0)]
fn the_interval_of_a_trend_holds_the_pace(#[case] noise: Noise, #[case] at_least: f64) {
    let held = percent(5, |chance| {
        let course = any_course(chance);
        let slope = Slope::of(&ratings(chance, course, WEEKS, noise), Scale::TOTAL);
        let [low, high] = slope.ci95.unwrap();
        low <= course.slope && course.slope <= high
    });

    assert!(held >= at_least, "{held}");
}

/// How many of a hundred without any effect read "better", and how many "worse".
fn better_and_worse(seed: u64, mut told: impl FnMut(&mut StdRng) -> Difference) -> (f64, f64) {
    let mut worse = 0;
    let better = percent(seed, |chance| {
        let [low, high] = told(chance).ci95.unwrap();
        worse += u32::from(high < 0.0);
        low > 0.0
    });
    (better, 100.0 * f64::from(worse) / f64::from(PEOPLE))
}

#[rstest]
#[case(Independent)]
#[case(Fading(0.3))]
#[case(Fading(0.5))]
fn four_of_a_hundred_at_the_most_read_better_without_an_effect(#[case] noise: Noise) {
    let (better, worse) = better_and_worse(6, |chance| half_years(chance, noise, 0.0));

    assert!(better <= 4.0 && worse <= 4.0, "{better} {worse}");
}

/// Of three years somebody begins after the four weeks that fell most, and leaves 28 days out before.
#[rstest]
#[case(Independent)]
#[case(Fading(0.3))]
#[case(Fading(0.5))]
fn and_so_where_people_begin_after_their_worst_month(#[case] noise: Noise) {
    let (better, worse) = better_and_worse(7, |chance| {
        let course = Course::steady(44.0, -0.7);
        let points = every_week(chance, course, 3 * WEEKS, noise);
        let fall = |week: &u32| {
            let place = usize::try_from(*week).unwrap();
            points[place].value - points[place - 4].value
        };
        let start = (WEEKS + 4..2 * WEEKS)
            .min_by(|a, b| fall(a).total_cmp(&fall(b)))
            .unwrap();
        difference(&points, (start - 3, start + 1))
    });

    assert!(better <= 4.0 && worse <= 4.0, "{better} {worse}");
}

/// The figures of `docs/clinical-sources.md`, "Power".
#[rstest]
#[case::independent(Independent, 71.0)]
#[case::of_which_half_is_left(Fading(0.5), 50.0)]
fn a_point_a_month_is_found(#[case] noise: Noise, #[case] at_least: f64) {
    let found = percent(8, |chance| {
        half_years(chance, noise, 1.0).ci95.unwrap()[0] > 0.0
    });

    assert!((at_least..at_least + 5.0).contains(&found), "{found}");
}
