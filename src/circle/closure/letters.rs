//! The mails about the end of a diary. Nothing in them is about health, and no subject names a person.

use url::Url;

use super::super::trustee::Trustee;
use super::super::trustee::letters::who;
use crate::access::closures::Closure;
use crate::accounts::Person;
use crate::platform::mail::{self, Mail, Recipient};

/// To the patient: one touch of the link is enough to say no.
pub fn it_will_be_closed(to: &Recipient, trustee: &Trustee, closure: &Closure, link: &Url) -> Mail {
    to.letter(
        "mail-closure-asked",
        &[
            ("who", &who(to, trustee)),
            ("from", &to.language.moment(closure.closes_at)),
            ("link", link.as_str()),
        ],
    )
}

/// To everybody in the circle.
pub fn circle_closes(to: &Recipient, patient: &Person, closure: &Closure) -> Mail {
    let from = to.language.moment(closure.closes_at);
    to.letter(
        "mail-circle-closes",
        &[
            ("name", &mail::name(&patient.display_name)),
            ("from", &from),
        ],
    )
}

/// To the patient, when the trustee who acts for them thought better of it.
pub fn it_is_open(to: &Recipient) -> Mail {
    to.letter("mail-closure-ended", &[])
}

/// To everybody in the circle, when it does not take place or has been taken back.
pub fn circle_opens(to: &Recipient, patient: &Person) -> Mail {
    to.letter(
        "mail-circle-opens",
        &[("name", &mail::name(&patient.display_name))],
    )
}

/// To a patient who was silent for long.
pub fn are_you_there(to: &Recipient, months: u16) -> Mail {
    to.letter("mail-are-you-there", &[("months", &months.to_string())])
}

/// To the trustee of such a patient.
pub fn somebody_is_quiet(to: &Recipient, patient: &Person, months: u16) -> Mail {
    to.letter(
        "mail-somebody-quiet",
        &[
            ("name", &mail::name(&patient.display_name)),
            ("months", &months.to_string()),
        ],
    )
}
