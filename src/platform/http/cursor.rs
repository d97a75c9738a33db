//! Opaque cursors: bound to the caller and to the question they continue.

use crate::platform::http::problem::HttpError;
use crate::platform::http::query;
use crate::platform::keys::MacKeys;
use crate::platform::secret::{MacKey, from_text, same, to_text};

const TAG: usize = 16;

/// Writes `position` as a cursor that only `question` (who asks, what, in which order) can use.
pub fn seal(keys: &MacKeys, question: &[&[u8]], position: &[u8]) -> String {
    let mut bytes = tag(keys.current(), question, position);
    bytes.extend_from_slice(position);
    to_text(&bytes)
}

/// Whether `cursor` can be one at all, of whichever question and key.
pub fn has_form(cursor: &str) -> bool {
    from_text(cursor).is_some_and(|bytes| bytes.len() > TAG)
}

/// Reads the position that [`seal`] wrote for the same question.
///
/// Fails with 400 for a cursor that is tampered with, or of another caller or question.
pub fn open(keys: &MacKeys, question: &[&[u8]], cursor: &str) -> Result<Vec<u8>, HttpError> {
    let refused = || query::invalid("cursor");
    let bytes = from_text(cursor).ok_or_else(refused)?;
    let (sealed, position) = bytes.split_at_checked(TAG).ok_or_else(refused)?;
    let ours = |key| same(sealed, &tag(key, question, position));
    if keys.all().any(ours) {
        Ok(position.to_vec())
    } else {
        Err(refused())
    }
}

/// What `read` makes of the position in `cursor`, where one was sent.
pub fn position<T>(
    keys: &MacKeys,
    question: &[&[u8]],
    cursor: Option<&str>,
    read: impl FnOnce(&[u8]) -> Option<T>,
) -> Result<Option<T>, HttpError> {
    let Some(cursor) = cursor else {
        return Ok(None);
    };
    let position = read(&open(keys, question, cursor)?);
    position.map(Some).ok_or_else(|| query::invalid("cursor"))
}

fn tag(key: &MacKey, question: &[&[u8]], position: &[u8]) -> Vec<u8> {
    let mut parts = question.to_vec();
    parts.push(position);
    key.tag(&parts).iter().take(TAG).copied().collect()
}
