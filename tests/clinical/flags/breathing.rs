//! Dyspnea, orthopnea and breathing support.

use alsfrs_diary::clinical::{FlagCode, Item, Rater, Reading, Tier};
use rstest::rstest;

use super::{by, codes, of, raised, then, told, weekly};
use crate::people::{FULL, complete, entry, full_but};

use FlagCode::{BreathingChanged, BreathingNow, BreathingSupportChanged};
use Item::{Dyspnea, Orthopnea, RespiratoryInsufficiency};

#[rstest]
#[case::from_4(&[Some(4), Some(3), Some(3)], true)]
#[case::from_3(&[Some(3), Some(3), Some(2), Some(2)], true)]
#[case::from_2_is_severe(&[Some(2), Some(2), Some(1)], false)]
#[case::across_a_gap(&[Some(4), Some(3), None, Some(3)], true)]
#[case::after_ups_and_downs(&[Some(4), Some(3), Some(4), Some(3), Some(3)], true)]
#[case::not_confirmed_yet(&[Some(4), Some(3)], false)]
#[case::up_and_down(&[Some(4), Some(3), Some(4), Some(3), Some(4)], false)]
#[case::low_from_the_start(&[Some(3), Some(3), Some(3)], false)]
#[case::stays_told(&[Some(4), Some(3), Some(3), Some(3), Some(3)], true)]
#[case::stays_in_a_gap(&[Some(4), Some(3), Some(3), None], true)]
#[case::stays_after_one_better(&[Some(4), Some(3), Some(3), Some(4)], true)]
#[case::recovered_in_two(&[Some(4), Some(3), Some(3), Some(4), Some(4)], false)]
fn a_new_low_that_the_next_entry_bears_out_is_told_this_week(
    #[case] scores: &[Option<u8>],
    #[case] expected: bool,
    #[values(Dyspnea, Orthopnea)] item: Item,
) {
    let flag = raised(&weekly(item, scores), BreathingChanged);

    assert_eq!(flag.is_some(), expected);
    assert!(flag.is_none_or(|flag| flag.tier == Tier::ContactThisWeek));
}

#[rstest]
#[case::at_1(&[Some(2), Some(2), Some(1)], true)]
#[case::at_2(&[Some(2)], false)]
#[case::at_1_from_the_start(&[Some(1)], true)]
#[case::down_by_2(&[Some(4), Some(2)], true)]
#[case::down_by_1(&[Some(4), Some(3)], false)]
#[case::down_by_2_in_steps(&[Some(4), Some(3), Some(2)], true)]
#[case::down_by_2_in_28_days(&[Some(4), None, None, None, Some(2)], true)]
#[case::down_by_2_in_35_days(&[Some(4), None, None, None, None, Some(2)], false)]
#[case::one_better(&[Some(4), Some(1), Some(3)], true)]
#[case::two_better(&[Some(4), Some(1), Some(3), Some(3)], false)]
#[case::a_gap(&[Some(4), Some(1), None], true)]
fn hard_breathing_is_told_at_once(
    #[case] scores: &[Option<u8>],
    #[case] expected: bool,
    #[values(Dyspnea, Orthopnea)] item: Item,
) {
    let flag = raised(&weekly(item, scores), BreathingNow);

    assert_eq!(flag.is_some(), expected);
    assert!(flag.is_none_or(|flag| flag.tier == Tier::ContactToday));
}

#[test]
fn the_twenty_ninth_day_is_no_longer_lately() {
    let fall_in = |days| {
        let low = full_but(&[(Dyspnea, Some(2))]);
        codes(&[entry(0, complete(FULL)), entry(days, low)])
    };

    assert_eq!(fall_in(28), [BreathingNow]);
    assert_eq!(fall_in(29), []);
}

#[test]
fn one_cause_is_told_once_and_what_remains_of_it_is_told() {
    assert_eq!(codes(&of(Dyspnea, &[4, 2, 2])), [BreathingNow]);
    assert_eq!(codes(&of(Dyspnea, &[4, 2, 3, 3])), [BreathingChanged]);
    assert_eq!(codes(&of(Dyspnea, &[4, 2, 4, 4])), []);
}

#[test]
fn both_ways_of_being_short_of_breath_are_one_flag() {
    let low = full_but(&[(Dyspnea, Some(1)), (Orthopnea, Some(0))]);
    let told = told(&[entry(0, complete(FULL)), entry(7, low)]);

    let [flag] = told.as_slice() else {
        panic!("{told:?}")
    };
    let to: Vec<_> = flag
        .because
        .changes
        .iter()
        .map(|c| (c.what, c.to))
        .collect();
    assert_eq!(
        to,
        [
            ("dyspnea", Reading::Points(1)),
            ("orthopnea", Reading::Points(0))
        ]
    );
}

#[rstest]
#[case::lower(&[Some(4), Some(3)], true)]
#[case::lower_across_a_gap(&[Some(3), None, Some(2)], true)]
#[case::same(&[Some(3), Some(3)], false)]
#[case::higher(&[Some(3), Some(4)], false)]
#[case::stays(&[Some(4), Some(3), Some(3), None], true)]
#[case::only_one(&[Some(3)], false)]
fn more_breathing_support_is_told(#[case] scores: &[Option<u8>], #[case] expected: bool) {
    let history = weekly(RespiratoryInsufficiency, scores);
    let flag = raised(&history, BreathingSupportChanged);

    assert_eq!(flag.is_some(), expected);
    assert!(flag.is_none_or(|flag| flag.tier == Tier::TellTeam));
}

#[test]
fn short_breath_of_a_person_with_ventilation_is_expected() {
    let at = |breath, support| {
        full_but(&[
            (Dyspnea, Some(breath)),
            (Orthopnea, Some(breath)),
            (RespiratoryInsufficiency, support),
        ])
    };
    let from_the_start = [entry(0, at(2, Some(2))), entry(7, at(0, None))];
    let answered = [
        entry(0, at(4, Some(4))),
        entry(7, at(1, Some(4))),
        entry(14, at(1, Some(3))),
    ];

    assert_eq!(codes(&from_the_start), []);
    assert_eq!(codes(&answered), [BreathingSupportChanged]);
}

#[rstest]
#[case::a_step(&[4, 4], &[3, 3])]
#[case::a_steep_one(&[4, 4], &[2, 2])]
fn another_rater_makes_no_new_low(#[case] own: &[u8], #[case] others: &[u8]) {
    for item in [
        Dyspnea,
        Orthopnea,
        RespiratoryInsufficiency,
        Item::Swallowing,
    ] {
        let proxy = by(Rater::Proxy, of(item, others));
        assert_eq!(codes(&then(of(item, own), proxy)), []);
    }
}

#[test]
fn the_two_entries_of_a_new_low_may_have_another_raters_between_them() {
    let clinic = by(Rater::ClinicInPerson, of(Dyspnea, &[4]));
    let history = then(then(of(Dyspnea, &[4, 3]), clinic), of(Dyspnea, &[3]));

    assert_eq!(codes(&history), [BreathingChanged]);
}

#[test]
fn severe_breath_is_told_whoever_rates_it_and_once_known_not_of_each_rater() {
    let clinic = |points: &[u8]| by(Rater::ClinicInPerson, of(Dyspnea, points));
    let seen = then(of(Dyspnea, &[3, 3]), clinic(&[1]));
    let flag = raised(&seen, BreathingNow).unwrap();
    let known = [super::known(&flag, &seen)];
    let next = then(seen, of(Dyspnea, &[1, 1]));

    assert_eq!(flag.tier, Tier::ContactToday);
    let flags = super::knowing(&next, &known);
    assert_eq!(flags.first().unwrap().acknowledged, Some(0));
}
