//! Instants as the contract writes them.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serializer;

/// RFC 3339 in UTC with `Z` and milliseconds: for `#[serde(serialize_with)]`.
///
/// # Errors
/// When the serializer fails.
pub fn millis<S: Serializer>(instant: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&instant.to_rfc3339_opts(SecondsFormat::Millis, true))
}
