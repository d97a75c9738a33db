//! What the clinic rated, beside what the home did.

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::clinic::people::ratings_alone;
use crate::weeks::{week, with};

const RATING: &str = "/v1/patients/{patient}/clinic-ratings/2026-11-18";

#[rstest]
#[tokio::test]
async fn a_rating_of_the_clinic_stands_beside_the_home_and_says_who_rated(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    clinic.enrol_sharing(&kim, &ada, ratings_alone()).await;
    let kim = kim.on(&ada);
    let patient = ada.patient_id.clone().unwrap();
    for (name, day) in [("2026-W47", "2026-11-18"), ("2026-W46", "2026-11-11")] {
        ada.record(name, week(day)).await.expect(201);
    }
    let lower = with(week("2026-11-18"), "/answers/speech", 2);
    let lower = with(lower, "/respondent", "clinician_phone");
    let rated = kim.put(RATING, lower).await.expect(201);

    let answers = format!("/fhir/QuestionnaireResponse?patient={patient}");
    let found = ada.find(&answers).await;
    let ids: Vec<_> = found
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    let names = ["2026-W46", "2026-W47", "2026-11-18"];
    assert_eq!(ids, names.map(|name| format!("{patient}.{name}")));
    let (home, clinics) = (&found[1], &found[2]);
    assert_eq!(home["author"]["reference"], format!("Patient/{patient}"));
    for who in ["author", "source"] {
        assert_eq!(clinics[who]["type"], "Practitioner", "{who}");
        assert_eq!(clinics[who]["display"], "Dr kim", "{who}");
    }
    assert_eq!(clinics["extension"][0]["valueCode"], "clinician_phone");
    let totals = format!("/fhir/Observation?patient={patient}&code=total&date=2026-11-18");
    let totals = ada.find(&totals).await;
    let points: Vec<_> = totals.iter().map(|one| &one["valueInteger"]).collect();
    assert_eq!(points, [45, 43]);
    assert_eq!(totals[1]["performer"][0]["type"], "Practitioner");
    let path = format!("/fhir/Observation/{patient}.2026-11-18.total");
    assert_eq!(ada.get(&path).await.expect(200).body, totals[1]);
    for size in [1, 19, 20, 41] {
        let pages = format!("/fhir/Observation?patient={patient}&_count={size}");
        assert_eq!(ada.find(&pages).await.len(), 60, "{size}");
    }

    let removal = kim.with_header("If-Match", rated.etag());
    removal.delete(RATING).await.expect(204);
    ada.get(&path).await.refused(410, "deleted");
    assert_eq!(ada.find(&answers).await, found[..2]);
    for none in ["2026-11-17", "2026-11-18.total", "2026-11-8", "+2026-11-18"] {
        let path = format!("/fhir/QuestionnaireResponse/{patient}.{none}");
        let status = ada.get(&path).await.status;
        assert!([404, 410].contains(&status), "{none}: {status}");
    }
}
