//! Dyspnea, orthopnea and breathing support.

use alsfrs_diary::clinical::{Item, Tier};
use rstest::rstest;

use super::{raised, weekly};
use crate::people::{FULL, complete, entry, full_but};

use Item::{Dyspnea, Orthopnea, RespiratoryInsufficiency};

#[rstest]
#[case::confirmed(&[Some(4), Some(3), Some(3)], true)]
#[case::confirmed_lower(&[Some(4), Some(3), Some(2)], true)]
#[case::across_a_gap(&[Some(4), Some(3), None, Some(3)], true)]
#[case::not_confirmed_yet(&[Some(4), Some(3)], false)]
#[case::recovered(&[Some(4), Some(3), Some(4)], false)]
#[case::said_before(&[Some(4), Some(3), Some(3), Some(3)], false)]
#[case::not_the_first_time(&[Some(4), Some(3), Some(4), Some(3), Some(3)], false)]
#[case::low_from_the_start(&[Some(3), Some(3)], false)]
#[case::latest_is_a_gap(&[Some(4), Some(3), Some(3), None], false)]
fn breathing_changed_needs_a_first_fall_that_the_next_entry_confirms(
    #[case] scores: &[Option<u8>],
    #[case] expected: bool,
    #[values(Dyspnea, Orthopnea)] item: Item,
) {
    let flag = raised(&weekly(item, scores), "breathing_changed");

    assert_eq!(flag.is_some(), expected);
    assert!(flag.is_none_or(|flag| flag.tier == Tier::ContactThisWeek));
}

#[rstest]
#[case::at_1(&[Some(1)], true)]
#[case::at_2(&[Some(2)], false)]
#[case::still_at_1(&[Some(1), Some(1)], true)]
#[case::down_by_2(&[Some(4), Some(2)], true)]
#[case::down_by_1(&[Some(4), Some(3)], false)]
#[case::down_by_2_in_steps(&[Some(4), Some(3), Some(2)], true)]
#[case::down_by_2_in_28_days(&[Some(4), None, None, None, Some(2)], true)]
#[case::down_by_2_in_35_days(&[Some(4), None, None, None, None, Some(2)], false)]
#[case::back_up(&[Some(1), Some(2)], false)]
#[case::latest_is_a_gap(&[Some(4), Some(1), None], false)]
fn breathing_now_is_at_1_or_a_fall_of_2_within_28_days(
    #[case] scores: &[Option<u8>],
    #[case] expected: bool,
    #[values(Dyspnea, Orthopnea)] item: Item,
) {
    let flag = raised(&weekly(item, scores), "breathing_now");

    assert_eq!(flag.is_some(), expected);
    assert!(flag.is_none_or(
        |flag| flag.tier == Tier::ContactToday && flag.text.contains("emergency number")
    ));
}

#[test]
fn the_twenty_ninth_day_is_no_longer_lately() {
    let fall_in = |days| {
        let history = [
            entry(0, complete(FULL)),
            entry(days, full_but(&[(Dyspnea, Some(2))])),
        ];
        raised(&history, "breathing_now").is_some()
    };

    assert!(fall_in(28));
    assert!(!fall_in(29));
}

#[rstest]
#[case::lower(&[Some(4), Some(3)], true)]
#[case::lower_across_a_gap(&[Some(3), None, Some(2)], true)]
#[case::same(&[Some(3), Some(3)], false)]
#[case::higher(&[Some(3), Some(4)], false)]
#[case::lower_long_ago(&[Some(4), Some(3), Some(3)], false)]
#[case::only_one(&[Some(3)], false)]
#[case::latest_is_a_gap(&[Some(4), None], false)]
fn breathing_support_changed_compares_with_the_answer_before(
    #[case] scores: &[Option<u8>],
    #[case] expected: bool,
) {
    let flag = raised(
        &weekly(RespiratoryInsufficiency, scores),
        "breathing_support_changed",
    );

    assert_eq!(flag.is_some(), expected);
    assert!(flag.is_none_or(|flag| flag.tier == Tier::TellTeam));
}
