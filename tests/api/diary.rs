//! A week comes into the diary once, whatever the network does, and is never lost.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{answers, week, with, without};

#[rstest]
#[tokio::test]
async fn a_rating_that_breaks_a_rule_is_refused_with_its_place(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;
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
            without(good(), "/answers/stairs"),
            "/answers/stairs",
            "missing_member",
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
    let app = start!(on);
    let ada = app.patient("ada").await;

    let reply = ada.record(name, week("2026-11-18")).await;

    reply.refused(422, "week_not_valid");
}

#[rstest]
#[tokio::test]
async fn r187_a_day_counts_as_come_once_it_has_come_somewhere_on_earth(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;

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
    let app = start!(on);
    let ada = app.patient("ada").await;
    ada.record("2026-W40", week("2026-09-30")).await.expect(201);
    let diagnosed = json!({"diagnosed_on": "2026-11-01"});
    let profile = ada.with_header("If-Match", "\"v1\"");
    profile
        .patch("/v1/patients/{patient}", diagnosed)
        .await
        .expect(200);

    let slip = ada.record("2025-W47", week("2025-11-19")).await;
    slip.faulty("/assessed_on", "date_before_diagnosis");
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let correction = with(week("2026-09-30"), "/answers/speech", 3);
    let seen = ada.with_header("If-Match", "\"v1\"");
    seen.put("/v1/patients/{patient}/entries/2026-W40", correction)
        .await
        .expect(200);
}

#[rstest]
#[tokio::test]
async fn r186_the_week_is_that_of_the_civil_day(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
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
    let leap = ada.record("2025-W09", week("2025-02-29")).await;
    leap.faulty("/assessed_on", "invalid_value");
}

#[rstest]
#[tokio::test]
async fn a_patient_records_a_week_and_sees_what_it_means(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let body = json!({
        "assessed_on": "2026-11-18",
        "answers": answers([4, 4, 3, 2, 2, 3, 3, 2, 1, 4, 4, 4]),
        "cutting_form": "5a", "gastrostomy": false, "respondent": "self",
        "symptoms": {"weakness": 6, "fatigue": 4}, "weight_kg": 68.4,
        "note": "new walking frame\nand a café au lait", "change_reason": null,
    });

    let recorded = ada.record("2026-W47", body).await.expect(201);

    assert_eq!(recorded.etag(), "\"v1\"");
    // Both databases answer the same.
    insta::allow_duplicates! {
    insta::assert_json_snapshot!(recorded.body, {
        ".patient_id" => "[patient]",
        ".recorded_at" => insta::dynamic_redaction(|at, _| {
            assert!(at.as_str().unwrap().ends_with('Z'));
            "[instant]"
        }),
        ".recorded_by.account_id" => "[account]",
    }, @r#"
    {
      "answers": {
        "cutting": 2,
        "dressing": 3,
        "dyspnea": 4,
        "handwriting": 2,
        "orthopnea": 4,
        "respiratory_insufficiency": 4,
        "salivation": 4,
        "speech": 4,
        "stairs": 1,
        "swallowing": 3,
        "turning": 3,
        "walking": 2
      },
      "assessed_on": "2026-11-18",
      "change_reason": null,
      "cutting_form": "5a",
      "gastrostomy": false,
      "instrument_version": "alsfrs-r/1999-en-1",
      "note": "new walking frame\nand a café au lait",
      "patient_id": "[patient]",
      "recorded_at": "[instant]",
      "recorded_by": {
        "account_id": "[account]",
        "display_name": "Ada",
        "relation": "self"
      },
      "respondent": "self",
      "revision": 1,
      "stages": {
        "ft9": {
          "possible": [
            2
          ],
          "stage": 2
        },
        "kings": {
          "nutritional_failure": false,
          "possible": [
            "3"
          ],
          "regions": 3,
          "respiratory_failure": false,
          "stage": "3"
        },
        "mitos": {
          "lost": [],
          "possible": [
            0
          ],
          "stage": 0
        }
      },
      "subscores": {
        "bulbar": 11,
        "fine_motor": 7,
        "gross_motor": 6,
        "respiratory": 12
      },
      "symptoms": {
        "fatigue": 4,
        "weakness": 6
      },
      "total": 36,
      "voided": false,
      "week": "2026-W47",
      "weight_kg": 68.4
    }
    "#);
    }
    let read = ada.read("2026-W47").await.expect(200);
    assert_eq!((&read.body, read.etag()), (&recorded.body, "\"v1\""));
}

#[rstest]
#[tokio::test]
async fn r191_the_table_of_the_contract_holds(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let first = || week("2026-11-18");
    let other = || with(first(), "/answers/speech", 3);
    let if_match = |tag| ada.with_header("If-Match", tag);
    let if_none = ada.with_header("If-None-Match", "*");
    let path = "/v1/patients/{patient}/entries/2026-W47";

    // No entry yet.
    if_match("\"v1\"")
        .put(path, first())
        .await
        .refused(412, "precondition_failed");
    assert_eq!(
        if_none.put(path, first()).await.expect(201).etag(),
        "\"v1\""
    );

    // The same content changes nothing, whatever the phone believes.
    for client in [&*ada, &if_match("\"v1\""), &if_match("\"v7\""), &if_none] {
        let reply = client.put(path, first()).await.expect(200);
        assert_eq!(
            (reply.etag(), &reply.body["revision"]),
            ("\"v1\"", &json!(1))
        );
    }

    // Other content is refused with the current entry beside it, unless that was seen.
    let taken = ada.put(path, other()).await.refused(409, "week_taken");
    assert_eq!(taken.body["current"]["answers"]["speech"], json!(4));
    assert_eq!(taken.etag(), "\"v1\"");
    for client in [if_match("\"v7\""), if_none] {
        let stale = client
            .put(path, other())
            .await
            .refused(412, "precondition_failed");
        assert_eq!(stale.body["current"]["revision"], json!(1));
    }
    let revised = if_match("\"v1\"").put(path, other()).await.expect(200);
    assert_eq!(
        (revised.etag(), &revised.body["total"]),
        ("\"v2\"", &json!(44))
    );
}

#[rstest]
#[tokio::test]
async fn two_phones_that_race_leave_one_entry(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;

    let sent = (0..20).map(|n| {
        let body = with(week("2026-11-18"), "/answers/speech", n % 2);
        let ada = ada.clone();
        async move { ada.record("2026-W47", body).await.status }
    });
    let mut statuses = futures_util::future::join_all(sent).await;

    statuses.sort_unstable();
    let count = |status| statuses.iter().filter(|&&s| s == status).count();
    assert_eq!((count(201), count(200), count(409)), (1, 9, 10));
    assert_eq!(app.query_i64("select count(*) from entries"), 1);
    assert_eq!(app.query_i64("select max(last_change) from patients"), 1);
}

#[rstest]
#[tokio::test]
async fn r200_of_fifty_corrections_of_one_version_one_is_kept(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let ada = ada.with_header("If-Match", "\"v1\"");

    let sent = (0..50).map(|n| {
        let body = with(week("2026-11-18"), "/note", format!("correction {n}"));
        let ada = ada.clone();
        async move {
            ada.put("/v1/patients/{patient}/entries/2026-W47", body)
                .await
                .status
        }
    });
    let statuses = futures_util::future::join_all(sent).await;

    assert_eq!(statuses.iter().filter(|&&status| status == 200).count(), 1);
    assert_eq!(statuses.iter().filter(|&&status| status == 412).count(), 49);
    assert_eq!(
        app.query_i64("select count(*) from entries where revision = 2"),
        1
    );
}

#[rstest]
#[tokio::test]
async fn r208_every_correction_keeps_what_was_there(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let path = "/v1/patients/{patient}/entries/2026-W47";
    let correction = with(
        with(week("2026-11-18"), "/answers/speech", 3),
        "/change_reason",
        "pressed the wrong button",
    );
    let sent = ada
        .with_header("If-Match", "\"v1\"")
        .put(path, correction)
        .await;
    sent.expect(200);

    ada.delete(path).await.refused(428, "precondition_required");
    let stale = ada.with_header("If-Match", "\"v1\"").delete(path).await;
    stale.refused(412, "precondition_failed");
    let reason = json!({"reason": "the wrong week"});
    let remover = ada.with_header("If-Match", "\"v2\"");
    remover.delete_with(path, reason).await.expect(204);
    remover.delete(path).await.expect(204);

    ada.read("2026-W47").await.refused(404, "not_found");
    let history = ada.get(&format!("{path}/revisions")).await.expect(200);
    let versions: Vec<_> = history.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| {
            let speech = version.pointer("/answers/speech").and_then(Value::as_i64);
            (
                version["voided"].as_bool().unwrap(),
                speech,
                version["change_reason"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        versions,
        [
            (false, Some(4), None),
            (false, Some(3), Some("pressed the wrong button")),
            (true, None, Some("the wrong week")),
        ]
    );

    let again = ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    assert_eq!(again.body["revision"], json!(4));
    let first_two = ada
        .get(&format!("{path}/revisions?limit=2"))
        .await
        .expect(200);
    let next = first_two.body["next"].as_str().unwrap();
    let rest = ada
        .get(&format!("{path}/revisions?limit=2&cursor={next}"))
        .await
        .expect(200);
    assert_eq!(rest.body["items"][1]["revision"], json!(4));
    assert_eq!(rest.body["next"], Value::Null);
}

#[rstest]
#[tokio::test]
async fn r76_a_caregiver_changes_only_what_a_caregiver_recorded(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "write").await;
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    let by_bob = without(week("2026-11-18"), "/respondent");
    let recorded = bob.record("2026-W47", by_bob.clone()).await.expect(201);
    let (own, hers) = (
        "/v1/patients/{patient}/entries/2026-W47",
        "/v1/patients/{patient}/entries/2026-W46",
    );

    let seen = bob.with_header("If-Match", "\"v1\"");
    let rewritten = with(week("2026-11-11"), "/respondent", "caregiver_relayed");
    seen.put(hers, rewritten)
        .await
        .refused(403, "recorded_by_patient");
    seen.delete(hers).await.refused(403, "recorded_by_patient");
    let alone = bob.record("2026-W45", week("2026-11-04")).await;
    alone.faulty("/respondent", "respondent_not_possible");
    seen.put(own, with(by_bob, "/note", "slept badly"))
        .await
        .expect(200);

    assert_eq!(recorded.body["respondent"], json!("caregiver_proxy"));
    assert_eq!(
        recorded.body["recorded_by"]["account_id"],
        json!(bob.account_id)
    );
    assert_eq!(recorded.body["recorded_by"]["relation"], json!("friend"));
    let hers_now = ada.with_header("If-Match", "\"v2\"");
    hers_now.put(own, week("2026-11-18")).await.expect(200);
    seen.put(
        own,
        with(week("2026-11-18"), "/respondent", "caregiver_proxy"),
    )
    .await
    .refused(412, "precondition_failed");
}

#[rstest]
#[tokio::test]
async fn levels_are_what_they_say(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let entry = "/v1/patients/{patient}/entries/2026-W47";
    let summary = app.member(&ada, "sue", "summary").await;
    let reader = app.member(&ada, "rob", "read").await;
    let stranger = app.stranger().await.on(&ada);

    for path in [
        entry,
        "/v1/patients/{patient}/entries",
        &format!("{entry}/revisions"),
    ] {
        summary.get(path).await.refused(403, "summary_only");
        reader.get(path).await.expect(200);
        stranger.get(path).await.refused(404, "not_found");
    }
    let body = without(week("2026-11-18"), "/respondent");
    summary
        .put(entry, body.clone())
        .await
        .refused(403, "summary_only");
    reader
        .put(entry, body.clone())
        .await
        .refused(403, "read_only");
    stranger.put(entry, body).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn five_years_of_weeks_come_page_by_page(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "read").await;
    for day in 2..=20 {
        let monday = chrono::NaiveDate::from_isoywd_opt(2026, day, chrono::Weekday::Mon).unwrap();
        let name = format!("2026-W{day:02}");
        ada.record(&name, week(&monday.to_string()))
            .await
            .expect(201);
    }
    let weeks = |body: &Value| -> Vec<String> {
        let items = body["items"].as_array().unwrap();
        items
            .iter()
            .map(|item| item["week"].as_str().unwrap().to_owned())
            .collect()
    };
    let list = "/v1/patients/{patient}/entries?from=2026-W03&to=2026-W19&order=desc&limit=10";

    let first = bob.get(list).await.expect(200);
    let next = first.body["next"].as_str().unwrap().to_owned();
    let second = bob.get(&format!("{list}&cursor={next}")).await.expect(200);

    assert_eq!(weeks(&first.body).first().unwrap(), "2026-W19");
    assert_eq!(
        (weeks(&first.body).len(), weeks(&second.body).len()),
        (10, 7)
    );
    assert_eq!(weeks(&second.body).last().unwrap(), "2026-W03");
    assert_eq!(second.body["next"], Value::Null);
    assert!(first.header("link").contains(&next) && first.header("link").contains("rel=\"next\""));

    // R102: a cursor belongs to its reader and its question.
    for (client, path) in [
        (&ada, format!("{list}&cursor={next}")),
        (
            &bob,
            format!("{}&cursor={next}", list.replace("desc", "asc")),
        ),
        (&bob, format!("{list}&cursor=x{next}")),
        (&bob, "/v1/patients/{patient}/entries?limit=0".to_owned()),
        (&bob, "/v1/patients/{patient}/entries?limit=201".to_owned()),
        (
            &bob,
            "/v1/patients/{patient}/entries?limit=%D9%A3".to_owned(),
        ),
        (
            &bob,
            "/v1/patients/{patient}/entries?from=2026-W54".to_owned(),
        ),
        (
            &bob,
            "/v1/patients/{patient}/entries?limit=1&limit=1".to_owned(),
        ),
        (&bob, "/v1/patients/{patient}/entries?lim=1".to_owned()),
    ] {
        client.get(&path).await.refused(400, "invalid_query");
    }
}

#[rstest]
#[tokio::test]
async fn a_reader_who_has_it_already_is_told_so(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    for path in [
        "/v1/patients",
        "/v1/patients/{patient}",
        "/v1/patients/{patient}/entries",
        "/v1/patients/{patient}/entries/2026-W47",
        "/v1/patients/{patient}/entries/2026-W47/revisions",
        "/v1/patients/{patient}/trend",
        "/v1/instruments/alsfrs-r",
    ] {
        let first = ada.get(path).await.expect(200);
        let again = ada
            .with_header("If-None-Match", first.etag())
            .get(path)
            .await;
        assert_eq!((again.status, again.text.as_str()), (304, ""), "{path}");
    }
}

#[rstest]
#[tokio::test]
async fn r147_a_change_that_cannot_be_audited_is_not_made(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    app.sql("alter table audit_events rename to audit_gone");

    let reply = ada.record("2026-W47", week("2026-11-18")).await;

    reply.refused(500, "internal");
    assert_eq!(app.query_i64("select count(*) from entries"), 0);
}

#[rstest]
#[tokio::test]
async fn every_change_is_numbered_and_says_who_and_when(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    ada.record("2026-W47", week("2026-11-18")).await.expect(200);
    let remover = ada.with_header("If-Match", "\"v1\"");
    remover
        .delete("/v1/patients/{patient}/entries/2026-W46")
        .await
        .expect(204);

    let numbered = "select count(*) from audit_events where patient_key is not null \
                    and change_no between 1 and 3 and actor is not null and session_id is not null";
    assert_eq!(app.query_i64(numbered), 3);
    let voids = "select count(*) from audit_events where action = 'entry.voided'";
    assert_eq!(app.query_i64(voids), 1);
}
