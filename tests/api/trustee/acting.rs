//! What whoever acts for a patient may do, and what stays with the patient alone.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::{
    CIRCLE, PATIENT, REQUEST, TRUSTEE, ada_and_bob, ada_and_bob_who_acts, all_is_sent, choose,
    subjects,
};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::clinic::people::{everything, ratings_alone};
use crate::disabled;
use crate::weeks::{week, with};

const ENTRY: &str = "/v1/patients/{patient}/entries/2026-W47";

#[rstest]
#[tokio::test]
async fn what_is_the_patients_alone_stays_so(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let carol = app.member(&ada, "carol", "read").await;
    let bob = bob.on_another_device().await.on(&ada);
    let own = format!("{CIRCLE}/{}", bob.account_id);

    bob.get("/v1/patients/{patient}/access-log")
        .await
        .refused(403, "patient_only");
    let successor = choose(&bob, &carol.account_id).await;
    successor.refused(403, "patient_only");
    let raise = bob.with_header("If-Match", "\"v1\"");
    let raise = raise.change(&own, json!({ "level": "write" })).await;
    raise.refused(403, "patient_only");
    for address in [&bob.email, &ada.email] {
        let himself = json!({ "email": address, "level": "write", "relation": "friend" });
        let himself = bob.post("/v1/patients/{patient}/invitations", himself);
        himself.await.faulty("/email", "own_address");
    }
    let copy = bob.ask("POST", "/v1/account/export").await.expect(200).body;
    assert_eq!(copy["diary"], Value::Null);
    assert_eq!(copy["diaries"][0]["trustee"], "acting");
    let alone = bob.record("2026-W48", week("2026-11-23")).await;
    alone.faulty("/respondent", "respondent_not_possible");
    assert_eq!(bob.get("/v1/account").await.body["display_name"], "Bob");
}

#[rstest]
#[tokio::test]
async fn whoever_acts_does_with_diary_and_circle_what_the_patient_may(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    let carol = app.member(&ada, "carol", "read").await;
    let hers = ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let seen = bob.with_header("If-Match", hers.etag());
    let corrected = with(week("2026-11-18"), "/respondent", "caregiver_relayed");
    let corrected = with(corrected, "/answers/speech", 3);
    let early = seen.put(ENTRY, corrected.clone()).await;
    early.refused(403, "read_only");
    bob.post_nothing("/v1/patients/{patient}/trustee/request")
        .await
        .expect(202);
    app.clock.turn(TimeDelta::days(14));
    let (ada, bob) = (ada.refreshed().await, bob.refreshed().await);

    let seen = bob.with_header("If-Match", hers.etag());
    let entry = seen.put(ENTRY, corrected).await.expect(200).body;
    let shown = bob.get(PATIENT).await.expect(200);
    let facts = bob.get(FACTS).await.expect(200);
    let known = bob.with_header("If-Match", facts.etag());
    let changed = known.change(FACTS, json!({ "birth_year": 1961 })).await;
    let guest = json!({ "email": "guest@example.org", "level": "read", "relation": "friend" });
    let invited = bob.post("/v1/patients/{patient}/invitations", guest).await;
    let circle = bob.get(CIRCLE).await.expect(200).body;
    let hers = format!("{CIRCLE}/{}", carol.account_id);
    bob.delete(&hers).await.expect(204);

    assert_eq!(entry["recorded_by"]["display_name"], "Bob");
    assert_eq!(entry["recorded_by"]["relation"], "friend");
    assert_eq!(entry["respondent"], "caregiver_relayed");
    assert_eq!(shown.body["acts_for_patient"], json!(true));
    assert_eq!(changed.expect(200).body["birth_year"], 1961);
    invited.expect(201);
    let letter = app.mail().next_to("guest@example.org").await;
    assert!(
        letter.body.contains("Ada shares a diary with you"),
        "{letter:?}"
    );
    assert_eq!(circle["items"].as_array().unwrap().len(), 2);
    let hers = carol.refreshed().await.get(PATIENT).await;
    hers.refused(404, "not_found");
    all_is_sent(&app).await;
    let told = super::subjects(&app, &ada);
    let told = told
        .iter()
        .filter(|told| *told == "Your circle was changed");
    assert_eq!(told.count(), 2, "R80: what others change, she is told");
}

#[rstest]
#[tokio::test]
async fn a_withdrawn_invitation_is_told_at_once(#[values(Sqlite, Postgres)] on: Database) {
    // The outbox is looked at when the bell rings, or in an hour.
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(3_600_000));
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let guest = json!({ "email": "guest@example.org", "level": "read", "relation": "friend" });
    let invited = bob.post("/v1/patients/{patient}/invitations", guest).await;
    let invited = invited.expect(201).body;
    all_is_sent(&app).await;
    let before = subjects(&app, &ada).len();

    let id = invited["id"].as_str().unwrap();
    let path = format!("/v1/patients/{{patient}}/invitations/{id}");
    bob.delete(&path).await.expect(204);

    all_is_sent(&app).await;
    assert_eq!(subjects(&app, &ada).len(), before + 1);
}

#[rstest]
#[tokio::test]
async fn r146_the_patient_sees_what_whoever_acts_for_them_read(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;

    bob.get("/v1/patients/{patient}/trend").await.expect(200);
    bob.get("/v1/patients/{patient}/entries").await.expect(200);

    let log = ada.get("/v1/patients/{patient}/access-log").await;
    let texts = log.expect(200).body["items"].to_string();
    for what in ["opened your trend", "read your entries"] {
        let told = format!("Bob, a friend of yours, {what}.");
        assert!(texts.contains(&told), "{told} in {texts}");
    }
}

#[rstest]
#[tokio::test]
async fn the_patient_keeps_everything(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let by_bob = with(week("2026-11-18"), "/respondent", "caregiver_proxy");
    bob.record("2026-W47", by_bob).await.expect(201);

    let his = ada.read("2026-W47").await.expect(200);
    let corrected = ada.with_header("If-Match", his.etag());
    corrected.put(ENTRY, week("2026-11-18")).await.expect(200);

    let out = format!("{CIRCLE}/{}", bob.account_id);
    ada.get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);
    ada.delete(&out).await.expect(204);
    bob.get(PATIENT).await.refused(404, "not_found");
    ada.get(TRUSTEE).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn what_a_clinic_sees_she_is_told_and_research_is_hers_to_give(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    clinic.enrol_sharing(&kim, &ada, ratings_alone()).await;
    let bob = app.member(&ada, "bob", "read").await;
    choose(&ada, &bob.account_id).await.expect(200);
    bob.post_nothing(REQUEST).await.expect(202);
    app.clock.turn(TimeDelta::days(14));
    let (ada, bob) = (ada.refreshed().await, bob.refreshed().await);
    let site = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    let coordinator = "/v1/patients/{patient}/coordinator";
    let told = async || {
        all_is_sent(&app).await;
        let told = subjects(&app, &ada).into_iter();
        told.filter(|told| told == "Your circle was changed")
            .count()
    };

    let research = bob.put(&site, json!({ "share": everything() })).await;
    research.refused(403, "patient_only");
    assert_eq!(told().await, 0);
    let notes = json!({ "notes": true, "facts": false, "research": false });
    let seen = bob.with_header("If-Match", "*");
    seen.put(&site, json!({ "share": notes })).await.expect(200);
    assert_eq!(told().await, 1);
    let choice = json!({ "site_id": clinic.site, "account_id": kim.account_id });
    bob.put(coordinator, choice).await.expect(200);
    assert_eq!(told().await, 2);
    bob.delete(coordinator).await.expect(204);
    assert_eq!(told().await, 3);
    ada.with_header("If-Match", "*")
        .put(&site, json!({ "share": everything() }))
        .await
        .expect(200);
    bob.put(&site, json!({ "share": everything() }))
        .await
        .expect(200);
    bob.put(&site, json!({ "share": ratings_alone() }))
        .await
        .expect(200);
    assert_eq!(told().await, 4, "what she gave he can take back");
    bob.delete(&site).await.expect(204);
    assert_eq!(told().await, 5);

    let log = ada.get("/v1/patients/{patient}/access-log").await;
    let texts = log.expect(200).body["items"].to_string();
    for what in [
        "changed what a clinic sees",
        "left a clinic, which sees nothing of your diary any more",
        "ended that a clinician coordinates your care",
    ] {
        let told = format!("Bob, a friend of yours, {what}: Clinic by the lake.");
        assert!(texts.contains(&told), "{told} in {texts}");
    }
    assert!(!texts.contains("Bob, a clinician"), "{texts}");
}

#[rstest]
#[tokio::test]
async fn r21_what_who_acts_sent_lets_nobody_in_once_they_are_disabled(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (_, bob) = ada_and_bob_who_acts(&app).await;
    let cora = app.caregiver("cora").await;
    let code = json!({ "code": app.invite(&bob, &cora.email, "write").await });
    let made = bob.post("/v1/patients/{patient}/guest-links", json!({}));
    let made = made.await.expect(201).body;
    let (_, token) = made["url"].as_str().unwrap().split_once("#guest=").unwrap();
    let token = json!({ "token": token });

    disabled::make(&app, "disable", &bob.email);

    let refused = cora.post("/v1/invitations/accept", code).await;
    refused.refused(404, "not_found");
    let refused = app.nobody().post("/v1/guest-links/preview", token).await;
    refused.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn who_acts_for_the_patient_silences_nobody_who_watches_over_them(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let cleo = app.member(&ada, "cleo", "read").await;
    let mute = format!(
        "/v1/patients/{{patient}}/alerts/followers/{}/mute",
        cleo.account_id
    );

    let refused = bob.on(&ada).ask("PUT", &mute).await;

    refused.refused(403, "patient_only");
    ada.ask("PUT", &mute).await.expect(204);
    bob.on(&ada).ask("DELETE", &mute).await.expect(204);
}
