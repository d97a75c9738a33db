//! What is said about a before and after.

use alsfrs_diary::clinical::{
    Comparison, CuttingForm, Difference, Domain, Fact, GroupCount, NoDifference, Rater,
    ResponseFacts, Slope, response_sentences,
};
use alsfrs_diary::words::Language;
use proptest::prelude::*;
use rstest::rstest;

use crate::people::day;
use crate::summary::contract::keeps;
use crate::summary::made::{codes, line, with_code};

const SAYS_NO_CAUSE: &str = "A difference in time shows no cause: this cannot show that the treatment did anything, \
     or that it did not.";

/// Labels, causes, forecasts, and words for what these people did not have.
const NEVER: [&str; 9] = [
    "respond",
    "works",
    "effective",
    "success",
    "worked",
    "untreated",
    "stayed",
    "better by",
    "nan",
];

pub fn enough(rate: f64) -> Slope {
    before(rate, Some(0.3))
}

pub fn too_few(n: usize) -> Slope {
    crate::summary::made::too_few(n, None)
}

fn before(rate: f64, half: Option<f64>) -> Slope {
    line(("2026-01-05", "2026-06-01"), 38.0, rate, half)
}

fn after(rate: f64, half: Option<f64>) -> Slope {
    line(("2026-07-06", "2026-11-16"), 34.0, rate, half)
}

/// Two sides, as far apart as their paces; the interval reaches so far to either side.
pub fn apart(before: Slope, after: Slope, half: Option<f64>) -> Comparison {
    let rates = after.points_per_month.zip(before.points_per_month);
    let difference = rates.map(|(after, before)| Difference {
        points_per_month: after - before,
        standard_error: half.map(|half| half / 2.0),
        ci95: half.map(|half| [after - before - half, after - before + half]),
    });
    Comparison {
        enough: difference.is_some(),
        reason: difference.is_none().then_some(NoDifference::TooFewRatings),
        before,
        after,
        difference,
    }
}

pub fn facts(total: Comparison) -> ResponseFacts {
    ResponseFacts {
        today: day("2026-11-20"),
        before: [day("2025-12-08"), day("2026-06-07")],
        after: Some([day("2026-07-06"), day("2027-01-04")]),
        last_after: Some(day("2026-11-16")),
        rated: [total.before.n, total.after.n],
        total,
        domains: vec![],
        others: 0,
        used_before: false,
        language: Language::English,
    }
}

pub fn text(facts: &ResponseFacts) -> Vec<String> {
    let said = response_sentences(facts);
    said.into_iter().map(|sentence| sentence.text).collect()
}

fn group(rater: Rater, form: CuttingForm) -> GroupCount {
    GroupCount { rater, form, n: 12 }
}

#[test]
fn it_is_told_what_was_seen_and_then_all_that_it_does_not_show() {
    let total = apart(before(-1.3, Some(0.4)), after(-0.8, Some(0.5)), Some(0.6));

    assert_eq!(
        text(&facts(total)),
        [
            "Between 5 January and 1 June (23 ratings), before it began, the total fell from about 38 to \
             about 32 of 48, about 1.3 points a month (likely between 0.9 and 1.7).",
            "Between 6 July and 16 November (23 ratings), after it began, the total fell from about 34 to \
             about 31 of 48, about 0.8 points a month (likely between 0.3 and 1.3).",
            "Between 5 January and 16 November (23 ratings before, 23 after) no clear difference is seen in \
             the pace of the total: it could be anything between -0.1 and +1.1 points a month, so there may \
             be none.",
            SAYS_NO_CAUSE,
            "People often begin something new after an unusually bad stretch. What follows is then usually \
             closer to their own average, with a treatment or without one (regression to the mean).",
            "In many people the loss is faster at first and slower later, with a treatment or without one. By \
             nature, then, the time after tends to look better than the time before.",
            "The pace changes by itself, too: in people without it, about one in three changed by more than \
             1.3 points a month, up or down (seen in 27 people).",
            "Some people do not decline for a while: 25 of 100 over half a year and 16 over a year in \
             trials, 16.5 and 7.7 of 100 in a register of a whole population.",
        ]
    );
}

#[rstest]
#[case::up(-1.3, -0.44, 0.5, "difference_up",
    "the pace of the total after, less the pace before, is about +0.9 points a month (likely between +0.4 and \
     +1.4).")]
#[case::down(-0.44, -1.3, 0.5, "difference_down",
    "the pace of the total after, less the pace before, is about -0.9 points a month (likely between -1.4 and \
     -0.4).")]
#[case::of_what_is_shown(-1.26, -0.94, 0.1, "difference_up",
    "the pace of the total after, less the pace before, is about +0.4 points a month (likely between +0.2 and \
     +0.4).")]
fn a_clear_difference_is_that_of_the_paces_as_they_are_shown(
    #[case] rate_before: f64,
    #[case] rate_after: f64,
    #[case] half: f64,
    #[case] code: &str,
    #[case] expected: &str,
) {
    let sides = (before(rate_before, Some(0.2)), after(rate_after, Some(0.2)));
    let total = apart(sides.0, sides.1, Some(half));

    let said = response_sentences(&facts(total));

    let told = with_code(&said, code);
    let days = "Between 5 January and 16 November (23 ratings before, 23 after)";
    assert_eq!(told.text, format!("{days} {expected}"));
}

#[test]
fn a_movement_whose_interval_holds_no_change_is_no_clear_change_on_either_side() {
    let total = apart(before(0.1, Some(0.4)), after(0.0, Some(0.4)), Some(0.5));

    let said = response_sentences(&facts(total));

    assert_eq!(
        codes(&said[..3]),
        ["no_clear_change", "no_clear_change", "no_clear_difference"]
    );
}

#[test]
fn over_years_a_difference_is_told_as_finely_as_its_paces() {
    let three_years = line(("2023-06-01", "2026-06-01"), 40.0, -0.24, Some(0.03));
    let total = apart(three_years, after(-1.0, Some(0.2)), Some(0.25));

    let said = response_sentences(&facts(total));

    let told = with_code(&said, "difference_down");
    assert!(
        told.text
            .ends_with("is about -0.76 points a month (likely between -1.01 and -0.51)."),
        "{}",
        told.text
    );
}

#[test]
fn a_difference_that_is_too_small_to_tell_has_no_numbers() {
    let total = apart(enough(-1.0), after(-1.0, Some(0.3)), Some(0.01));

    let said = response_sentences(&facts(total));

    let told = with_code(&said, "no_clear_difference");
    assert!(
        told.text
            .ends_with("in the pace of the total: any difference is too small to be told."),
        "{}",
        told.text
    );
}

#[test]
fn the_scale_has_no_room_for_a_larger_difference() {
    let total = apart(enough(-1.0), after(-1.0, Some(0.3)), Some(500.0));

    let said = response_sentences(&facts(total));

    let Fact::NoClearDifference(apart) = &with_code(&said, "no_clear_difference").fact else {
        panic!("{said:#?}")
    };
    assert_eq!(apart.per_month_ci95, Some([-20.9, 20.9]));
}

#[test]
fn without_a_residual_neither_a_pace_nor_a_difference_is_told() {
    let total = apart(before(-1.0, None), after(0.0, None), None);

    let said = response_sentences(&facts(total));

    assert_eq!(
        codes(&said[..3]),
        ["on_a_line", "always_the_same", "difference_unknown"]
    );
}

#[test]
fn at_an_end_of_the_scale_no_difference_is_told_and_it_says_why() {
    let breathing = Comparison {
        difference: None,
        reason: Some(NoDifference::AtTheEndOfTheScale),
        ..apart(before(-0.2, Some(0.1)), after(-0.1, Some(0.1)), None)
    };
    let both = ResponseFacts {
        domains: vec![(Domain::Respiratory, breathing)],
        ..facts(apart(enough(-1.0), after(-1.0, Some(0.3)), Some(0.4)))
    };

    assert_eq!(
        with_code(&response_sentences(&both), "at_the_end_of_the_scale").text,
        "Between 5 January and 16 November (23 ratings before, 23 after) many ratings of the score for \
         breathing lie at 0 or at 12. There a curve does not show all that changes, with the treatment or \
         without it, so no difference is told."
    );
}

#[rstest]
#[case::before(too_few(3), after(-1.0, Some(0.3)),
    "Between 8 December 2025 and 7 June 2026, before it began, 3 ratings have a total: too few to compare.")]
#[case::none_before(too_few(0), after(-1.0, Some(0.3)),
    "Between 8 December 2025 and 7 June 2026, before it began, no rating has a total.")]
#[case::after(enough(-1.0), too_few(1),
    "Between 6 July and 20 November, after it began, 1 rating has a total: too few to compare.")]
fn too_few_ratings_are_told_with_the_days_that_were_looked_at(
    #[case] before: Slope,
    #[case] after: Slope,
    #[case] expected: &str,
) {
    let said = text(&facts(apart(before, after, None)));

    assert!(
        said.iter().any(|sentence| sentence == expected),
        "{said:#?}"
    );
}

#[test]
fn other_treatments_and_other_ways_of_rating_are_told() {
    let mut total = apart(enough(-1.0), after(-1.0, Some(0.3)), Some(0.4));
    total.before.groups = vec![group(Rater::Oneself, CuttingForm::A)];
    total.after.groups = vec![group(Rater::Oneself, CuttingForm::A)];
    let alike = ResponseFacts {
        others: 1,
        ..facts(total.clone())
    };
    total.after.groups = vec![group(Rater::Oneself, CuttingForm::B)];
    let different = ResponseFacts {
        others: 2,
        ..facts(total)
    };

    let said = response_sentences(&different);

    assert!(
        with_code(&said, "rated_in_different_ways")
            .text
            .contains("a level of its own")
    );
    assert_eq!(
        with_code(&said, "other_treatments").text,
        "2 other treatments were used in the same time, and may be part of any difference."
    );
    let said = response_sentences(&alike);
    assert!(!codes(&said).contains(&String::from("rated_in_different_ways")));
    assert!(
        with_code(&said, "other_treatments")
            .text
            .starts_with("Another treatment was used")
    );
}

fn any_side() -> impl Strategy<Value = (Option<f64>, Option<f64>, f64)> {
    (
        prop::option::weighted(0.8, -9.0_f64..9.0),
        prop::option::of(0.0_f64..9.0),
        0.0_f64..=48.0,
    )
}

proptest! {
    #[test]
    fn whatever_the_numbers_it_shows_no_cause(
        first in any_side(),
        second in any_side(),
        half in prop::option::of(0.0_f64..9.0),
        at_the_end in any::<bool>(),
        others in 0_usize..3,
    ) {
        let side = |(rate, half, from): (Option<f64>, _, f64), days| {
            rate.map_or_else(|| too_few(2), |rate: f64| line(days, from, rate, half))
        };
        let first = side(first, ("2026-01-05", "2026-06-01"));
        let second = side(second, ("2026-07-06", "2026-11-16"));
        let mut total = apart(first, second, half).rounded(3);
        if at_the_end && total.enough {
            (total.difference, total.reason) = (None, Some(NoDifference::AtTheEndOfTheScale));
        }

        let said = response_sentences(&ResponseFacts { others, ..facts(total) });

        prop_assert!(said.iter().any(|sentence| sentence.text == SAYS_NO_CAUSE));
        for always in ["regression_to_the_mean", "faster_at_first", "changes_without_it", "without_decline"] {
            with_code(&said, always);
        }
        for sentence in &said {
            keeps(sentence);
            let lower = sentence.text.to_lowercase();
            for label in NEVER {
                prop_assert!(!lower.contains(label), "{} in {}", label, sentence.text);
            }
            if let Fact::DifferenceUp(apart) = &sentence.fact {
                prop_assert!(apart.per_month_ci95.is_some_and(|[low, _]| low > 0.0), "{:?}", apart);
            }
            if let Fact::DifferenceDown(apart) = &sentence.fact {
                prop_assert!(apart.per_month_ci95.is_some_and(|[_, high]| high < 0.0), "{:?}", apart);
            }
        }
    }
}
