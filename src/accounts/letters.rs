//! The mails of this slice, in plain words. No subject says what the service is about.

use chrono::{DateTime, Utc};
use url::Url;

use super::email::EmailAddress;
use super::mailed_code::MailedCode;
use super::sign_ups::Code;
use crate::platform::mail::{self, Mail};

/// To a person who signed up: the link, and the code, that show that the address is theirs.
pub fn code(to: &EmailAddress, code: &Code, link: &MailedCode, public_url: &Url) -> Mail {
    let link = link.link(public_url, "sign-up");
    letter(
        to,
        "Your code",
        &format!(
            "Hello,\n\n\
             somebody, probably you, is opening an account with this address. To finish, follow\n\
             this link:\n\n\
             {link}\n\n\
             Or enter this code in the app:\n\n\
             Code: {code}\n\n\
             You have 24 hours, so there is no hurry. If you did not ask for it, do nothing:\n\
             without link or code there will be no account.\n"
        ),
    )
}

/// To a person who has an account, and whose address was used to sign up again.
pub fn already_here(to: &EmailAddress) -> Mail {
    letter(
        to,
        "You already have an account",
        "Hello,\n\n\
         somebody, probably you, tried to open an account with this address. There is one\n\
         already, and nothing has changed: sign in with the password you have.\n\n\
         If it was not you, there is nothing you need to do.\n",
    )
}

/// To a person who forgot their password: the code with which they choose a new one.
pub fn password_reset(to: &EmailAddress, code: &MailedCode, public_url: &Url) -> Mail {
    let link = code.link(public_url, "password-reset");
    let code = code.text();
    letter(
        to,
        "A new password",
        &format!(
            "Hello,\n\n\
             somebody, probably you, asked for a new password for your account. To choose one,\n\
             follow this link:\n\n\
             {link}\n\n\
             Or enter this code in the app:\n\n\
             Code: {code}\n\n\
             It works once, within the next 30 minutes; after that, ask again. If you did not ask\n\
             for it, do nothing: your password stays as it is.\n"
        ),
    )
}

/// To a person with a new account of the operator's: the code with which they choose its password.
pub fn activation(to: &EmailAddress, code: &MailedCode, public_url: &Url) -> Mail {
    let link = code.link(public_url, "activation");
    let code = code.text();
    letter(
        to,
        "Your account is ready",
        &format!(
            "Hello,\n\n\
             an account was made for you. To choose its password, follow this link:\n\n\
             {link}\n\n\
             Or enter this code in the app:\n\n\
             Code: {code}\n\n\
             It works once, within seven days. After the first sign-in you will be asked for a\n\
             second factor; have your phone at hand.\n\n\
             If you do not know what this is about, do nothing: without the code nobody can use\n\
             the account.\n"
        ),
    )
}

/// To a person whose password changed.
pub fn password_changed(to: &EmailAddress) -> Mail {
    letter(
        to,
        "Your password was changed",
        "Hello,\n\n\
         the password of your account was changed a moment ago, and every other device was\n\
         signed out.\n\n\
         If it was not you, write to the people who run this service at once.\n",
    )
}

/// To a person one of whose devices was signed out because a key to it was used twice.
pub fn key_used_twice(to: &EmailAddress) -> Mail {
    letter(
        to,
        "One of your devices was signed out",
        "Hello,\n\n\
         the key with which one of your devices stays signed in was used a second time. That\n\
         can mean that somebody copied it, so we ended its session. Your other devices stay\n\
         signed in, and nothing you have written is lost: please sign in again.\n\n\
         If this happens more than once, change your password.\n",
    )
}

/// To a person who signed in on more devices than an account may have at once.
pub fn device_left(to: &EmailAddress) -> Mail {
    letter(
        to,
        "One of your devices was signed out",
        "Hello,\n\n\
         you signed in on one device more than an account can have at once, so the device that\n\
         was not used for the longest time was signed out.\n\n\
         If it was not you who signed in, change your password.\n",
    )
}

/// To a person who signed in where they had not been seen before.
pub fn new_device(to: &EmailAddress, name: Option<&str>, address: &str, at: DateTime<Utc>) -> Mail {
    let device = name.map_or_else(|| "not named".to_owned(), mail::name);
    let when = at.format("%-d %B %Y at %H:%M UTC");
    letter(
        to,
        "A new device signed in",
        &format!(
            "Hello,\n\n\
             somebody, probably you, signed in to your account on a new device or from another\n\
             network.\n\n\
             Device: {device}\n\
             Network: {address}\n\
             When: {when}\n\n\
             If it was not you, sign that device out in the app, and change your password.\n"
        ),
    )
}

fn letter(to: &EmailAddress, subject: &str, body: &str) -> Mail {
    Mail {
        to: to.as_str().to_owned(),
        subject: subject.to_owned(),
        body: body.to_owned(),
    }
}
