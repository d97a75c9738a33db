//! What the staff of a clinic see of the patients who let it in, and what the patients see of that.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{accept, everything, ratings_alone};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::people::Person;
use crate::treatments::people::TREATMENTS;
use crate::weeks::{week, with};

const TREND: &str = "/v1/patients/{patient}/trend";
const ENTRIES: &str = "/v1/patients/{patient}/entries";

async fn record(person: &Person) {
    let noted = with(week("2026-11-18"), "/note", "the new frame helps");
    person.record("2026-W47", noted).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r78_the_staff_of_another_clinic_find_nothing_with_exact_ids(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let other = clinic.other().await;
    let kim = clinic.staff("kim", "clinician").await;
    let koe = other.staff("koe", "clinician").await;
    let ada = app.patient("ada").await;
    record(&ada).await;
    clinic.enrol(&kim, &ada).await;
    let stranger = koe.on(&ada);

    for path in [TREND, ENTRIES, TREATMENTS, "/v1/patients/{patient}"] {
        stranger.get(path).await.refused(404, "not_found");
        let by_the_operator = clinic.ann.on(&ada).get(path).await;
        by_the_operator.refused(404, "not_found");
    }
    for path in ["/patients", "/invitations", "/staff"] {
        koe.get(&clinic.at(path)).await.refused(404, "not_found");
    }
    let guest = json!({"email": "eve@example.org", "share": everything()});
    let invited = koe.post(&clinic.at("/invitations"), guest).await;
    invited.refused(404, "not_found");
    let roster = koe.get(&other.at("/patients")).await.expect(200).body;
    assert_eq!(roster["items"], json!([]));
}

#[rstest]
#[tokio::test]
async fn r78_administrators_see_who_is_enrolled_and_no_scores(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let sil = clinic.staff("sil", "site_admin").await;
    let dia = clinic.staff("dia", "data_manager").await;
    let ada = app.patient("ada").await;
    record(&ada).await;

    clinic.enrol(&sil, &ada).await;

    let roster = sil.get(&clinic.at("/patients")).await.expect(200);
    let row = &roster.body["items"][0];
    assert_eq!(row["display_name"], "Ada");
    assert_eq!(row["subject_id"], "0001");
    assert_eq!(row["last_week"], "2026-W47");
    let told: Vec<&String> = row.as_object().unwrap().keys().collect();
    let known = [
        "display_name",
        "last_week",
        "patient_id",
        "since",
        "subject_id",
    ];
    assert_eq!(told, known, "and no score");
    for path in [TREND, ENTRIES, TREATMENTS] {
        sil.on(&ada).get(path).await.refused(403, "site_role");
        dia.on(&ada).get(path).await.refused(404, "not_found");
    }
    for path in ["/patients", "/invitations"] {
        let refused = dia.get(&clinic.at(path)).await;
        refused.refused(403, "site_role");
    }
}

#[rstest]
#[tokio::test]
async fn a_clinician_reads_what_is_recorded_and_changes_none_of_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    record(&ada).await;
    clinic.enrol(&kim, &ada).await;
    let kim = kim.on(&ada);

    let diaries = kim.get("/v1/patients").await.expect(200).body;
    assert_eq!(diaries["items"][0]["display_name"], "Ada");
    assert_eq!(diaries["items"][0]["relation"], "clinician");
    assert_eq!(diaries["items"][0]["total"], 45);
    let entries = kim.get(ENTRIES).await.expect(200).body;
    assert_eq!(entries["items"][0]["note"], "the new frame helps");
    let writing = kim.record("2026-W46", week("2026-11-11")).await;
    writing.refused(403, "read_only");
    let removal = kim.delete("/v1/patients/{patient}/entries/2026-W47").await;
    removal.refused(403, "read_only");
    let circle = kim.get("/v1/patients/{patient}/circle").await;
    circle.refused(403, "patient_only");
}

#[rstest]
#[tokio::test]
async fn what_is_not_shared_with_a_clinic_is_not_there_for_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let onset = json!({"symptom_onset": "2025-03-01", "sex": "female"});
    let read = ada.get(FACTS).await.expect(200);
    let ada_changes = ada.with_header("If-Match", read.etag());
    ada_changes.change(FACTS, onset).await.expect(200);
    record(&ada).await;
    clinic.enrol_sharing(&kim, &ada, ratings_alone()).await;
    let kim = kim.on(&ada);

    let entries = kim.get(ENTRIES).await.expect(200);
    assert_eq!(entries.body["items"][0]["total"], 45);
    assert!(!entries.text.contains("frame"), "{}", entries.text);
    let trend = kim.get(TREND).await.expect(200).body;
    assert_eq!(trend["since_onset"], Value::Null);

    let place = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    let all = json!({"share": everything()});
    ada.with_header("If-Match", "*")
        .put(&place, all)
        .await
        .expect(200);
    let entries = kim.get(ENTRIES).await.expect(200);
    assert!(entries.text.contains("frame"), "{}", entries.text);
    let trend = kim.get(TREND).await.expect(200).body;
    assert_ne!(trend["since_onset"], Value::Null);
}

#[rstest]
#[tokio::test]
async fn of_two_clinics_of_one_clinician_the_one_that_is_shown_more_counts(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let other = clinic.other().await;
    let kim = clinic.staff("kim", "clinician").await;
    let ada = app.patient("ada").await;
    record(&ada).await;
    clinic.enrol_sharing(&kim, &ada, ratings_alone()).await;
    let less = kim.on(&ada).get(ENTRIES).await.expect(200);
    assert!(!less.text.contains("frame"));

    other.add(&clinic.ann, "kim", "clinician").await.expect(201);
    other.enrol(&kim, &ada).await;

    let more = kim.on(&ada).get(ENTRIES).await.expect(200);
    assert!(more.text.contains("frame"), "{}", more.text);
    let diaries = kim.get("/v1/patients").await.expect(200).body;
    assert_eq!(diaries["items"].as_array().unwrap().len(), 1, "once");
}

#[rstest]
#[tokio::test]
async fn r152_the_patient_sees_which_clinician_of_which_clinic_looked(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    record(&ada).await;
    let code = clinic.invite(&kim, &ada).await;
    accept(&ada, &code, everything()).await.expect(201);

    kim.on(&ada).get(TREND).await.expect(200);
    let place = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    ada.put(&place, json!({"share": ratings_alone()}))
        .await
        .expect(200);
    ada.delete(&place).await.expect(204);

    let log = "/v1/patients/{patient}/access-log";
    let log = ada.get(log).await.expect(200).body;
    let texts: Vec<&str> = log["items"].as_array().unwrap()[..4]
        .iter()
        .map(|event| event["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        [
            "You left a clinic, which sees nothing of your diary any more: Clinic by the lake.",
            "You changed what a clinic sees: Clinic by the lake.",
            "Dr kim, of the team at Clinic by the lake, opened your trend.",
            "You let a clinic see your diary: Clinic by the lake.",
        ]
    );
    assert_eq!(log["items"][2]["site"], "Clinic by the lake");
}

#[rstest]
#[tokio::test]
async fn a_roster_comes_in_pages(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    for name in ["ada", "ben", "cyd"] {
        let patient = app.patient(name).await;
        clinic.enrol(&kim, &patient).await;
    }

    let first = kim.get(&clinic.at("/patients?limit=2")).await.expect(200);
    let next = first.body["next"].as_str().unwrap();
    let rest = clinic.at(&format!("/patients?limit=2&cursor={next}"));
    let rest = kim.get(&rest).await.expect(200).body;

    let items = |page: &Value| page["items"].as_array().unwrap().clone();
    let names: Vec<_> = [items(&first.body), items(&rest)].concat();
    let names: Vec<_> = names.iter().map(|row| &row["display_name"]).collect();
    assert_eq!(names, ["Ada", "Ben", "Cyd"]);
    assert_eq!(rest["next"], Value::Null);
}

#[rstest]
#[tokio::test]
async fn the_copy_of_everything_says_where_a_patient_is_enrolled_and_erasure_ends_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let enrolled = clinic.enrol(&kim, &ada).await;

    let again = ada.on_another_device().await;
    let copy = again.post_nothing("/v1/account/export").await.expect(200);
    assert_eq!(copy.body["diary"]["sites"], json!([enrolled]));

    let again = ada.on_another_device().await;
    again.post_nothing("/v1/account/erasure").await.expect(202);
    let app = app.after_erasures().await;
    assert_eq!(app.query_i64("select count(*) from enrolments"), 0);
}
