//! The facts about a patient, and what others see of them.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::weeks::week;

#[rstest]
#[tokio::test]
async fn facts_that_cannot_be_are_refused(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let ada = ada.with_header("If-Match", "\"v1\"");
    for (body, pointer, code) in [
        (
            json!({"symptom_onset": "2026-11-25"}),
            "/symptom_onset",
            "date_in_future",
        ),
        (
            json!({"symptom_onset": "1899-12-31"}),
            "/symptom_onset",
            "date_too_early",
        ),
        (
            json!({"symptom_onset": "2025-03-01", "diagnosed_on": "2025-02-01"}),
            "/diagnosed_on",
            "diagnosed_before_onset",
        ),
        (
            json!({"symptom_onset": "1960-12-31", "birth_year": 1961}),
            "/symptom_onset",
            "date_before_birth",
        ),
        (json!({"birth_year": 2011}), "/birth_year", "invalid_value"),
        (json!({"birth_year": 1899}), "/birth_year", "invalid_value"),
        (json!({"gene": "SOD1; --"}), "/gene", "invalid_value"),
        (json!({"sex": "yes"}), "/sex", "invalid_value"),
        (
            json!({"usual_weight_kg": 19.9}),
            "/usual_weight_kg",
            "invalid_value",
        ),
        (
            json!({"usual_weight_kg": 71.25}),
            "/usual_weight_kg",
            "invalid_value",
        ),
        (json!({"height_cm": 99}), "/height_cm", "invalid_value"),
        (json!({"height_cm": 251}), "/height_cm", "invalid_value"),
        (
            json!({"time_zone": "Europe/Atlantis"}),
            "/time_zone",
            "unknown_time_zone",
        ),
        (json!({"total": 48}), "/total", "unknown_member"),
    ] {
        ada.change(FACTS, body).await.faulty(pointer, code);
    }

    let shown = ada.get(FACTS).await.expect(200);
    assert_eq!(
        (shown.etag(), &shown.body["symptom_onset"]),
        ("\"v1\"", &Value::Null)
    );
}

#[rstest]
#[tokio::test]
async fn a_patient_sets_and_clears_facts_about_themselves(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let seen = |tag: &str| ada.with_header("If-Match", tag);
    let facts = json!({
        "symptom_onset": "2024-12-29", "diagnosed_on": "2025-06-02", "onset_region": "upper_limb",
        "birth_year": 1961, "sex": "female", "gene": "C9orf72", "usual_weight_kg": 71.5, "height_cm": 168,
        "time_zone": "Pacific/Kiritimati",
    });

    let unnamed = ada.put(FACTS, facts.clone()).await;
    unnamed.refused(428, "precondition_required");
    let stale = seen("\"v9\"").put(FACTS, facts.clone()).await;
    let before = ada.get(FACTS).await.expect(200);
    let set = seen("\"v1\"").put(FACTS, facts.clone()).await.expect(200);
    let again = seen("\"v2\"").put(FACTS, facts.clone()).await.expect(200);
    let shown = ada.get("/v1/patients/{patient}").await.expect(200);
    let rest = json!({"sex": "female", "gene": null});
    let rest = seen("\"v2\"").put(FACTS, rest).await.expect(200);

    let stale = stale.refused(412, "precondition_failed");
    assert_eq!(stale.body["current"], before.body);
    assert_eq!(set.body, facts);
    assert_eq!((set.etag(), again.etag()), ("\"v2\"", "\"v2\""));
    for (member, value) in facts.as_object().unwrap() {
        assert_eq!(&shown.body[member], value);
    }
    assert_eq!(
        (rest.etag(), &rest.body["sex"]),
        ("\"v3\"", &json!("female"))
    );
    for gone in ["gene", "birth_year", "usual_weight_kg", "height_cm"] {
        assert_eq!(rest.body[gone], Value::Null, "{gone}");
    }
    assert_eq!(
        rest.body["time_zone"],
        json!("Europe/Berlin"),
        "as the account has it"
    );
    assert_eq!(app.written_down("patient.changed"), 2);
}

#[rstest]
#[tokio::test]
async fn r86_others_see_of_a_patient_what_their_level_needs(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let members =
        |body: &Value| -> Vec<String> { body.as_object().unwrap().keys().cloned().collect() };
    let everybody = ["display_name", "level", "may", "patient_id", "relation"];

    let summary = app.member(&ada, "sue", "summary").await;
    let writer = app.member(&ada, "wim", "write").await;

    let seen = summary.get("/v1/patients/{patient}").await.expect(200);
    let mut names = members(&seen.body);
    names.sort();
    assert_eq!(names, everybody);
    let seen = writer.get("/v1/patients/{patient}").await.expect(200);
    assert_eq!(
        (seen.body["time_zone"].is_string(), seen.body.get("sex")),
        (true, None)
    );
    let writer = writer.with_header("If-Match", "\"v1\"");
    let change = writer.change(FACTS, json!({})).await;
    change.refused(403, "patient_only");
}

#[rstest]
#[tokio::test]
async fn r190_moving_house_moves_no_week(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-22")).await.expect(201);

    let moved = json!({"time_zone": "Pacific/Kiritimati"});
    let moved = ada
        .with_header("If-Match", "\"v1\"")
        .change(FACTS, moved)
        .await;

    moved.expect(200);
    let entry = ada.read("2026-W47").await.expect(200);
    assert_eq!(entry.body["assessed_on"], json!("2026-11-22"));
}

#[rstest]
#[tokio::test]
async fn the_form_has_twelve_items_and_two_ways_to_cut(#[values(Sqlite)] on: Database) {
    let app = start!(on);

    let form = app
        .nobody()
        .get("/v1/instruments/alsfrs-r")
        .await
        .expect(200);

    let items = form.body["items"].as_array().unwrap();
    assert_eq!(items.len(), 12);
    let cutting = items
        .iter()
        .find(|item| item["key"] == json!("cutting"))
        .unwrap();
    let numbers: Vec<_> = cutting["forms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| &f["number"])
        .collect();
    assert_eq!(numbers, [&json!("5a"), &json!("5b")]);
    for item in items {
        assert_eq!(item["forms"][0]["anchors"].as_array().unwrap().len(), 5);
        assert_eq!(item["forms"][0]["anchors"][0]["score"], json!(4));
    }
}

#[rstest]
#[tokio::test]
async fn each_is_told_what_they_may_do_and_may_do_that(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let sue = app.member(&ada, "sue", "summary").await;
    let ria = app.member(&ada, "ria", "read").await;
    let wim = app.member(&ada, "wim", "write").await;
    let all = [
        ("read_trend", "trend"),
        ("read_flags", ""),
        ("read_entries", "entries"),
        ("record_entries", ""),
        ("record_treatments", ""),
        ("revise_all", ""),
        ("manage", "facts"),
        ("review", "access-log"),
    ];

    for (who, abilities) in [(&sue, 1), (&ria, 3), (&wim, 5), (&ada, 8)] {
        let shown = who.get("/v1/patients/{patient}").await.expect(200).body;
        let names: Vec<&str> = all[..abilities].iter().map(|(name, _)| *name).collect();
        assert_eq!(shown["may"], json!(names));
        for (name, part) in all.iter().filter(|(_, part)| !part.is_empty()) {
            let reply = who.get(&format!("/v1/patients/{{patient}}/{part}")).await;
            let status = if names.contains(name) { 200 } else { 403 };
            assert_eq!(reply.status, status, "{name}");
        }
    }
    let terms = format!("/v1/patients/{{patient}}/circle/{}", sue.account_id);
    let seen = ada.get(&terms).await.expect(200);
    ada.with_header("If-Match", seen.etag())
        .change(&terms, json!({"may_see_flags": true}))
        .await
        .expect(200);
    let shown = sue.get("/v1/patients/{patient}").await.expect(200).body;
    assert_eq!(shown["may"], json!(["read_trend", "read_flags"]));
}
