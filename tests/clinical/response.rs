//! Before and after: against dense matrices, and how often it is right about people who are made up.

mod categories;
mod lacking;
mod simulated;
mod told;

use alsfrs_diary::clinical::{Comparison, Missing, NoDifference, Scale, Slope};
use rstest::rstest;
use serde_json::{Value, to_value};

use crate::slope::dense::{Told, mean_and_error, told};
use crate::slope::{WEEKLY, points};

type Values = &'static [(u32, f64)];

const FEW: Values = &[(0, 40.0), (42, 40.0), (84, 37.0)];
const MONTHLY: Values = &[
    (0, 40.0),
    (28, 39.0),
    (56, 39.0),
    (84, 37.0),
    (112, 36.0),
    (140, 36.0),
];
const UNEVEN: Values = &[
    (0, 30.0),
    (7, 31.0),
    (21, 29.0),
    (35, 33.0),
    (70, 28.0),
    (91, 35.0),
    (100, 34.0),
];
const LEVEL: Values = &[
    (0, 40.0),
    (30, 40.0),
    (60, 40.0),
    (75, 40.0),
    (80, 40.0),
    (90, 40.0),
];

fn compared(before: Values, after: Values) -> Comparison {
    Comparison::of(&points(before), &points(after), Scale::TOTAL)
}

/// Against dense matrices (`slope/dense.rs`): each kind of noise weighs what both sides give it.
#[rstest]
#[case(WEEKLY, MONTHLY)]
#[case(MONTHLY, UNEVEN)]
#[case(UNEVEN, WEEKLY)]
fn a_difference_is_that_of_dense_least_squares(#[case] before: Values, #[case] after: Values) {
    let (first, second) = (told(&points(before)), told(&points(after)));
    let apart = |(a, b): (&Told, &Told)| (a.0 + b.0, b.1 - a.1, a.2 + b.2);
    let both: Vec<Told> = first.iter().zip(&second).map(apart).collect();
    let (rate, error) = mean_and_error(&both);

    let difference = compared(before, after).difference.unwrap();

    assert!((difference.points_per_month - rate).abs() < 1e-9);
    assert!((difference.standard_error.unwrap() - error).abs() < 1e-8);
    let [low, high] = difference.ci95.unwrap();
    assert!(low < rate - 1.9 * error && rate + 1.9 * error < high);
}

#[test]
fn a_side_with_too_little_says_what_it_lacks_and_nothing_is_compared() {
    let nothing = compared(&[], MONTHLY);
    let short = compared(WEEKLY, FEW);

    let lacks = |entries, days| Some(Missing { entries, days });
    assert_eq!(nothing.before.missing, lacks(Some(6), Some(84)));
    assert_eq!(short.after.missing, lacks(Some(3), None));
    for comparison in [nothing, short] {
        assert_eq!((comparison.enough, comparison.difference), (false, None));
        assert_eq!(comparison.reason, Some(NoDifference::TooFewRatings));
    }
}

#[test]
fn what_lies_before_is_never_asked_for_and_after_until_it_is_over() {
    let open = compared(FEW, FEW).that_began(false);
    let over = compared(FEW, FEW).that_began(true);

    assert_eq!((open.before.missing, over.before.missing), (None, None));
    assert!(open.after.missing.is_some() && over.after.missing.is_none());
}

#[rstest]
#[case::a_fifth_at_zero(&[8.0, 7.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0, 0.0, 0.0])]
#[case::a_fifth_at_the_maximum(&[48.0, 48.0, 48.0, 47.0, 47.0, 46.0, 46.0, 45.0, 45.0, 44.0])]
fn at_the_end_of_the_scale_no_slope_is_better_than_another(#[case] after: &[f64]) {
    let after: Vec<(u32, f64)> = (0..).step_by(14).zip(after.iter().copied()).collect();

    let comparison = Comparison::of(&points(WEEKLY), &points(&after), Scale::TOTAL);

    assert_eq!(
        (comparison.enough, comparison.difference, comparison.reason),
        (true, None, Some(NoDifference::AtTheEndOfTheScale))
    );
}

#[test]
fn points_on_one_line_give_a_difference_without_an_interval() {
    let difference = to_value(compared(MONTHLY, LEVEL).rounded(3)).unwrap()["difference"].take();

    assert!(difference["points_per_month"].as_f64().unwrap() > 0.8);
    assert_eq!(
        (&difference["standard_error"], &difference["ci95"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn before_and_after_exchanged_turn_the_difference_around() {
    let there = compared(WEEKLY, UNEVEN).difference.unwrap();
    let back = compared(UNEVEN, WEEKLY).difference.unwrap();

    assert!((there.points_per_month + back.points_per_month).abs() < 1e-12);
    let errors = there.standard_error.zip(back.standard_error).unwrap();
    assert!((errors.0 - errors.1).abs() < 1e-12);
}

#[test]
fn a_difference_is_that_of_the_numbers_shown() {
    let shown = compared(WEEKLY, UNEVEN).rounded(1);

    let rate = |slope: &Slope| slope.points_per_month.unwrap();
    let apart = rate(&shown.after) - rate(&shown.before);
    assert!((shown.difference.unwrap().points_per_month - apart).abs() < 1e-12);
}
