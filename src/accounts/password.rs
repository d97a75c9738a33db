//! Passwords as they are typed, and what a new one must be like.

use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

use crate::platform::faults::Faults;

/// A password in Unicode normalisation form C, otherwise exactly as typed: phones and computers
/// write the same `é` in two ways.
#[derive(Clone, Debug)]
pub struct Password(SecretString);

/// Long enough to stand without a second factor (NIST SP 800-63B-4, 3.1.1.2).
const FEWEST_CODE_POINTS: usize = 15;

/// More is no password, and hashing it is work for nothing.
const MOST_BYTES: usize = 1024;

impl Password {
    /// A password that is to be compared with one that was chosen.
    pub fn typed(text: &SecretString) -> Self {
        let text = text.expose_secret();
        // As long as it will be: what grows leaves copies of its beginning behind.
        let mut normalised = String::with_capacity(text.nfc().map(char::len_utf8).sum());
        normalised.extend(text.nfc());
        Self(normalised.into())
    }

    /// A new password; what is wrong with its length goes into `faults`. Any
    /// characters will do. Whether it is easily guessed is for [`super::hashing::Passwords::judge`]
    /// to say: it takes time.
    pub fn chosen(faults: &mut Faults, pointer: &str, text: &SecretString) -> Self {
        let password = Self::typed(text);
        let exposed = password.0.expose_secret();
        faults.require(
            exposed.chars().count() >= FEWEST_CODE_POINTS,
            pointer,
            "password_too_short",
            "A password has at least 15 characters; a few words do well.",
        );
        faults.require(
            exposed.len() <= MOST_BYTES,
            pointer,
            "password_too_long",
            "A password has at most 1024 bytes.",
        );
        password
    }

    pub(super) fn text(&self) -> &str {
        self.0.expose_secret()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.expose_secret().as_bytes()
    }
}
