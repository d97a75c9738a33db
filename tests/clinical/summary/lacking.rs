//! What a trend would still take: asked for only where it can come.

use alsfrs_diary::clinical::{Item, SummaryFacts, summary};
use rstest::rstest;

use super::made::{codes, kept_up, weekly, with_code};
use crate::people::{day, replaced};

#[rstest]
#[case::one(&[38], "A trend of the total takes 5 more ratings with all twelve answers, one of them on 17 August or later.")]
#[case::two(&[38, 37], "A trend of the total takes 4 more ratings with all twelve answers, one of them on 17 August or later.")]
#[case::five(&[38, 37, 38, 37, 36], "A trend of the total takes 1 more rating with all twelve answers on 17 August or later.")]
#[case::eight(&[38, 37, 38, 37, 36, 36, 37, 36],
    "A trend of the total takes 1 more rating with all twelve answers on 17 August or later.")]
fn it_says_how_many_ratings_and_by_when(#[case] totals: &[u8], #[case] expected: &str) {
    let said = summary(&kept_up(&weekly(totals)));

    assert_eq!(with_code(&said, "takes").text, expected);
}

#[test]
fn a_day_that_is_past_is_not_asked_for() {
    let later = SummaryFacts {
        today: day("2026-11-01"),
        ..kept_up(&weekly(&[38, 37]))
    };

    assert_eq!(
        with_code(&summary(&later), "takes").text,
        "A trend of the total takes 4 more ratings with all twelve answers."
    );
}

#[rstest]
#[case::never_holds_84_days(
    Some(12),
    "A trend takes ratings over 12 weeks: to see one, look at 13 weeks or more."
)]
#[case::holds_them(
    Some(13),
    "A trend of the total takes 4 more ratings with all twelve answers, one of them on 17 August or later."
)]
#[case::all_there_are(
    None,
    "A trend of the total takes 4 more ratings with all twelve answers, one of them on 17 August or later."
)]
fn a_short_look_asks_for_a_longer_one(#[case] weeks: Option<u32>, #[case] expected: &str) {
    let facts = SummaryFacts {
        weeks,
        ..kept_up(&weekly(&[38, 37]))
    };

    let said = summary(&facts);

    assert!(
        said.iter().any(|sentence| sentence.text == expected),
        "{said:#?}"
    );
}

#[test]
fn ratings_that_will_be_out_of_sight_by_then_are_not_counted() {
    let facts = SummaryFacts {
        weeks: Some(26),
        today: day("2026-11-09"),
        ..kept_up(&weekly(&[38, 37]))
    };

    assert_eq!(
        with_code(&summary(&facts), "takes_in_all").text,
        "A trend of the total takes 6 ratings with all twelve answers over 12 weeks or more."
    );
}

#[test]
fn of_a_diary_that_has_ended_nothing_is_asked_and_no_week_was_missed() {
    let ended = SummaryFacts {
        has_ended: true,
        ..kept_up(&weekly(&[38, 37]))
    };

    assert_eq!(codes(&summary(&ended)), ["too_few"]);
}

#[test]
fn where_a_question_is_always_skipped_it_is_not_asked_for() {
    let mut ratings = weekly(&[38, 37]);
    for rating in &mut ratings {
        rating.answers = replaced(&rating.answers, Item::Speech, None);
    }

    let said = summary(&kept_up(&ratings));

    assert_eq!(
        with_code(&said, "takes").text,
        "A trend takes 4 more ratings, one of them on 17 August or later."
    );
    assert_eq!(codes(&said[1..4]), ["too_few"; 3]);
}
