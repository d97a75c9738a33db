//! What the facade can do: its `CapabilityStatement`, made from what answers.

use serde_json::{Value, json};

use super::facade::Facade;
use super::kind::Kind;

/// When what it says was last changed.
const CHANGED: &str = "2026-11-29";

/// What works.
pub fn statement(facade: &Facade) -> Value {
    let group = json!({"type": "Group", "operation": [export("group-export")]});
    let resources: Vec<Value> = Kind::ALL.into_iter().map(resource).chain([group]).collect();
    json!({
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": CHANGED,
        "kind": "instance",
        "instantiates": ["http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data"],
        "software": {"name": "alsfrs-diary", "version": env!("CARGO_PKG_VERSION")},
        "implementation": {"description": "An ALSFRS-R diary", "url": facade.base},
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json"],
        "rest": [{
            "mode": "server",
            "security": {
                "cors": false,
                "service": [{"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/restful-security-service",
                    "code": "SMART-on-FHIR",
                }]}],
                "description": "A bearer token of a session (POST /v1/sessions), who reads what they may read there; or of a program of a clinic (.well-known/smart-configuration), which reads what patients share for research.",
            },
            "resource": resources,
            "operation": [export("export")],
        }],
    })
}

fn resource(kind: Kind) -> Value {
    let creates = kind == Kind::QuestionnaireResponse;
    let interactions: &[&str] = if creates {
        &["read", "search-type", "create"]
    } else {
        &["read", "search-type"]
    };
    let versioning = match kind {
        Kind::Patient | Kind::Questionnaire | Kind::RelatedPerson | Kind::Consent => "no-version",
        _ => "versioned",
    };
    let interactions = interactions.iter().map(|code| json!({"code": code}));
    let parameters = kind.parameters().iter();
    let parameters = parameters.map(|(name, of)| json!({"name": name, "type": of}));
    let mut resource = json!({
        "type": kind.name(),
        "interaction": interactions.collect::<Vec<_>>(),
        "versioning": versioning,
        "readHistory": false,
        "updateCreate": false,
        "conditionalCreate": false,
        "conditionalRead": "not-match",
        "searchParam": parameters.collect::<Vec<_>>(),
    });
    if let (Kind::Patient, Some(members)) = (kind, resource.as_object_mut()) {
        let operation = json!([export("patient-export")]);
        members.insert("operation".to_owned(), operation);
    }
    resource
}

/// An operation of Bulk Data.
fn export(definition: &str) -> Value {
    let definition = format!("http://hl7.org/fhir/uv/bulkdata/OperationDefinition/{definition}");
    json!({"name": "export", "definition": definition})
}
