//! The clinician whom a patient chose to coordinate their care.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

const COORDINATOR: &str = "/v1/patients/{patient}/coordinator";

#[rstest]
#[tokio::test]
async fn a_patient_chooses_a_clinician_of_a_clinic_that_they_let_in(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let sil = clinic.staff("sil", "site_admin").await;
    let other = clinic.other().await;
    let koe = other.staff("koe", "clinician").await;
    let ada = app.patient("ada").await;
    let wim = app.member(&ada, "wim", "write").await;
    clinic.enrol(&kim, &ada).await;
    let choice = |site: &str, account: &str| json!({"site_id": site, "account_id": account});

    ada.get(COORDINATOR).await.refused(404, "not_found");
    for (site, account) in [
        (&clinic.site, &sil.account_id),
        (&clinic.site, &koe.account_id),
        (&other.site, &koe.account_id),
        (&other.site, &kim.account_id),
    ] {
        let refused = ada.put(COORDINATOR, choice(site, account)).await;
        refused.faulty("/account_id", "not_your_clinician");
    }
    let nobody = ada.put(COORDINATOR, choice("here", "Kim")).await;
    let nobody = nobody.refused(422, "invalid_content");
    let faults = nobody.faults();
    assert_eq!(
        faults,
        [
            ("/site_id", "invalid_value"),
            ("/account_id", "invalid_value")
        ]
    );
    let mine = choice(&clinic.site, &kim.account_id);
    for person in [&wim, &kim.on(&ada)] {
        let refused = person.put(COORDINATOR, mine.clone()).await;
        refused.refused(403, "patient_only");
        person
            .delete(COORDINATOR)
            .await
            .refused(403, "patient_only");
    }

    let sites = ada.get("/v1/patients/{patient}/sites").await.expect(200);
    let offered = &sites.body["items"][0]["clinicians"];
    assert_eq!(offered[0]["display_name"], "Dr kim");
    assert_eq!(offered.as_array().unwrap().len(), 1, "who treats");
    let chosen = ada.put(COORDINATOR, mine.clone()).await.expect(200).body;
    assert_eq!(chosen["display_name"], "Dr kim");
    assert_eq!(chosen["site_name"], "Clinic by the lake");
    let told = "chose you to coordinate";
    while !app.mail().next_to(&kim.email).await.body.contains(told) {}
    let again = ada.put(COORDINATOR, mine).await.expect(200).body;
    assert_eq!(again, chosen, "and no second mail");
    assert_eq!(wim.get(COORDINATOR).await.expect(200).body, chosen);
    let cohort = kim.get(&clinic.at("/cohort")).await.expect(200).body;
    assert_eq!(
        cohort["items"][0]["coordinator_id"],
        kim.account_id.as_str()
    );

    ada.delete(COORDINATOR).await.expect(204);
    ada.delete(COORDINATOR).await.expect(204);
    ada.get(COORDINATOR).await.refused(404, "not_found");
    let log = ada.get("/v1/patients/{patient}/access-log").await;
    let log = log.expect(200).text;
    assert!(log.contains("You ended that a clinician coordinates your care: Clinic by the lake."));
}

#[rstest]
#[tokio::test]
async fn who_treats_there_no_more_coordinates_no_more(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let lou = clinic.staff("lou", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    let choose = async |account: &str| {
        let choice = json!({"site_id": clinic.site, "account_id": account});
        ada.put(COORDINATOR, choice).await.expect(200);
    };

    choose(&kim.account_id).await;
    let member = clinic.at(&format!("/staff/{}", kim.account_id));
    clinic.ann.delete(&member).await.expect(204);
    ada.get(COORDINATOR).await.refused(404, "not_found");
    let cohort = lou.get(&clinic.at("/cohort")).await.expect(200).body;
    assert_eq!(cohort["items"][0]["coordinator_id"], Value::Null);

    choose(&lou.account_id).await;
    let place = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    ada.delete(&place).await.expect(204);
    ada.get(COORDINATOR).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn who_comes_back_coordinates_when_chosen_again(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let lou = clinic.staff("lou", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    let choose = json!({"site_id": clinic.site, "account_id": kim.account_id});
    let nobody = async || {
        ada.get(COORDINATOR).await.refused(404, "not_found");
        let cohort = lou.get(&clinic.at("/cohort")).await.expect(200).body;
        assert_eq!(cohort["items"][0]["coordinator_id"], Value::Null);
    };

    ada.put(COORDINATOR, choose.clone()).await.expect(200);
    let place = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    ada.delete(&place).await.expect(204);
    app.clock.turn(TimeDelta::minutes(1));
    clinic.enrol(&lou, &ada).await;
    nobody().await;

    ada.put(COORDINATOR, choose).await.expect(200);
    let member = clinic.at(&format!("/staff/{}", kim.account_id));
    clinic.ann.delete(&member).await.expect(204);
    app.clock.turn(TimeDelta::minutes(1));
    clinic.add(&clinic.ann, "kim", "clinician").await;
    nobody().await;
}

#[rstest]
#[tokio::test]
async fn who_treats_again_coordinates_when_chosen_again(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let lou = clinic.staff("lou", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;

    let choice = json!({"site_id": clinic.site, "account_id": kim.account_id});
    ada.put(COORDINATOR, choice).await.expect(200);
    for role in ["data_manager", "clinician"] {
        app.clock.turn(TimeDelta::minutes(1));
        clinic.add(&clinic.ann, "kim", role).await.expect(201);

        ada.get(COORDINATOR).await.refused(404, "not_found");
        let cohort = lou.get(&clinic.at("/cohort")).await.expect(200).body;
        assert_eq!(cohort["items"][0]["coordinator_id"], Value::Null);
    }
}
