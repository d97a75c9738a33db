//! Who may do what with treatments.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{
    RECORDS, TREATMENTS, at, cells, headache, id_of, injection, riluzole, screening,
};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::weeks::with;

/// A clinician whom `patient` has let in with `level`.
async fn doctor(app: &TestApp, patient: &Person, level: &str) -> Person {
    let (kim, _) = app.clinician("kim").await;
    app.let_in(patient, &kim, level).await
}

#[rstest]
#[tokio::test]
async fn a_clinician_who_may_read_writes_treatments_and_one_with_the_trend_does_not(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let kim = doctor(&app, &ada, "read").await;
    let rob = app.member(&ada, "rob", "read").await;
    app.let_in(&ben, &kim, "summary").await;

    kim.on(&ben)
        .puts(riluzole(&app))
        .await
        .refused(403, "summary_only");
    kim.on(&ben)
        .get(TREATMENTS)
        .await
        .refused(403, "summary_only");
    rob.puts(riluzole(&app)).await.refused(403, "read_only");
    let hers = kim.puts(riluzole(&app)).await.expect(201);

    assert_eq!(
        hers.body["recorded_by"]["account_id"],
        json!(kim.account_id)
    );
    assert_eq!(
        rob.get(TREATMENTS).await.expect(200).body["items"][0],
        hers.body
    );
}

#[rstest]
#[tokio::test]
async fn r76_nobody_rewrites_the_patient_and_no_caregiver_a_clinician(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let kim = doctor(&app, &ada, "read").await;
    let wim = app.member(&ada, "wim", "write").await;
    let fay = app.member(&ada, "fay", "write").await;
    let [hers, by_kim, by_wim] = [riluzole(&app), riluzole(&app), riluzole(&app)];
    for (person, sent) in [(&ada, &hers), (&kim, &by_kim), (&wim, &by_wim)] {
        person.adds(sent.clone()).await;
    }
    let ended = |sent: &Value| with(sent.clone(), "/ended_on", "2026-11-20");
    let path = |sent: &Value| at(id_of(sent));
    let seen =
        |person: &Person, version: i32| person.with_header("If-Match", &format!("\"v{version}\""));

    for other in [&kim, &wim] {
        seen(other, 1)
            .puts(ended(&hers))
            .await
            .refused(403, "recorded_by_patient");
        seen(other, 1)
            .delete(&path(&hers))
            .await
            .refused(403, "recorded_by_patient");
    }
    seen(&wim, 1)
        .puts(ended(&by_kim))
        .await
        .refused(403, "recorded_by_clinician");
    seen(&wim, 1)
        .delete(&path(&by_kim))
        .await
        .refused(403, "recorded_by_clinician");

    seen(&fay, 1).puts(ended(&by_wim)).await.expect(200);
    seen(&kim, 2)
        .puts(with(by_wim.clone(), "/dose", "1 g"))
        .await
        .expect(200);
    // Now it is the clinician's word.
    seen(&wim, 3)
        .delete(&path(&by_wim))
        .await
        .refused(403, "recorded_by_clinician");
    seen(&ada, 1).delete(&path(&by_kim)).await.expect(204);
}

#[rstest]
#[tokio::test]
async fn r76_a_treatment_with_what_others_recorded_of_it_stays(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let kim = doctor(&app, &ada, "read").await;
    let wim = app.member(&ada, "wim", "write").await;
    let fay = app.member(&ada, "fay", "write").await;
    let (with_hers, with_kims, by_kim, with_fays) = (
        wim.treated(&app).await,
        wim.treated(&app).await,
        kim.treated(&app).await,
        wim.treated(&app).await,
    );
    let day = ada.given(&app, &with_hers).await;
    let screened = kim.screened(&app, &with_kims).await;
    ada.given(&app, &by_kim).await;
    fay.given(&app, &with_fays).await;
    let removes = async |person: &Person, id: &str| {
        person
            .with_header("If-Match", "\"v1\"")
            .delete(&at(id))
            .await
    };

    for (person, treatment, code) in [
        (&wim, &with_hers, "recorded_by_patient"),
        (&kim, &with_hers, "recorded_by_patient"),
        (&wim, &with_kims, "recorded_by_clinician"),
        (&kim, &by_kim, "recorded_by_patient"),
    ] {
        removes(person, treatment).await.refused(403, code);
    }

    for id in [&day, &screened] {
        ada.get(&at(id)).await.expect(200);
    }
    for _ in 0..2 {
        removes(&wim, &with_fays).await.expect(204);
    }
    removes(&ada, &with_kims).await.expect(204);
    // What hung on it is gone, and hinders no more.
    removes(&ada, &day).await.expect(204);
    removes(&wim, &with_hers).await.expect(204);
}

#[rstest]
#[tokio::test]
async fn a_screening_is_a_clinicians_or_what_the_patient_was_told(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let kim = doctor(&app, &ada, "read").await;
    let wim = app.member(&ada, "wim", "write").await;
    let treatment = ada.treated(&app).await;
    let found = with(
        screening(&app, &treatment),
        "/findings/low_platelets",
        "yes",
    );

    wim.puts(found.clone())
        .await
        .refused(403, "screening_by_caregiver");
    let by_kim = kim.puts(found.clone()).await.expect(201).body;
    wim.puts(found).await.refused(403, "screening_by_caregiver");
    let told = ada.puts(screening(&app, &treatment)).await.expect(201).body;

    assert_eq!(by_kim["recorded_by"]["account_id"], json!(kim.account_id));
    assert_eq!(told["recorded_by"]["relation"], json!("self"));
    let one = at(id_of(&by_kim));
    let seen = wim.with_header("If-Match", "\"v1\"");
    seen.delete(&one)
        .await
        .refused(403, "recorded_by_clinician");
}

#[rstest]
#[tokio::test]
async fn r83_what_belongs_to_another_treatment_or_patient_is_not_there(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let (hers, other, his) = (
        ada.treated(&app).await,
        ada.treated(&app).await,
        ben.treated(&app).await,
    );
    let given = ada.given(&app, &hers).await;
    let screened = ada.screened(&app, &hers).await;
    let felt = ben.felt(&app).await;
    let his_day = ben.given(&app, &his).await;

    for id in [&his, &his_day, &felt] {
        for below in ["", "/revisions", "/course", "/response"] {
            let path = format!("{}{below}", at(id));
            ada.get(&path).await.refused(404, "not_found");
        }
        let seen = ada.with_header("If-Match", "\"v1\"");
        seen.delete(&at(id)).await.refused(404, "not_found");
    }
    // What is no treatment has no course.
    for below in ["course", "response"] {
        let path = format!("{}/{below}", at(&given));
        ada.get(&path).await.refused(404, "not_found");
    }
    let of_his = format!("{RECORDS}?treatment_id={his}");
    assert_eq!(ada.get(&of_his).await.expect(200).body["items"], json!([]));
    ada.puts(injection(&app, &his))
        .await
        .faulty("/treatment_id", "unknown_treatment");
    ada.get(&at(&given)).await.expect(200);

    // What hangs on a removed treatment goes with it.
    let seen = ada.with_header("If-Match", "\"v1\"");
    seen.delete(&at(&hers)).await.expect(204);
    for id in [&given, &screened] {
        ada.get(&at(id)).await.refused(404, "not_found");
        seen.delete(&at(id)).await.refused(404, "not_found");
    }
    let left = ada.get(RECORDS).await.expect(200).body;
    let left: Vec<&str> = left["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(id_of)
        .collect();
    assert_eq!(left, [other.as_str()]);
    ada.puts(injection(&app, &hers))
        .await
        .faulty("/treatment_id", "unknown_treatment");
}

#[rstest]
#[tokio::test]
async fn r74_who_was_sent_away_neither_sees_nor_writes(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let treatment = wim.adds(cells(&app)).await;

    let grant = format!("/v1/patients/{{patient}}/circle/{}", wim.account_id);
    ada.delete(&grant).await.expect(204);

    wim.get(TREATMENTS).await.refused(404, "not_found");
    wim.get(&at(&treatment)).await.refused(404, "not_found");
    wim.puts(riluzole(&app)).await.refused(404, "not_found");
    wim.puts(headache(&app)).await.refused(404, "not_found");
    let author = ada.get(&at(&treatment)).await.expect(200).body["recorded_by"].clone();
    assert_eq!(author["account_id"], json!(wim.account_id));
}

#[rstest]
#[tokio::test]
async fn r152_the_patient_reads_who_looked_at_treatments(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let rob = app.member(&ada, "rob", "read").await;
    ada.treated(&app).await;
    rob.get(TREATMENTS).await.expect(200);

    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200)
        .body;

    let said: Vec<&Value> = log["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| &item["text"])
        .collect();
    let text = json!(said).to_string();
    assert!(text.contains("read about your treatments"), "{log}");
    assert!(text.contains("recorded a treatment"), "{log}");
}
