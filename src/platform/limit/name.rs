//! Under which names is counted: they say nothing of the person.

use crate::platform::keys::MacKeys;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    /// Made with the key that is used now.
    pub(super) now: [u8; 32],
    /// As the key before it made it: what was counted under it goes on here.
    pub(super) before: Option<[u8; 32]>,
}

impl Name {
    pub(super) fn new(keys: &MacKeys, parts: &[&[u8]]) -> Self {
        Self {
            now: keys.current().tag(parts),
            before: keys.before().map(|key| key.tag(parts)),
        }
    }
}
