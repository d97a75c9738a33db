//! A total that falls quickly.

use alsfrs_diary::clinical::{Assessment, Item, Tier};
use rstest::rstest;

use super::{raised, with_total};
use crate::people::{entry, replaced};

#[rstest]
#[case::down_4_and_confirmed(&[(0, 48), (28, 44), (56, 44)], true)]
#[case::down_3(&[(0, 48), (28, 45), (35, 45)], false)]
#[case::down_4_in_29_days(&[(0, 48), (29, 44), (36, 44)], false)]
#[case::confirmed_after_29_days(&[(0, 48), (28, 44), (57, 44)], false)]
#[case::not_confirmed_yet(&[(0, 48), (28, 44)], false)]
#[case::recovered_by_one(&[(0, 48), (7, 44), (14, 45)], false)]
#[case::fallen_further(&[(0, 48), (7, 44), (14, 42)], true)]
#[case::in_steps(&[(0, 48), (7, 47), (14, 45), (21, 44), (28, 44)], true)]
#[case::the_second_fall_is_not_confirmed(&[(0, 48), (7, 45), (14, 44)], false)]
#[case::long_ago(&[(0, 48), (7, 44), (14, 44), (21, 44), (28, 44), (35, 44), (42, 44)], false)]
fn a_quick_change_is_4_within_28_days_and_still_there_in_the_next_entry(
    #[case] totals: &[(u64, u8)],
    #[case] expected: bool,
) {
    let history: Vec<Assessment> = totals
        .iter()
        .map(|(days, total)| entry(*days, with_total(*total)))
        .collect();

    let flag = raised(&history, "total_changed_quickly");

    assert_eq!(flag.is_some(), expected);
    assert!(flag.is_none_or(|flag| flag.tier == Tier::ContactThisWeek));
}

#[test]
fn an_incomplete_entry_neither_starts_nor_confirms_a_quick_change() {
    let gap = replaced(&with_total(44), Item::Stairs, None);

    let latest_incomplete = [
        entry(0, with_total(48)),
        entry(7, with_total(44)),
        entry(14, gap),
    ];
    let gap_between = [
        entry(0, with_total(48)),
        entry(7, with_total(44)),
        entry(14, gap),
        entry(21, with_total(44)),
    ];

    assert_eq!(raised(&latest_incomplete, "total_changed_quickly"), None);
    assert!(raised(&gap_between, "total_changed_quickly").is_some());
}
