//! What tools for FHIR send.

use serde_json::{Value, json};

use crate::people::Person;
use crate::reply::Reply;

pub const RESPONSES: &str = "/fhir/QuestionnaireResponse";

/// The answer worth so many points to an item.
pub fn item(number: &str, points: u8) -> Value {
    json!({
        "linkId": number,
        "answer": [{"valueCoding": {"system": "urn:alsfrs-diary:answer", "code": format!("{number}-{points}")}}],
    })
}

/// Whether there is a feeding tube.
pub fn tube(there: bool) -> Value {
    json!({"linkId": "gastrostomy", "answer": [{"valueBoolean": there}]})
}

/// A whole form of the patient with this id; total 48.
pub fn answers_of(patient: &str, day: &str) -> Value {
    let numbers = [
        "1", "2", "3", "4", "5a", "6", "7", "8", "9", "10", "11", "12",
    ];
    json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "urn:alsfrs-diary:questionnaire:alsfrs-r|1999-en-1",
        "status": "completed",
        "subject": {"reference": format!("Patient/{patient}")},
        "authored": day,
        "item": numbers.map(|number| item(number, 4)),
    })
}

impl Person {
    /// The same of the diary that is open.
    pub fn form(&self, day: &str) -> Value {
        answers_of(self.patient_id.as_deref().unwrap(), day)
    }

    /// Sends a form.
    pub async fn answers(&self, form: &Value) -> Reply {
        let bytes = form.to_string();
        self.send_bytes("POST", RESPONSES, "application/fhir+json", bytes)
            .await
    }

    /// Follows every page of a search, and returns what is found.
    pub async fn find(&self, search: &str) -> Vec<Value> {
        let (mut found, mut path) = (Vec::new(), search.to_owned());
        loop {
            let page = self.get(&path).await.expect(200).body;
            let entries = page["entry"].as_array().cloned().unwrap_or_default();
            found.extend(entries.into_iter().map(|entry| entry["resource"].clone()));
            let mut links = page["link"].as_array().unwrap().iter();
            match links.find(|link| link["relation"] == "next") {
                None => return found,
                Some(next) => {
                    let url = next["url"].as_str().unwrap();
                    url[url.find("/fhir").unwrap()..].clone_into(&mut path);
                }
            }
        }
    }
}

/// The form without the item of this number.
pub fn leaving_out(mut form: Value, number: &str) -> Value {
    let items = form["item"].as_array_mut().unwrap();
    items.retain(|item| item["linkId"] != number);
    form
}

/// The form with these items instead of 5a.
pub fn cutting(form: Value, items: &[Value]) -> Value {
    let mut form = leaving_out(form, "5a");
    form["item"]
        .as_array_mut()
        .unwrap()
        .extend_from_slice(items);
    form
}
