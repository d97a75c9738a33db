//! A code that came by mail: known to its recipient alone.

use std::fmt;

use url::Url;

use crate::platform::ids::Ids;
use crate::platform::secret::{sha256, to_text};

/// A code: 256 random bits, so that SHA-256 is enough to keep it.
#[derive(Clone)]
pub struct MailedCode(String);

impl MailedCode {
    /// A new one.
    pub fn new(ids: &Ids) -> Self {
        Self(to_text(&ids.secret::<32>()))
    }

    /// Reads what a person typed or pasted. Text that can be no code is not told apart from a code
    /// that is not known.
    pub fn typed(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The only form that is stored.
    pub fn hash(&self) -> Vec<u8> {
        sha256(self.0.as_bytes()).to_vec()
    }

    /// The text, for the mail.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The link that carries it as `name`: in the fragment, which browsers keep to themselves, so
    /// that it reaches no server's log and no scanner of mail can use it up.
    pub fn link(&self, public_url: &Url, name: &str) -> Url {
        let mut link = public_url.clone();
        link.set_fragment(Some(&format!("{name}={}", self.0)));
        link
    }
}

impl fmt::Debug for MailedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailedCode(…)")
    }
}
