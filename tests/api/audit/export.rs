//! The audit as those who collect audits read it: `AuditEvent`s of FHIR R4 after IHE BALP (R155).

use alsfrs_diary::audit::{self, Action, Form, Span};
use alsfrs_diary::platform::ids::PatientId;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::Home;
use crate::people::sign_in;
use crate::weeks::week;

const ALL: Span = Span {
    since: None,
    until: None,
    patient: None,
};

impl TestApp {
    async fn exported(&self, span: Span, form: Form) -> Vec<Value> {
        let mut lines = Vec::new();
        let write = |line: &str| {
            lines.push(serde_json::from_str(line).unwrap());
            Ok(())
        };
        let written = audit::export(self.inside(), span, form, write).await;
        assert_eq!(usize::try_from(written.unwrap()), Ok(lines.len()));
        lines
    }
}

/// What FHIR R4 and BALP demand of an `AuditEvent`, as far as ours use it.
fn valid(event: &Value) -> &Value {
    let coding = |value: &Value| {
        assert!(
            value["system"].as_str().unwrap().starts_with("http"),
            "{event}"
        );
        assert!(!value["code"].as_str().unwrap().is_empty(), "{event}");
    };
    assert_eq!(event["resourceType"], "AuditEvent");
    let id = event["id"].as_str().unwrap();
    assert!(id.len() <= 64 && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
    coding(&event["type"]);
    if let Some(subtypes) = event["subtype"].as_array() {
        assert_eq!(subtypes.len(), 1);
        coding(&subtypes[0]);
    }
    assert!("CRUDE".contains(event["action"].as_str().unwrap()));
    assert!(["0", "4", "8", "12"].contains(&event["outcome"].as_str().unwrap()));
    let recorded = event["recorded"].as_str().unwrap();
    chrono::DateTime::parse_from_rfc3339(recorded).unwrap();
    assert!(event["source"]["observer"].is_object());
    let agents = event["agent"].as_array().unwrap();
    assert!(agents.len() >= 2, "a client and a server");
    assert_eq!(
        agents.iter().filter(|one| one["requestor"] == true).count(),
        1
    );
    for agent in agents {
        assert!(agent["who"].is_object());
        coding(&agent["type"]["coding"][0]);
    }
    for entity in event["entity"].as_array().unwrap() {
        assert!(entity["what"].is_object());
        coding(&entity["type"]);
        coding(&entity["role"]);
        for detail in entity["detail"].as_array().into_iter().flatten() {
            assert!(!detail["type"].as_str().unwrap().is_empty());
            assert!(!detail["valueString"].as_str().unwrap().is_empty());
        }
    }
    if let Some(profile) = event["meta"]["profile"][0].as_str() {
        let rest = json!("http://terminology.hl7.org/CodeSystem/audit-event-type");
        assert_eq!(event["type"]["system"], rest, "{profile}");
        assert_eq!(event["outcome"], "0");
        let (interaction, action, client) = match profile.rsplit('.').next().unwrap() {
            "PatientCreate" => ("create", "C", "110153"),
            "PatientRead" => ("read", "R", "110152"),
            "PatientUpdate" => ("update", "U", "110153"),
            "PatientDelete" => ("delete", "D", "110153"),
            other => panic!("{other}"),
        };
        assert_eq!(event["subtype"][0]["code"], interaction);
        assert_eq!(event["action"], action);
        assert_eq!(agents[0]["type"]["coding"][0]["code"], client);
        assert!(
            agents
                .iter()
                .take(2)
                .all(|agent| agent["network"].is_object())
        );
        let entities = event["entity"].as_array().unwrap();
        assert_eq!(entities.len(), 2);
        assert_eq!(entities[0]["what"]["type"], "Patient");
        assert_eq!(entities[0]["role"]["code"], "1");
        assert_eq!(entities[1]["type"]["code"], "2");
    }
    event
}

#[rstest]
#[tokio::test]
async fn r155_what_was_done_is_told_as_audit_events(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "read").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    bob.get("/v1/patients/{patient}/trend").await.expect(200);
    sign_in(&app.nobody(), &ada.email, "not her password").await;

    let events = app.exported(ALL, Form::Fhir).await;

    let count = app.query_i64("select count(*) from audit_events");
    assert_eq!(i64::try_from(events.len()).unwrap(), count);
    let action = |event: &Value| {
        let entities = event["entity"].as_array().unwrap();
        entities.last().unwrap()["detail"][0]["valueString"].clone()
    };
    let of = |name: &str| {
        let found = events.iter().find(|event| action(event) == name);
        valid(found.unwrap_or_else(|| panic!("{name}")))
    };
    let read = of("trend.read");
    let profile =
        "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead";
    assert_eq!(read["meta"]["profile"], json!([profile]));
    let by = format!("urn:uuid:{}", bob.account_id);
    assert_eq!(read["agent"][2]["who"]["identifier"]["value"], json!(by));
    let hers = format!("urn:uuid:{}", ada.patient_id.as_deref().unwrap());
    assert_eq!(
        read["entity"][0]["what"]["identifier"]["value"],
        json!(hers)
    );
    let detail = read["entity"][1]["detail"].as_array().unwrap();
    assert!(detail.iter().any(|one| one["type"] == "audit-sha256"));
    assert_eq!(of("entry.recorded")["action"], "C");
    assert_eq!(of("session.refused")["outcome"], "4");
    assert_eq!(of("audit.exported")["type"]["code"], "110101");
    let all = json!(events).to_string();
    for personal in [&ada.email, &bob.email, &ada.name, &"127.0.0".to_owned()] {
        let quoted = format!("\"{personal}");
        assert!(!all.contains(&quoted), "{personal}");
    }
}

#[rstest]
#[tokio::test]
async fn r155_every_action_is_a_valid_event(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    app.unguard();

    for action in Action::ALL {
        let name = action.name();
        app.sql(&format!("update audit_events set action = '{name}'"));
        let events = app.exported(ALL, Form::Fhir).await;

        assert!(events.len() > 2);
        for event in &events {
            valid(event);
        }
    }
}

#[rstest]
#[tokio::test]
async fn r155_the_patient_reads_that_their_record_was_exported(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let bob = app.patient("bob").await;
    bob.record("2026-W47", week("2026-11-18")).await.expect(201);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let patient: PatientId = ada.patient_id.as_deref().unwrap().parse().unwrap();
    let hers = Span {
        patient: Some(patient),
        since: Some(app.now() - chrono::TimeDelta::hours(1)),
        until: Some(app.now() + chrono::TimeDelta::hours(1)),
    };

    let events = app.exported(hers, Form::Json).await;

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
    assert_eq!(app.exported(none, Form::Fhir).await, Vec::<Value>::new());
    assert_eq!(app.verified(Vec::new()).await.findings, []);
}

#[rstest]
#[tokio::test]
async fn r155_the_program_writes_one_event_a_line(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    app.patient("ada").await;
    let home = app.home();
    app.stop().await;

    let said = exported(&home, "--format=fhir");

    let lines: Vec<Value> = said
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(lines.len() >= 2);
    for event in &lines {
        valid(event);
    }
    assert_eq!(home.written_down("audit.exported"), 1);
}

fn exported(home: &Home, form: &str) -> String {
    let output = home
        .program()
        .args(["audit", "export", form])
        .args(home.flags())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}
