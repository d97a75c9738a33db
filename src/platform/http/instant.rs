//! Instants as the contract writes them.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serializer;

/// RFC 3339 in UTC with `Z` and milliseconds: for `#[serde(serialize_with)]`.
pub fn millis<S: Serializer>(instant: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&instant.to_rfc3339_opts(SecondsFormat::Millis, true))
}

/// The same for one that may not be: null then.
pub fn maybe_millis<S: Serializer>(
    instant: &Option<DateTime<Utc>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match instant {
        Some(instant) => millis(instant, serializer),
        None => serializer.serialize_none(),
    }
}
