//! The mails of this slice, in plain words. No subject says what the service is about.

use chrono::{DateTime, Utc};
use url::Url;

use super::mailed_code::MailedCode;
use super::sign_ups::Code;
use crate::platform::mail::{self, Mail, Recipient};

/// To a person who signed up: the link, and the code, that show that the address is theirs.
pub fn code(to: &Recipient, code: &Code, link: &MailedCode, public_url: &Url) -> Mail {
    let link = link.link(public_url, "sign-up");
    to.letter(
        "mail-sign-up",
        &[("link", link.as_str()), ("code", &code.to_string())],
    )
}

/// To a person who has an account, and whose address was used to sign up again.
pub fn already_here(to: &Recipient) -> Mail {
    to.letter("mail-already-here", &[])
}

/// To a person who forgot their password: the code with which they choose a new one.
pub fn password_reset(to: &Recipient, code: &MailedCode, public_url: &Url) -> Mail {
    let link = code.link(public_url, "password-reset");
    to.letter(
        "mail-password-reset",
        &[("link", link.as_str()), ("code", code.text())],
    )
}

/// To a person with a new account of the operator's: the code with which they choose its password.
pub fn activation(to: &Recipient, code: &MailedCode, public_url: &Url) -> Mail {
    let link = code.link(public_url, "activation");
    to.letter(
        "mail-activation",
        &[("link", link.as_str()), ("code", code.text())],
    )
}

/// To a person whose password changed.
pub fn password_changed(to: &Recipient) -> Mail {
    to.letter("mail-password-changed", &[])
}

/// To a person one of whose devices was signed out because a key to it was used twice.
pub fn key_used_twice(to: &Recipient) -> Mail {
    to.letter("mail-key-used-twice", &[])
}

/// To a person who signed in on more devices than an account may have at once.
pub fn device_left(to: &Recipient) -> Mail {
    to.letter("mail-device-left", &[])
}

/// To a person who signed in where they had not been seen before.
pub fn new_device(to: &Recipient, name: Option<&str>, address: &str, at: DateTime<Utc>) -> Mail {
    let unnamed = || to.language.text("mail-device-without-name").to_owned();
    let device = name.map_or_else(unnamed, mail::name);
    let when = to.language.moment(at);
    to.letter(
        "mail-new-device",
        &[("device", &device), ("address", address), ("when", &when)],
    )
}
