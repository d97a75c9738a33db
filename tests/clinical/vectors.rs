//! The test vectors V01 to V23 of `docs/clinical-sources.md`.
//!
//! Derived by hand from the published rules and checked by two differently written programs; no
//! paper prints item patterns with their stages.

use alsfrs_diary::clinical::{Answers, CuttingForm, Item, Stages};
use rstest::rstest;

use crate::people::score;

use CuttingForm::{A, B};

#[rstest]
#[case::v01_nothing_involved(([4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], A, false), (48, [12, 12, 12, 12]), ("0", 0, 0, 0))]
#[case::v02_mild_speech(([3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], A, false), (47, [11, 12, 12, 12]), ("1", 0, 0, 0))]
#[case::v03_no_kings_region(([4, 4, 4, 4, 4, 3, 3, 4, 3, 4, 3, 4], A, false), (44, [12, 11, 10, 11]), ("0", 0, 0, 0))]
#[case::v04_upper_limb(([4, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4], A, false), (47, [12, 11, 12, 12]), ("1", 0, 0, 0))]
#[case::v05_lower_limb(([4, 4, 4, 4, 4, 4, 4, 3, 2, 4, 4, 4], A, false), (45, [12, 12, 9, 12]), ("1", 0, 0, 1))]
#[case::v06_two_regions(([4, 4, 4, 2, 2, 2, 3, 2, 1, 4, 4, 4], A, false), (36, [12, 6, 6, 12]), ("2", 0, 0, 2))]
#[case::v07_three_regions(([3, 3, 3, 3, 3, 3, 3, 3, 2, 4, 4, 4], A, false), (38, [9, 9, 8, 12]), ("3", 0, 0, 3))]
#[case::v08_tube_form(([2, 2, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4], B, true), (41, [5, 12, 12, 12]), ("4A", 1, 1, 1))]
#[case::v09_some_ventilation(([4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3], A, false), (45, [12, 12, 12, 9]), ("4B", 0, 0, 1))]
#[case::v10_ventilation_at_night(([4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 2], A, false), (44, [12, 12, 12, 8]), ("4B", 1, 1, 1))]
#[case::v11_dyspnea_1(([4, 4, 4, 4, 4, 4, 4, 3, 3, 1, 2, 4], A, false), (41, [12, 12, 10, 7]), ("1", 1, 1, 1))]
#[case::v12_dyspnea_0(([4, 4, 4, 4, 4, 4, 4, 3, 3, 0, 1, 4], A, false), (39, [12, 12, 10, 5]), ("4B", 1, 1, 1))]
#[case::v13_orthopnea_0(([4, 4, 4, 4, 4, 4, 4, 3, 3, 2, 0, 4], A, false), (40, [12, 12, 10, 6]), ("1", 0, 0, 1))]
#[case::v14_still_writes(([1, 3, 3, 2, 2, 2, 3, 3, 2, 4, 4, 4], A, false), (33, [7, 6, 8, 12]), ("3", 0, 1, 3))]
#[case::v15_cannot_communicate(([1, 3, 3, 1, 1, 2, 3, 3, 2, 4, 4, 4], A, false), (31, [7, 4, 8, 12]), ("3", 1, 1, 3))]
#[case::v16_dressing_1(([4, 4, 4, 2, 1, 1, 2, 3, 2, 4, 4, 4], A, false), (35, [12, 4, 7, 12]), ("2", 1, 1, 2))]
#[case::v17_walking_1(([4, 4, 4, 4, 4, 3, 3, 1, 0, 4, 4, 4], A, false), (39, [12, 11, 4, 12]), ("1", 1, 1, 1))]
#[case::v18_swallowing_1_no_tube(([3, 3, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4], A, false), (43, [7, 12, 12, 12]), ("1", 1, 1, 1))]
#[case::v19_tube_for_less_than_half(([2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4], A, true), (38, [6, 9, 11, 12]), ("4A", 0, 0, 2))]
#[case::v20_both_failures(([1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 2], B, true), (11, [2, 3, 2, 4]), ("4A+4B", 4, 4, 4))]
#[case::v21_floor(([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], B, true), (0, [0, 0, 0, 0]), ("4A+4B", 4, 4, 4))]
#[case::v22_each_subscore_9(([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3], A, false), (36, [9, 9, 9, 9]), ("4B", 0, 0, 4))]
#[case::v23_each_subscore_10(([4, 3, 3, 4, 3, 3, 4, 3, 3, 4, 3, 3], A, false), (40, [10, 10, 10, 10]), ("4B", 0, 0, 0))]
fn published_rules_stage_the_vector(
    #[case] (points, form, tube): ([u8; 12], CuttingForm, bool),
    #[case] (total, subscores): (u8, [u8; 4]),
    #[case] (kings, mitos, mitos_with_or, ft9): (&str, u8, u8, u8),
) {
    let answers = Answers::new(points.map(|p| Some(score(p))), form, tube).unwrap();

    let stages = Stages::of(&answers);

    let s = answers.subscores();
    let by_domain = [s.bulbar, s.fine_motor, s.gross_motor, s.respiratory];
    assert_eq!(answers.total(), Some(total));
    assert_eq!(by_domain, subscores.map(Some));
    assert_eq!(stages.kings.stage.unwrap().key(), kings);
    assert_eq!(stages.mitos.stage, Some(mitos));
    assert_eq!(stages.ft9.stage, Some(ft9));
    assert_eq!(mitos_if_communicating_were_or(&answers), mitos_with_or);
}

/// The mistake of a public script: communicating lost by speech OR handwriting. V14 is the vector
/// on which it and the paper part.
fn mitos_if_communicating_were_or(answers: &Answers) -> u8 {
    let at = |item| answers.points(item).unwrap();
    let movement = at(Item::Walking) <= 1 || at(Item::Dressing) <= 1;
    let swallowing = at(Item::Swallowing) <= 1;
    let communicating = at(Item::Speech) <= 1 || at(Item::Handwriting) <= 1;
    let breathing = at(Item::Dyspnea) <= 1 || at(Item::RespiratoryInsufficiency) <= 2;
    [movement, swallowing, communicating, breathing]
        .map(u8::from)
        .iter()
        .sum()
}
