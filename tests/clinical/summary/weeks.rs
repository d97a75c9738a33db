//! What was recorded, and what was not.

use alsfrs_diary::clinical::{Item, LastRating, Respondent, SummaryFacts, Week, summary};
use chrono::Days;
use rstest::rstest;

use super::made::{FALLING, codes, diary, kept_up, weekly, with_code};
use crate::people::{day, replaced};

#[test]
fn of_an_empty_diary_that_is_said_and_nothing_else() {
    let said = summary(&diary(&[], day("2026-11-18")));

    assert_eq!(said.len(), 1);
    assert_eq!(said[0].text, "Nothing has been recorded yet.");
}

#[test]
fn where_all_ratings_lie_before_the_look_the_last_of_them_comes_first() {
    let facts = SummaryFacts {
        from: day("2026-06-01"),
        to: day("2026-11-22"),
        last: Some(LastRating {
            day: day("2026-05-30"),
            respondent: Respondent::CaregiverProxy,
        }),
        ..diary(&[], day("2026-11-18"))
    };

    let said = summary(&facts);

    let text: Vec<&str> = said.iter().map(|sentence| sentence.text.as_str()).collect();
    assert_eq!(
        text,
        [
            "The last rating was on 30 May, 172 days ago, by a caregiver.",
            "Nothing was recorded between 1 June and 18 November.",
        ]
    );
}

#[rstest]
#[case::all(26, 26, 26, "All 26 weeks since 25 May were recorded.")]
#[case::one(1, 1, 1, "The one week since 16 November was recorded.")]
#[case::most(
    26,
    23,
    5,
    "Of the 26 weeks since 25 May, 23 were recorded, the last 5 in a row."
)]
#[case::no_more_in_a_row_than_there_are(
    4,
    3,
    38,
    "Of the 4 weeks since 26 October, 3 were recorded, the last 3 in a row."
)]
#[case::none_in_a_row(26, 23, 1, "Of the 26 weeks since 25 May, 23 were recorded.")]
#[case::one_of_many(26, 1, 0, "Of the 26 weeks since 25 May, 1 was recorded.")]
#[case::not_the_one(1, 0, 0, "The one week since 16 November was not recorded.")]
#[case::none(26, 0, 0, "None of the 26 weeks since 25 May was recorded.")]
#[case::more_than_due(2, 3, 3, "Both weeks since 9 November were recorded.")]
fn it_says_how_regularly_it_was_recorded(
    #[case] expected: u32,
    #[case] recorded: u32,
    #[case] streak: u32,
    #[case] text: &str,
) {
    let kept = kept_up(&weekly(&FALLING));
    let before = Days::new(7 * u64::from(expected - 1));
    let facts = SummaryFacts {
        expected,
        expected_from: Week::of(kept.to).monday() - before,
        recorded,
        streak,
        ..kept
    };

    assert_eq!(with_code(&summary(&facts), "recorded").text, text);
}

#[test]
fn where_nothing_was_due_nothing_is_said_of_it() {
    let facts = SummaryFacts {
        expected: 0,
        ..kept_up(&weekly(&FALLING))
    };

    assert!(!codes(&summary(&facts)).contains(&String::from("recorded")));
}

#[rstest]
#[case(1, "1 rating leaves a question or more open and has no total.")]
#[case(2, "2 ratings leave a question or more open and have no total.")]
fn ratings_with_an_open_question_are_counted(#[case] open: usize, #[case] text: &str) {
    let mut ratings = weekly(&FALLING);
    for rating in &mut ratings[..open] {
        rating.answers = replaced(&rating.answers, Item::Speech, None);
    }

    let said = summary(&kept_up(&ratings));

    assert_eq!(with_code(&said, "incomplete").text, text);
    assert!(said[0].text.contains(&format!("({} ratings)", 26 - open)));
}
