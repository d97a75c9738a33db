//! Who works at a clinic, and who decides that.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{Clinic, everything};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::sign_in;

#[rstest]
#[tokio::test]
async fn only_who_runs_the_service_makes_a_clinic(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff("kim", "site_admin").await;
    let ada = app.patient("ada").await;

    for person in [&ada, &kim] {
        let site = json!({"name": "My own", "time_zone": "Europe/Berlin"});
        let refused = person.post("/v1/sites", site).await;
        refused.refused(403, "admin_only");
    }

    let own = kim.get("/v1/sites").await.expect(200).body;
    assert_eq!(own["items"][0]["name"], "Clinic by the lake");
    assert_eq!(own["items"][0]["role"], "site_admin");
    let all = clinic.ann.get("/v1/sites").await.expect(200).body;
    assert_eq!(all["items"].as_array().unwrap().len(), 1);
    assert_eq!(all["items"][0]["role"], json!(null));
    let none = ada.get("/v1/sites").await.expect(200).body;
    assert_eq!(none["items"], json!([]));
}

#[rstest]
#[tokio::test]
async fn a_clinic_has_a_name_and_a_place(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ann = app.clinic().await.ann;

    let nameless = ann.post("/v1/sites", json!({"name": " ", "time_zone": "Mars/Base"}));

    let refused = nameless.await.refused(422, "invalid_content");
    let faults = refused.faults();
    assert_eq!(
        faults,
        [("/name", "empty"), ("/time_zone", "unknown_time_zone")]
    );
}

#[rstest]
#[tokio::test]
async fn staff_is_let_in_by_the_administrators_of_the_clinic_and_by_nobody_else(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let other = clinic.other().await;
    let sil = clinic.staff("sil", "site_admin").await;
    let kim = clinic.staff("kim", "clinician").await;
    let dia = clinic.staff("dia", "data_manager").await;
    let koe = other.staff("koe", "site_admin").await;
    let ada = app.patient("ada").await;

    for person in [&kim, &dia] {
        let refused = clinic.add(person, "eve", "clinician").await;
        refused.refused(403, "site_role");
        let list = person.get(&clinic.at("/staff")).await;
        list.refused(403, "site_role");
    }
    for person in [&koe, &ada] {
        let refused = clinic.add(person, "eve", "clinician").await;
        refused.refused(404, "not_found");
        let list = person.get(&clinic.at("/staff")).await;
        list.refused(404, "not_found");
    }

    clinic.add(&sil, "eve", "clinician").await.expect(201);
    let list = sil.get(&clinic.at("/staff")).await.expect(200).body;
    let roles: Vec<_> = list["items"].as_array().unwrap().iter().collect();
    let roles: Vec<_> = roles
        .iter()
        .map(|member| (&member["display_name"], &member["role"]))
        .collect();
    assert_eq!(
        roles,
        [
            (&json!("Dr sil"), &json!("site_admin")),
            (&json!("Dr kim"), &json!("clinician")),
            (&json!("Dr dia"), &json!("data_manager")),
            (&json!("Dr eve"), &json!("clinician")),
        ]
    );
}

#[rstest]
#[tokio::test]
async fn r43_who_is_let_in_and_has_not_come_is_seen_and_sent_away(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let sil = clinic.staff("sil", "site_admin").await;
    let ada = clinic.patient(&kim, "ada").await;

    clinic.add(&sil, "eve", "clinician").await.expect(201);

    let list = clinic.ann.get(&clinic.at("/staff")).await.expect(200).body;
    let pending: Vec<_> = list["items"].as_array().unwrap().iter().collect();
    let pending: Vec<_> = pending.iter().map(|member| &member["pending"]).collect();
    assert_eq!(pending, [&json!(false), &json!(false), &json!(true)]);
    let eve = &list["items"][2];
    assert_eq!(eve["display_name"], "Dr eve");
    let sites = ada.get("/v1/patients/{patient}/sites").await.expect(200);
    let offered = sites.body["items"][0]["clinicians"].as_array().unwrap();
    assert_eq!(offered.len(), 1, "who came: {offered:?}");

    let eve = clinic.at(&format!("/staff/{}", eve["account_id"].as_str().unwrap()));
    clinic.ann.delete(&eve).await.expect(204);
    let list = clinic.ann.get(&clinic.at("/staff")).await.expect(200).body;
    assert_eq!(list["items"].as_array().unwrap().len(), 2, "{list}");
    let eve = clinic.activate("eve").await;
    eve.enrol(&app).await;
    eve.get(&clinic.at("/cohort"))
        .await
        .refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn r45_staff_of_a_clinic_see_nothing_without_a_second_factor(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;

    let kit = clinic.staff_with_one_factor("kit", "clinician").await;

    for path in ["/v1/sites", &clinic.at("/patients"), &clinic.at("/staff")] {
        let refused = kit.get(path).await;
        refused.refused(401, "insufficient_user_authentication");
    }
    kit.enrol(&app).await;
    kit.get(&clinic.at("/patients")).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn a_clinic_does_not_learn_whose_address_has_a_diary_here(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let sil = clinic.staff("sil", "site_admin").await;
    let ada = app.patient("ada").await;
    app.caregiver("bob").await;

    let mut answers = Vec::new();
    for name in ["ada", "bob", "ann", "a.new.person", "ada"] {
        let added = clinic.add(&sil, name, "clinician").await.expect(201);
        answers.push(added.text);
        let unknown = clinic.at("/staff/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61");
        sil.delete(&unknown).await.expect(204);
    }

    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    let pending = async |clinic: &Clinic<'_>| {
        let list = clinic.ann.get(&clinic.at("/staff")).await.expect(200).body;
        let items = list["items"].as_array().unwrap().iter();
        let pending = items.filter(|member| member["pending"] == true);
        pending
            .map(|member| member["display_name"].clone())
            .collect::<Vec<_>>()
    };
    let called = ["Dr ada", "Dr bob", "Dr ann", "Dr a.new.person"].map(Value::from);
    assert_eq!(
        pending(&clinic).await,
        called,
        "who never comes is as who may"
    );
    let other = clinic.other().await;
    for name in ["ada", "a.new.person"] {
        other.add(&clinic.ann, name, "clinician").await.expect(201);
    }
    assert_eq!(
        pending(&other).await,
        [Value::Null, Value::Null],
        "the words of another clinic"
    );
    let told = "an account here of another";
    while !app.mail().next_to(&ada.email).await.body.contains(told) {}
    let account = ada.get("/v1/account").await.expect(200).body;
    assert_eq!(account["role"], "patient");
    ada.get(&clinic.at("/patients"))
        .await
        .refused(404, "not_found");

    drop((clinic, other));
    ada.ask("POST", "/v1/account/erasure").await.expect(202);
    let app = app.after_erasures().await;
    let parted = "select count(*) from accounts where email_index like 'erased %'";
    assert_eq!(app.query_i64(parted), 2, "hers, and what stood for it");
}

#[rstest]
#[tokio::test]
async fn a_clinician_who_works_already_works_at_a_second_clinic_too_and_is_told(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let other = clinic.other().await;
    let kim = clinic.staff("kim", "clinician").await;

    other
        .add(&clinic.ann, "kim", "data_manager")
        .await
        .expect(201);

    let told = "Clinic on the hill";
    while !app.mail().next_to(&kim.email).await.body.contains(told) {}
    let sites = kim.get("/v1/sites").await.expect(200).body;
    let sites = sites["items"].as_array().unwrap();
    let roles: Vec<_> = sites.iter().map(|site| &site["role"]).collect();
    assert_eq!(roles, ["clinician", "data_manager"]);
}

#[rstest]
#[tokio::test]
async fn r43_another_role_ends_every_session(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;

    let as_before = clinic.add(&clinic.ann, "kim", "clinician").await;
    as_before.expect(201);
    kim.get(&clinic.at("/cohort")).await.expect(200);
    let as_another = clinic.add(&clinic.ann, "kim", "data_manager").await;
    as_another.expect(201);

    let ended = kim.get(&clinic.at("/patients")).await;
    ended.refused(401, "invalid_token");
    let list = clinic.ann.get(&clinic.at("/staff")).await.expect(200).body;
    assert_eq!(list["items"][0]["role"], "data_manager");
}

#[rstest]
#[tokio::test]
async fn r43_who_works_there_no_more_is_signed_out_at_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let phone_goes_on = clinic.at("/patients");
    kim.get(&phone_goes_on).await.expect(200);

    let member = clinic.at(&format!("/staff/{}", kim.account_id));
    clinic.ann.delete(&member).await.expect(204);

    kim.get(&phone_goes_on).await.refused(401, "invalid_token");
    let again = sign_in(&kim, &kim.email, &kim.password).await;
    again.expect(200);
    clinic.ann.delete(&member).await.expect(204);
}

#[rstest]
#[tokio::test]
async fn a_clinic_mails_only_so_many_in_a_day(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| {
        settings.limits.site_mail = "2/d".parse().unwrap();
    });
    let (clinic, kim) = app.clinic_and_kim().await;
    let invite = async |name: &str| {
        let invitation = json!({"email": format!("{name}@example.org"), "share": everything()});
        kim.post(&clinic.at("/invitations"), invitation).await
    };

    invite("ada").await.expect(201);
    invite("ben").await.refused(429, "quota_exceeded");
}
