//! The mails about who acts for a patient. Nothing in them is about health, no subject names a person,
//! and to the circle they do not name the trustee: that is the patient's to tell.

use chrono::{DateTime, Utc};
use url::Url;

use super::model::{Request, Trustee};
use crate::accounts::Person;
use crate::circle::wording;
use crate::platform::mail::{self, Mail, Recipient};

/// The trustee, as the patient reads it.
pub fn who(to: &Recipient, trustee: &Trustee) -> String {
    let relation = wording::to_you(to.language, trustee.relation);
    format!("{}, {relation}", mail::name(&trustee.display_name))
}

/// To the patient who chose.
pub fn you_chose(to: &Recipient, trustee: &Trustee) -> Mail {
    to.letter("mail-you-chose", &[("who", &who(to, trustee))])
}

/// To a new trustee.
pub fn you_were_chosen(to: &Recipient, patient: &Person) -> Mail {
    to.letter(
        "mail-you-were-chosen",
        &[("name", &mail::name(&patient.display_name))],
    )
}

/// To the patient: the trustee asks. One touch of the link is enough to say no.
pub fn somebody_asks(to: &Recipient, trustee: &Trustee, request: &Request, link: &Url) -> Mail {
    about_request(to, "mail-trustee-asks", trustee, request, link)
}

/// To the patient, shortly before the time is over.
pub fn soon(to: &Recipient, trustee: &Trustee, request: &Request, link: &Url) -> Mail {
    about_request(to, "mail-trustee-soon", trustee, request, link)
}

fn about_request(
    to: &Recipient,
    id: &str,
    trustee: &Trustee,
    request: &Request,
    link: &Url,
) -> Mail {
    to.letter(
        id,
        &[
            ("who", &who(to, trustee)),
            ("from", &to.language.moment(request.acts_from)),
            ("link", link.as_str()),
        ],
    )
}

/// To the patient, once it is so.
pub fn acts_for_you(to: &Recipient, trustee: &Trustee, link: &Url) -> Mail {
    to.letter(
        "mail-trustee-acts",
        &[("who", &who(to, trustee)), ("link", link.as_str())],
    )
}

/// To the patient who said no.
pub fn it_stays_with_you(
    to: &Recipient,
    may_ask_from: DateTime<Utc>,
    let_in: &[String],
    link: &Url,
) -> Mail {
    let from = to.language.moment(may_ask_from);
    let mut letter = to.letter("mail-nobody-acts", &[("from", &from)]);
    if !let_in.is_empty() {
        let names = let_in.iter().map(|name| mail::name(name));
        let names = names.collect::<Vec<_>>().join("\n- ");
        let others = to.language.fill(
            "mail-nobody-acts.others",
            &[("names", &names), ("link", link.as_str())],
        );
        letter.body = format!("{}\n{others}\n", letter.body);
    }
    letter
}

/// To everybody in the circle, when it is asked for.
pub fn circle_asked(to: &Recipient, patient: &Person, request: &Request) -> Mail {
    let from = to.language.moment(request.acts_from);
    to.letter(
        "mail-circle-asked",
        &[
            ("name", &mail::name(&patient.display_name)),
            ("from", &from),
        ],
    )
}

/// To everybody in the circle, once it is so.
pub fn circle_acts(to: &Recipient, patient: &Person) -> Mail {
    to.letter(
        "mail-circle-acts",
        &[("name", &mail::name(&patient.display_name))],
    )
}

/// To the patient: who acts for them changed the circle.
pub fn circle_changed(to: &Recipient, trustee: &str) -> Mail {
    to.letter("mail-circle-changed", &[("name", &mail::name(trustee))])
}
