//! What is said about a before and after.

use alsfrs_diary::clinical::{Comparison, ResponseFacts, SAYS_NO_CAUSE, response_sentences};
use rstest::rstest;

use super::{FIVE, LEVEL, THREE, UNEVEN, Values, WEEKLY, compared};

fn facts(total: &Comparison) -> ResponseFacts {
    ResponseFacts {
        total: *total,
        same_respondents: true,
        others: 0,
    }
}

#[rstest]
#[case(WEEKLY, FIVE)]
#[case(FIVE, UNEVEN)]
#[case(FIVE, LEVEL)]
#[case(&[], &[])]
fn whatever_the_numbers_it_shows_no_cause_and_says_why_chance_is_enough(
    #[case] before: Values,
    #[case] after: Values,
) {
    let said = response_sentences(&facts(&compared(before, after)));

    assert!(said.iter().any(|sentence| sentence == SAYS_NO_CAUSE));
    let text = said.join(" ");
    assert!(text.contains("regression to the mean"), "{text}");
    assert!(text.contains("short stretches scatter widely"), "{text}");
    for label in ["respond", "works", "effective", "success", "worked"] {
        assert!(!text.to_lowercase().contains(label), "{label} in {text}");
    }
}

#[rstest]
#[case(
    WEEKLY,
    FIVE,
    "Before, the total fell by about 1.3 points a month; after, it fell by about 1.1 points a month.",
    "The difference is +0.2 points a month; it could be anything from -0.3 to +0.8, so there may be none."
)]
#[case(
    FIVE,
    UNEVEN,
    "Before, the total fell by about 1.1 points a month; after, it rose by about 1.1 points a month.",
    "The difference is +2.1 points a month, likely between +0.2 and +4.1."
)]
#[case(
    THREE,
    LEVEL,
    "Before, the total fell by about 1.1 points a month; after, it stayed about the same.",
    "The difference is +1.1 points a month; how certain that is cannot be said from these weeks."
)]
#[case(&[(0, 40.0)], &[(0, 40.0), (9, 40.0), (83, 40.0)],
    "Before the treatment there is too little to compare: it takes 2 more weeks with all twelve answers and 84 more days between the first week and the last.",
    "After its beginning there is too little to compare: it takes 1 more day between the first week and the last.")]
fn the_slopes_come_first(
    #[case] before: Values,
    #[case] after: Values,
    #[case] first: &str,
    #[case] second: &str,
) {
    let said = response_sentences(&facts(&compared(before, after)));

    assert_eq!((said[0].as_str(), said[1].as_str()), (first, second));
}

#[test]
fn other_treatments_and_other_respondents_are_named() {
    let both = ResponseFacts {
        same_respondents: false,
        others: 2,
        ..facts(&compared(WEEKLY, FIVE))
    };
    let one = ResponseFacts { others: 1, ..both };

    let text = response_sentences(&both).join(" ");

    assert!(
        text.contains("Not every week was answered in the same way"),
        "{text}"
    );
    assert!(text.contains("2 other treatments"), "{text}");
    assert!(
        response_sentences(&one)
            .join(" ")
            .contains("Another treatment was used")
    );
}
