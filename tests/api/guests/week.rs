//! The one week of a link.

use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::{Value, json};

use super::{ENTRY, LINKS, Nora, night, speech};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with, without};

#[rstest]
#[tokio::test]
async fn a_guest_records_a_week_and_sees_nothing_else(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let secret = with(week("2026-11-18"), "/note", "quagga");
    ada.record("2026-W47", secret).await.expect(201);
    let nora = Nora::let_in_by(&app, &ada).await;

    let before = nora.look().await.expect(200);
    let sent = nora
        .record(with(night(), "/note", "slept well"))
        .await
        .expect(201);
    let again = nora
        .record(with(night(), "/note", "slept well"))
        .await
        .expect(200);
    let after = nora.look().await.expect(200);

    let members = |body: &Value| {
        body.as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        members(&before.body),
        [
            "entry",
            "expires_at",
            "first_day",
            "last_day",
            "shown_name",
            "week"
        ]
    );
    assert_eq!(before.body["shown_name"], "Ada");
    assert_eq!(before.body["first_day"], "2026-11-22");
    assert_eq!(before.body["last_day"], "2026-11-24");
    assert_eq!(before.body["entry"], Value::Null);
    assert_eq!(
        members(&sent.body),
        [
            "answers",
            "assessed_on",
            "cutting_form",
            "etag",
            "gastrostomy",
            "name",
            "note",
            "recorded_at",
            "superseded",
            "symptoms",
            "week",
            "weight_kg"
        ]
    );
    assert_eq!(sent.body, again.body);
    assert_eq!(after.body["entry"], sent.body);
    assert_eq!(after.body["week"], "2026-W48");
    for answer in [&before, &sent, &again, &after] {
        assert!(!answer.text.contains("quagga"));
        assert!(!answer.text.contains(ada.patient_id.as_deref().unwrap()));
    }
    let entry = ada.get(ENTRY).await.expect(200).body;
    assert_eq!(entry["respondent"], "caregiver_proxy");
    assert_eq!(entry["total"], 45);
    assert_eq!(entry["note"], "slept well");
}

#[rstest]
#[tokio::test]
async fn r75_a_guest_rates_for_the_patient_by_the_rules_of_every_week(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let nora = Nora::let_in_by(&app, &ada).await;
    let faults = [
        (
            with(night(), "/answers/speech", 5),
            "/entry/answers/speech",
            "invalid_value",
        ),
        (
            with(night(), "/answers/speech", "4"),
            "/entry/answers/speech",
            "invalid_value",
        ),
        (
            with(night(), "/answers", json!({})),
            "/entry/answers",
            "nothing_answered",
        ),
        (
            with(night(), "/total", 45),
            "/entry/total",
            "unknown_member",
        ),
        (
            with(night(), "/cutting_form", "5b"),
            "/entry/cutting_form",
            "gastrostomy_needed",
        ),
        (
            with(night(), "/weight_kg", 3),
            "/entry/weight_kg",
            "invalid_value",
        ),
        (
            with(night(), "/note", "\u{0}"),
            "/entry/note",
            "forbidden_character",
        ),
        (
            without(night(), "/assessed_on"),
            "/entry/assessed_on",
            "missing_member",
        ),
        (
            with(night(), "/assessed_on", "2026-11-25"),
            "/entry/assessed_on",
            "date_in_future",
        ),
        (
            with(night(), "/assessed_on", "2026-11-21"),
            "/entry/assessed_on",
            "day_outside_link",
        ),
        (
            with(night(), "/respondent", "self"),
            "/entry/respondent",
            "respondent_not_possible",
        ),
        (
            with(night(), "/respondent", "caregiver_relayed"),
            "/entry/respondent",
            "respondent_not_possible",
        ),
        (
            with(night(), "/respondent", "clinician_phone"),
            "/entry/respondent",
            "respondent_not_possible",
        ),
    ];

    for (entry, pointer, code) in faults {
        nora.record(entry).await.faulty(pointer, code);
    }
    for name in ["", " \u{200b}", "\u{202e}aroN"] {
        let body = with(nora.body(&night()), "/name", name);
        let sent = nora.client.post("/v1/guest-entries", body).await;
        assert_eq!(sent.status, 422, "{name:?}");
        assert_eq!(sent.body["errors"][0]["pointer"], "/name");
    }
    let both = with(nora.body(&with(night(), "/weight_kg", 3)), "/name", "");
    let both = nora.client.post("/v1/guest-entries", both).await;
    assert_eq!(
        both.body["errors"][0]["pointer"]
            .as_str()
            .zip(both.body["errors"][1]["pointer"].as_str()),
        Some(("/name", "/entry/weight_kg"))
    );

    nora.record(with(night(), "/respondent", "caregiver_proxy"))
        .await
        .expect(201);
}

#[rstest]
#[tokio::test]
async fn r195_a_guest_corrects_what_they_sent_while_the_link_is_good(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let nora = Nora::let_in_by(&app, &ada).await;
    let first = nora.record(night()).await.expect(201);

    let blind = nora.record(speech(3)).await;
    let corrected = nora.correct(first.etag(), speech(3)).await.expect(200);
    let stale = nora.correct(first.etag(), speech(2)).await;
    let late = nora.record(night()).await.expect(200);
    let same = nora.correct(first.etag(), speech(3)).await.expect(200);
    app.clock.turn(TimeDelta::hours(24));
    let over = nora.correct(corrected.etag(), speech(2)).await;

    for (refused, status, code) in [
        (blind, 409, "week_taken"),
        (stale, 412, "precondition_failed"),
    ] {
        assert_eq!(refused.refused(status, code).body.get("current"), None);
    }
    assert_eq!(late.body["superseded"], true);
    assert_eq!(same.body["answers"]["speech"], 3);
    over.refused(404, "not_found");
    let ada = ada.refreshed().await;
    let history = ada
        .get(&format!("{ENTRY}/revisions"))
        .await
        .expect(200)
        .body;
    assert_eq!(history["items"].as_array().map(Vec::len), Some(2));
}

#[rstest]
#[tokio::test]
async fn a_week_of_another_author_is_refused_without_its_answers(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.record("2026-W48", week("2026-11-23")).await.expect(201);
    let nora = Nora::let_in_by(&app, &ada).await;

    let refused = [
        nora.record(night()).await,
        nora.record(speech(1)).await,
        nora.correct("\"v1\"", speech(1)).await,
    ];
    let hers = ada.read("2026-W48").await.expect(200);
    let gone = ada.with_header("If-Match", hers.etag());
    gone.delete(ENTRY).await.expect(204);
    let removed = nora.record(speech(1)).await;
    let other = Nora::let_in_by(&app, &ada).await.record(speech(1)).await;

    for refused in refused.into_iter().chain([removed, other]) {
        let refused = refused.refused(409, "week_recorded");
        assert_eq!(refused.body.get("current"), None);
        assert_eq!(refused.headers.get("etag"), None);
    }
    assert_eq!(nora.look().await.expect(200).body["week"], Value::Null);
    // The week before is still to be had.
    nora.record(with(night(), "/assessed_on", "2026-11-22"))
        .await
        .expect(201);
}

#[rstest]
#[tokio::test]
async fn what_others_changed_is_theirs_and_a_late_copy_harms_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let nora = Nora::let_in_by(&app, &ada).await;
    let sent = nora.record(night()).await.expect(201);
    let seen = ada.with_header("If-Match", sent.etag());
    let changed = with(week("2026-11-23"), "/answers/speech", 1);
    seen.put(ENTRY, changed).await.expect(200);

    let late = nora.record(night()).await.expect(200);
    let correction = nora.correct(sent.etag(), speech(2)).await;

    assert_eq!(late.body["superseded"], true);
    assert_eq!(late.body["answers"]["speech"], 4);
    let correction = correction.refused(409, "week_recorded");
    assert_eq!(correction.body.get("current"), None);
    let seen = nora.look().await.expect(200).body;
    assert_eq!(
        (&seen["entry"], &seen["week"]),
        (&Value::Null, &json!("2026-W48"))
    );
    assert_eq!(
        ada.get(ENTRY).await.expect(200).body["answers"]["speech"],
        1
    );
}

#[rstest]
#[tokio::test]
async fn a_link_is_used_up_by_one_week(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let nora = Nora::let_in_by(&app, &ada).await;
    let before = with(night(), "/assessed_on", "2026-11-22");

    let tries = join_all((0..16).map(|number| {
        nora.record(if number % 2 == 0 {
            night()
        } else {
            before.clone()
        })
    }))
    .await;

    let created = tries.iter().filter(|sent| sent.status == 201).count();
    let again = tries.iter().filter(|sent| sent.status == 200).count();
    let used = tries.iter().filter(|sent| sent.body["code"] == "link_used");
    assert_eq!((created, again, used.count()), (1, 7, 8));
    assert_eq!(app.query_i64("select count(*) from entries"), 1);
}

#[rstest]
#[tokio::test]
async fn r90_a_link_that_is_taken_back_records_no_more(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    for _ in 0..8 {
        let made = ada.post(LINKS, json!({})).await.expect(201);
        let path = format!("{LINKS}/{}", made.body["id"].as_str().unwrap());
        let nora = Nora::with(&app, &made);

        let (sent, gone) = tokio::join!(nora.record(speech(2)), ada.delete(&path));
        gone.expect(204);
        let recorded = app.query_i64("select count(*) from entries");
        let after = nora.record(speech(1)).await;

        after.refused(404, "not_found");
        assert_eq!(recorded, i64::from(sent.status == 201), "{}", sent.text);
        app.sql("delete from entries");
        app.sql("delete from guest_links");
    }
}

#[rstest]
#[tokio::test]
async fn a_closed_diary_takes_nothing_from_guests(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let nora = Nora::let_in_by(&app, &ada).await;
    app.sql("update patients set closes_at = created_at");

    let sent = nora.record(night()).await;
    let made = ada.post(LINKS, json!({})).await;

    sent.refused(404, "not_found");
    made.refused(403, "diary_closed");
}
