//! What a week may not be, and what it may.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::weeks::{answers, week, with, without};

#[rstest]
#[tokio::test]
async fn r97_a_rating_that_breaks_a_rule_is_refused_with_its_place(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let good = || week("2026-11-18");
    let unanswered = answers([0; 12])
        .as_object()
        .unwrap()
        .keys()
        .fold(good(), |body, item| {
            with(body, &format!("/answers/{item}"), Value::Null)
        });
    let cases = [
        (
            with(good(), "/answers/speech", 5),
            "/answers/speech",
            "invalid_value",
        ),
        (
            with(good(), "/answers/speech", -1),
            "/answers/speech",
            "invalid_value",
        ),
        (
            with(good(), "/answers/speech", "4"),
            "/answers/speech",
            "invalid_value",
        ),
        (
            with(good(), "/answers/speech", 3.5),
            "/answers/speech",
            "invalid_value",
        ),
        (
            with(good(), "/answers/speech", true),
            "/answers/speech",
            "invalid_value",
        ),
        (
            with(good(), "/answers/speech", 9_007_199_254_740_993_i64),
            "/answers/speech",
            "invalid_value",
        ),
        (unanswered, "/answers", "nothing_answered"),
        (
            with(
                good(),
                "/answers",
                json!([4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]),
            ),
            "/answers",
            "invalid_value",
        ),
        (
            with(good(), "/symptoms", json!([1, 2])),
            "/symptoms",
            "invalid_value",
        ),
        (
            with(good(), "/answers", json!({})),
            "/answers",
            "nothing_answered",
        ),
        (
            with(good(), "/answers/laughing", 4),
            "/answers/laughing",
            "unknown_member",
        ),
        (with(good(), "/total", 45), "/total", "unknown_member"),
        (
            with(good(), "/recorded_by", "somebody"),
            "/recorded_by",
            "unknown_member",
        ),
        (
            with(good(), "/cutting_form", "5b"),
            "/cutting_form",
            "gastrostomy_needed",
        ),
        (
            with(good(), "/cutting_form", "5c"),
            "/cutting_form",
            "invalid_value",
        ),
        (
            with(good(), "/respondent", "neighbour"),
            "/respondent",
            "invalid_value",
        ),
        (
            with(good(), "/symptoms", json!({"pain": 11})),
            "/symptoms/pain",
            "invalid_value",
        ),
        (
            with(good(), "/symptoms", json!({"joy": 1})),
            "/symptoms/joy",
            "unknown_member",
        ),
        (
            with(good(), "/weight_kg", 19.9),
            "/weight_kg",
            "invalid_value",
        ),
        (
            with(good(), "/weight_kg", 300.1),
            "/weight_kg",
            "invalid_value",
        ),
        (
            with(good(), "/weight_kg", 68.45),
            "/weight_kg",
            "invalid_value",
        ),
        (
            with(good(), "/note", "a\u{0}b"),
            "/note",
            "forbidden_character",
        ),
        (
            with(good(), "/note", "a\u{FFFE}b"),
            "/note",
            "forbidden_character",
        ),
        (
            with(good(), "/note", "é".repeat(2_001)),
            "/note",
            "too_long",
        ),
        (
            with(good(), "/assessed_on", "2026-11-15"),
            "/assessed_on",
            "day_outside_week",
        ),
        (
            with(good(), "/assessed_on", "2026-02-30"),
            "/assessed_on",
            "invalid_value",
        ),
        (
            without(good(), "/assessed_on"),
            "/assessed_on",
            "missing_member",
        ),
    ];
    for (body, pointer, code) in cases {
        ada.record("2026-W47", body).await.faulty(pointer, code);
    }

    ada.read("2026-W47").await.refused(404, "not_found");
    assert_eq!(app.query_i64("select count(*) from entries"), 0);
}

#[rstest]
#[case("2026-W54")]
#[case("2025-W53")]
#[case("2026-W00")]
#[case("2026-w47")]
#[case("2026-W7")]
#[case("today")]
#[tokio::test]
async fn a_week_that_does_not_exist_is_refused(
    #[case] name: &str,
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);

    let reply = ada.record(name, week("2026-11-18")).await;

    reply.refused(422, "week_not_valid");
}

#[rstest]
#[tokio::test]
async fn r187_a_day_counts_as_come_once_it_has_come_somewhere_on_earth(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);

    // It is Sunday 2026-11-29, 09:59 UTC: nowhere is it Monday yet.
    app.clock.set("2026-11-29T09:59:00Z".parse().unwrap());
    let ada = ada.on_another_device().await;
    let tomorrow = ada.record("2026-W49", week("2026-11-30")).await;
    tomorrow.faulty("/assessed_on", "date_in_future");

    // Two minutes later it is Monday on Kiritimati.
    app.clock.set("2026-11-29T10:01:00Z".parse().unwrap());
    ada.record("2026-W49", week("2026-11-30")).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r187_a_new_week_is_not_before_the_diagnosis(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    ada.record("2026-W40", week("2026-09-30")).await.expect(201);
    let diagnosed = json!({"diagnosed_on": "2026-11-01"});
    let profile = ada.with_header("If-Match", "\"v1\"");
    profile.change(FACTS, diagnosed).await.expect(200);

    let slip = ada.record("2025-W47", week("2025-11-19")).await;
    slip.faulty("/assessed_on", "date_before_diagnosis");
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let correction = with(week("2026-09-30"), "/answers/speech", 3);
    let seen = |tag: &str| ada.with_header("If-Match", tag);
    let place = "/v1/patients/{patient}/entries/2026-W40";
    seen("\"v1\"")
        .put(place, correction.clone())
        .await
        .expect(200);
    seen("\"v2\"").delete(place).await.expect(204);
    let unseen = seen("*").put(place, correction.clone()).await;
    unseen.refused(412, "precondition_failed");
    let again = seen("\"v3\"").put(place, correction).await;
    again.expect(201);
}

#[rstest]
#[tokio::test]
async fn r186_the_week_is_that_of_the_civil_day(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    app.clock.set("2027-01-10T12:00:00Z".parse().unwrap());
    let ada = ada.on_another_device().await;

    for (day, name) in [
        ("2026-12-31", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2024-12-30", "2025-W01"),
        ("2021-01-03", "2020-W53"),
        ("2023-01-01", "2022-W52"),
    ] {
        ada.record(name, week(day)).await.expect(201);
    }
    let new_year = ada.record("2026-W53", week("2027-01-01")).await;
    new_year.refused(409, "week_taken");
}

#[rstest]
#[tokio::test]
async fn r189_the_leap_day_is_a_day_in_leap_years(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);

    ada.record("2024-W09", week("2024-02-29")).await.expect(201);
    let never = ada.record("2025-W09", week("2025-02-29")).await;

    never.faulty("/assessed_on", "invalid_value");
}

#[rstest]
#[tokio::test]
async fn r100_a_note_in_any_script_comes_back_as_it_was(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let notes = [
        "e\u{301}".repeat(1_999),
        "👩‍🦽‍➡️".repeat(250),
        "مرحبا \u{202E}abc\u{202C}".repeat(90),
        format!("z{}", "\u{353}\u{354}".repeat(900)),
        "'; drop table entries; -- %_\\".to_owned(),
    ];

    for (number, note) in notes.iter().enumerate() {
        let name = format!("2026-W{:02}", number + 10);
        let day = crate::weeks::monday(&name);
        let sent = ada
            .record(&name, with(week(&day), "/note", note.as_str()))
            .await;
        let kept = ada.read(&name).await;
        assert_eq!(sent.expect(201).body["note"], kept.expect(200).body["note"]);
    }
    let long = "👩‍🦽‍➡️".repeat(400);
    let refused = ada
        .record("2026-W47", with(week("2026-11-18"), "/note", long))
        .await;
    refused.faulty("/note", "too_long");
}
