//! The audit as those who collect audits read it: one event a line.

use alsfrs_diary::audit::{self, Span};
use alsfrs_diary::platform::ids::PatientId;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::Home;
use crate::weeks::week;

const ALL: Span = Span {
    since: None,
    until: None,
    patient: None,
};

impl TestApp {
    async fn exported(&self, span: Span) -> Vec<Value> {
        let mut lines = Vec::new();
        let write = |line: &str| {
            lines.push(serde_json::from_str(line).unwrap());
            Ok(())
        };
        let written = audit::export(self.inside(), span, write).await;
        assert_eq!(usize::try_from(written.unwrap()), Ok(lines.len()));
        lines
    }
}

#[rstest]
#[tokio::test]
async fn the_patient_reads_that_their_record_was_exported(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.patient("bob").await;
    bob.record("2026-W47", week("2026-11-18")).await.expect(201);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let patient: PatientId = ada.patient_id.as_deref().unwrap().parse().unwrap();
    let hers = Span {
        patient: Some(patient),
        since: Some(app.now() - chrono::TimeDelta::hours(1)),
        until: Some(app.now() + chrono::TimeDelta::hours(1)),
    };

    let events = app.exported(hers).await;

    assert!(
        events
            .iter()
            .all(|event| event["patient"] == json!(ada.patient_id))
    );
    assert!(
        events
            .iter()
            .any(|event| event["action"] == "entry.recorded")
    );
    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);
    assert!(log.text.contains("audit.exported"), "{}", log.text);
    let log = bob
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);
    assert!(!log.text.contains("audit.exported"), "{}", log.text);
    let none = Span {
        until: Some(app.now() - chrono::TimeDelta::hours(1)),
        ..ALL
    };
    assert_eq!(app.exported(none).await, Vec::<Value>::new());
    assert_eq!(app.verified(Vec::new()).await.findings, []);
}

#[rstest]
#[tokio::test]
async fn the_program_writes_one_event_a_line(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    app.patient("ada").await;
    let home = app.home();
    app.stop().await;

    let said = exported(&home);

    let lines: Vec<Value> = said
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(lines.len() >= 2);
    for event in &lines {
        assert!(event["action"].is_string(), "{event}");
    }
    assert_eq!(lines[lines.len() - 1]["action"], "audit.exported");
    assert_eq!(home.written_down("audit.exported"), 1);
}

fn exported(home: &Home) -> String {
    let output = home
        .program()
        .args(["audit", "export"])
        .args(home.flags())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}
