//! A week comes into the diary once, whatever the network does, and is never lost.

mod as_table;
mod at_once;
mod bounds;
mod history;
mod offline;
mod refusals;
mod sharing;
mod table;

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{answers, week, with};

#[rstest]
#[tokio::test]
async fn a_patient_records_a_week_and_sees_what_it_means(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let body = json!({
        "assessed_on": "2026-11-18",
        "answers": answers([4, 4, 3, 2, 2, 3, 3, 2, 1, 4, 4, 4]),
        "cutting_form": "5a", "gastrostomy": false, "respondent": "self",
        "symptoms": {"weakness": 6, "fatigue": 4}, "weight_kg": 68.4,
        "note": "new walking frame\nand a café au lait", "change_reason": null,
        "answered_at": "2026-11-18T08:12:00.123456Z",
    });

    let recorded = ada.record("2026-W47", body).await.expect(201);

    assert_eq!(recorded.etag(), "\"v1\"");
    // Both databases answer the same.
    insta::allow_duplicates! {
    insta::assert_json_snapshot!(recorded.body, {
        ".patient_id" => "[patient]",
        ".recorded_at" => insta::dynamic_redaction(|at, _| {
            assert!(at.as_str().unwrap().ends_with('Z'));
            "[instant]"
        }),
        ".recorded_by.account_id" => "[account]",
    }, @r#"
    {
      "answered_at": "2026-11-18T08:12:00.123Z",
      "answers": {
        "cutting": 2,
        "dressing": 3,
        "dyspnea": 4,
        "handwriting": 2,
        "orthopnea": 4,
        "respiratory_insufficiency": 4,
        "salivation": 4,
        "speech": 4,
        "stairs": 1,
        "swallowing": 3,
        "turning": 3,
        "walking": 2
      },
      "assessed_on": "2026-11-18",
      "change_reason": null,
      "cutting_form": "5a",
      "device_name": null,
      "gastrostomy": false,
      "instrument_version": "alsfrs-r/1999-en-1",
      "note": "new walking frame\nand a café au lait",
      "patient_id": "[patient]",
      "recorded_at": "[instant]",
      "recorded_by": {
        "account_id": "[account]",
        "display_name": "Ada",
        "relation": "self"
      },
      "respondent": "self",
      "revision": 1,
      "stages": {
        "ft9": {
          "possible": [
            2
          ],
          "stage": 2
        },
        "kings": {
          "nutritional_failure": false,
          "possible": [
            "3"
          ],
          "regions": 3,
          "respiratory_failure": false,
          "stage": "3"
        },
        "mitos": {
          "lost": [],
          "possible": [
            0
          ],
          "stage": 0
        }
      },
      "subscores": {
        "bulbar": 11,
        "fine_motor": 7,
        "gross_motor": 6,
        "respiratory": 12
      },
      "symptoms": {
        "fatigue": 4,
        "weakness": 6
      },
      "total": 36,
      "voided": false,
      "week": "2026-W47",
      "weight_kg": 68.4
    }
    "#);
    }
    let read = ada.read("2026-W47").await.expect(200);
    assert_eq!((&read.body, read.etag()), (&recorded.body, "\"v1\""));
}

#[rstest]
#[tokio::test]
async fn two_phones_that_race_leave_one_entry(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    let sent = (0..20).map(|n| {
        let body = with(week("2026-11-18"), "/answers/speech", n % 2);
        let ada = ada.clone();
        async move { ada.record("2026-W47", body).await.status }
    });
    let mut statuses = futures_util::future::join_all(sent).await;

    statuses.sort_unstable();
    let count = |status| statuses.iter().filter(|&&s| s == status).count();
    assert_eq!((count(201), count(200), count(409)), (1, 9, 10));
    assert_eq!(app.query_i64("select count(*) from entries"), 1);
    assert_eq!(app.query_i64("select max(last_change) from patients"), 1);
}

#[rstest]
#[tokio::test]
async fn r200_of_fifty_corrections_of_one_version_one_is_kept(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let ada = ada.with_header("If-Match", "\"v1\"");

    let sent = (0..50).map(|n| {
        let body = with(week("2026-11-18"), "/note", format!("correction {n}"));
        let ada = ada.clone();
        async move {
            ada.put("/v1/patients/{patient}/entries/2026-W47", body)
                .await
                .status
        }
    });
    let statuses = futures_util::future::join_all(sent).await;

    assert_eq!(statuses.iter().filter(|&&status| status == 200).count(), 1);
    assert_eq!(statuses.iter().filter(|&&status| status == 412).count(), 49);
    assert_eq!(
        app.query_i64("select count(*) from entries where revision = 2"),
        1
    );
}

#[rstest]
#[tokio::test]
async fn a_reader_who_has_it_already_is_told_so(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    for path in [
        "/v1/patients",
        "/v1/patients/{patient}",
        "/v1/patients/{patient}/entries",
        "/v1/patients/{patient}/entries/2026-W47",
        "/v1/patients/{patient}/entries/2026-W47/revisions",
        "/v1/patients/{patient}/trend",
        "/v1/instruments/alsfrs-r",
    ] {
        let first = ada.get(path).await.expect(200);
        let again = ada
            .with_header("If-None-Match", first.etag())
            .get(path)
            .await;
        assert_eq!((again.status, again.text.as_str()), (304, ""), "{path}");
    }
}
