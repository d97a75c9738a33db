//! Sentences about the total.

use alsfrs_diary::clinical::{SummaryFacts, summary};
use rstest::rstest;

use super::{facts, on, slope, too_little};

#[rstest]
#[case::falls(38, 34, -0.92, Some([-1.14, -0.69]),
    "Over the last 26 weeks the total fell from 38 to 34, about 0.9 points a month (likely between 0.7 and 1.1).")]
#[case::rises(34, 36, 0.41, Some([0.12, 0.7]),
    "Over the last 26 weeks the total rose from 34 to 36, about 0.4 points a month (likely between 0.1 and 0.7).")]
#[case::on_one_line(40, 36, -1.0, None,
    "Over the last 26 weeks the total fell from 40 to 36, about 1.0 points a month.")]
#[case::steady(40, 40, 0.0, None, "Over the last 26 weeks the total stayed at 40.")]
#[case::hardly(40, 39, -0.04, Some([-0.07, -0.01]),
    "Over the last 26 weeks the total fell from 40 to 39, less than 0.1 points a month (likely no more than 0.1).")]
#[case::could_be_nothing(38, 37, -0.2, Some([-0.5, 0.12]),
    "Over the last 26 weeks the total fell from 38 to 37. All weeks together show no clear trend: \
     this could be no change, a fall of up to 0.5 or a rise of up to 0.1 points a month.")]
#[case::a_narrow_interval(44, 22, -0.9, Some([-0.93, -0.88]),
    "Over the last 26 weeks the total fell from 44 to 22, about 0.9 points a month.")]
#[case::perhaps_a_fall(38, 37, -0.2, Some([-0.4, 0.0]),
    "Over the last 26 weeks the total fell from 38 to 37. All weeks together show no clear trend: \
     this could be no change, or a fall of up to 0.4 points a month.")]
#[case::perhaps_a_rise(37, 38, 0.2, Some([0.0, 0.4]),
    "Over the last 26 weeks the total rose from 37 to 38. All weeks together show no clear trend: \
     this could be no change, or a rise of up to 0.4 points a month.")]
#[case::same_throughout(38, 38, 0.01, Some([-0.02, 0.04]),
    "Over the last 26 weeks the total was 38 at the start and at the end. All weeks together show no clear \
     trend: it was about the same throughout.")]
#[case::ends_disagree_with_the_rest(36, 37, -0.5, Some([-0.8, -0.2]),
    "Over the last 26 weeks the total rose from 36 to 37, but all weeks together it fell by about 0.5 \
     points a month (likely between 0.2 and 0.8).")]
fn the_total_is_put_into_one_sentence(
    #[case] first: u8,
    #[case] last: u8,
    #[case] rate: f64,
    #[case] ci95: Option<[f64; 2]>,
    #[case] expected: &str,
) {
    assert_eq!(
        summary(&facts(first, last, slope(rate, ci95)))
            .first()
            .unwrap(),
        expected
    );
}

#[test]
fn without_a_full_week_there_is_no_total() {
    let gaps_only = SummaryFacts {
        first: None,
        last: None,
        recorded: 2,
        expected: 3,
        streak: 2,
        ..facts(0, 0, too_little(0, Some(3), Some(84)))
    };

    assert_eq!(
        summary(&gaps_only),
        [
            "No week in the last 26 weeks has all twelve answers, so there is no total to compare yet.",
            "2 of 3 weeks were recorded, the last 2 in a row.",
        ]
    );
}

#[test]
fn one_week_is_told_when_it_will_be_enough() {
    let one = SummaryFacts {
        last: Some(on("2026-05-27", 38)),
        recorded: 1,
        expected: 1,
        streak: 1,
        ..facts(38, 38, too_little(1, Some(2), Some(84)))
    };

    assert_eq!(
        summary(&one),
        [
            "The total was 38 on 27 May 2026.",
            "That is too little for a trend: it takes 2 more weeks with all twelve answers, one of them on \
             19 August 2026 or later.",
            "The one week so far was recorded.",
        ]
    );
}

#[rstest]
#[case::one_entry_short(Some(1), None, "it takes 1 more week with all twelve answers.")]
#[case::days_short(
    None,
    Some(3),
    "it takes a week with all twelve answers on 19 August 2026 or later."
)]
fn too_little_says_what_is_lacking(
    #[case] entries: Option<usize>,
    #[case] days: Option<i64>,
    #[case] lacking: &str,
) {
    let sentences = summary(&facts(38, 36, too_little(2, entries, days)));

    assert_eq!(
        sentences.get(..2).unwrap(),
        [
            String::from("In the last 26 weeks the total went from 38 to 36."),
            format!("That is too little for a trend: {lacking}"),
        ]
    );
}

#[rstest]
#[case(12, "To see a trend, look at 13 weeks or more.")]
#[case(
    13,
    "That is too little for a trend: it takes 1 more week with all twelve answers."
)]
fn a_window_that_can_never_be_enough_asks_for_a_longer_one(
    #[case] weeks: u32,
    #[case] expected: &str,
) {
    let short = SummaryFacts {
        weeks,
        ..facts(38, 38, too_little(2, Some(1), None))
    };

    let sentences = summary(&short);

    assert_eq!(sentences.get(1).unwrap(), expected);
}

#[test]
fn the_same_total_twice_is_told_once() {
    let sentences = summary(&facts(38, 38, too_little(2, Some(1), None)));

    assert_eq!(
        sentences.first().unwrap(),
        "In the last 26 weeks the total was 38 in the first and in the last full week."
    );
}
