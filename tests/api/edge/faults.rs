//! All that is wrong with a request is told at once: what is unknown, what has the wrong type or is missing, and
//! what breaks a rule.

use std::collections::BTreeSet;

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::Sqlite;
use crate::app::start;
use crate::reply::Reply;

fn told(reply: &Reply) -> BTreeSet<(&str, &str)> {
    let faults = reply.faults();
    let told: BTreeSet<_> = faults.iter().copied().collect();
    assert_eq!(told.len(), faults.len(), "each once: {}", reply.text);
    told
}

const RECORD: &str = "/v1/patients/{patient}/records/0199c1a4-7b1e-7c4f-8d26-5a9e3f1c0b72";

#[rstest]
#[case::of_a_week(
    "PUT", "/v1/patients/{patient}/entries/2026-W47",
    json!({
        "assessed_on": "2026-11-18", "answers": {"speech": "4", "walking": 5, "stairs": 1}, "respondent": "me",
        "weight_kg": 19.9, "mood": 3, "note": "\u{7}", "cutting_form": "5b", "gastrostomy": "yes",
    }),
    &[
        ("/answers/speech", "invalid_value"), ("/answers/walking", "invalid_value"),
        ("/respondent", "invalid_value"), ("/weight_kg", "invalid_value"), ("/mood", "unknown_member"),
        ("/note", "forbidden_character"), ("/gastrostomy", "invalid_value"),
    ]
)]
#[case::of_a_week_without_its_day(
    "PUT", "/v1/patients/{patient}/entries/2026-W47",
    json!({"answers": [], "weight_kg": 301, "symptoms": {"pain": 11, "joy": 3}, "answered_at": "1969-01-01T00:00:00Z"}),
    &[
        ("/assessed_on", "missing_member"), ("/answers", "invalid_value"), ("/weight_kg", "invalid_value"),
        ("/symptoms/pain", "invalid_value"), ("/symptoms/joy", "unknown_member"), ("/answered_at", "invalid_value"),
    ]
)]
#[case::of_a_removal(
    "DELETE", "/v1/patients/{patient}/entries/2026-W47",
    json!({"reason": "\u{0}", "why": "because"}),
    &[("/reason", "forbidden_character"), ("/why", "unknown_member")]
)]
#[case::of_facts(
    "PUT", "/v1/patients/{patient}/facts",
    json!({
        "sex": "yes", "usual_weight_kg": 12, "height_cm": "tall", "symptom_onset": "2025-02-30", "diagnosed_on": "2099-01-01",
        "time_zone": "Europe/Atlantis", "shoe_size": 41,
    }),
    &[
        ("/sex", "invalid_value"), ("/usual_weight_kg", "invalid_value"), ("/height_cm", "invalid_value"),
        ("/symptom_onset", "invalid_value"), ("/diagnosed_on", "date_in_future"),
        ("/time_zone", "unknown_time_zone"), ("/shoe_size", "unknown_member"),
    ]
)]
#[case::of_a_treatment(
    "PUT", RECORD,
    json!({"kind": "treatment", "treatment_kind": "magic", "name": " ", "started_on": "2099-01-01", "atc": "N7", "donor": "self", "doses": 2}),
    &[
        ("/treatment_kind", "invalid_value"), ("/name", "empty"), ("/started_on", "date_in_future"),
        ("/atc", "invalid_value"), ("/donor", "invalid_value"), ("/doses", "unknown_member"),
    ]
)]
#[case::of_a_day_of_treatment(
    "PUT", RECORD,
    json!({"kind": "administration", "treatment_id": "riluzole", "route": "telepathy", "day": "1989-01-01", "amount": {"value": -1, "unit": "mg"}}),
    &[
        ("/treatment_id", "invalid_value"), ("/route", "invalid_value"), ("/day", "date_too_early"),
        ("/amount/value", "invalid_value"),
    ]
)]
#[case::of_a_screening(
    "PUT", RECORD,
    json!({"kind": "screening", "screened_on": "2099-01-01", "findings": "none"}),
    &[
        ("/treatment_id", "missing_member"), ("/screened_on", "date_in_future"), ("/findings", "invalid_value"),
    ]
)]
#[case::of_a_side_effect(
    "PUT", RECORD,
    json!({"kind": "side_effect", "what": "other", "began_on": "2099-01-01", "serious": "very"}),
    &[
        ("/severity", "missing_member"), ("/description", "empty"), ("/began_on", "date_in_future"),
        ("/serious", "invalid_value"),
    ]
)]
#[case::of_an_empty_week(
    "PUT", "/v1/patients/{patient}/entries/2026-W47",
    json!({"assessed_on": "2026-11-18", "answers": {}, "cutting_form": "5b"}),
    &[("/answers", "nothing_answered"), ("/cutting_form", "gastrostomy_needed")]
)]
#[case::of_an_account(
    "PUT", "/v1/account",
    json!({"display_name": "", "locale": 7, "time_zone": "Mars", "role": "admin"}),
    &[
        ("/display_name", "empty"), ("/locale", "invalid_value"), ("/time_zone", "unknown_time_zone"),
        ("/role", "unknown_member"),
    ]
)]
#[case::of_a_sign_up(
    "POST", "/v1/accounts",
    json!({"email": "ada", "password": "short", "role": "admin", "time_zone": "Mars", "age": 60}),
    &[
        ("/email", "invalid_email"), ("/password", "password_too_short"), ("/role", "invalid_value"),
        ("/time_zone", "unknown_time_zone"), ("/age", "unknown_member"), ("/display_name", "missing_member"),
    ]
)]
#[case::of_a_sign_in(
    "POST", "/v1/sessions",
    json!({"email": null, "device_name": "\u{7}"}),
    &[("/email", "invalid_value"), ("/password", "missing_member"), ("/device_name", "forbidden_character")]
)]
#[case::of_an_invitation(
    "POST", "/v1/patients/{patient}/invitations",
    json!({"email": "bob", "level": "all", "relation": "self"}),
    &[("/email", "invalid_email"), ("/level", "invalid_value"), ("/relation", "invalid_value")]
)]
#[case::of_consent(
    "POST", "/v1/account/consents",
    json!({"purpose": "fun", "given": 1, "policy_version": "", "policy_sha256": "0", "language": "?", "given_by": "me", "basis": "so"}),
    &[
        ("/purpose", "invalid_value"), ("/given", "invalid_value"), ("/policy_version", "empty"),
        ("/policy_sha256", "invalid_value"), ("/language", "invalid_locale"), ("/given_by", "invalid_value"),
    ]
)]
#[tokio::test]
async fn r93_all_mistakes_are_told_at_once(
    #[case] method: &str,
    #[case] path: &str,
    #[case] body: Value,
    #[case] faults: &[(&str, &str)],
) {
    let app = start!(Sqlite);
    let ada = app.patient("ada").await.with_header("If-Match", "\"v1\"");

    let reply = ada
        .send_bytes(method, path, "application/json", body.to_string())
        .await;

    let reply = reply.refused(422, "invalid_content");
    assert_eq!(told(&reply), faults.iter().copied().collect());
}

#[tokio::test]
async fn r93_all_parameters_that_are_wrong_are_told_at_once() {
    let (_app, ada) = start!(Sqlite; ada);

    let entries = "from=2026-W54&limit=0&to=2026-W01&to=2026-W02&order=sideways&colour=red";
    let entries = format!("/v1/patients/{{patient}}/entries?{entries}");
    let entries = ada.get(&entries).await.refused(400, "invalid_query");
    let response = format!("{RECORD}/response?before_days=0&after_days=1831&lead_days=-1");
    let response = ada.get(&response).await.refused(400, "invalid_query");

    let wrong = |names: &[&'static str]| -> BTreeSet<_> {
        names.iter().map(|name| (*name, "invalid_value")).collect()
    };
    assert_eq!(
        told(&entries),
        wrong(&["/from", "/limit", "/to", "/order", "/colour"])
    );
    assert_eq!(
        told(&response),
        wrong(&["/before_days", "/after_days", "/lead_days"])
    );
}

#[tokio::test]
async fn r94_mistakes_without_end_are_not_counted_without_end() {
    let (_app, ada) = start!(Sqlite; ada);
    let mistakes: serde_json::Map<String, Value> =
        (0..5_000).map(|n| (format!("m{n}"), json!(n))).collect();
    let parameters: Vec<_> = (0..900).map(|n| format!("m{n}=1")).collect();

    let body = ada
        .put("/v1/patients/{patient}/entries/2026-W47", json!(mistakes))
        .await
        .refused(422, "invalid_content");
    let query = ada
        .get(&format!("/v1/account?{}", parameters.join("&")))
        .await
        .refused(400, "invalid_query");

    assert_eq!((body.faults().len(), query.faults().len()), (32, 32));
}
