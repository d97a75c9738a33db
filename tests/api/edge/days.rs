//! Days: ten bytes and no others.

use std::collections::BTreeSet;

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::treatments::people::{
    at, headache, injection, new_id, nose_tube, riluzole, screening, vital_capacity,
};
use crate::weeks::{week, with, without};

const SPELLINGS: [&str; 12] = [
    "+2026-05-13",
    " 2026-05-13",
    "2026-05-13 ",
    "2026-05-13\n",
    "2026 -05-13",
    "2026-5-13",
    "2026-05-013",
    "02026-05-13",
    "20260513",
    "2026/05/13",
    "2026-05-13T00:00:00Z",
    "２026-05-13",
];

/// Every body with days, by the name that the contract has for it.
const BODIES: [&str; 4] = [
    "EntryRequest",
    "FactsRequest",
    "RecordRequest",
    "SetReminders",
];

#[rstest]
#[tokio::test]
async fn r187_a_day_is_written_in_one_way(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (record, treatment) = (at(&new_id(&app)), ada.treated(&app).await);
    let open = |body, end: &str| with(without(body, "/id"), end, Value::Null);
    let closed = |body| without(body, "/id");
    let days = [
        (
            "PUT",
            "/v1/patients/{patient}/entries/2026-W20",
            "/assessed_on",
            week("2026-05-13"),
        ),
        (
            "PUT",
            "/v1/patients/{patient}/facts",
            "/symptom_onset",
            json!({"symptom_onset": null}),
        ),
        (
            "PUT",
            "/v1/patients/{patient}/facts",
            "/diagnosed_on",
            json!({"diagnosed_on": null}),
        ),
        (
            "PUT",
            "/v1/account/reminders",
            "/paused_until",
            json!({"paused_until": null}),
        ),
        (
            "PUT",
            "/v1/account/reminders",
            "/visit_on",
            json!({"visit_on": null}),
        ),
        ("PUT", &record, "/started_on", closed(riluzole(&app))),
        (
            "PUT",
            &record,
            "/ended_on",
            open(riluzole(&app), "/ended_on"),
        ),
        ("PUT", &record, "/began_on", closed(headache(&app))),
        (
            "PUT",
            &record,
            "/ended_on",
            open(headache(&app), "/ended_on"),
        ),
        ("PUT", &record, "/day", closed(injection(&app, &treatment))),
        (
            "PUT",
            &record,
            "/screened_on",
            closed(screening(&app, &treatment)),
        ),
        ("PUT", &record, "/measured_on", closed(vital_capacity(&app))),
        ("PUT", &record, "/reached_on", closed(nose_tube(&app))),
        ("PUT", &record, "/ended_on", closed(nose_tube(&app))),
    ];

    for (method, path, member, body) in &days {
        for spelling in SPELLINGS {
            let body = with(body.clone(), member, spelling).to_string();
            let sent = ada.send_bytes(method, path, "application/json", body);
            let reply = sent.await;
            assert_eq!(
                reply.status, 422,
                "{method} {path} {spelling:?}: {}",
                reply.text
            );
            reply.faulty(member, "invalid_value");
        }
    }

    let contract = app.nobody().get("/openapi.json").await.expect(200).body;
    let told: BTreeSet<String> = BODIES
        .into_iter()
        .flat_map(|name| days_of(&contract["components"]["schemas"][name]))
        .collect();
    let tried = days.iter().map(|(_, _, member, _)| member[1..].to_owned());
    assert_eq!(tried.collect::<BTreeSet<_>>(), told);
}

/// The members of a schema that are days.
fn days_of(schema: &Value) -> Vec<String> {
    let members = schema["properties"].as_object().unwrap();
    members
        .iter()
        .filter(|(_, member)| member["format"] == "date")
        .map(|(name, _)| name.clone())
        .collect()
}
