//! Requests about how a person signs in and is told something.

use serde_json::{Value, json};

use super::bodies::NO_ID;
use crate::channels::stand_in::a_browser;
use crate::passkeys::registration_of_nothing;

/// A passkey that is none.
pub fn about_passkeys(method: &str, route: &str) -> (String, Option<Value>) {
    let none = || json!({"name": "A phone", "credential": registration_of_nothing()});
    let path = route.replace("{passkey}", NO_ID);
    (path, (method == "POST").then(none))
}

/// A browser of the persona's, and none of theirs.
pub fn about_push(method: &str, route: &str, persona: &str) -> (String, Option<Value>) {
    let path = route.replace("{subscription}", NO_ID);
    (path, (method == "POST").then(|| a_browser(persona)))
}
