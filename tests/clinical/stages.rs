//! Stages of complete and incomplete answers.

use std::collections::BTreeSet;

use alsfrs_diary::clinical::{Answers, CuttingForm, Item, Kings, KingsStage, Score, Stages};
use proptest::prelude::*;
use serde_json::{json, to_value};

use crate::people::{any_answers, complete, full_but, replaced, score, with_gaps};

#[test]
fn json_is_what_the_contract_says() {
    let speech_and_breath_missing = full_but(&[(Item::Speech, None), (Item::Dyspnea, None)]);

    let stages = Stages::of(&speech_and_breath_missing);

    assert_eq!(
        to_value(stages).unwrap(),
        json!({
            "kings": {"stage": null, "regions": null, "nutritional_failure": false,
                      "respiratory_failure": null, "possible": ["0", "1", "4B"]},
            "mitos": {"stage": null, "lost": [], "possible": [0, 1]},
            "ft9": {"stage": null, "possible": [0, 1, 2]},
        })
    );
}

#[test]
fn a_decided_stage_is_its_only_possibility() {
    let stages = Stages::of(&complete([4, 4, 3, 2, 2, 3, 3, 1, 1, 4, 4, 4]));

    assert_eq!(
        to_value(stages).unwrap(),
        json!({
            "kings": {"stage": "3", "regions": 3, "nutritional_failure": false,
                      "respiratory_failure": false, "possible": ["3"]},
            "mitos": {"stage": 1, "lost": ["movement"], "possible": [1]},
            "ft9": {"stage": 2, "possible": [2]},
        })
    );
}

#[test]
fn every_lost_function_is_named() {
    let stages = Stages::of(&complete([0; 12]));

    assert_eq!(
        stages.mitos.lost,
        ["movement", "swallowing", "communicating", "breathing"]
    );
}

#[test]
fn dyspnea_0_is_respiratory_failure_whatever_the_hands_would_say() {
    let answers = full_but(&[
        (Item::Handwriting, None),
        (Item::Cutting, None),
        (Item::Dressing, None),
        (Item::Dyspnea, Some(0)),
    ]);

    let kings = Kings::of(&answers);

    assert_eq!(kings.stage, Some(KingsStage::FourB));
    assert_eq!(kings.regions, None);
}

#[test]
fn a_tube_leaves_4a_or_both_while_ventilation_is_unknown() {
    let mut scores = [4; 12].map(|p| Some(score(p)));
    *scores.last_mut().unwrap() = None;
    let answers = Answers::new(scores, CuttingForm::A, true).unwrap();

    let kings = Kings::of(&answers);

    assert_eq!(kings.possible, [KingsStage::FourA, KingsStage::FourAAndB]);
    assert_eq!(kings.nutritional_failure, Some(true));
}

#[test]
fn ft9_decides_as_soon_as_the_gap_cannot_matter() {
    let bulbar = |speech, salivation| {
        let answers = full_but(&[
            (Item::Speech, speech),
            (Item::Salivation, salivation),
            (Item::Swallowing, None),
        ]);
        Stages::of(&answers).ft9.possible
    };

    assert_eq!(bulbar(Some(3), Some(2)), [1], "9 at best");
    assert_eq!(bulbar(Some(3), Some(3)), [0, 1], "6 to 10");
    assert_eq!(bulbar(Some(4), Some(4)), [0, 1], "8 to 12");
}

#[test]
fn the_kings_numbers_are_0_to_4() {
    use KingsStage::{FourA, FourAAndB, FourB, One, Three, Two, Zero};
    let numbers = [Zero, One, Two, Three, FourA, FourB, FourAAndB].map(KingsStage::number);

    assert_eq!(numbers, [0, 1, 2, 3, 4, 4, 4]);
}

/// Worse is higher; 4A and 4B are equally bad, both together worse.
fn severity(stage: KingsStage) -> u8 {
    stage.number() + u8::from(stage == KingsStage::FourAAndB)
}

/// Best and worst possible stage in each staging.
fn bounds(answers: &Answers) -> [(u8, u8); 3] {
    let stages = Stages::of(answers);
    let kings: Vec<u8> = stages.kings.possible.iter().map(|s| severity(*s)).collect();
    [kings, stages.mitos.possible, stages.ft9.possible].map(|possible| {
        (
            *possible.iter().min().unwrap(),
            *possible.iter().max().unwrap(),
        )
    })
}

/// Every way of filling the gaps.
fn completions(answers: &Answers) -> Vec<Answers> {
    let gap = Item::ALL
        .into_iter()
        .find(|item| answers.score(*item).is_none());
    gap.map_or_else(
        || vec![*answers],
        |item| {
            (0..=Score::BEST)
                .flat_map(|points| completions(&replaced(answers, item, Some(points))))
                .collect()
        },
    )
}

fn all_equal<T: PartialEq + Copy>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Holds for King's with 4A = 4B < 4A+4B, for MiToS and for FT9, and with gaps for the best
    /// and the worst possible stage.
    #[test]
    fn a_stage_never_improves_when_an_item_drops(answers in any_answers(4), which in 0_usize..12) {
        let item = *Item::ALL.get(which).unwrap();
        let points = answers.points(item).unwrap_or(0);
        prop_assume!(points > 0);
        let before = bounds(&answers);

        for lower in 0..points {
            let after = bounds(&replaced(&answers, item, Some(lower)));

            for ((best, worst), (best_after, worst_after)) in before.iter().zip(after) {
                prop_assert!(*best <= best_after && *worst <= worst_after, "{before:?} {after:?}");
            }
        }
    }

    #[test]
    fn a_tube_never_improves_the_kings_stage(answers in any_answers(4)) {
        let with_tube = Answers::new(answers.scores(), answers.cutting_form(), true).unwrap();

        let ([(best, worst), ..], [(best_after, worst_after), ..]) =
            (bounds(&answers), bounds(&with_tube));

        prop_assert!(best <= best_after && worst <= worst_after);
        prop_assert!(best_after >= 4);
    }

    #[test]
    fn stages_of_incomplete_answers_are_those_of_all_completions(answers in any_answers(5)) {
        let all: Vec<Stages> = completions(&answers).iter().map(Stages::of).collect();

        let stages = Stages::of(&answers);

        let kings: BTreeSet<KingsStage> = all.iter().map(|s| s.kings.stage.unwrap()).collect();
        prop_assert_eq!(&stages.kings.possible, &kings.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(stages.kings.stage, all_equal(all.iter().map(|s| s.kings.stage.unwrap())));
        prop_assert_eq!(stages.kings.regions, all_equal(all.iter().map(|s| s.kings.regions.unwrap())));
        prop_assert_eq!(
            stages.kings.respiratory_failure,
            all_equal(all.iter().map(|s| s.kings.respiratory_failure.unwrap()))
        );

        let mitos: BTreeSet<u8> = all.iter().map(|s| s.mitos.stage.unwrap()).collect();
        prop_assert_eq!(&stages.mitos.possible, &mitos.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(stages.mitos.stage, all_equal(all.iter().map(|s| s.mitos.stage.unwrap())));
        for function in ["movement", "swallowing", "communicating", "breathing"] {
            let always = all.iter().all(|s| s.mitos.lost.contains(&function));
            prop_assert_eq!(stages.mitos.lost.contains(&function), always, "{}", function);
        }

        let ft9: BTreeSet<u8> = all.iter().map(|s| s.ft9.stage.unwrap()).collect();
        prop_assert_eq!(&stages.ft9.possible, &ft9.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(stages.ft9.stage, all_equal(all.iter().map(|s| s.ft9.stage.unwrap())));
    }

    #[test]
    fn complete_answers_are_always_staged(answers in any_answers(0)) {
        let stages = Stages::of(&answers);

        prop_assert!(stages.kings.stage.is_some() && stages.kings.regions.is_some());
        prop_assert!(stages.mitos.stage.is_some() && stages.ft9.stage.is_some());
        prop_assert_eq!(stages.mitos.lost.len(), usize::from(stages.mitos.stage.unwrap()));
    }
}

#[test]
fn with_one_answer_alone_nearly_everything_is_possible() {
    let mut points = [None; 12];
    *points.get_mut(7).unwrap() = Some(4);

    let stages = Stages::of(&with_gaps(points));

    let keys: Vec<&str> = stages.kings.possible.iter().map(|s| s.key()).collect();
    assert_eq!(keys, ["0", "1", "2", "4B"]);
    assert_eq!(stages.mitos.possible, [0, 1, 2, 3, 4]);
    assert_eq!(stages.ft9.possible, [0, 1, 2, 3, 4]);
}
