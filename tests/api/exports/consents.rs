//! Who is in an export: asked when it is made, and each time it is fetched (R120).

use rstest::rstest;
use serde_json::json;

use super::people::{by_name, without_names};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::clinic::people::{everything, ratings_alone};
use crate::people::Person;
use crate::privacy::sharing::decide;
use crate::weeks::with;

const SITES: &str = "/v1/patients/{patient}/sites";

/// What a patient can do so that an export without names has nothing of them.
async fn take_back(ada: &Person, site: &str, how: &str) {
    let place = format!("{SITES}/{site}");
    match how {
        "leaves" => drop(ada.delete(&place).await.expect(204)),
        "shares no more there" => {
            let share = with(everything(), "/research", false);
            let changed = ada.put(&place, json!({ "share": share })).await;
            changed.expect(200);
        }
        purpose => drop(decide(ada, purpose, false).await),
    }
}

#[rstest]
#[tokio::test]
async fn r120_r170_who_takes_it_back_before_the_run_is_not_in_it(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(
        "leaves",
        "shares no more there",
        "research_export",
        "clinic_enrolment",
        "care_sharing"
    )]
    how: &str,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let (clinic, kim) = app.clinic_and_kim().await;
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    for patient in [&ada, &ben] {
        clinic.enrol(&kim, patient).await;
        patient.rate(&["2026-W47"]).await;
    }
    app.a_minute_goes_by();
    let asked = clinic.ask(&kim, without_names("csv")).await.expect(202);

    take_back(&ada, &clinic.site, how).await;

    app.make_exports().await;
    let export = clinic.made(&kim, &asked.body).await;
    assert_eq!(clinic.rows(&kim, &export, "entries.csv").await.len(), 1);
    let log = |person: &Person| {
        let person = person.clone();
        async move {
            let log = person.get("/v1/patients/{patient}/access-log").await;
            log.expect(200).text.contains("export.without_name")
        }
    };
    assert!(log(&ben).await, "he was in it");
    assert!(!log(&ada).await, "she was not");
}

#[rstest]
#[tokio::test]
async fn r120_r74_who_takes_it_back_after_the_run_ends_it(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("leaves", "shares no more there", "research_export", "care_sharing")] how: &str,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W47"]).await;
    let export = clinic.export(&kim, without_names("csv")).await;
    let file = clinic.file_of(&export, "entries.csv");
    kim.get(&file).await.expect(200);

    take_back(&ada, &clinic.site, how).await;

    kim.get(&file).await.refused(410, "export_no_longer_shared");
    kim.get(&file).await.refused(410, "export_expired");
    let keys = "select count(*) from data_keys where subject in (select id from exports)";
    assert_eq!(app.query_i64(keys), 0, "it opens never again");
}

#[rstest]
#[tokio::test]
async fn r120_research_is_asked_for_where_no_name_is_and_care_where_one_is(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = app.patient("ada").await;
    clinic.enrol_sharing(&kim, &ada, ratings_alone()).await;
    ada.rate(&["2026-W47"]).await;

    let research = clinic.export(&kim, without_names("csv")).await;
    let care = clinic.export(&kim, by_name("csv")).await;

    assert_eq!(research["files"][0]["rows"], 0);
    assert_eq!(care["files"][0]["rows"], 1);
    let row = clinic.rows(&kim, &care, "patients.csv").await;
    assert_eq!(row[0]["sex"], "", "she shares no facts");
}

#[rstest]
#[tokio::test]
async fn r78_a_person_who_works_there_no_more_gets_nothing_made(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let (clinic, kim) = app.clinic_and_kim().await;
    clinic.ask(&kim, without_names("csv")).await.expect(202);
    let place = clinic.at(&format!("/staff/{}", kim.account_id));
    clinic.ann.delete(&place).await.expect(204);

    app.make_exports().await;

    assert_eq!(
        app.query_i64("select count(*) from exports where failure = 2"),
        1
    );
    assert_eq!(app.written_down("export.made"), 0);
}

#[rstest]
#[tokio::test]
async fn r120_facts_and_notes_that_are_taken_back_are_handed_out_no_more(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("facts", "notes", "notes_sharing")] what: &str,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    clinic.enrol(&kim, &ada).await;
    clinic.enrol_sharing(&kim, &ben, ratings_alone()).await;
    ada.rate(&["2026-W47"]).await;
    let export = clinic.export(&kim, by_name("csv")).await;
    let file = clinic.file_of(&export, "entries.csv");
    kim.get(&file).await.expect(200);
    // What never went in ends nothing.
    let place = format!("{SITES}/{}", clinic.site);
    let more = json!({ "share": with(ratings_alone(), "/facts", true) });
    ben.with_header("If-Match", "*")
        .put(&place, more)
        .await
        .expect(200);
    let less = json!({ "share": ratings_alone() });
    ben.put(&place, less).await.expect(200);
    kim.get(&file).await.expect(200);

    match what {
        "notes_sharing" => drop(decide(&ada, what, false).await),
        what => {
            let share = with(everything(), &format!("/{what}"), false);
            let changed = ada.put(&place, json!({ "share": share })).await;
            changed.expect(200);
        }
    }

    kim.get(&file).await.refused(410, "export_no_longer_shared");
    kim.get(&file).await.refused(410, "export_expired");
}

#[rstest]
#[tokio::test]
async fn r120_who_is_a_clinician_no_more_fetches_no_notes(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let (kim, phone) = clinic.staff_and_phone("kim", "clinician").await;
    let kim = kim.with_second_factor(&phone.code(&app, 0)).await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W47"]).await;
    let noted = clinic.export(&kim, by_name("csv")).await;
    let plain = clinic.export(&kim, without_names("csv")).await;
    let changed = clinic.add(&clinic.ann, "kim", "data_manager").await;
    changed.expect(201);
    let kim = kim.with_second_factor(&phone.code(&app, 0)).await;

    let file = kim.get(&clinic.file_of(&noted, "entries.csv")).await;

    file.refused(410, "export_no_longer_shared");
    let file = kim.get(&clinic.file_of(&plain, "entries.csv")).await;
    file.expect(200);
}
