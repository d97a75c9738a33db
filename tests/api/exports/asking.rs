//! Who may take data out, and how they ask.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use super::people::{by_name, without_names};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

#[rstest]
#[tokio::test]
async fn r116_strangers_learn_nothing_of_the_exports_of_a_clinic(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let export = clinic.export(&kim, without_names("csv")).await;
    let (place, file) = (
        clinic.place_of(&export),
        clinic.file_of(&export, "entries.csv"),
    );
    let ada = app.patient("ada").await;
    let koe = clinic.other().await.staff("koe", "clinician").await;
    let sil = clinic.staff("sil", "site_admin").await;
    let dia = clinic.staff("dia", "data_manager").await;

    for person in [&ada, &koe] {
        let asked = clinic.ask(person, without_names("csv")).await;
        asked.refused(404, "not_found");
        let list = person.get(&clinic.at("/exports")).await;
        list.refused(404, "not_found");
    }
    let asked = clinic.ask(&sil, without_names("csv")).await;
    asked.refused(403, "site_role");
    for person in [&ada, &koe, &sil, &dia] {
        person.get(&place).await.refused(404, "not_found");
        person.get(&file).await.refused(404, "not_found");
        person.delete(&place).await.refused(404, "not_found");
    }
    let none = dia.get(&clinic.at("/exports")).await.expect(200);
    assert_eq!(none.body["items"], json!([]));
    kim.get(&file).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r116_a_password_alone_takes_nothing_out(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kit = clinic.staff_with_one_factor("kit", "clinician").await;

    let asked = clinic.ask(&kit, without_names("csv")).await;

    asked.refused(401, "insufficient_user_authentication");
}

#[rstest]
#[tokio::test]
async fn r119_what_tells_whose_data_they_are_takes_a_reason_and_both_factors_afresh(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let (kim, phone) = clinic.staff_and_phone("kim", "clinician").await;
    let first = clinic
        .ask(&kim, json!({"format": "csv", "identified": true}))
        .await;
    first.faulty("/reason", "missing_member");
    app.clock.turn(TimeDelta::minutes(6));
    let kim = kim.refreshed().await;

    let stale = clinic.ask(&kim, by_name("csv")).await;
    stale.refused(401, "insufficient_user_authentication");
    clinic.ask(&kim, without_names("csv")).await.expect(202);
    let afresh = kim.with_second_factor(&phone.code(&app, 0)).await;
    clinic.ask(&afresh, by_name("csv")).await.expect(202);
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_asked_for_is_refused_with_its_place(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;

    for (wanted, pointer, code) in [
        (json!({"format": "xlsx"}), "/format", "invalid_value"),
        (json!({}), "/format", "missing_member"),
        (
            json!({"format": "csv", "weeks": 3}),
            "/weeks",
            "unknown_member",
        ),
        (
            json!({"format": "csv", "from": "2026-W20", "to": "2026-W19"}),
            "/to",
            "ended_before_start",
        ),
        (
            json!({"format": "csv", "from": "2026-W54"}),
            "/from",
            "invalid_value",
        ),
        (
            json!({"format": "csv", "identified": true, "reason": "r", "changed_since": "2099-01-01T00:00:00Z"}),
            "/changed_since",
            "date_in_future",
        ),
        (json!({"format": "fhir"}), "/format", "identified_only"),
        (
            json!({"format": "parquet", "labels": true}),
            "/labels",
            "tables_only",
        ),
        (
            json!({"format": "csv", "changed_since": "2026-01-01T00:00:00Z"}),
            "/changed_since",
            "identified_only",
        ),
        (
            json!({"format": "csv", "reason": "two\u{0} words"}),
            "/reason",
            "forbidden_character",
        ),
    ] {
        clinic.ask(&kim, wanted).await.faulty(pointer, code);
    }
    let none = kim.get(&clinic.at("/exports")).await.expect(200);
    assert_eq!(none.body["items"], json!([]));
}

#[rstest]
#[tokio::test]
async fn r116_two_exports_of_a_person_are_made_at_once_and_no_third(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let (clinic, kim) = app.clinic_and_kim().await;
    let dia = clinic.staff("dia", "data_manager").await;

    let first = clinic.ask(&kim, without_names("csv")).await.expect(202);
    clinic.ask(&kim, without_names("csv")).await.expect(202);

    let third = clinic.ask(&kim, without_names("csv")).await;
    third.refused(409, "too_many_exports");
    assert_eq!(app.written_down("export.asked"), 2);
    clinic
        .ask(&dia, without_names("csv-long"))
        .await
        .expect(202);
    let file = clinic.file_of(&first.body, "entries.csv");
    kim.get(&file).await.refused(409, "export_not_ready");
    kim.delete(&clinic.place_of(&first.body)).await.expect(204);
    kim.delete(&clinic.place_of(&first.body)).await.expect(204);
    let deleted = kim.get(&clinic.place_of(&first.body)).await.expect(200);
    assert_eq!(deleted.body["state"], "expired");
    clinic.ask(&kim, without_names("csv")).await.expect(202);
}

#[rstest]
#[tokio::test]
async fn r116_an_export_says_where_it_is_and_when_to_look_again(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46", "2026-W47"]).await;
    app.a_minute_goes_by();

    let asked = clinic.ask(&kim, without_names("csv")).await.expect(202);

    assert_eq!(asked.header("location"), clinic.place_of(&asked.body));
    assert_eq!(asked.header("content-location"), asked.header("location"));
    assert_eq!(asked.header("retry-after"), "5");
    let export = clinic.made(&kim, &asked.body).await;
    assert_eq!(export["state"], "ready");
    assert_eq!(export["progress"], json!({"done": 1, "of": 1}));
    assert_eq!(export["files"][0]["name"], "entries.csv");
    assert_eq!(export["files"][0]["rows"], 2);
    let list = kim.get(&clinic.at("/exports")).await.expect(200).body;
    assert_eq!(list["items"], json!([export]));
}
