//! The mails about passkeys, in plain words. No subject says what the service is about.

use crate::accounts::email::EmailAddress;
use crate::platform::mail::{self, Mail};

/// To a person who can sign in with one more passkey from now on.
pub fn added(to: &EmailAddress, name: &str) -> Mail {
    let name = mail::name(name);
    Mail {
        to: to.as_str().to_owned(),
        subject: "A passkey was added to your account".to_owned(),
        body: format!(
            "Hello,\n\n\
             from now on you can sign in to your account with this passkey:\n\n\
             {name}\n\n\
             If it was not you, sign in, remove it, and change your password at once.\n"
        ),
    }
}

/// To a person who has one less.
pub fn removed(to: &EmailAddress, name: &str) -> Mail {
    let name = mail::name(name);
    Mail {
        to: to.as_str().to_owned(),
        subject: "A passkey was removed from your account".to_owned(),
        body: format!(
            "Hello,\n\n\
             this passkey was removed from your account a moment ago, and signs nobody in any\n\
             more:\n\n\
             {name}\n\n\
             If it was not you, change your password at once, and look which devices are signed in.\n"
        ),
    }
}
