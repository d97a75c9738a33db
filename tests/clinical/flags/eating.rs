//! Swallowing and weight.

use alsfrs_diary::clinical::{Item::Swallowing, Reading, Tier};
use rstest::rstest;

use super::{raised, weekly};
use crate::people::{FULL, complete, entry, full_but, weighed};

#[rstest]
#[case::first_time_2(&[Some(3), Some(2)], true)]
#[case::first_time_from_4(&[Some(4), Some(2)], true)]
#[case::only_3(&[Some(4), Some(3)], false)]
#[case::second_time(&[Some(3), Some(2), Some(2)], false)]
#[case::again_after_recovery(&[Some(3), Some(2), Some(3), Some(2)], false)]
#[case::low_from_the_start(&[Some(2)], false)]
#[case::latest_is_a_gap(&[Some(3), None], false)]
#[case::gap_then_first_time(&[Some(3), None, Some(2)], true)]
fn swallowing_changed_is_the_first_2(#[case] scores: &[Option<u8>], #[case] expected: bool) {
    let flag = raised(&weekly(Swallowing, scores), "swallowing_changed");

    assert_eq!(flag.is_some(), expected);
    assert!(flag.is_none_or(|flag| flag.tier == Tier::TellTeam));
}

#[rstest]
#[case::lower_and_five_percent(Some(3), 66.0, 62.7, true)]
#[case::lower_and_less_than_five_percent(Some(3), 66.0, 62.8, false)]
#[case::five_percent_alone(Some(4), 66.0, 62.7, false)]
#[case::not_answered(None, 66.0, 62.7, false)]
fn swallowing_changed_is_also_a_lower_answer_with_weight_lost(
    #[case] latest: Option<u8>,
    #[case] from: f64,
    #[case] to: f64,
    #[case] expected: bool,
) {
    let history = [
        weighed(0, complete(FULL), from),
        weighed(7, full_but(&[(Swallowing, latest)]), to),
    ];

    assert_eq!(raised(&history, "swallowing_changed").is_some(), expected);
}

#[rstest]
#[case::four_point_nine_percent(100.0, 95.1, None)]
#[case::five_percent(100.0, 95.0, Some(Tier::TellTeam))]
#[case::five_percent_that_binary_misses(66.0, 62.7, Some(Tier::TellTeam))]
#[case::nine_point_nine_percent(100.0, 90.1, Some(Tier::TellTeam))]
#[case::ten_percent(100.0, 90.0, Some(Tier::ContactThisWeek))]
#[case::ten_percent_that_binary_misses(66.0, 59.4, Some(Tier::ContactThisWeek))]
#[case::gained(60.0, 66.0, None)]
fn weight_down_starts_at_5_percent_and_is_urgent_from_10(
    #[case] from: f64,
    #[case] to: f64,
    #[case] tier: Option<Tier>,
) {
    let history = [
        weighed(0, complete(FULL), from),
        weighed(7, complete(FULL), to),
    ];

    assert_eq!(raised(&history, "weight_down").map(|flag| flag.tier), tier);
}

#[test]
fn weight_is_compared_with_the_first_one_and_only_when_it_was_taken() {
    let full = complete(FULL);
    let mut history = vec![
        entry(0, full),
        weighed(7, full, 70.0),
        weighed(14, full, 67.0),
        weighed(21, full, 64.0),
    ];
    let flag = raised(&history, "weight_down").unwrap();

    let change = *flag.because.changes.first().unwrap();
    assert_eq!(change.from, Some(Reading::Kilograms(70.0)));
    assert_eq!(change.to, Reading::Kilograms(64.0));

    history.push(entry(28, full));
    assert_eq!(raised(&history, "weight_down"), None);
}
