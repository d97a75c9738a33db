//! How a patient lets a clinic in, says what it sees, and leaves.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::people::{accept, everything, ratings_alone};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::privacy::sharing::decide;

const SITES: &str = "/v1/patients/{patient}/sites";
const TREND: &str = "/v1/patients/{patient}/trend";

#[rstest]
#[tokio::test]
async fn r78_a_clinic_sees_nothing_before_the_patient_accepts(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let code = clinic.invite(&kim, &ada).await;

    let early = kim.on(&ada).get(TREND).await;
    early.refused(404, "not_found");
    let roster = kim.get(&clinic.at("/patients")).await.expect(200).body;
    assert_eq!(roster["items"], json!([]));

    let enrolled = accept(&ada, &code, ratings_alone()).await.expect(201).body;
    assert_eq!(enrolled["name"], "Clinic by the lake");
    assert_eq!(enrolled["share"], ratings_alone());
    kim.on(&ada).get(TREND).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn a_code_is_for_the_invited_address_alone_and_not_for_long(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let bob = app.caregiver("bob").await;

    let older = clinic.invite(&kim, &ada).await;
    let code = clinic.invite(&kim, &ada).await;
    for (person, code) in [(&ben, &code), (&bob, &code), (&ada, &older)] {
        let refused = accept(person, code, everything()).await;
        refused.refused(404, "not_found");
    }
    let list = kim.get(&clinic.at("/invitations")).await.expect(200).body;
    let statuses: Vec<_> = list["items"].as_array().unwrap().iter().collect();
    let statuses: Vec<_> = statuses.iter().map(|sent| &sent["status"]).collect();
    assert_eq!(statuses, ["pending", "revoked"]);
    let id = list["items"][0]["id"].as_str().unwrap();
    let invitation = clinic.at(&format!("/invitations/{id}"));
    kim.delete(&invitation).await.expect(204);
    kim.delete(&invitation).await.expect(204);
    let taken_back = accept(&ada, &code, everything()).await;
    taken_back.refused(404, "not_found");

    let code = clinic.invite(&kim, &ada).await;
    app.clock.turn(TimeDelta::days(7));
    let late = accept(&ada.refreshed().await, &code, everything()).await;
    late.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn accepting_twice_answers_the_same(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let code = clinic.invite(&kim, &ada).await;

    let first = accept(&ada, &code, everything()).await.expect(201).body;
    let again = accept(&ada, &code, everything()).await.expect(201).body;

    assert_eq!(first, again);
    let sites = ada.get(SITES).await.expect(200).body;
    assert_eq!(sites["items"], json!([first]));
}

#[rstest]
#[tokio::test]
async fn r78_whoever_leaves_is_not_seen_from_the_next_request_on(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let enrolled = clinic.enrol(&kim, &ada).await;
    kim.on(&ada).get(TREND).await.expect(200);
    let place = format!("{SITES}/{}", clinic.site);

    ada.delete(&place).await.expect(204);

    kim.on(&ada).get(TREND).await.refused(404, "not_found");
    let roster = kim.get(&clinic.at("/patients")).await.expect(200).body;
    assert_eq!(roster["items"], json!([]));
    let diaries = kim.get("/v1/patients").await.expect(200).body;
    assert_eq!(diaries["items"], json!([]));
    ada.delete(&place).await.expect(204);
    let change = json!({"share": everything()});
    ada.put(&place, change).await.refused(404, "not_found");
    let never = format!("{SITES}/{}", clinic.other().await.site);
    ada.delete(&never).await.refused(404, "not_found");

    let back = clinic.enrol(&kim, &ada).await;
    assert_eq!(back["subject_id"], enrolled["subject_id"], "it is hers");
}

#[rstest]
#[tokio::test]
async fn a_patient_who_took_sharing_back_is_not_enrolled_by_mistake(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("care_sharing", "clinic_enrolment")] purpose: &str,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let code = clinic.invite(&kim, &ada).await;

    decide(&ada, purpose, false).await;

    let refused = accept(&ada, &code, everything()).await;
    refused.refused(409, "sharing_taken_back");
    decide(&ada, purpose, true).await;
    accept(&ada, &code, everything()).await.expect(201);
    decide(&ada, purpose, false).await;
    kim.on(&ada).get(TREND).await.refused(404, "not_found");
    let roster = kim.get(&clinic.at("/patients")).await.expect(200).body;
    assert_eq!(roster["items"], json!([]));
}

#[rstest]
#[tokio::test]
async fn an_address_that_wants_no_invitations_gets_none_and_the_clinic_does_not_learn_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let invitation = json!({"email": ada.email, "share": everything()});
    kim.post(&clinic.at("/invitations"), invitation.clone())
        .await
        .expect(201);
    let mail = app.mail().next_to(&ada.email).await;
    let link = mail
        .body
        .lines()
        .find(|line| line.contains("/never-again#"));
    let code = link.unwrap().split_once('#').unwrap().1;
    let wish = json!({"code": code, "never": true});
    let nobody = app.nobody();
    nobody
        .post("/v1/invitations/never-again", wish)
        .await
        .expect(204);
    let before = app.mail().all_to(&ada.email).len();

    let sent = kim.post(&clinic.at("/invitations"), invitation).await;

    sent.expect(201);
    assert_eq!(app.mail().all_to(&ada.email).len(), before);
}

#[rstest]
#[tokio::test]
async fn each_patient_of_a_clinic_has_a_name_of_their_own_there(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let invite = async |email: &str, subject: Value| {
        let invitation = json!({"email": email, "subject_id": subject, "share": everything()});
        kim.post(&clinic.at("/invitations"), invitation).await
    };

    for bad in [
        "",
        "=HYPERLINK(1)",
        "-1",
        "a b",
        "\u{202e}x",
        &"x".repeat(41),
    ] {
        let refused = invite("ada@example.org", json!(bad)).await;
        refused.faulty("/subject_id", "invalid_subject_id");
    }
    let named = invite("ada@example.org", json!("MN-017")).await;
    assert_eq!(named.expect(201).body["subject_id"], "MN-017");
    let taken = invite("ben@example.org", json!("mn-017")).await;
    taken.refused(409, "subject_id_taken");
    let numbered = invite("ben@example.org", Value::Null).await;
    assert_eq!(numbered.expect(201).body["subject_id"], "0001");
    invite("cyd@example.org", json!("0002")).await.expect(201);
    let next = invite("dee@example.org", Value::Null).await;
    assert_eq!(next.expect(201).body["subject_id"], "0003");
    let again = invite("ada@example.org", Value::Null).await;
    assert_eq!(again.expect(201).body["subject_id"], "MN-017", "as before");
}

#[rstest]
#[tokio::test]
async fn the_patient_alone_sees_and_changes_where_they_are_enrolled(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let wim = app.member(&ada, "wim", "write").await;
    clinic.enrol(&kim, &ada).await;
    let place = format!("{SITES}/{}", clinic.site);
    let less = json!({"share": ratings_alone()});

    for person in [&wim, &kim.on(&ada)] {
        person.get(SITES).await.refused(403, "patient_only");
        let change = person.put(&place, less.clone()).await;
        change.refused(403, "patient_only");
        person.delete(&place).await.refused(403, "patient_only");
    }

    let changed = ada.put(&place, less).await.expect(200).body;
    assert_eq!(changed["share"], ratings_alone());
    let all = json!({"share": everything()});
    let unseen = ada.put(&place, all.clone()).await;
    unseen.refused(428, "precondition_required");
    let old = ada.with_header("If-Match", "\"v8\"");
    let stale = old.put(&place, all.clone()).await;
    let current = stale.refused(412, "precondition_failed").body["current"].clone();
    assert_eq!(current["share"], ratings_alone(), "a copy from before");
    let waited = json!({"operations": [{"id": "1", "method": "PUT", "path": place.replace("{patient}", ada.patient_id.as_deref().unwrap()), "body": all}]});
    let waited = ada.post("/v1/batch", waited).await.expect(200).body;
    assert_eq!(waited["results"][0]["status"], 428);
    let seen = format!("\"v{}\"", current["version"]);
    let seen = ada.with_header("If-Match", &seen);
    seen.put(&place, all).await.expect(200);
    let pia = app.caregiver("pia").await;
    let code = app.invite(&ada, &pia.email, "read").await;
    let preview = pia.post("/v1/invitations/preview", json!({"code": code}));
    assert_eq!(
        preview.await.expect(200).body["clinics"],
        1,
        "who else sees"
    );
}

#[rstest]
#[tokio::test]
async fn a_patient_who_comes_back_is_called_as_before(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    let place = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    ada.delete(&place).await.expect(204);

    for asked in [Value::Null, json!("0001"), json!("MN-017")] {
        let invitation = json!({"email": ada.email, "subject_id": asked, "share": everything()});
        let sent = kim.post(&clinic.at("/invitations"), invitation).await;
        assert_eq!(sent.expect(201).body["subject_id"], "0001");
        app.mail().next_to(&ada.email).await;
    }
    clinic.enrol(&kim, &ada).await;

    let roster = kim.get(&clinic.at("/patients")).await.expect(200);
    assert_eq!(roster.body["items"][0]["subject_id"], "0001");
}
