//! Who may do what with somebody's weeks.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with, without};

#[rstest]
#[tokio::test]
async fn r76_a_caregiver_changes_only_what_a_caregiver_recorded(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
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
    let (app, ada) = start!(on; ada);
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
async fn r87_a_refusal_is_the_same_whether_there_is_a_week_or_none(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let there = "/v1/patients/{patient}/entries/2026-W47";
    let missing = "/v1/patients/{patient}/entries/2026-W46";
    let summary = app.member(&ada, "sue", "summary").await;
    let reader = app.member(&ada, "rob", "read").await;
    let stranger = app.stranger().await.on(&ada);

    for person in [&summary, &stranger] {
        for revisions in ["", "/revisions"] {
            let known = person.get(&format!("{there}{revisions}")).await;
            let unknown = person.get(&format!("{missing}{revisions}")).await;
            assert_eq!(known.indistinct(), unknown.indistinct());
        }
    }
    for person in [&summary, &reader, &stranger] {
        // The version that is there, which a guess could hit.
        let guessing = person.with_header("If-Match", "\"v1\"");
        let body = |day| without(week(day), "/respondent");
        let written = guessing.put(there, body("2026-11-18")).await;
        let unwritten = guessing.put(missing, body("2026-11-11")).await;
        assert_eq!(written.indistinct(), unwritten.indistinct());
        let removed = guessing.delete(there).await;
        let unremoved = guessing.delete(missing).await;
        assert_eq!(removed.indistinct(), unremoved.indistinct());
    }
}

#[rstest]
#[tokio::test]
async fn a_clinicians_rating_is_a_clinicians_and_nobody_elses(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let (kim, _) = app.clinician("kim").await;
    let kim = app.let_in(&ada, &kim, "write").await;
    let said = |day, who| with(week(day), "/respondent", who);

    for person in [&ada, &bob] {
        for clinician in ["clinician_in_person", "clinician_phone"] {
            let rating = said("2026-11-18", clinician);
            let refused = person.record("2026-W47", rating).await;
            refused.faulty("/respondent", "respondent_not_possible");
        }
    }
    let alone = kim.record("2026-W47", said("2026-11-18", "self")).await;
    alone.faulty("/respondent", "respondent_not_possible");
    let seen = kim
        .record("2026-W47", without(week("2026-11-18"), "/respondent"))
        .await
        .expect(201);
    let called = kim
        .record("2026-W46", said("2026-11-11", "clinician_phone"))
        .await
        .expect(201);

    assert_eq!(seen.body["respondent"], json!("clinician_in_person"));
    assert_eq!(called.body["respondent"], json!("clinician_phone"));
    let trend = ada.get("/v1/patients/{patient}/trend").await.expect(200);
    assert_eq!(
        trend.body["respondents"],
        json!({ "clinician_in_person": 1, "clinician_phone": 1 })
    );
}
