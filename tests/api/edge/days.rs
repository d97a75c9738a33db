//! Days: ten bytes and no others.

use std::collections::BTreeSet;

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::treatments::people::{
    SIDE_EFFECTS, TREATMENTS, at, cells, headache, injection, riluzole, screening,
};
use crate::weeks::{week, with};

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
const BODIES: [&str; 8] = [
    "RecordEntry",
    "ChangePatient",
    "AddTreatment",
    "AddSideEffect",
    "AddAdministration",
    "AddScreening",
    "ChangeTreatment",
    "ChangeSideEffect",
];

#[rstest]
#[tokio::test]
async fn r187_a_day_is_written_in_one_way(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let course = at(&ada.adds(TREATMENTS, cells(&app)).await);
    let effect = ada.adds(SIDE_EFFECTS, headache(&app)).await;
    let effect = format!("{SIDE_EFFECTS}/{effect}");
    let days = [
        (
            "PUT",
            "/v1/patients/{patient}/entries/2026-W20",
            "/assessed_on",
            week("2026-05-13"),
        ),
        (
            "PATCH",
            "/v1/patients/{patient}",
            "/symptom_onset",
            json!({"symptom_onset": null}),
        ),
        (
            "PATCH",
            "/v1/patients/{patient}",
            "/diagnosed_on",
            json!({"diagnosed_on": null}),
        ),
        ("POST", TREATMENTS, "/started_on", riluzole(&app)),
        (
            "POST",
            TREATMENTS,
            "/ended_on",
            with(riluzole(&app), "/ended_on", Value::Null),
        ),
        ("POST", SIDE_EFFECTS, "/began_on", headache(&app)),
        (
            "POST",
            SIDE_EFFECTS,
            "/ended_on",
            with(headache(&app), "/ended_on", Value::Null),
        ),
        (
            "POST",
            &format!("{course}/administrations"),
            "/day",
            injection(&app),
        ),
        (
            "POST",
            &format!("{course}/screenings"),
            "/screened_on",
            screening(&app),
        ),
        ("PATCH", &course, "/started_on", json!({"started_on": null})),
        ("PATCH", &course, "/ended_on", json!({"ended_on": null})),
        ("PATCH", &effect, "/began_on", json!({"began_on": null})),
        ("PATCH", &effect, "/ended_on", json!({"ended_on": null})),
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
