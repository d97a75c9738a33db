//! What the clinic rates, apart from the diary that the home keeps.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::ratings_alone;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::treatments::people::RECORDS;
use crate::weeks::{week, with};

const RATING: &str = "/v1/patients/{patient}/clinic-ratings/2026-11-18";
const ALL: &str = "/v1/patients/{patient}/clinic-ratings";
const TREND: &str = "/v1/patients/{patient}/trend";

/// A rating of the clinic; total 45.
fn rating() -> Value {
    with(week("2026-11-18"), "/respondent", "clinician_phone")
}

#[rstest]
#[tokio::test]
async fn clinicians_alone_rate_for_the_clinic(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let koe = clinic.other().await.staff("koe", "clinician").await;
    let sil = clinic.staff("sil", "site_admin").await;
    let ada = app.patient("ada").await;
    let wim = app.member(&ada, "wim", "write").await;
    clinic.enrol(&kim, &ada).await;

    for person in [&ada, &wim] {
        let refused = person.put(RATING, rating()).await;
        refused.refused(403, "clinician_only");
    }
    koe.on(&ada)
        .put(RATING, rating())
        .await
        .refused(404, "not_found");
    let (mia, _) = app.clinician("mia").await;
    app.let_in(&ada, &mia, "read").await;
    let by_a_friend = mia.on(&ada).put(RATING, rating()).await;
    by_a_friend.refused(403, "clinician_only");
    sil.on(&ada)
        .put(RATING, rating())
        .await
        .refused(403, "site_role");

    let kim = kim.on(&ada);
    let rated = kim.put(RATING, rating()).await.expect(201);
    assert_eq!(rated.body["total"], 45);
    assert_eq!(rated.body["respondent"], "clinician_phone");
    assert_eq!(rated.body["recorded_by"]["display_name"], "Dr kim");
    for person in [&ada, &wim] {
        let refused = person
            .with_header("If-Match", rated.etag())
            .delete(RATING)
            .await;
        refused.refused(403, "clinician_only");
    }
    let seen = ada.get(RATING).await.expect(200);
    assert_eq!(seen.body["total"], 45, "the patient sees it");
}

#[rstest]
#[tokio::test]
async fn a_rating_of_the_clinic_is_of_its_day_and_of_a_clinician(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    let kim = kim.on(&ada);

    let by_the_patient = kim.put(RATING, week("2026-11-18")).await;
    by_the_patient.faulty("/respondent", "respondent_not_possible");
    let all_wrong = with(
        with(week("2026-11-19"), "/weight_kg", 3),
        "/answers",
        json!({}),
    );
    let all_wrong = kim.put(RATING, all_wrong).await.expect(422);
    assert_eq!(
        all_wrong.faults(),
        [
            ("/assessed_on", "another_day"),
            ("/respondent", "respondent_not_possible"),
            ("/answers", "nothing_answered"),
            ("/weight_kg", "invalid_value"),
        ]
    );
    let other_day = with(rating(), "/assessed_on", "2026-11-09");
    let other_day = kim.put(RATING, other_day).await;
    other_day.faulty("/assessed_on", "another_day");
    for day in ["2026-13-01", "yesterday", "2026-W47"] {
        let path = format!("{ALL}/{day}");
        kim.put(&path, rating()).await.refused(404, "not_found");
    }
    let tomorrow = with(rating(), "/assessed_on", "2027-11-19");
    let tomorrow = kim.put(&format!("{ALL}/2027-11-19"), tomorrow).await;
    tomorrow.faulty("/assessed_on", "date_in_future");
}

#[rstest]
#[tokio::test]
async fn a_rating_of_the_clinic_is_kept_like_a_week(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    let kim = kim.on(&ada);

    let first = kim.put(RATING, rating()).await.expect(201);
    let again = kim.put(RATING, rating()).await.expect(200);
    assert_eq!(again.etag(), first.etag());
    let other = with(rating(), "/answers/speech", 3);
    let taken = kim.put(RATING, other.clone()).await;
    let taken = taken.refused(409, "id_taken");
    assert_eq!(taken.body["current"]["total"], 45);
    let change = kim.with_header("If-Match", first.etag());
    let changed = change.put(RATING, other).await.expect(200);
    assert_eq!(changed.body["revision"], 2);
    let late = kim.put(RATING, rating()).await.expect(200);
    assert_eq!(late.body["superseded"], true);
    assert_eq!(late.body["total"], 44);

    let removal = kim.with_header("If-Match", changed.etag());
    removal.delete(RATING).await.expect(204);
    kim.get(RATING).await.refused(404, "not_found");
    let all = kim.get(ALL).await.expect(200).body;
    assert_eq!(all["items"], json!([]));
    let removed = kim.put(RATING, rating()).await;
    removed.refused(409, "record_removed");
}

#[rstest]
#[tokio::test]
async fn the_address_of_a_rating_of_the_clinic_is_its_only_way_in(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    let kim = kim.on(&ada);
    let rated = kim.put(RATING, rating()).await.expect(201);

    let records = kim.get(&format!("{RECORDS}?kind=clinic_rating")).await;
    let records = records.expect(200).body;
    let id = records["items"][0]["id"].as_str().unwrap();
    let path = format!("{RECORDS}/{id}");
    let milestone = json!({
        "kind": "milestone", "milestone": "wheelchair", "reached_on": "2026-11-01",
    });

    let blocked = ada.put(&path, milestone).await;
    blocked.refused(404, "not_found");
    let removal = ada.with_header("If-Match", rated.etag());
    removal.delete(&path).await.refused(404, "not_found");
    let by_kind = kim
        .put(
            &format!("{RECORDS}/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61"),
            json!({"kind": "clinic_rating"}),
        )
        .await;
    by_kind.faulty("/kind", "recorded_elsewhere");
}

#[rstest]
#[tokio::test]
async fn ratings_of_the_clinic_stand_beside_the_curve_and_are_compared_with_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    clinic.enrol_sharing(&kim, &ada, ratings_alone()).await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let kim = kim.on(&ada);
    let lower = with(rating(), "/answers/speech", 2);
    kim.put(RATING, lower).await.expect(201);

    let trend = ada.get(TREND).await.expect(200).body;
    assert_eq!(trend["points"].as_array().unwrap().len(), 1);
    assert_eq!(trend["latest"]["total"], 45);
    assert_eq!(trend["clinic_ratings"][0]["total"], 43);
    assert_eq!(trend["clinic_ratings"][0]["assessed_on"], "2026-11-18");
    let agreement = ada.get("/v1/patients/{patient}/agreement").await;
    let agreement = agreement.expect(200).body;
    assert_eq!(agreement["agreements"][0]["one"], "self");
    assert_eq!(agreement["agreements"][0]["other"], "clinician_phone");
    assert_eq!(agreement["agreements"][0]["total"]["mean_difference"], -2.0);
}
