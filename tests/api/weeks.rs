//! Weeks as the tests of the diary and of trends send them.

use serde_json::{Value, json};

use crate::people::Person;
use crate::reply::Reply;

/// A week of somebody with mild weakness in a hand; total 45.
pub fn week(assessed_on: &str) -> Value {
    json!({
        "assessed_on": assessed_on,
        "answers": answers([4, 4, 4, 3, 3, 3, 4, 4, 4, 4, 4, 4]),
        "respondent": "self",
    })
}

/// Twelve answers in the order of the items.
pub fn answers(scores: [i32; 12]) -> Value {
    let keys = [
        "speech",
        "salivation",
        "swallowing",
        "handwriting",
        "cutting",
        "dressing",
        "turning",
        "walking",
        "stairs",
        "dyspnea",
        "orthopnea",
        "respiratory_insufficiency",
    ];
    keys.into_iter()
        .zip(scores)
        .map(|(key, score)| (key.to_owned(), json!(score)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// The Monday of a week.
pub fn monday(name: &str) -> String {
    let week: alsfrs_diary::clinical::Week = name.parse().unwrap();
    week.monday().to_string()
}

/// `body` with one member changed: `with(week(…), "/answers/speech", 5)`.
pub fn with(mut body: Value, pointer: &str, value: impl Into<Value>) -> Value {
    let (parent, member) = pointer.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    parent.insert(member.to_owned(), value.into());
    body
}

/// `body` without one member.
pub fn without(mut body: Value, pointer: &str) -> Value {
    let (parent, member) = pointer.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    parent.remove(member).unwrap();
    body
}

impl Person {
    /// Sends a week to the diary that is open.
    pub async fn record(&self, week: &str, body: Value) -> Reply {
        self.put(&format!("/v1/patients/{{patient}}/entries/{week}"), body)
            .await
    }

    /// Reads a week of the diary that is open.
    pub async fn read(&self, week: &str) -> Reply {
        self.get(&format!("/v1/patients/{{patient}}/entries/{week}"))
            .await
    }
}
