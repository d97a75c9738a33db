//! What requests say that need nothing to be there.

use serde_json::{Value, json};

use super::scene::Scene;

/// Of nothing that there is.
pub const NO_ID: &str = "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61";

/// What only the page hands over.
pub fn session_to_keep() -> Value {
    json!({"refresh_token": "rt_none", "stay_signed_in": true})
}

/// What people are told of: nothing, by themselves; Rob, and an alert that is not there.
pub fn told_of(scene: &Scene<'_>, method: &str, route: &str) -> (String, Option<Value>) {
    let path = route
        .replace("{account}", &scene.person("rob").account_id)
        .replace("{alert}", NO_ID);
    let is_chosen = method == "PUT" && !route.ends_with("/mute");
    (path, is_chosen.then(|| json!({})))
}

/// Of nothing that there is: what becomes of an operation is in its own result.
pub fn a_batch() -> Value {
    let path = "/v1/patients/none/facts";
    json!({"operations": [{"id": "1", "method": "PUT", "path": path, "body": {}}]})
}

pub fn a_decision() -> Value {
    json!({
        "purpose": "care_sharing", "given": true, "policy_version": "2026-11",
        "policy_sha256": "5b".repeat(32), "language": "en",
    })
}

pub fn code_of_nobody() -> Value {
    json!({"code": "of nobody", "never": true})
}
