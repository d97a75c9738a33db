//! The mails about factors, in plain words. No subject says what the service is about.

use chrono::{DateTime, Utc};

use crate::accounts::email::EmailAddress;
use crate::platform::mail::Mail;

/// To a person who can be asked for a second factor from now on.
pub fn factor_added(to: &EmailAddress) -> Mail {
    letter(
        to,
        "Signing in takes a second step now",
        "Hello,\n\n\
         from now on, signing in to your account takes a code from your app besides the\n\
         password. Keep the recovery codes you were shown: one of them stands in for the app\n\
         when your phone is lost.\n\n\
         If it was not you, write to the people who run this service at once.\n",
    )
}

/// To a person who is not asked for a second factor any more.
pub fn factor_removed(to: &EmailAddress) -> Mail {
    letter(
        to,
        "Signing in takes the password alone now",
        "Hello,\n\n\
         the second step of signing in was taken away from your account a moment ago: the\n\
         password alone is enough now, and the recovery codes are worth nothing any more.\n\n\
         If it was not you, change your password and switch the second step on again.\n",
    )
}

/// To a person who is asked for a passkey still.
pub fn codes_removed(to: &EmailAddress) -> Mail {
    letter(
        to,
        "Your app's codes are not asked for any more",
        "Hello,\n\n\
         the codes from your app were taken away from your account a moment ago. You sign in with\n\
         a passkey, or with the password and one of your recovery codes.\n\n\
         If it was not you, change your password and switch the codes on again.\n",
    )
}

/// To a person who used one of the codes they had written down.
pub fn recovery_code_used(to: &EmailAddress, left: i64) -> Mail {
    letter(
        to,
        "One of your recovery codes was used",
        &format!(
            "Hello,\n\n\
             one of your recovery codes was used a moment ago, and is worth nothing any more.\n\
             {left} of them are left; you can make new ones when you are signed in.\n\n\
             If it was not you, change your password and make new codes at once.\n"
        ),
    )
}

/// To a person who made new recovery codes.
pub fn recovery_codes_renewed(to: &EmailAddress) -> Mail {
    letter(
        to,
        "You have new recovery codes",
        "Hello,\n\n\
         new recovery codes were made for your account a moment ago. Those you had before are\n\
         worth nothing any more.\n\n\
         If it was not you, change your password and make new codes at once.\n",
    )
}

/// To a member of the staff, on the operator's word.
pub fn reset_asked(to: &EmailAddress, due_at: DateTime<Utc>) -> Mail {
    let due = due_at.format("%-d %B %Y at %H:%M UTC");
    letter(
        to,
        "Your second factors will be taken away",
        &format!(
            "Hello,\n\n\
             the people who run this service were told that you lost the second factors of your\n\
             account. They are taken away on {due}. Afterwards sign in with your\n\
             password, and enrol a second factor at once.\n\n\
             If you have lost nothing, sign in and cancel it, and write to the people who run this\n\
             service at once.\n"
        ),
    )
}

/// To the same, when it does not take place.
pub fn reset_cancelled(to: &EmailAddress) -> Mail {
    letter(
        to,
        "Your second factors stay",
        "Hello,\n\n\
         the second factors of your account will not be taken away: everything stays as it is.\n",
    )
}

/// To the same, when it took place.
pub fn factors_reset(to: &EmailAddress) -> Mail {
    letter(
        to,
        "Your second factors were taken away",
        "Hello,\n\n\
         the second factors of your account were taken away a moment ago, and every device was\n\
         signed out. Sign in with your password, and enrol a second factor at once: before that\n\
         nothing else can be done.\n\n\
         If you have lost nothing, write to the people who run this service at once.\n",
    )
}

fn letter(to: &EmailAddress, subject: &str, body: &str) -> Mail {
    Mail {
        to: to.as_str().to_owned(),
        subject: subject.to_owned(),
        body: body.to_owned(),
    }
}
