//! Swallowing and weight.

use alsfrs_diary::clinical::{
    Assessment, FlagCode, FlagFacts, Item::Swallowing, Reading, Tier, flags,
};
use rstest::rstest;

use super::{codes, facts, of, raised, weekly, with_tube};
use crate::people::{FULL, complete, day, entry, full_but, weighed};

use FlagCode::{SwallowingChanged, WeightDown};
use Tier::{ContactThisWeek, TellTeam};

#[rstest]
#[case::to_3(&[Some(4), Some(3), Some(3)], Some(TellTeam))]
#[case::to_2(&[Some(3), Some(2), Some(2)], Some(ContactThisWeek))]
#[case::to_1(&[Some(3), Some(1)], Some(ContactThisWeek))]
#[case::not_borne_out(&[Some(3), Some(2)], None)]
#[case::severe_from_the_start(&[Some(1)], Some(ContactThisWeek))]
#[case::low_from_the_start(&[Some(2), Some(2)], None)]
#[case::stays(&[Some(4), Some(3), Some(3), None, Some(3)], Some(TellTeam))]
#[case::further(&[Some(4), Some(3), Some(3), Some(2), Some(2)], Some(ContactThisWeek))]
fn a_new_low_of_swallowing_is_told_and_at_2_the_team_is_contacted(
    #[case] scores: &[Option<u8>],
    #[case] expected: Option<Tier>,
) {
    let flag = raised(&weekly(Swallowing, scores), SwallowingChanged);

    assert_eq!(flag.map(|flag| flag.tier), expected);
}

#[test]
fn swallowing_of_a_person_with_a_tube_is_expected() {
    assert_eq!(codes(&with_tube(of(Swallowing, &[1, 0, 0]))), []);
    let answered = super::then(of(Swallowing, &[4, 1]), with_tube(of(Swallowing, &[1])));
    assert_eq!(codes(&answered), []);
}

#[rstest]
#[case::with_five_percent(62.7, ContactThisWeek)]
#[case::with_less(62.8, TellTeam)]
fn lower_swallowing_with_weight_lost_is_more_urgent(#[case] to: f64, #[case] tier: Tier) {
    let low = full_but(&[(Swallowing, Some(3))]);
    let history = [
        weighed(0, complete(FULL), 66.0),
        weighed(7, low, 66.0),
        weighed(14, low, to),
    ];

    assert_eq!(raised(&history, SwallowingChanged).unwrap().tier, tier);
}

#[rstest]
#[case::four_point_nine_percent(100.0, 95.1, None)]
#[case::five_percent(100.0, 95.0, Some(TellTeam))]
#[case::five_percent_that_binary_misses(66.0, 62.7, Some(TellTeam))]
#[case::nine_point_nine_percent(100.0, 90.1, Some(TellTeam))]
#[case::ten_percent(100.0, 90.0, Some(ContactThisWeek))]
#[case::ten_percent_that_binary_misses(66.0, 59.4, Some(ContactThisWeek))]
#[case::gained(60.0, 66.0, None)]
fn weight_lost_is_told_from_5_percent_and_urgent_from_10(
    #[case] from: f64,
    #[case] to: f64,
    #[case] tier: Option<Tier>,
) {
    let history = [
        weighed(0, complete(FULL), from),
        weighed(7, complete(FULL), to),
    ];

    assert_eq!(raised(&history, WeightDown).map(|flag| flag.tier), tier);
}

fn at(weights: &[(u64, f64)]) -> Vec<Assessment> {
    let weighed = |(days, kilograms): &(u64, f64)| weighed(*days, complete(FULL), *kilograms);
    weights.iter().map(weighed).collect()
}

#[test]
fn weight_is_compared_with_the_highest_of_twelve_months() {
    let crept = at(&[(0, 70.0), (100, 72.0), (200, 70.0), (300, 68.4)]);
    let change = *raised(&crept, WeightDown)
        .unwrap()
        .because
        .changes
        .first()
        .unwrap();
    let long_ago = at(&[(0, 72.0), (366, 68.0)]);

    assert_eq!(change.from, Some(Reading::Kilograms(72.0)));
    assert_eq!(change.to, Reading::Kilograms(68.4));
    assert_eq!(codes(&long_ago), []);
}

#[test]
fn weight_is_compared_with_the_usual_one_where_that_is_larger() {
    let told = |history: &[Assessment], usual| {
        let facts = FlagFacts {
            usual_weight_kg: Some(usual),
            ..facts(history)
        };
        flags(history, &facts)
    };
    let first = told(&at(&[(0, 63.0)]), 70.0);
    let change = first.first().unwrap().because.changes.first().unwrap();

    assert_eq!(first.first().unwrap().tier, ContactThisWeek);
    assert_eq!(
        (change.from, change.from_week),
        (Some(Reading::Kilograms(70.0)), None)
    );
    assert_eq!(told(&at(&[(0, 63.0)]), 63.0), []);
    assert!(!told(&at(&[(0, 72.0), (7, 68.0)]), 60.0).is_empty());
}

#[test]
fn lost_weight_stays_told_without_a_scale_and_until_two_weights_are_back() {
    let lost = at(&[(0, 70.0), (7, 66.0)]);
    let then = |more: &[Assessment]| codes(&[lost.as_slice(), more].concat());

    assert_eq!(then(&[entry(14, complete(FULL))]), [WeightDown]);
    assert_eq!(then(&at(&[(14, 69.0)])), [WeightDown]);
    assert_eq!(then(&at(&[(14, 69.0), (21, 69.0)])), []);
}

#[test]
fn lost_weight_stays_told_though_the_weight_before_is_longer_ago_than_a_year() {
    let lost: Vec<(u64, f64)> = (1..60).map(|week| (7 * week, 62.5)).collect();

    let told = raised(&at(&[&[(0, 70.0)], lost.as_slice()].concat()), WeightDown).unwrap();

    assert_eq!((told.day, told.tier), (day("2026-01-12"), ContactThisWeek));
}

#[test]
fn known_weight_loss_is_quiet_until_the_next_twentieth() {
    let lost = at(&[(0, 70.0), (7, 66.0)]);
    let known = [super::known(&raised(&lost, WeightDown).unwrap(), &lost)];
    let told = |kilograms| {
        let history = [lost.as_slice(), &at(&[(14, kilograms)])].concat();
        super::knowing(&history, &known)
            .first()
            .unwrap()
            .acknowledged
    };

    assert_eq!(told(63.1), Some(0));
    assert_eq!(told(63.0), None);
}
