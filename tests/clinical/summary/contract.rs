//! One object in the contract for every sentence.

use alsfrs_diary::clinical::Sentence;
use serde_json::{Value, to_value};
use utoipa::PartialSchema;

fn schema() -> Value {
    to_value(Sentence::schema()).unwrap()
}

/// Panics unless the sentence has the members of the contract alone, each of its type, and a known code.
pub fn keeps(sentence: &Sentence) {
    let schema = schema();
    let json = to_value(sentence).unwrap();

    for always in ["code", "text"] {
        assert!(json.get(always).is_some(), "{json}");
    }
    for (name, value) in json.as_object().unwrap() {
        let member = schema.pointer(&format!("/properties/{name}"));
        let member = member.unwrap_or_else(|| panic!("no {name} of {json}"));
        let is_of_type = match member.get("type").and_then(Value::as_str) {
            Some("string") => value.is_string(),
            Some("integer") => value.is_u64(),
            Some("number") => value.is_number(),
            Some("boolean") => value.is_boolean(),
            Some("array") => value.is_array(),
            _ => false,
        };
        assert!(is_of_type, "{name} of {json}");
        if let Some(known) = member.get("enum").and_then(Value::as_array) {
            assert!(known.contains(value), "{name} of {json}");
        }
    }
}

#[test]
fn a_sentence_is_one_flat_object_of_which_code_and_text_are_always_there() {
    let schema = schema();

    assert_eq!(schema["type"], "object");
    assert_eq!(schema["required"], serde_json::json!(["code", "text"]));
    assert_eq!(schema.get("oneOf"), None);
}
