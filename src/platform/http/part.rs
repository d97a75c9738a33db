//! A representation within another one: it is written down once, whatever it becomes a part of.

use serde::Serialize;
pub use serde_json::value::RawValue as Part;

/// The JSON of `body`; null, and a line in the log, where it has none.
pub fn to_part(body: &impl Serialize) -> Box<Part> {
    serde_json::value::to_raw_value(body).unwrap_or_else(|error| {
        tracing::error!(%error, "a representation has no JSON form");
        Part::NULL.to_owned()
    })
}
