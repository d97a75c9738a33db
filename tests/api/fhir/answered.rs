//! Recording a week by its answers to the form.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{cutting, item, leaving_out, tube};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn answers_are_taken_in_any_order_and_with_any_missing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    let mut form = leaving_out(ada.form("2026-11-18"), "4");
    form["item"].as_array_mut().unwrap().reverse();

    let made = ada.answers(&form).await.expect(201);

    let id = made.body["id"].as_str().unwrap().to_owned();
    let location = format!("/fhir/QuestionnaireResponse/{id}");
    assert!(made.header("location").ends_with(&location));
    assert_eq!(made.etag(), "W/\"1\"");
    let entry = ada.read("2026-W47").await.expect(200).body;
    assert_eq!(entry["answers"]["handwriting"], Value::Null);
    assert_eq!(entry["answers"]["respiratory_insufficiency"], 4);
    assert_eq!(entry["respondent"], "self");
    let again = ada.answers(&form).await.expect(200);
    assert_eq!(again.body, made.body);
}

#[rstest]
#[tokio::test]
async fn five_b_absent_empty_or_without_an_answer_is_the_same(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    let absent = ada.form("2026-11-18");
    let with_item = |item: Value| {
        let mut form = absent.clone();
        form["item"].as_array_mut().unwrap().push(item);
        form
    };
    let first = ada.answers(&absent).await.expect(201).body;

    for empty in [
        json!({"linkId": "5b"}),
        json!({"linkId": "5b", "answer": []}),
    ] {
        let again = ada.answers(&with_item(empty)).await.expect(200);
        assert_eq!(again.body, first);
    }
}

#[rstest]
#[tokio::test]
async fn one_of_five_a_and_five_b_counts(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let half = json!({"linkId": "gastrostomy-half-or-less", "answer": [{"valueBoolean": true}]});
    let cases = [
        (
            vec![item("5a", 3), item("5b", 3), tube(true)],
            12,
            "one_of_them",
        ),
        (vec![item("5b", 3)], 11, "item_not_enabled"),
        (vec![tube(false), item("5b", 3)], 12, "item_not_enabled"),
        (vec![tube(true), item("5a", 3)], 12, "item_not_enabled"),
    ];
    for (items, place, code) in cases {
        let refused = ada.answers(&cutting(ada.form("2026-11-18"), &items)).await;
        let place = format!("QuestionnaireResponse.item[{place}]");
        assert_eq!(refused.expect(422).issues(), [(place.as_str(), code)]);
    }

    let tubes = cutting(ada.form("2026-11-18"), &[tube(true), item("5b", 3)]);
    ada.answers(&tubes).await.expect(201);
    let small = cutting(ada.form("2026-11-11"), &[tube(true), half, item("5a", 3)]);
    ada.answers(&small).await.expect(201);

    for (name, form) in [("2026-W47", "5b"), ("2026-W46", "5a")] {
        let entry = ada.read(name).await.expect(200).body;
        assert_eq!(
            (&entry["cutting_form"], &entry["gastrostomy"]),
            (&json!(form), &json!(true))
        );
    }
}

#[rstest]
#[tokio::test]
async fn a_form_that_comes_again_late_changes_nothing(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let form = ada.form("2026-11-18");
    ada.answers(&form).await.expect(201);
    let more = with(week("2026-11-18"), "/weight_kg", 68.4);
    let more = with(
        with(more, "/note", "new walking frame"),
        "/symptoms",
        json!({"pain": 3}),
    );
    let more = with(more, "/answers/walking", 1);
    ada.with_header("If-Match", "\"v1\"")
        .put("/v1/patients/{patient}/entries/2026-W47", more)
        .await
        .expect(200);

    let late = ada.answers(&form).await.expect(200);

    assert_eq!(late.etag(), "W/\"2\"");
    let entry = ada.read("2026-W47").await.body;
    assert_eq!(
        (&entry["answers"]["walking"], &entry["weight_kg"]),
        (&json!(1), &json!(68.4))
    );
    let mut other = form;
    other["item"][0] = item("1", 0);
    ada.answers(&other).await.refused(409, "week_taken");
}

#[rstest]
#[tokio::test]
async fn who_answered_follows_from_author_and_source(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let patient = json!({"reference": format!("Patient/{}", ada.patient_id.clone().unwrap())});
    let relative = json!({"reference": "RelatedPerson/of-hers"});
    let of = |day: &str, source: &Value, author: &Value| {
        let mut form = ada.form(day);
        form["source"] = source.clone();
        form["author"] = author.clone();
        form
    };

    wim.answers(&of("2026-11-18", &patient, &relative))
        .await
        .expect(201);
    wim.answers(&of("2026-11-11", &relative, &relative))
        .await
        .expect(201);
    wim.answers(&ada.form("2026-11-04")).await.expect(201);
    let alone = wim.answers(&of("2026-10-28", &patient, &patient)).await;

    let place = "QuestionnaireResponse.source";
    assert_eq!(
        alone.expect(422).issues(),
        [(place, "respondent_not_possible")]
    );
    for (name, respondent) in [
        ("2026-W47", "caregiver_relayed"),
        ("2026-W46", "caregiver_proxy"),
        ("2026-W45", "caregiver_proxy"),
    ] {
        assert_eq!(ada.read(name).await.body["respondent"], respondent);
    }
}

#[rstest]
#[tokio::test]
async fn a_week_that_is_taken_needs_its_version(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let body = with(week("2026-11-18"), "/note", "new walking frame");
    ada.record("2026-W47", body).await.expect(201);
    let form = ada.form("2026-11-18");

    let taken = ada.answers(&form).await.refused(409, "week_taken");
    assert_eq!(taken.etag(), "W/\"1\"");
    let old = ada.with_header("If-Match", "W/\"9\"");
    let send = |client: crate::client::Client| {
        let bytes = form.to_string();
        async move {
            let path = super::people::RESPONSES;
            client
                .send_bytes("POST", path, "application/fhir+json", bytes)
                .await
        }
    };
    send(old).await.refused(412, "precondition_failed");
    let fresh = ada.with_header("If-None-Match", "*");
    send(fresh).await.refused(412, "precondition_failed");

    let revised = send(ada.with_header("If-Match", "W/\"1\""))
        .await
        .expect(200);

    assert_eq!(revised.etag(), "W/\"2\"");
    let entry = ada.read("2026-W47").await.body;
    assert_eq!(
        (&entry["total"], &entry["note"]),
        (&json!(48), &json!("new walking frame"))
    );
}
