//! The code of an invitation: known to whoever received the mail, and to nobody else.

use std::fmt;

use crate::platform::ids::Ids;
use crate::platform::secret::{sha256, to_text};

/// A code: 256 random bits, so that SHA-256 is enough to keep it.
#[derive(Clone)]
pub struct Code(String);

impl Code {
    /// A new one.
    #[must_use]
    pub fn new(ids: &Ids) -> Self {
        Self(to_text(&ids.secret::<32>()))
    }

    /// Reads what somebody typed or pasted. Text that can be no code is not told apart from a code
    /// that is not known.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The only form that is stored.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        sha256(self.0.as_bytes()).to_vec()
    }

    /// The text, for the mail.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}
