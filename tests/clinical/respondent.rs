//! Whose ratings are of one kind.

use alsfrs_diary::clinical::{Rater, Respondent};
use rstest::rstest;
use serde_json::{json, to_value};

#[rstest]
#[case(Respondent::Oneself, "self", Rater::Oneself, "self")]
#[case(
    Respondent::SelfWithHelp,
    "self_with_help",
    Rater::Helped,
    "self_with_help"
)]
#[case(
    Respondent::CaregiverRelayed,
    "caregiver_relayed",
    Rater::Helped,
    "self_with_help"
)]
#[case(
    Respondent::CaregiverProxy,
    "caregiver_proxy",
    Rater::Proxy,
    "caregiver_proxy"
)]
#[case(
    Respondent::ClinicianInPerson,
    "clinician_in_person",
    Rater::ClinicInPerson,
    "clinician_in_person"
)]
#[case(
    Respondent::ClinicianPhone,
    "clinician_phone",
    Rater::ClinicByPhone,
    "clinician_phone"
)]
fn answers_through_other_hands_are_of_one_kind_and_each_judge_is_another(
    #[case] respondent: Respondent,
    #[case] key: &str,
    #[case] rater: Rater,
    #[case] rater_key: &str,
) {
    assert_eq!(to_value(respondent).unwrap(), json!(key));
    assert_eq!(respondent.rater(), rater);
    assert_eq!(to_value(rater).unwrap(), json!(rater_key));
    assert_eq!(respondent.is_clinic(), key.starts_with("clinician"));
}
