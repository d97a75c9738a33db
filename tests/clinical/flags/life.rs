//! The life of a flag: it begins, is known, begins anew, and ends.

use alsfrs_diary::clinical::{Acknowledgement, Assessment, Flag, FlagCode, FlagFacts, Item, flags};
use chrono::Days;
use rstest::rstest;

use super::{codes, facts, knowing, known, of, raised, told};
use crate::people::{FULL, complete, entry, week};

use FlagCode::{BreathingChanged, BreathingNow, NothingRecorded};
use Item::{Dyspnea, Orthopnea};

fn only(flags: Vec<Flag>) -> Flag {
    assert_eq!(flags.len(), 1, "{flags:?}");
    flags.into_iter().next().unwrap()
}

#[test]
fn a_flag_stays_with_the_day_it_began() {
    let history = of(Dyspnea, &[4, 3, 3, 3, 3, 3, 3, 3]);
    let flag = only(told(&history));

    assert_eq!(flag.week, week("2026-W04"));
    assert_eq!(flag.day, history.get(2).unwrap().assessed_on);
}

#[test]
fn a_person_at_the_end_of_the_scale_is_told_once_and_not_every_week() {
    let began = of(Dyspnea, &[2, 2, 1]);
    let known = [known(&only(told(&began)), &began)];

    for weeks in 0..60 {
        let mut scores = vec![2, 2, 1];
        scores.extend(vec![1; weeks]);
        let flag = only(knowing(&of(Dyspnea, &scores), &known));
        assert_eq!(flag.acknowledged, Some(0));
        assert_eq!(flag.week, week("2026-W04"));
    }
}

#[rstest]
#[case::the_same(&[4, 3, 3, 3, 3], true, 4)]
#[case::lower_once(&[4, 3, 3, 2], true, 4)]
#[case::lower_and_borne_out(&[4, 3, 3, 2, 2], false, 6)]
#[case::better_for_once_and_the_same(&[4, 3, 3, 4, 3, 3], true, 4)]
fn what_is_known_is_quiet_until_it_is_worse(
    #[case] scores: &[u8],
    #[case] is_known: bool,
    #[case] began: u32,
) {
    let first = of(Dyspnea, &[4, 3, 3]);
    let known = [known(&only(told(&first)), &first)];

    // Down by two within four weeks would be another matter: begin later.
    let history = slowly(scores);
    let flag = only(knowing(&history, &known));

    assert_eq!(flag.code, BreathingChanged);
    assert_eq!(flag.acknowledged.is_some(), is_known);
    let place = usize::try_from(began).unwrap() - 2;
    assert_eq!(flag.day, history.get(place).unwrap().assessed_on);
}

/// The first three weekly, then every five weeks.
fn slowly(scores: &[u8]) -> Vec<Assessment> {
    let days = (0..).map(|n: u64| if n < 3 { n * 7 } else { 14 + (n - 2) * 35 });
    let answers = scores.iter().zip(days);
    answers
        .map(|(points, days)| entry(days, crate::people::full_but(&[(Dyspnea, Some(*points))])))
        .collect()
}

#[test]
fn what_began_anew_keeps_its_name_when_it_is_known_too() {
    let first = of(Dyspnea, &[4, 3, 3]);
    let then = slowly(&[4, 3, 3, 2, 2]);
    let one = known(&only(told(&first)), &first);
    let anew = only(knowing(&then, std::slice::from_ref(&one)));
    let both = [one, known(&anew, &then)];

    let flag = only(knowing(&then, &both));

    assert_eq!((flag.week, flag.acknowledged), (anew.week, Some(1)));
}

#[test]
fn hard_breathing_that_comes_back_after_a_recovery_is_news() {
    let first = of(Dyspnea, &[4, 1]);
    let known = [known(&only(told(&first)), &first)];

    let back = knowing(&of(Dyspnea, &[4, 1, 4, 4, 1]), &known);

    let flag = back.first().unwrap();
    assert_eq!((flag.code, flag.acknowledged), (BreathingNow, None));
}

#[test]
fn what_is_known_at_its_worst_is_known_when_it_is_a_little_better() {
    let first = of(Dyspnea, &[4, 1]);
    let known = [known(&only(told(&first)), &first)];

    let flag = only(knowing(&of(Dyspnea, &[4, 1, 3, 3]), &known));

    assert_eq!((flag.code, flag.acknowledged), (BreathingChanged, Some(0)));
}

#[test]
fn a_second_cause_is_not_known_with_the_first() {
    let first = of(Dyspnea, &[4, 3, 3]);
    let known = [known(&only(told(&first)), &first)];
    let mut history = first.clone();
    let low = crate::people::full_but(&[(Dyspnea, Some(3)), (Orthopnea, Some(3))]);
    history.extend([entry(21, low), entry(28, low)]);

    let flags = knowing(&history, &known);

    let [new, old] = flags.as_slice() else {
        panic!("{flags:?}")
    };
    assert_eq!(new.because.changes.first().unwrap().what, "orthopnea");
    assert_eq!((new.acknowledged, old.acknowledged), (None, Some(0)));
}

#[test]
fn a_rating_that_arrives_late_and_is_worse_is_not_known() {
    let seen = of(Dyspnea, &[4, 3, 3, 3]);
    let known = [known(&only(told(&seen)), &seen)];

    let corrected = of(Dyspnea, &[4, 3, 1, 3]);

    let flags = knowing(&corrected, &known);
    let flag = flags.first().unwrap();
    assert_eq!((flag.code, flag.acknowledged), (BreathingNow, None));
}

fn after(history: &[Assessment], days: u64, acknowledged: &[Acknowledgement]) -> Vec<Flag> {
    let told = facts(history);
    let facts = FlagFacts {
        today: told.today + Days::new(days),
        acknowledged,
        ..told
    };
    flags(history, &facts)
}

fn every(days: u64, times: u64) -> Vec<Assessment> {
    (0..times)
        .map(|n| entry(n * days, complete(FULL)))
        .collect()
}

#[rstest]
#[case::weekly(7, 20, 21)]
#[case::fortnightly(14, 27, 28)]
#[case::monthly(30, 43, 44)]
fn three_weeks_without_the_usual_rating_are_told(
    #[case] rhythm: u64,
    #[case] quiet: u64,
    #[case] silent: u64,
) {
    let history = every(rhythm, 6);
    let codes = |days| {
        let flags = after(&history, days, &[]);
        flags.iter().map(|flag| flag.code).collect::<Vec<_>>()
    };

    assert_eq!(codes(quiet), []);
    assert_eq!(codes(silent), [NothingRecorded]);
}

#[test]
fn silence_comes_first_and_once_it_is_known_last() {
    let history = of(Dyspnea, &[4, 1]);
    let silent = after(&history, 40, &[]);
    let [silence, breath] = silent.as_slice() else {
        panic!("{silent:?}")
    };
    let known = [known(silence, &history)];

    assert_eq!(silence.code, NothingRecorded);
    assert_eq!(silence.day, history.last().unwrap().assessed_on);
    assert_eq!(breath.code, BreathingNow);
    let flags = after(&history, 50, &known);
    assert_eq!(flags.last().unwrap().acknowledged, Some(0));
    assert_eq!(flags.first().unwrap().code, BreathingNow);
}

#[test]
fn each_silence_is_one_of_its_own() {
    let history = every(7, 6);
    let silence = only(after(&history, 30, &[]));
    let known = [known(&silence, &history)];
    let more = every(7, 7);

    assert_eq!(codes(&more), []);
    assert_eq!(only(after(&more, 30, &known)).acknowledged, None);
    assert!(raised(&more, NothingRecorded).is_none());
}
