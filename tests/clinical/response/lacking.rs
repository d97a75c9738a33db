//! What a comparison still lacks, and can get.

use alsfrs_diary::clinical::{Missing, ResponseFacts, Slope, response_sentences};
use rstest::rstest;

use super::told::{apart, enough, facts, text, too_few};
use crate::people::day;
use crate::summary::made::codes;

fn lacking(entries: Option<usize>, days: Option<i64>) -> Slope {
    crate::summary::made::too_few(4, Some(Missing { entries, days }))
}

#[rstest]
#[case::ratings_and_days(
    lacking(Some(2), Some(30)),
    Some(
        "A comparison of the total takes 2 more ratings with all twelve answers, one of them on 16 December or later."
    )
)]
#[case::a_rating(
    lacking(Some(1), None),
    Some("A comparison of the total takes 1 more rating with all twelve answers.")
)]
#[case::days_that_do_not_come(lacking(None, Some(60)), None)]
#[case::more_than_there_are_weeks(lacking(Some(8), None), None)]
#[case::a_time_that_is_over(too_few(4), None)]
fn only_what_can_still_come_is_asked_for(#[case] after: Slope, #[case] expected: Option<&str>) {
    let said = text(&facts(apart(enough(-1.0), after, None)));

    let asked = said.iter().find(|sentence| sentence.contains("takes"));
    assert_eq!(asked.map(String::as_str), expected);
}

#[test]
fn days_that_are_to_come_have_no_ratings_yet() {
    let to_come = ResponseFacts {
        after: Some([day("2027-07-06"), day("2028-01-06")]),
        last_after: None,
        ..facts(apart(enough(-1.0), lacking(Some(6), Some(84)), None))
    };

    let said = text(&to_come);

    assert_eq!(
        said[1],
        "The days after it that are compared begin on 6 July 2027: ratings from then on count."
    );
    assert!(!said.iter().any(|sentence| sentence.contains("takes")));
}

#[test]
fn nothing_is_asked_for_where_before_is_too_little_or_it_has_been_stopped() {
    let short_before = facts(apart(too_few(3), lacking(Some(1), None), None));
    let stopped = ResponseFacts {
        after: None,
        last_after: None,
        ..facts(apart(enough(-1.0), too_few(0), None))
    };

    let said = text(&stopped);

    assert!(!codes(&response_sentences(&short_before)).contains(&String::from("takes")));
    assert_eq!(
        said[1],
        "It ended before there were days after it to look at."
    );
    assert!(!said.iter().any(|sentence| sentence.contains("takes")));
}
