//! Instants as the contract writes them.

use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// RFC 3339 in UTC with `Z` and milliseconds.
pub fn text(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The same, for `#[serde(serialize_with)]`.
pub fn millis<S: Serializer>(instant: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text(*instant))
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

/// Reads one with any offset. A second 60 is refused: it would be told as another instant.
pub fn read(text: &str) -> Option<DateTime<Utc>> {
    let instant = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
    (instant.timestamp_subsec_nanos() < 1_000_000_000).then_some(instant)
}

/// Reads one that may be left out or null, to the millisecond: for `#[serde(deserialize_with)]`.
pub fn read_maybe<'de, D: Deserializer<'de>>(from: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    let Some(text) = Option::<String>::deserialize(from)? else {
        return Ok(None);
    };
    read(&text)
        .filter(|_| text.ends_with('Z'))
        .map(|instant| Some(instant.trunc_subsecs(3)))
        .ok_or_else(|| D::Error::custom("no instant in UTC"))
}
