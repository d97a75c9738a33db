//! Strict JSON: well formed, no member twice, not deeper than needed; then the typed body, with a
//! pointer to what does not fit.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor,
};

use super::problem::{HttpError, Refused};
use super::strict::Strict;
use crate::platform::faults::Faults;

/// Deeper nesting than any body of the contract has.
const DEEPEST: u8 = 32;

/// Reads a body of type `T`.
///
/// Fails with 400 for what is no JSON or has a member twice; 422 with a pointer for what is not a `T`, or has half
/// a character.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, HttpError> {
    // Some send a mark of their byte order; UTF-8 has one only.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    check_form(bytes)?;
    let mut json = serde_json::Deserializer::from_slice(bytes);
    serde_path_to_error::deserialize(Strict(&mut json)).map_err(|error| fault(&error).into())
}

fn check_form(bytes: &[u8]) -> Result<(), HttpError> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    Form { depth: 0 }
        .deserialize(&mut json)
        .and_then(|()| json.end())
        .map_err(|error| match halved(bytes, &error) {
            Some(fault) => fault.into(),
            None => Refused::MalformedJson.into(),
        })
}

/// The member with an escape of half a character, as of an emoji that was cut in two, if that is the
/// `error`.
fn halved(bytes: &[u8], error: &serde_json::Error) -> Option<Faults> {
    let text = error.to_string();
    if !text.contains("surrogate") && !text.contains("end of hex escape") {
        return None;
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let found: Result<serde_json::Value, _> = serde_path_to_error::deserialize(&mut json);
    let place = pointer(found.err()?.path());
    Some(Faults::one(
        &place,
        "forbidden_character",
        "The text has half a character.",
    ))
}

/// For a member that may be left out but, when it is there, is a `T`: `#[serde(default,
/// deserialize_with = "given")]`. Where `T` is an `Option`, null is told apart from left out.
pub fn given<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// Where and how the body differs from its type. serde's own text would echo what was sent.
pub(super) fn fault(error: &serde_path_to_error::Error<impl fmt::Display>) -> Faults {
    let parent = pointer(error.path());
    let text = error.inner().to_string();
    if let Some(name) = text.strip_prefix("missing field `").and_then(until_tick) {
        return Faults::one(
            &format!("{parent}/{name}"),
            "missing_member",
            "A required member is missing.",
        );
    }
    if text.starts_with("unknown field") {
        return Faults::one(&parent, "unknown_member", "There is no such member.");
    }
    Faults::one(
        &parent,
        "invalid_value",
        "The value has the wrong type, or is not one of those allowed.",
    )
}

fn until_tick(text: &str) -> Option<&str> {
    text.split('`').next()
}

/// The path as a JSON Pointer. A member that is no plain name stays unnamed, so that nothing
/// submitted is echoed.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;

    let mut pointer = String::new();
    for segment in path {
        let step = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } if is_plain(key) => key.clone(),
            Segment::Map { .. } | Segment::Enum { .. } | Segment::Unknown => break,
        };
        pointer.push('/');
        pointer.push_str(&step);
    }
    pointer
}

pub(super) fn is_plain(key: &str) -> bool {
    key.len() <= 40
        && key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Walks a document without keeping it.
struct Form {
    depth: u8,
}

impl Form {
    fn deeper<E: Error>(&self) -> Result<Self, E> {
        let depth = self.depth + 1;
        if depth > DEEPEST {
            return Err(E::custom("too deep"));
        }
        Ok(Self { depth })
    }
}

impl<'de> DeserializeSeed<'de> for Form {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Form {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(self.deeper()?)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(name) = members.next_key::<String>()? {
            if !seen.insert(name) {
                return Err(A::Error::custom("a member twice"));
            }
            members.next_value_seed(self.deeper()?)?;
        }
        Ok(())
    }
}
