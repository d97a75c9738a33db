//! What a consent opens, and closes when it is taken back: R170.

use std::time::Duration;

use chrono::{NaiveDate, Weekday};
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::reply::Reply;
use crate::treatments::people::{SIDE_EFFECTS, TREATMENTS, headache, riluzole};
use crate::weeks::{week, with};

const PATIENT: &str = "/v1/patients/{patient}";
const ENTRIES: &str = "/v1/patients/{patient}/entries";
const WEEK: &str = "2026-W47";
const DAY: &str = "2026-11-18";

/// Whatever somebody of the circle could open.
const OPEN: [&str; 9] = [
    PATIENT,
    ENTRIES,
    "/v1/patients/{patient}/entries/2026-W47",
    "/v1/patients/{patient}/trend",
    "/v1/patients/{patient}/symptom-trend",
    "/v1/patients/{patient}/agreement",
    TREATMENTS,
    SIDE_EFFECTS,
    "/v1/patients/{patient}/circle",
];

/// What is sent to agree to `purpose`, or to take that back.
pub fn decision(purpose: &str, given: bool) -> Value {
    json!({
        "purpose": purpose, "given": given, "policy_version": "2026-11",
        "policy_sha256": "5b".repeat(32), "language": "de",
    })
}

pub async fn decide(person: &Person, purpose: &str, given: bool) -> Value {
    let decision = decision(purpose, given);
    let decided = person.post("/v1/account/consents", decision).await;
    decided.expect(201).body
}

/// A clinician whom `patient` has let in.
async fn doctor(app: &TestApp, patient: &Person) -> Person {
    let (kim, _) = app.clinician("kim").await;
    app.let_in(patient, &kim, "read").await
}

async fn diaries(person: &Person) -> usize {
    let list = person.get("/v1/patients").await.expect(200).body;
    list["items"].as_array().unwrap().len()
}

async fn sees_all(person: &Person) {
    for path in OPEN {
        person.get(path).await.expect(200);
    }
    assert_eq!(diaries(person).await, 1);
}

async fn sees_nothing(person: &Person, foreign: &Person) {
    for path in OPEN {
        let closed = person.get(path).await.refused(404, "not_found");
        let never = foreign.get(path).await;
        assert_eq!(closed.body["detail"], never.body["detail"], "{path}");
    }
    let writing = person.record("2026-W46", week("2026-11-11")).await;
    writing.refused(404, "not_found");
    assert_eq!(diaries(person).await, 0);
}

#[rstest]
#[tokio::test]
async fn r170_taking_sharing_back_closes_the_diary_until_it_is_given_again(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.record(WEEK, week(DAY)).await.expect(201);
    let bob = app.member(&ada, "bob", "write").await;
    let kim = doctor(&app, &ada).await;
    let sam = app.stranger().await.on(&ada);
    let pia = app.caregiver("pia").await;
    let code = json!({ "code": app.invite(&ada, &pia.email, "read").await });
    sees_all(&bob).await;

    decide(&ada, "care_sharing", false).await;

    sees_nothing(&bob, &sam).await;
    sees_nothing(&kim, &sam).await;
    for path in ["/v1/invitations/preview", "/v1/invitations/accept"] {
        pia.post(path, code.clone()).await.refused(404, "not_found");
    }
    let guest = json!({ "email": "eve@example.org", "level": "read", "relation": "friend" });
    ada.post("/v1/patients/{patient}/invitations", guest)
        .await
        .refused(409, "sharing_taken_back");
    ada.get(ENTRIES).await.expect(200);
    decide(&ada, "care_sharing", true).await;
    sees_all(&bob).await;
    sees_all(&kim).await;
    let accepted = pia.post("/v1/invitations/accept", code).await;
    accepted.expect(201);
}

#[rstest]
#[tokio::test]
async fn r170_taking_the_clinic_back_closes_the_diary_to_those_who_treat_alone(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.record(WEEK, week(DAY)).await.expect(201);
    let bob = app.member(&ada, "bob", "read").await;
    let kim = doctor(&app, &ada).await;
    let sam = app.stranger().await.on(&ada);

    decide(&ada, "clinic_enrolment", false).await;

    sees_nothing(&kim, &sam).await;
    sees_all(&bob).await;
    decide(&ada, "clinic_enrolment", true).await;
    sees_all(&kim).await;
}

#[rstest]
#[tokio::test]
async fn r170_who_acts_for_the_patient_is_let_in_no_longer_either_and_decides_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.record(WEEK, week(DAY)).await.expect(201);
    let bob = app.member(&ada, "bob", "read").await;
    let sam = app.stranger().await.on(&ada);
    let chosen = json!({ "account_id": bob.account_id });
    let trustee = "/v1/patients/{patient}/trustee";
    ada.put(trustee, chosen).await.expect(200);
    bob.post_nothing(&format!("{trustee}/request"))
        .await
        .expect(202);
    app.clock.turn(chrono::TimeDelta::days(14));
    let (ada, bob) = (ada.refreshed().await, bob.refreshed().await);
    bob.get("/v1/patients/{patient}/invitations")
        .await
        .expect(200);

    decide(&ada, "care_sharing", false).await;
    let his = decide(&bob, "care_sharing", true).await;

    assert_eq!(his["given"], json!(true));
    sees_nothing(&bob, &sam.refreshed().await.on(&ada)).await;
    decide(&ada, "care_sharing", true).await;
    bob.get("/v1/patients/{patient}/invitations")
        .await
        .expect(200);
}

fn has_words(body: &Value) -> bool {
    body.get("note").is_some() || body.get("change_reason").is_some()
}

#[rstest]
#[tokio::test]
async fn r170_notes_are_left_out_for_others_while_they_are_not_shared(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let noted = |body| with(body, "/note", "a quagga");
    ada.record(WEEK, noted(week(DAY))).await.expect(201);
    let treatment = noted(riluzole(&app));
    ada.puts(treatment).await.expect(201);
    let harm = noted(headache(&app));
    ada.puts(harm).await.expect(201);
    let bob = app.member(&ada, "bob", "write").await;
    let words = [
        ENTRIES.to_owned(),
        format!("{ENTRIES}/{WEEK}"),
        format!("{ENTRIES}/{WEEK}/revisions"),
        TREATMENTS.to_owned(),
        SIDE_EFFECTS.to_owned(),
    ];
    for path in &words {
        assert!(bob.get(path).await.expect(200).text.contains("quagga"));
    }

    decide(&ada, "notes_sharing", false).await;

    for path in &words {
        let shown = bob.get(path).await.expect(200);
        let found = shown.body["items"].as_array().cloned();
        for item in found.unwrap_or_else(|| vec![shown.body.clone()]) {
            assert!(!has_words(&item), "{path}: {item}");
        }
        assert!(!shown.text.contains("quagga"), "{path}");
        assert!(ada.get(path).await.expect(200).text.contains("quagga"));
    }
    let taken = bob.record(WEEK, with(week(DAY), "/weight_kg", 60.0)).await;
    assert_eq!(taken.status, 422, "only Ada's own account says self");
    let his = with(week(DAY), "/respondent", "caregiver_proxy");
    let taken = bob.record(WEEK, his).await;
    let taken = taken.refused(409, "week_taken");
    assert!(!taken.text.contains("quagga"));
}

async fn corrected(bob: &Person, tag: &str, weight: f64) -> Reply {
    let body = with(week(DAY), "/respondent", "caregiver_proxy");
    let path = format!("{ENTRIES}/{WEEK}");
    let seen = bob.with_header("If-Match", tag);
    seen.put(&path, with(body, "/weight_kg", weight)).await
}

#[rstest]
#[tokio::test]
async fn r170_whoever_is_not_shown_a_note_does_not_take_it_away(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let his = with(week(DAY), "/respondent", "caregiver_proxy");
    let his = with(his, "/note", "a quagga");
    let full = bob.record(WEEK, his).await.expect(201);
    decide(&ada, "notes_sharing", false).await;
    let part = bob.read(WEEK).await.expect(200);
    assert_ne!(full.etag(), part.etag());

    let changed = corrected(&bob, part.etag(), 60.5).await.expect(200);

    assert!(!has_words(&changed.body));
    let kept = ada.read(WEEK).await.expect(200).body;
    assert_eq!(kept["note"], json!("a quagga"));
    assert_eq!(kept["weight_kg"], json!(60.5));
    decide(&ada, "notes_sharing", true).await;
    let again = bob.read(WEEK).await.expect(200);
    assert_ne!(again.etag(), changed.etag());
    assert_eq!(again.body["note"], json!("a quagga"));
    let by_part = corrected(&bob, changed.etag(), 61.0).await;
    let by_part = by_part.refused(412, "precondition_failed");
    assert_eq!(by_part.body["current"]["note"], json!("a quagga"));
}

#[rstest]
#[tokio::test]
async fn r170_writes_and_reads_after_sharing_was_taken_back_are_refused(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let weeks = (1..=50).map(|n| {
        let day = NaiveDate::from_isoywd_opt(2025, n, Weekday::Mon).unwrap();
        (
            n,
            with(week(&day.to_string()), "/respondent", "caregiver_proxy"),
        )
    });
    let asked = weeks.map(async |(n, body): (u32, Value)| {
        tokio::time::sleep(Duration::from_millis(n.into())).await;
        let name = format!("2025-W{n:02}");
        let (wrote, read) = tokio::join!(bob.record(&name, body), bob.get(ENTRIES));
        (wrote.status, read.status)
    });

    let (statuses, ()) = tokio::join!(join_all(asked), async {
        tokio::time::sleep(Duration::from_millis(25)).await;
        decide(&ada, "care_sharing", false).await;
    });

    let wrote = |(status, _): &&(u16, u16)| *status == 201;
    let kept = statuses.iter().filter(wrote).count();
    for (wrote, read) in &statuses {
        assert!([201, 404].contains(wrote) && [200, 404].contains(read));
    }
    let entries = app.query_i64("select count(*) from entries");
    assert_eq!(entries, i64::try_from(kept).unwrap());
    bob.get(ENTRIES).await.refused(404, "not_found");
    let late = bob.record("2025-W51", week("2025-12-17")).await;
    late.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn r170_taking_back_holds_on_every_instance(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let other = app.another_instance().await;
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "write").await.through(&other);
    bob.get(ENTRIES).await.expect(200);

    decide(&ada, "care_sharing", false).await;

    bob.get(ENTRIES).await.refused(404, "not_found");
}
