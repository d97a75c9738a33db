//! The scale as a form, and what the facade says of itself.

use rstest::rstest;
use serde_json::{Value, json};

use alsfrs_diary::platform::config::Switch;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

fn question<'a>(form: &'a Value, number: &str) -> &'a Value {
    let mut items = form["item"].as_array().unwrap().iter();
    items.find(|item| item["linkId"] == number).unwrap()
}

#[rstest]
#[tokio::test]
async fn five_a_and_five_b_are_asked_by_whether_there_is_a_tube(#[values(Sqlite)] on: Database) {
    let (_app, ada) = start!(on; ada);

    let reply = ada.get("/fhir/Questionnaire/alsfrs-r").await.expect(200);

    assert_eq!(reply.header("content-type"), "application/fhir+json");
    let form = reply.body;
    assert_eq!(form["item"].as_array().unwrap().len(), 15);
    assert_eq!(
        question(&form, "5b")["enableWhen"],
        json!([{"question": "gastrostomy", "operator": "=", "answerBoolean": true}])
    );
    for number in ["5a", "5b"] {
        assert_eq!(question(&form, number)["enableBehavior"], "any");
    }
    let best = &question(&form, "5b")["answerOption"][0]["valueCoding"];
    assert_eq!(best["code"], "5b-4");
    assert_eq!(
        best["extension"],
        json!([{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 4}])
    );
    let found = ada
        .find("/fhir/Questionnaire?url=urn:alsfrs-diary:questionnaire:alsfrs-r")
        .await;
    assert_eq!(found, [form]);
    let another = "/fhir/Questionnaire?version=1.0";
    assert!(ada.find(another).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn inferred_codes_are_marked_and_can_be_switched_off(#[values(Sqlite)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let form = ada.get("/fhir/Questionnaire/alsfrs-r").await.body;

    let evidence = |form: &Value, number: &str| {
        let code = &question(form, number)["code"][0];
        (
            code["code"].clone(),
            code["extension"][0]["valueCode"].clone(),
        )
    };

    assert_eq!(
        evidence(&form, "5a"),
        (json!("82944-0"), json!("confirmed"))
    );
    assert_eq!(evidence(&form, "8"), (json!("82948-1"), json!("cited")));
    assert_eq!(evidence(&form, "5b"), (json!("82945-7"), json!("inferred")));

    let (_app, ada) = start!(on, |settings| settings.inferred_codes = Switch::Off; ada);
    let form = ada.get("/fhir/Questionnaire/alsfrs-r").await.body;

    assert_eq!(evidence(&form, "5a").0, "82944-0");
    assert!(question(&form, "5b")["code"].is_null());
}

#[rstest]
#[tokio::test]
async fn what_is_said_to_work_works(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let patient = ada.patient_id.clone().unwrap();

    let says = app.nobody().get("/fhir/metadata").await.expect(200).body;

    assert_eq!(says["fhirVersion"], "4.0.1");
    for resource in says["rest"][0]["resource"].as_array().unwrap() {
        let kind = resource["type"].as_str().unwrap();
        let whose = if resource["searchParam"].to_string().contains("\"patient\"") {
            format!("&patient={patient}")
        } else {
            String::new()
        };
        let parameters = resource["searchParam"].as_array();
        for parameter in parameters.into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            let search = match (name, parameter["type"].as_str().unwrap()) {
                ("patient" | "subject", _) => format!("{name}={patient}"),
                (_, "date") => format!("{name}=ge2026-01-01{whose}"),
                _ => format!("{name}=x{whose}"),
            };
            ada.get(&format!("/fhir/{kind}?{search}")).await.expect(200);
        }
    }
}
