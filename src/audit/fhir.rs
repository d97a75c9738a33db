//! An event as an `AuditEvent` of FHIR R4, after IHE BALP (Basic Audit Log Patterns).

mod kind;

use chrono::SecondsFormat;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Action;
use super::ledger::Stored;
use crate::access::Relation;
use crate::platform::secret::to_text;
use kind::{Code, Kind};

const PROFILES: &str = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
const ENTITY_TYPE: &str = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
const ENTITY_ROLE: &str = "http://terminology.hl7.org/CodeSystem/object-role";

/// The `AuditEvent` for what lies in the table; `None` for an action that a later version has written.
/// `patient` is the id outside of whose record it is, and `service` how the outside reaches us.
pub(super) fn audit_event(event: &Stored, patient: Option<Uuid>, service: &str) -> Option<Value> {
    let kind = Kind::of(Action::from_name(&event.action)?);
    let mut resource = json!({
        "resourceType": "AuditEvent",
        "id": format!("event-{}", event.key),
        "type": coding(kind.event_type()),
        "action": kind.action(),
        "recorded": event.at.0.to_rfc3339_opts(SecondsFormat::Micros, true),
        "outcome": kind.outcome(),
        "agent": agents(event, kind, service),
        "source": {
            "observer": { "identifier": uri(service) },
            "type": [{
                "system": "http://terminology.hl7.org/CodeSystem/security-source-type",
                "code": "4",
                "display": "Application Server",
            }],
        },
        "entity": entities(event, patient, service),
    });
    if let Some(subtype) = kind.subtype() {
        put(&mut resource, "subtype", json!([coding(subtype)]));
    }
    // The profiles are about somebody, and about what has succeeded.
    if let (Some(profile), Some(_)) = (kind.profile(), patient) {
        let profile = format!("{PROFILES}{profile}");
        put(&mut resource, "meta", json!({ "profile": [profile] }));
    }
    Some(resource)
}

fn agents(event: &Stored, kind: Kind, service: &str) -> Vec<Value> {
    let (client, server) = kind.roles();
    // Where a request came from is not kept with the event.
    let absent = json!({ "extension": [{
        "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
        "valueCode": "not-permitted",
    }] });
    let device = match event.session_id {
        Some(session) => uuid(session.0),
        None => json!({ "display": "unknown" }),
    };
    let mut agents = vec![
        json!({
            "type": { "coding": [coding(client)] },
            "who": device,
            "requestor": event.actor.is_none(),
            "network": { "_address": absent },
        }),
        json!({
            "type": { "coding": [coding(server)] },
            "who": { "identifier": uri(service) },
            "requestor": false,
            "network": { "address": service, "type": "5" },
        }),
    ];
    if let Some(account) = event.actor {
        let mut user = json!({
            "type": { "coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
                "code": "IRCP",
                "display": "information recipient",
            }] },
            "who": uuid(account.0),
            "requestor": true,
        });
        if let Some(relation) = event.relation.and_then(Relation::from_code) {
            put(&mut user, "role", json!([{ "text": relation }]));
        }
        agents.push(user);
    }
    agents
}

fn entities(event: &Stored, patient: Option<Uuid>, service: &str) -> Vec<Value> {
    let mut found = Vec::new();
    if let Some(patient) = patient {
        let mut what = uuid(patient);
        put(&mut what, "type", json!("Patient"));
        found.push(json!({
            "what": what,
            "type": { "system": ENTITY_TYPE, "code": "1", "display": "Person" },
            "role": { "system": ENTITY_ROLE, "code": "1", "display": "Patient" },
        }));
    }
    let mut detail = vec![said("action", &event.action)];
    if let Value::Object(members) = event.detail.value() {
        let words = members.iter().map(|(name, value)| match value {
            Value::String(text) => said(name, text),
            other => said(name, &other.to_string()),
        });
        detail.extend(words);
    }
    // By these two it can be matched with the chain.
    if let (Some((_, seq)), Some(hash)) = (event.place(), &event.hash) {
        detail.push(said("audit-seq", &seq.to_string()));
        detail.push(said("audit-sha256", &to_text(hash)));
    }
    found.push(json!({
        "what": { "identifier": uri(&format!("{service}/audit/events/{}", event.key)) },
        "type": { "system": ENTITY_TYPE, "code": "2", "display": "System Object" },
        "role": { "system": ENTITY_ROLE, "code": "4", "display": "Domain Resource" },
        "detail": detail,
    }));
    found
}

fn coding(code: Code) -> Value {
    json!({ "system": code.system, "code": code.value, "display": code.display })
}

fn uri(uri: &str) -> Value {
    json!({ "system": "urn:ietf:rfc:3986", "value": uri })
}

/// A reference to somebody or something of which nothing but the id is told.
fn uuid(id: Uuid) -> Value {
    json!({ "identifier": uri(&format!("urn:uuid:{id}")) })
}

/// FHIR has no empty text.
fn said(name: &str, text: &str) -> Value {
    json!({ "type": name, "valueString": if text.is_empty() { "-" } else { text } })
}

fn put(object: &mut Value, name: &str, value: Value) {
    if let Value::Object(members) = object {
        members.insert(name.to_owned(), value);
    }
}
