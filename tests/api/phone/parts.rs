//! Who is told which part of a diary's changes.

use rstest::rstest;
use serde_json::{Value, json};

use super::copies::{CHANGES, Copy, OF_ONE, short};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::clinic::people::everything;
use crate::people::Person;
use crate::privacy::sharing::decide;
use crate::weeks::{week, with};

/// The kinds that a copy has something of.
fn kinds(copy: &Copy) -> Vec<&str> {
    let mut kinds: Vec<&str> = copy
        .things
        .keys()
        .map(|(_, kind, _)| kind.as_str())
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

#[rstest]
#[tokio::test]
async fn r74_who_is_sent_away_is_told_to_delete_the_copy(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let (mut all, mut one) = (Copy::default(), Copy::default());
    all.pull(&bob).await;
    one.pull_from(&bob, OF_ONE, 200).await;
    // Another device was told of a part only.
    let mut part = Copy::default();
    part.ask(&bob, CHANGES, 1).await.expect(200);
    assert_eq!(all.ids("entry"), ["2026-W47"]);

    let member = format!("/v1/patients/{{patient}}/circle/{}", bob.account_id);
    ada.delete(&member).await.expect(204);

    let diary = ada.patient_id.as_deref().unwrap();
    for copy in [&mut all, &mut part] {
        let told = copy.pull(&bob).await;
        assert_eq!(short(&told), [("diary", diary, "purge")]);
        assert!(copy.things.is_empty());
        assert!(copy.pull(&bob).await.is_empty(), "once it is stored");
    }
    let told = one.pull_from(&bob, OF_ONE, 200).await;
    assert_eq!(short(&told), [("diary", diary, "purge")]);
    one.ask(&bob, OF_ONE, 200).await.refused(404, "not_found");
    bob.get(OF_ONE).await.refused(404, "not_found");
    let mut of_ada = Copy::default();
    of_ada.pull(&ada).await;
    assert!(of_ada.ids("member").is_empty());
}

#[rstest]
#[tokio::test]
async fn r74_a_clinician_who_administers_another_clinic_is_told_to_delete_the_copy_too(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, ada) = (app.clinic().await, app.patient("ada").await);
    let kim = clinic.staff("kim", "clinician").await.on(&ada);
    let other = clinic.other().await;
    other.add(&other.ann, "kim", "site_admin").await.expect(201);
    let here = clinic.enrol(&kim, &ada).await;
    let koe = other.staff("koe", "clinician").await;
    other.enrol(&koe, &ada).await;
    let mut copy = Copy::default();
    copy.pull_from(&kim, OF_ONE, 200).await;
    assert!(!copy.things.is_empty());

    let site = here["site_id"].as_str().unwrap();
    let place = format!("/v1/patients/{{patient}}/sites/{site}");
    ada.delete(&place).await.expect(204);

    let told = copy.pull_from(&kim, OF_ONE, 200).await;
    assert_eq!(told[0]["op"], "purge");
    assert!(copy.things.is_empty());
    kim.get(OF_ONE).await.refused(403, "site_role");
}

#[rstest]
#[tokio::test]
async fn a_member_who_is_shown_less_deletes_the_rest_and_more_comes_whole(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let mut copy = Copy::default();
    copy.pull(&bob).await;
    assert_eq!(kinds(&copy), ["diary", "entry", "member"]);

    let member = format!("/v1/patients/{{patient}}/circle/{}", bob.account_id);
    let tag = ada.get(&member).await.etag().to_owned();
    let terms = json!({"level": "summary", "relation": "friend"});
    ada.with_header("If-Match", &tag)
        .put(&member, terms)
        .await
        .expect(200);
    let told = copy.pull(&bob).await;
    assert_eq!(told[0]["op"], "purge");
    assert_eq!(kinds(&copy), ["diary", "member"], "no entries of the trend");
    assert_eq!(
        copy.one("member", &bob.account_id).unwrap()["level"],
        "summary"
    );
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    assert!(copy.pull(&bob).await.is_empty());

    let tag = ada.get(&member).await.etag().to_owned();
    let terms = json!({"level": "write", "relation": "friend"});
    ada.with_header("If-Match", &tag)
        .put(&member, terms)
        .await
        .expect(200);
    copy.pull(&bob).await;
    assert_eq!(copy.ids("entry"), ["2026-W46", "2026-W47"]);
}

#[rstest]
#[tokio::test]
async fn what_is_taken_back_is_deleted_and_what_is_given_again_comes_whole(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    let with_note = with(week("2026-11-18"), "/note", "slept badly");
    ada.record("2026-W47", with_note).await.expect(201);
    let mut copy = Copy::default();
    copy.pull(&bob).await;
    assert_eq!(
        copy.one("entry", "2026-W47").unwrap()["note"],
        "slept badly"
    );

    decide(&ada, "notes_sharing", false).await;
    let told = copy.pull(&bob).await;
    assert_eq!(told[0]["op"], "purge");
    assert!(copy.one("entry", "2026-W47").unwrap().get("note").is_none());
    // A change of what is hidden from him moves nothing.
    let before = copy.next.clone();
    let seen = ada.with_header("If-Match", "\"v1\"");
    let reworded = with(week("2026-11-18"), "/note", "slept well");
    let path = "/v1/patients/{patient}/entries/2026-W47";
    seen.put(path, reworded).await.expect(200);
    assert!(copy.pull(&bob).await.is_empty());
    assert_eq!(copy.next, before);

    decide(&ada, "notes_sharing", true).await;
    copy.pull(&bob).await;
    assert_eq!(copy.one("entry", "2026-W47").unwrap()["note"], "slept well");
    decide(&ada, "care_sharing", false).await;
    copy.pull(&bob).await;
    assert!(copy.things.is_empty(), "R74");
    decide(&ada, "care_sharing", true).await;
    copy.pull(&bob).await;
    assert_eq!(copy.ids("entry"), ["2026-W47"]);
}

#[rstest]
#[tokio::test]
async fn each_is_told_of_what_they_may_read(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let sue = app.member(&ada, "sue", "summary").await;
    let wim = app.member(&ada, "wim", "write").await;
    clinic.enrol_sharing(&kim, &ada, everything()).await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let kim = kim.on(&ada);
    let rating = with(week("2026-11-18"), "/respondent", "clinician_phone");
    let day = "/v1/patients/{patient}/clinic-ratings/2026-11-18";
    let rated = kim.put(day, rating).await.expect(201);

    let expected = [
        (
            &ada,
            &["clinic_rating", "diary", "entry", "facts", "member"][..],
        ),
        (&wim, &["clinic_rating", "diary", "entry", "member"]),
        (&sue, &["diary", "member"]),
        (&kim, &["clinic_rating", "diary", "entry"]),
    ];
    let mut copies = Vec::new();
    for (person, told) in expected {
        let mut copy = Copy::default();
        copy.pull(person).await;
        assert_eq!(kinds(&copy), told, "{}", person.name);
        copies.push(copy);
    }
    let of_ada = &mut copies[0];
    assert_eq!(of_ada.ids("member").len(), 2);
    assert_eq!(
        of_ada.one("clinic_rating", "2026-11-18").unwrap(),
        &rated.body
    );
    // "Seen by your team" is of the diary.
    kim.post("/v1/patients/{patient}/seen", json!({}))
        .await
        .expect(200);
    let told = of_ada.pull(&ada).await;
    let id = ada.patient_id.as_deref().unwrap();
    assert_eq!(short(&told), [("diary", id, "put")]);
    assert_eq!(told[0]["data"]["seen_by_team"]["display_name"], "Dr kim");
    let seen = kim.with_header("If-Match", rated.etag());
    seen.delete(day).await.expect(204);
    let told = of_ada.pull(&ada).await;
    assert_eq!(short(&told), [("clinic_rating", "2026-11-18", "void")]);
}

#[rstest]
#[tokio::test]
async fn what_an_app_of_others_is_told_is_written_down(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let synced = async |ada: &Person| {
        let log = ada
            .get("/v1/patients/{patient}/access-log")
            .await
            .expect(200);
        let items = log.body["items"].as_array().unwrap().clone();
        let of_bob = |item: &&Value| item["action"] == "patient.synced";
        items.iter().filter(of_bob).count()
    };

    let mut own = Copy::default();
    own.pull(&ada).await;
    assert_eq!(synced(&ada).await, 0);
    let mut copy = Copy::default();
    copy.pull(&bob).await;
    assert_eq!(synced(&ada).await, 1);
    app.clock.turn(chrono::TimeDelta::hours(2));
    let (ada, bob) = (ada.refreshed().await, bob.refreshed().await);
    copy.pull(&bob).await;
    assert_eq!(synced(&ada).await, 1, "nothing was handed out");
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    copy.pull(&bob).await;
    assert_eq!(synced(&ada).await, 2);
}

#[rstest]
#[tokio::test]
async fn a_member_who_is_erased_is_out_of_the_patients_copy(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    let mut copy = Copy::default();
    copy.pull(&ada).await;
    assert_eq!(copy.ids("member"), [bob.account_id.as_str()]);

    bob.post_nothing("/v1/account/erasure").await.expect(202);
    let app = app.after_erasures().await;

    let ada = ada.through(&app).on_another_device().await;
    copy.pull(&ada).await;
    assert!(copy.ids("member").is_empty());
}
