//! A total that falls quickly: the rule at its boundaries.

use alsfrs_diary::clinical::{
    Assessment, CuttingForm, FlagCode::TotalChangedQuickly, Item, Rater, Reading, Tier,
};
use rstest::rstest;

use super::{raised, with_total};
use crate::people::{entry, replaced};

fn at(totals: &[(u64, u8)]) -> Vec<Assessment> {
    let rated = |(days, total): &(u64, u8)| entry(*days, with_total(*total));
    totals.iter().map(rated).collect()
}

fn every(days: u64, totals: &[u8]) -> Vec<Assessment> {
    let dated: Vec<_> = (0..)
        .map(|n| n * days)
        .zip(totals.iter().copied())
        .collect();
    at(&dated)
}

#[rstest]
#[case::both_five_below(7, &[44, 44, 44, 39, 39], true)]
#[case::one_is_four_below(7, &[44, 44, 44, 39, 40], false)]
#[case::not_borne_out_yet(7, &[44, 44, 44, 39], false)]
#[case::two_are_no_median(7, &[44, 44, 39, 39], false)]
#[case::one_high_rating_is_no_median(7, &[40, 40, 45, 40, 40, 40], false)]
#[case::in_steps(7, &[44, 44, 44, 42, 40, 38, 37], true)]
#[case::stays_told(7, &[44, 44, 44, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39], true)]
#[case::one_is_back(7, &[44, 44, 44, 39, 39, 42], true)]
#[case::two_are_back(7, &[44, 44, 44, 39, 39, 42, 42], false)]
#[case::monthly_six_below(30, &[44, 43, 42, 37, 37], true)]
#[case::monthly_five_below(30, &[44, 43, 42, 38, 38], false)]
#[case::monthly_not_borne_out(30, &[44, 43, 42, 36], false)]
#[case::yearly_is_no_pace(200, &[44, 43, 42, 30, 28], false)]
fn a_fall_below_the_median_that_the_next_rating_bears_out(
    #[case] rhythm: u64,
    #[case] totals: &[u8],
    #[case] expected: bool,
) {
    let flag = raised(&every(rhythm, totals), TotalChangedQuickly);

    assert_eq!(flag.is_some(), expected);
    assert!(flag.is_none_or(|flag| flag.tier == Tier::ContactThisWeek));
}

#[test]
fn it_names_a_rating_that_was_given() {
    let history = every(7, &[45, 44, 43, 42, 38, 37]);
    let flag = raised(&history, TotalChangedQuickly).unwrap();
    let change = flag.because.changes.first().unwrap();

    assert_eq!(change.from, Some(Reading::Points(43)));
    assert_eq!(change.from_week, Some(history.get(2).unwrap().week));
    assert_eq!(change.to, Reading::Points(37));
}

#[test]
fn no_fall_rests_on_a_change_of_rater_or_of_form() {
    let mut proxy = every(7, &[44, 44, 44, 38, 38, 38]);
    let mut form = proxy.clone();
    for entry in proxy.iter_mut().skip(3) {
        entry.rater = Rater::Proxy;
    }
    for entry in form.iter_mut().skip(3) {
        let scores = entry.answers.scores();
        entry.answers = alsfrs_diary::clinical::Answers::new(scores, CuttingForm::B, true).unwrap();
    }

    assert_eq!(raised(&proxy, TotalChangedQuickly), None);
    assert_eq!(raised(&form, TotalChangedQuickly), None);
}

#[test]
fn an_incomplete_entry_neither_starts_nor_confirms_a_fall() {
    let mut history = every(7, &[44, 44, 44, 39, 39]);
    let last = history.last_mut().unwrap();
    last.answers = replaced(&last.answers, Item::Speech, None);
    assert_eq!(raised(&history, TotalChangedQuickly), None);

    history.push(entry(35, with_total(39)));
    assert!(raised(&history, TotalChangedQuickly).is_some());
}
