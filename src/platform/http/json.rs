//! Strict JSON: well formed, no member twice, not deeper than needed; and the typed body, with a
//! pointer to each thing that does not fit.

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, IgnoredAny};
use serde_json::Value;

use super::problem::{EdgeRefusal, HttpError, HttpResult};
use super::strict::Strict;
use super::walk::{Walk, is_plain};
use crate::platform::faults::Faults;

/// What a client sent: a `T`, and what of it could not be read. A default stands there, or a value
/// that the checks have nothing against: it is looked at to find the other faults, and never comes out.
#[derive(Debug, Clone, Default)]
pub struct Submission<T> {
    value: T,
    faults: Faults,
}

impl<T> Submission<T> {
    /// What was sent, where that can be anything of its type.
    pub fn whole(self) -> Result<T, Faults> {
        self.faults.or(self.value)
    }

    /// What was sent, once `check` has found nothing in it either.
    pub fn check<U>(self, check: impl FnOnce(T, Faults) -> Result<U, Faults>) -> Result<U, Faults> {
        let unread = self.faults.clone();
        check(self.value, self.faults).and_then(|checked| unread.or(checked))
    }

    /// As [`Self::check`], for what takes its time.
    pub async fn check_slowly<U>(
        self,
        check: impl AsyncFnOnce(T, Faults) -> HttpResult<U>,
    ) -> HttpResult<U> {
        let unread = self.faults.clone();
        let checked = check(self.value, self.faults).await?;
        Ok(unread.or(checked)?)
    }

    /// The same as something else.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Submission<U> {
        Submission {
            value: change(self.value),
            faults: self.faults,
        }
    }
}

/// Reads a body of type `T`, in one pass where nothing is wrong with it. A member that is null where its
/// type has no null is read as left out: some clients cannot leave one out.
///
/// Fails with 400 for what is no JSON or has a member twice; 422 with pointers for what is so far from a `T`
/// that nothing more can be said of it, or has half a character.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<Submission<T>, HttpError> {
    // Some send a mark of their byte order; UTF-8 has one only.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let (mut walk, mut faults) = (Walk::default(), Faults::default());
    // Only looked at where something is wrong.
    let mut sent = Value::Null;
    loop {
        let mut json = serde_json::Deserializer::from_slice(bytes);
        let read = T::deserialize(Strict::around(&mut json, &walk));
        let error = match read.and_then(|value| json.end().map(|()| value)) {
            Ok(value) => return Ok(Submission { value, faults }),
            Err(error) => error,
        };
        if sent.is_null() {
            check_form(bytes)?;
            sent = serde_json::from_slice(bytes).unwrap_or_default();
        }
        if !walk.learn(&mut faults, &error.to_string(), &sent) {
            return Err(faults.into());
        }
    }
}

/// Looks at the document without keeping it.
fn check_form(bytes: &[u8]) -> Result<(), HttpError> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let walk = Walk::default();
    IgnoredAny::deserialize(Strict::around(&mut json, &walk))
        .and_then(|_| json.end())
        .map_err(|error| match halved(bytes, &error) {
            Some(fault) => fault.into(),
            None => EdgeRefusal::MalformedJson.into(),
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
