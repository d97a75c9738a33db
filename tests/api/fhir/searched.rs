//! Searching resources.

use rstest::rstest;
use serde_json::Value;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::treatments::people::{cells, headache};
use crate::weeks::{week, with};

async fn with_weeks(ada: &Person) -> String {
    for (name, day) in [
        ("2026-W45", "2026-11-04"),
        ("2026-W46", "2026-11-11"),
        ("2026-W47", "2026-11-18"),
    ] {
        ada.record(name, week(day)).await.expect(201);
    }
    ada.patient_id.clone().unwrap()
}

fn days(found: &[Value]) -> Vec<&str> {
    found
        .iter()
        .map(|one| one["effectiveDateTime"].as_str().unwrap())
        .collect()
}

#[rstest]
#[tokio::test]
async fn a_search_is_narrowed_by_code_and_day(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let patient = with_weeks(&ada).await;
    let base = format!("/fhir/Observation?patient={patient}");

    let all = ada.find(&base).await;
    let totals = ada
        .find(&format!("{base}&code=http://loinc.org|82953-1"))
        .await;
    let two = ada
        .find(&format!("{base}&code=kings,total&date=2026-11-18"))
        .await;
    let span = format!("{base}&code=total&date=ge2026-11-05&date=lt2026-11-18");

    assert_eq!(all.len(), 3 * 20);
    assert_eq!(days(&totals), ["2026-11-04", "2026-11-11", "2026-11-18"]);
    assert_eq!(two.len(), 2);
    assert_eq!(days(&ada.find(&span).await), ["2026-11-11"]);
    assert_eq!(
        ada.find(&format!("{base}&code=total&date=2026-11"))
            .await
            .len(),
        3
    );
    assert!(ada.find(&format!("{base}&date=2025")).await.is_empty());
    let month =
        format!("/fhir/QuestionnaireResponse?subject=Patient/{patient}&authored=2026-11-11");
    assert_eq!(ada.find(&month).await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_treatment_is_found_by_each_day_of_its_time(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let patient = ada.patient_id.clone().unwrap();
    let still = ada.treated(&app).await;
    let ended = with(cells(&app), "/ended_on", "2026-06-30");
    let ended = ada.adds(ended).await;
    let given = ada.given(&app, &still).await;
    ada.adds(with(headache(&app), "/ended_on", "2026-06-30"))
        .await;
    let base = format!("/fhir/Procedure?patient={patient}");
    let id = |record: &String| format!("{patient}{record}").replace('-', "");
    let (still, ended, given) = (id(&still), id(&ended), id(&given));
    let all = vec![&still, &ended, &given];

    let cases = [
        ("date=2026-05-12", all.clone()),
        ("date=2026-05", all.clone()),
        ("date=2026-06-30", vec![&still, &ended]),
        ("date=2026-07-01", vec![&still]),
        ("date=ge2026-05-13&date=lt2026-07-01", vec![&still, &ended]),
        ("date=gt2026-06-30", vec![&still]),
        ("date=le2026-05-11", vec![]),
        ("date=sa2026-05-11", all.clone()),
        ("date=sa2026-05-12", vec![]),
        ("date=eb2026-06-30", vec![&given]),
        ("date=eb2026-07-01", vec![&ended, &given]),
    ];
    for (asked, mut meant) in cases {
        let found = ada.find(&format!("{base}&{asked}")).await;
        let mut found: Vec<_> = found
            .iter()
            .map(|one| one["id"].as_str().unwrap())
            .collect();
        found.sort_unstable();
        meant.sort_unstable();
        assert_eq!(found, meant, "{asked}");
    }
    let events = format!("/fhir/AdverseEvent?patient={patient}&date");
    assert_eq!(ada.find(&format!("{events}=2026-05-13")).await.len(), 1);
    assert!(ada.find(&format!("{events}=2026-05-14")).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn pages_lose_nothing_and_say_nothing_twice(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let patient = with_weeks(&ada).await;

    for size in [1, 7, 20, 60, 61] {
        let search = format!("/fhir/Observation?patient={patient}&_count={size}");
        let found = ada.find(&search).await;
        let mut ids: Vec<_> = found
            .iter()
            .map(|one| one["id"].as_str().unwrap())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((found.len(), ids.len()), (60, 60), "{size}");
    }
}

#[rstest]
#[tokio::test]
async fn what_changed_since_is_found(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let patient = with_weeks(&ada).await;
    let base = format!("/fhir/QuestionnaireResponse?patient={patient}&_lastUpdated");

    let last = ada.find(&format!("{base}=gt2020")).await.pop().unwrap();
    let at = last["meta"]["lastUpdated"].as_str().unwrap();

    assert!(!ada.find(&format!("{base}=ge{at}")).await.is_empty());
    assert!(ada.find(&format!("{base}=gt{at}")).await.is_empty());
    assert!(ada.find(&format!("{base}=lt2020-01-01")).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn r87_a_search_finds_nothing_of_patients_who_are_not_shown(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let patient = with_weeks(&ada).await;
    let ben = app.patient("ben").await;
    let nobodys = "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61";

    let search = |patient: &str| format!("/fhir/Observation?patient={patient}");
    let hers = ben.get(&search(&patient)).await;
    let none = ben.get(&search(nobodys)).await;

    assert_eq!(
        hers.expect(200).text.replace(&patient, nobodys),
        none.expect(200).text
    );
    assert_eq!(ben.find("/fhir/Patient").await.len(), 1);
    let sue = app.member(&ada, "sue", "summary").await;
    sue.get(&search(&patient))
        .await
        .refused(403, "summary_only");
    assert!(sue.find("/fhir/Patient").await.is_empty());
}
