//! What trials would call a difference, and how many people reach it without the treatment.

use alsfrs_diary::clinical::{
    Bound, Comparison, Difference, Measure, NoDifference, Slope, trial_categories,
};
use rstest::rstest;

use super::told::{enough, too_few};

fn compared(before: Slope, after: Slope) -> Comparison {
    let rates = after.points_per_month.zip(before.points_per_month);
    let difference = rates.map(|(after, before)| Difference {
        points_per_month: after - before,
        standard_error: None,
        ci95: None,
    });
    Comparison {
        enough: difference.is_some(),
        reason: difference.is_none().then_some(NoDifference::TooFewRatings),
        before,
        after,
        difference,
    }
}

/// A decline before and after, in points a month.
fn rates(before: f64, after: f64) -> Comparison {
    compared(enough(before), enough(after))
}

/// Which thresholds were reached: points of 1.25 and 1.5, per cent of 25, 50, 75 and 100.
fn reached(comparison: &Comparison) -> Vec<Option<bool>> {
    let categories = trial_categories(comparison);
    categories.iter().map(|category| category.reached).collect()
}

#[rstest]
#[case::nothing(-1.0, -1.0, [false, false, false, false, false, false])]
#[case::a_quarter(-1.0, -0.75, [false, false, true, false, false, false])]
#[case::all_of_it(-1.0, 0.0, [false, false, true, true, true, true])]
#[case::more_than_there_was(-1.25, 0.25, [true, true, true, true, true, true])]
#[case::a_faster_fall(-0.5, -2.0, [false, false, false, false, false, false])]
fn a_category_is_reached_by_the_slopes_alone(
    #[case] before: f64,
    #[case] after: f64,
    #[case] expected: [bool; 6],
) {
    assert_eq!(reached(&rates(before, after)), expected.map(Some).to_vec());
}

#[test]
fn without_a_decline_before_no_per_cent_of_it_is_gained() {
    let none = [None; 4];

    assert_eq!(reached(&rates(0.0, -1.0))[2..], none);
    assert_eq!(reached(&rates(-0.09, -1.0))[2..], none);
    assert_eq!(reached(&rates(0.4, -1.0))[2..], none);
    assert_eq!(reached(&compared(too_few(3), enough(-1.0))), [None; 6]);
}

#[test]
fn each_category_stands_beside_how_many_reach_it_without_the_treatment() {
    let categories = trial_categories(&rates(-1.0, -1.0));

    let shown = categories.iter().map(|category| {
        let rates = category.without.iter();
        let rates: Vec<_> = rates.map(|rate| (rate.percent, rate.bound)).collect();
        (category.measure, category.at_least, rates)
    });
    let (points, percent) = (Measure::PointsPerMonth, Measure::PercentOfDecline);
    assert!(
        shown.eq([
            (points, 1.25, vec![(28.0, Bound::Is), (16.0, Bound::Is)]),
            (points, 1.5, vec![(28.0, Bound::AtMost)]),
            (percent, 25.0, vec![(19.0, Bound::AtLeast)]),
            (percent, 50.0, vec![(19.0, Bound::Is)]),
            (percent, 75.0, vec![(7.0, Bound::Is)]),
            (percent, 100.0, vec![(4.0, Bound::Is)]),
        ]),
        "{categories:#?}"
    );
}

#[test]
fn every_rate_was_read_in_its_source_and_says_without_it() {
    for category in trial_categories(&rates(-1.0, -1.0)) {
        assert!(category.without.iter().all(|rate| rate.confirmed));
        let text = serde_json::to_string(&category).unwrap();
        assert!(!text.contains("untreated"), "{text}");
    }
}
