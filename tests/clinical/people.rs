//! What the tests share: answers, days, diaries, and how to make up any of them.

use alsfrs_diary::clinical::{Answers, Assessment, CuttingForm, Item, Rater, Score, Week};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

pub const FULL: [u8; 12] = [4; 12];

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn week(text: &str) -> Week {
    text.parse().unwrap()
}

pub fn score(points: u8) -> Score {
    Score::try_from(points).unwrap()
}

pub fn place(item: Item) -> usize {
    Item::ALL.iter().position(|each| *each == item).unwrap()
}

/// Complete answers on form 5a, no gastrostomy.
pub fn complete(points: [u8; 12]) -> Answers {
    with_gaps(points.map(Some))
}

pub fn with_gaps(points: [Option<u8>; 12]) -> Answers {
    Answers::new(points.map(|p| p.map(score)), CuttingForm::A, false).unwrap()
}

/// Full scores but for the items named; `None` is a gap.
pub fn full_but(changes: &[(Item, Option<u8>)]) -> Answers {
    let mut points = FULL.map(Some);
    for (item, value) in changes {
        *points.get_mut(place(*item)).unwrap() = *value;
    }
    with_gaps(points)
}

/// The same answers with one item replaced.
pub fn replaced(answers: &Answers, item: Item, value: Option<u8>) -> Answers {
    let mut scores = answers.scores();
    *scores.get_mut(place(item)).unwrap() = value.map(score);
    Answers::new(scores, answers.cutting_form(), answers.gastrostomy()).unwrap()
}

/// An entry so many days after Monday 2026-01-05.
pub fn entry(days: u64, answers: Answers) -> Assessment {
    let assessed_on = day("2026-01-05") + Days::new(days);
    Assessment {
        week: Week::of(assessed_on),
        assessed_on,
        answers,
        weight_kg: None,
        rater: Rater::Oneself,
        has_tube: false,
        is_ventilated: false,
    }
}

pub fn weighed(days: u64, answers: Answers, weight_kg: f64) -> Assessment {
    Assessment {
        weight_kg: Some(weight_kg),
        ..entry(days, answers)
    }
}

/// Any scores on either form with or without a tube, up to `gaps` of them missing.
pub fn any_answers(gaps: usize) -> impl Strategy<Value = Answers> {
    let missing = prop::collection::vec(0_usize..12, 0..=gaps);
    let tube = prop_oneof![
        Just((CuttingForm::A, false)),
        Just((CuttingForm::A, true)),
        Just((CuttingForm::B, true)),
    ];
    (any_points(), missing, tube).prop_map(|(points, missing, (form, gastrostomy))| {
        let mut scores = points.map(|p| Some(score(p)));
        for gap in missing {
            *scores.get_mut(gap).unwrap() = None;
        }
        Answers::new(scores, form, gastrostomy).unwrap()
    })
}

/// Any scores, high ones often enough that stages below the worst are met.
fn any_points() -> impl Strategy<Value = [u8; 12]> {
    prop_oneof![
        prop::array::uniform12(0_u8..=4),
        prop::array::uniform12(prop_oneof![8 => Just(4_u8), 1 => Just(3), 1 => 0_u8..=2]),
    ]
}

/// Any diary in ascending order of days, of up to twelve entries with gaps and weights.
pub fn any_history() -> impl Strategy<Value = Vec<Assessment>> {
    let weight = prop::option::of((200_u32..=3000).prop_map(|tenths| f64::from(tenths) / 10.0));
    let one = (1_u64..40, any_answers(5), weight);
    prop::collection::vec(one, 0..12).prop_map(|entries| {
        let mut days = 0;
        let after = |(step, answers, weight_kg)| {
            days += step;
            Assessment {
                weight_kg,
                ..entry(days, answers)
            }
        };
        entries.into_iter().map(after).collect()
    })
}
