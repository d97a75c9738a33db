//! The words for treatments.

use alsfrs_diary::clinical::{
    AmountUnit, CellSource, Contraindication, Route, Severity, SideEffectKind, TreatmentKind,
    is_atc, known_drugs,
};
use rstest::rstest;
use serde_json::{json, to_value};

#[test]
fn what_is_sent_has_the_name_that_is_promised() {
    let sent = to_value((
        TreatmentKind::ALL,
        Route::ALL,
        AmountUnit::ALL,
        CellSource::ALL,
        Contraindication::ALL,
        SideEffectKind::ALL,
    ))
    .unwrap();

    let promised = json!([
        TreatmentKind::ALL.map(TreatmentKind::key),
        Route::ALL.map(Route::key),
        AmountUnit::ALL.map(AmountUnit::key),
        CellSource::ALL.map(CellSource::key),
        Contraindication::ALL.map(Contraindication::key),
        SideEffectKind::ALL.map(SideEffectKind::key),
    ]);
    assert_eq!(sent, promised);
}

#[test]
fn into_the_fluid_and_into_the_cord_are_two_routes() {
    assert_ne!(Route::Intrathecal, Route::Intraspinal);
}

#[rstest]
#[case("N07XX02", true)]
#[case("A05AA05", true)]
#[case("n07xx02", false)]
#[case("N07XX2", false)]
#[case("N07XX021", false)]
#[case("07NXX02", false)]
#[case("Ñ07XX2", false)]
#[case("", false)]
fn an_atc_code_has_seven_places(#[case] text: &str, #[case] is_one: bool) {
    assert_eq!(is_atc(text), is_one);
}

#[test]
fn the_known_drugs_have_codes_and_the_withdrawn_one_its_day() {
    let drugs = known_drugs();

    assert!(drugs.iter().all(|drug| is_atc(drug.atc)));
    let withdrawn: Vec<&str> = drugs
        .iter()
        .filter(|drug| drug.withdrawn_on.is_some())
        .map(|drug| drug.atc)
        .collect();
    assert_eq!(withdrawn, ["N07XX19"]);
}

#[test]
fn a_severity_is_a_grade_of_ctcae() {
    let grades: Vec<u8> = (0..=255)
        .filter(|grade| Severity::try_from(*grade).is_ok())
        .collect();

    assert_eq!(grades, [1, 2, 3, 4, 5]);
}
