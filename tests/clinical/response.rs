//! Before and after: against numbers of another program, and how often it is right about people who
//! are made up.

mod categories;
mod simulated;
mod told;

use alsfrs_diary::clinical::{Comparison, Missing, Point};
use chrono::Days;
use rstest::rstest;
use serde_json::{json, to_value};

use crate::people::day;

type Values = &'static [(u32, f64)];

const THREE: Values = &[(0, 40.0), (42, 40.0), (84, 37.0)];
const FIVE: Values = &[(0, 40.0), (28, 39.0), (56, 39.0), (84, 37.0), (112, 36.0)];
const WEEKLY: Values = &[
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
const UNEVEN: Values = &[
    (0, 30.0),
    (7, 31.0),
    (21, 29.0),
    (35, 33.0),
    (70, 28.0),
    (91, 35.0),
    (100, 34.0),
];
const LEVEL: Values = &[(0, 40.0), (30, 40.0), (60, 40.0), (90, 40.0)];

/// Points so many days after 2026-01-05.
fn points(values: &[(u32, f64)]) -> Vec<Point> {
    let point = |(days, value): &(u32, f64)| Point {
        day: day("2026-01-05") + Days::new(u64::from(*days)),
        value: *value,
    };
    values.iter().map(point).collect()
}

fn compared(before: Values, after: Values) -> Comparison {
    Comparison::of(&points(before), &points(after))
}

/// Computed apart from this program, with statsmodels 0.14 and `SciPy`: `OLS(y, add_constant(x)).fit()`
/// on either side with x in months of 30.4375 days, then `v = bse1**2 + bse2**2`,
/// `df = v**2 / (bse1**4 / (n1 - 2) + bse2**4 / (n2 - 2))` and `t.ppf(0.975, df)`.
#[rstest]
#[case(WEEKLY, FIVE, 0.226_967_229, 0.257_546_156, 9.971_945_480, [-0.347_100_277, 0.801_034_735])]
#[case(FIVE, UNEVEN, 2.142_105_450, 0.767_889_221, 5.551_027_941, [0.225_687_686, 4.058_523_215])]
#[case(THREE, UNEVEN, 2.142_105_450, 0.975_724_039, 4.168_048_233, [-0.524_402_018, 4.808_612_919])]
#[case(THREE, FIVE, 0.0, 0.652_232_143, 1.163_916_977, [-5.979_898_324, 5.979_898_324])]
#[case(WEEKLY, THREE, 0.226_967_229, 0.654_762_221, 1.183_763_071, [-5.583_652_525, 6.037_586_984])]
fn a_difference_is_that_of_another_program(
    #[case] before: Values,
    #[case] after: Values,
    #[case] points_per_month: f64,
    #[case] error: f64,
    #[case] degrees: f64,
    #[case] ci95: [f64; 2],
) {
    let difference = compared(before, after).difference.unwrap();

    assert!(
        (difference.points_per_month - points_per_month).abs() < 1e-8,
        "{difference:?}"
    );
    assert!(
        (difference.standard_error.unwrap() - error).abs() < 1e-8,
        "{difference:?}"
    );
    assert!(
        (difference.degrees_of_freedom.unwrap() - degrees).abs() < 1e-7,
        "{difference:?}"
    );
    for (end, expected) in difference.ci95.unwrap().into_iter().zip(ci95) {
        assert!((end - expected).abs() < 1e-7, "{difference:?}");
    }
}

#[test]
fn a_side_with_too_little_says_what_it_lacks_and_nothing_is_compared() {
    let nothing = compared(&[], FIVE);
    let short = compared(WEEKLY, &[(0, 40.0), (7, 40.0), (14, 39.0)]);

    let lacks = |entries, days| Some(Missing { entries, days });
    assert_eq!(nothing.before.missing, lacks(Some(3), Some(84)));
    assert_eq!(short.after.missing, lacks(None, Some(70)));
    for comparison in [nothing, short] {
        assert_eq!((comparison.enough, comparison.difference), (false, None));
    }
}

#[test]
fn points_on_one_line_give_a_difference_without_an_interval() {
    let difference = to_value(compared(FIVE, LEVEL).rounded(3)).unwrap()["difference"].take();

    assert_eq!(
        difference,
        json!({"points_per_month": 1.087, "standard_error": null, "ci95": null,
               "degrees_of_freedom": null})
    );
}

#[test]
fn before_and_after_exchanged_turn_the_difference_around() {
    let there = compared(WEEKLY, UNEVEN).difference.unwrap();
    let back = compared(UNEVEN, WEEKLY).difference.unwrap();

    assert!((there.points_per_month + back.points_per_month).abs() < 1e-12);
    assert_eq!(there.standard_error, back.standard_error);
}
