//! Scores, totals and subscores.

use alsfrs_diary::clinical::{Answers, AnswersRefused, CuttingForm, Domain, Item, Score};
use proptest::prelude::*;
use serde_json::{from_str, json, to_value};

use crate::people::{FULL, any_answers, complete, full_but, replaced, score};

#[test]
fn a_score_is_refused_from_five_on_and_below_zero() {
    for text in ["5", "255", "256", "-1", "3.5", "\"4\"", "true", "null"] {
        assert!(from_str::<Score>(text).is_err(), "{text}");
    }
    for points in 0..=4_u8 {
        let read: Score = from_str(&points.to_string()).unwrap();
        assert_eq!(u8::from(read), points);
        assert_eq!(to_value(read).unwrap(), json!(points));
    }
}

#[test]
fn a_refused_score_is_not_echoed() {
    let refusal = Score::try_from(77).unwrap_err().to_string();

    assert_eq!(refusal, "an ALSFRS-R item is scored 0 to 4");
}

#[test]
fn twelve_gaps_are_no_entry_but_eleven_are() {
    let nothing = Answers::new([None; 12], CuttingForm::A, false);
    assert_eq!(nothing, Err(AnswersRefused::NothingAnswered));

    let mut one = [None; 12];
    *one.last_mut().unwrap() = Some(score(0));
    assert!(Answers::new(one, CuttingForm::A, false).is_ok());
}

#[test]
fn the_tube_form_needs_a_tube_while_a_tube_allows_both_forms() {
    let scores = FULL.map(|p| Some(score(p)));

    assert_eq!(
        Answers::new(scores, CuttingForm::B, false),
        Err(AnswersRefused::TubeFormWithoutTube)
    );
    for form in CuttingForm::ALL {
        let answers = Answers::new(scores, form, true).unwrap();
        assert_eq!(
            (answers.cutting_form(), answers.gastrostomy()),
            (form, true)
        );
    }
}

#[test]
fn every_item_keeps_its_own_score() {
    let answers = complete([0, 1, 2, 3, 4, 3, 2, 1, 0, 1, 2, 3]);

    let by_item = Item::ALL.map(|item| answers.points(item).unwrap());

    assert_eq!(by_item, [0, 1, 2, 3, 4, 3, 2, 1, 0, 1, 2, 3]);
}

#[test]
fn a_gap_leaves_no_total_and_no_subscore_of_its_domain_alone() {
    let answers = full_but(&[(Item::Walking, None)]);

    assert!(!answers.is_complete());
    assert_eq!(answers.total(), None);
    assert_eq!(
        to_value(answers.subscores()).unwrap(),
        json!({"bulbar": 12, "fine_motor": 12, "gross_motor": null, "respiratory": 12})
    );
}

proptest! {
    #[test]
    fn r239_a_total_is_0_to_48_and_the_sum_of_its_items_and_subscores(answers in any_answers(0)) {
        let total = answers.total().unwrap();
        let subscores = Domain::ALL.map(|domain| answers.subscore(domain).unwrap());

        let items = Item::ALL.map(|item| answers.points(item).unwrap());

        prop_assert!(total <= 48);
        prop_assert_eq!(total, items.iter().sum::<u8>());
        prop_assert!(subscores.iter().all(|subscore| *subscore <= 12));
        prop_assert_eq!(total, subscores.iter().sum::<u8>());
    }

    #[test]
    fn r239_one_point_more_in_any_item_is_one_point_more_in_total(answers in any_answers(0), which in 0_usize..12) {
        let item = *Item::ALL.get(which).unwrap();
        let points = answers.points(item).unwrap();
        prop_assume!(points < 4);

        let better = replaced(&answers, item, Some(points + 1));

        prop_assert_eq!(better.total().unwrap(), answers.total().unwrap() + 1);
    }

    #[test]
    fn r239_there_is_a_total_exactly_when_all_twelve_are_answered(answers in any_answers(3)) {
        prop_assert_eq!(answers.total().is_some(), answers.is_complete());
        prop_assert_eq!(answers.is_complete(), answers.scores().iter().all(Option::is_some));
    }
}
