//! Flags: each rule at its boundary, and the life of a flag.

mod always;
mod breathing;
mod eating;
mod life;
mod noise;
mod pace;
mod words;

use alsfrs_diary::clinical::{
    Acknowledgement, Answers, Assessment, CuttingForm, Flag, FlagCode, FlagFacts, Item, Rater,
    Tier, flags,
};
use chrono::Days;
use rstest::rstest;

use crate::people::{FULL, complete, day, entry, full_but};

use FlagCode::{SalivaAids, SpeechAids};
use Item::{Salivation, Speech};

/// On the day of the last rating.
fn facts(history: &[Assessment]) -> FlagFacts<'static> {
    FlagFacts {
        today: history
            .last()
            .map_or(day("2026-01-05"), |last| last.assessed_on),
        usual_weight_kg: None,
        acknowledged: &[],
    }
}

fn told(history: &[Assessment]) -> Vec<Flag> {
    flags(history, &facts(history))
}

fn codes(history: &[Assessment]) -> Vec<FlagCode> {
    told(history).iter().map(|flag| flag.code).collect()
}

fn raised(history: &[Assessment], code: FlagCode) -> Option<Flag> {
    told(history).into_iter().find(|flag| flag.code == code)
}

/// With what people said they know, as the patient reads it on the day of the last rating.
fn knowing(history: &[Assessment], acknowledged: &[Acknowledgement]) -> Vec<Flag> {
    let facts = FlagFacts {
        acknowledged,
        ..facts(history)
    };
    flags(history, &facts)
}

/// "We know", of a flag that was seen on the day of the last rating.
fn known(flag: &Flag, history: &[Assessment]) -> Acknowledgement {
    Acknowledgement {
        code: flag.code,
        seen: history.last().unwrap().week,
        readings: flag.readings(),
    }
}

/// One item over the weeks; every other item stays at 4.
fn weekly(item: Item, scores: &[Option<u8>]) -> Vec<Assessment> {
    (0..)
        .step_by(7)
        .zip(scores)
        .map(|(days, points)| entry(days, full_but(&[(item, *points)])))
        .collect()
}

/// The same, every week answered.
fn of(item: Item, scores: &[u8]) -> Vec<Assessment> {
    let answered: Vec<_> = scores.iter().copied().map(Some).collect();
    weekly(item, &answered)
}

fn by(rater: Rater, mut history: Vec<Assessment>) -> Vec<Assessment> {
    for entry in &mut history {
        entry.rater = rater;
    }
    history
}

/// `later` from the week after the last of `earlier` on.
fn then(mut earlier: Vec<Assessment>, later: Vec<Assessment>) -> Vec<Assessment> {
    let days = u64::try_from(earlier.len() * 7).unwrap();
    earlier.extend(later.into_iter().map(|moved| {
        let on = moved.assessed_on + Days::new(days);
        let blank = entry(
            (on - day("2026-01-05")).num_days().unsigned_abs(),
            moved.answers,
        );
        Assessment {
            weight_kg: moved.weight_kg,
            rater: moved.rater,
            ..blank
        }
    }));
    earlier
}

/// The same answers of a person with a feeding tube.
fn with_tube(mut history: Vec<Assessment>) -> Vec<Assessment> {
    for entry in &mut history {
        let scores = entry.answers.scores();
        entry.answers = Answers::new(scores, CuttingForm::A, true).unwrap();
    }
    history
}

/// Totals lowered in hand and leg items, which no other rule looks at.
fn with_total(total: u8) -> Answers {
    let mut lost = 48 - total;
    let mut points = FULL;
    for place in [3, 4, 5, 6, 7, 8] {
        let here = lost.min(4);
        *points.get_mut(place).unwrap() = 4 - here;
        lost -= here;
    }
    complete(points)
}

#[test]
fn an_empty_diary_and_a_single_full_score_have_none() {
    assert_eq!(codes(&[]), []);
    assert_eq!(codes(&[entry(0, complete(FULL))]), []);
}

#[rstest]
#[case(Salivation, 2, Some(SalivaAids))]
#[case(Salivation, 3, None)]
#[case(Speech, 2, Some(SpeechAids))]
#[case(Speech, 3, None)]
fn aids_are_named_from_2_on_and_stay_named(
    #[case] item: Item,
    #[case] points: u8,
    #[case] code: Option<FlagCode>,
) {
    let low = Some(points);

    for scores in [&[low][..], &[low, low], &[low, None], &[low, Some(4)]] {
        let history = weekly(item, scores);
        assert_eq!(codes(&history), Vec::from_iter(code), "{scores:?}");
        assert!(
            told(&history)
                .iter()
                .all(|flag| flag.tier == Tier::NextVisit)
        );
    }
    assert_eq!(codes(&weekly(item, &[low, Some(4), Some(4)])), []);
}

#[test]
fn known_aids_stay_known_after_a_better_month() {
    let low = of(Salivation, &[2]);
    let known = [known(&raised(&low, SalivaAids).unwrap(), &low)];

    let again = knowing(&of(Salivation, &[2, 3, 3, 2]), &known);
    let lower = knowing(&of(Salivation, &[2, 3, 3, 2, 1]), &known);

    assert_eq!(again.first().unwrap().acknowledged, Some(0));
    assert_eq!(lower.first().unwrap().acknowledged, None);
}

#[test]
fn the_most_urgent_comes_first() {
    let worst = full_but(&[
        (Speech, Some(2)),
        (Item::Dyspnea, Some(1)),
        (Item::Swallowing, Some(1)),
    ]);
    let history = [entry(0, complete(FULL)), entry(7, worst)];

    assert_eq!(
        codes(&history),
        [
            FlagCode::BreathingNow,
            FlagCode::SwallowingChanged,
            SpeechAids
        ]
    );
}

#[test]
fn without_answers_a_flag_keeps_the_total_alone() {
    let quick: Vec<_> = [48, 48, 48, 42, 42]
        .iter()
        .zip((0..).step_by(7))
        .map(|(total, days)| entry(days, with_total(*total)))
        .collect();
    let total = raised(&quick, FlagCode::TotalChangedQuickly).unwrap();
    let single = raised(&of(Item::Swallowing, &[3, 1]), FlagCode::SwallowingChanged).unwrap();

    assert_eq!(total.clone().without_answers(), total);
    assert!(single.without_answers().because.changes.is_empty());
}
