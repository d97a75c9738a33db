//! The mails about passkeys, in plain words. No subject says what the service is about.

use crate::platform::mail::{self, Mail, Recipient};

/// To a person who can sign in with one more passkey from now on.
pub fn added(to: &Recipient, name: &str) -> Mail {
    to.letter("mail-passkey-added", &[("name", &mail::name(name))])
}

/// To a person who has one less.
pub fn removed(to: &Recipient, name: &str) -> Mail {
    to.letter("mail-passkey-removed", &[("name", &mail::name(name))])
}
