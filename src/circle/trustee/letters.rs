//! The mails about who acts for a patient. Nothing in them is about health, no subject names a person,
//! and to the circle they do not name the trustee: that is the patient's to tell.

use chrono::{DateTime, Utc};
use url::Url;

use super::model::{Request, Trustee};
use crate::accounts::Person;
use crate::circle::wording;
use crate::platform::mail::{self, Mail};

/// A letter in plain words.
pub fn letter(to: &str, subject: &str, body: &str) -> Mail {
    Mail {
        to: to.to_owned(),
        subject: subject.to_owned(),
        body: format!("Hello,\n\n{body}"),
    }
}

/// When, as a letter says it.
pub fn day(instant: DateTime<Utc>) -> String {
    instant.format("%-d %B %Y at %H:%M UTC").to_string()
}

/// The trustee, as the patient reads it.
pub fn who(trustee: &Trustee) -> String {
    let relation = wording::to_you(trustee.relation);
    format!("{}, {relation}", mail::name(&trustee.display_name))
}

/// To the patient who chose.
pub fn you_chose(to: &str, trustee: &Trustee) -> Mail {
    let who = who(trustee);
    letter(
        to,
        "You chose who acts for you",
        &format!(
            "you chose who may act for you, should you ever want or need it:\n\n\
             {who}.\n\n\
             Nothing changes now. They have to ask first; then you are told, and have time to say\n\
             no. You can choose somebody else, or nobody, at any time.\n\n\
             If it was not you who chose, sign in, take it back, and change your password.\n"
        ),
    )
}

/// To a new trustee.
pub fn you_were_chosen(to: &str, patient: &Person) -> Mail {
    let patient = mail::name(&patient.display_name);
    letter(
        to,
        "Somebody trusts you",
        &format!(
            "{patient} shares a diary with you, and chose you to look after it should they ever\n\
             want or need that.\n\n\
             Nothing changes now, and you need not do anything. When the time comes, ask for it in\n\
             the app. If you would rather not, you can decline there.\n"
        ),
    )
}

/// To the patient: the trustee asks. One touch of the link is enough to say no.
pub fn somebody_asks(to: &str, trustee: &Trustee, request: &Request, link: &Url) -> Mail {
    let (who, from) = (who(trustee), day(request.acts_from));
    letter(
        to,
        "Somebody asks to act for you",
        &format!(
            "{who}, whom you chose, asks to act for you from\n\
             {from} on.\n\n\
             They could then do with your diary and your circle what you can do. Your account, your\n\
             password and who is chosen stay with you alone.\n\n\
             If you want that, do nothing. If not, say no here, without signing in:\n\n\
             {link}\n\n\
             You can say no at any time, also afterwards, with this link or in the app.\n"
        ),
    )
}

/// To the patient, shortly before the time is over.
pub fn soon(to: &str, trustee: &Trustee, request: &Request, link: &Url) -> Mail {
    let (who, from) = (who(trustee), day(request.acts_from));
    letter(
        to,
        "Soon somebody acts for you",
        &format!(
            "{who}, whom you chose, acts for you from\n\
             {from} on, as they asked.\n\n\
             If you want that, do nothing. If not, say no here, without signing in:\n\n\
             {link}\n"
        ),
    )
}

/// To the patient, once it is so.
pub fn acts_for_you(to: &str, trustee: &Trustee, link: &Url) -> Mail {
    let who = who(trustee);
    letter(
        to,
        "Somebody acts for you now",
        &format!(
            "{who}, whom you chose, acts for you from now on.\n\n\
             You can still do everything yourself, and see all that they do. You can end it at any\n\
             time, in the app, or here, without signing in:\n\n\
             {link}\n"
        ),
    )
}

/// To the patient who said no.
pub fn it_stays_with_you(
    to: &str,
    may_ask_from: DateTime<Utc>,
    let_in: &[String],
    link: &Url,
) -> Mail {
    let from = day(may_ask_from);
    let others = if let_in.is_empty() {
        String::new()
    } else {
        format!(
            "\nWhom they let in while they acted for you is still in your circle:\n\n\
             - {}\n\n\
             To remove all of these, without signing in:\n\n\
             {link}&others\n",
            let_in
                .iter()
                .map(|name| mail::name(name))
                .collect::<Vec<_>>()
                .join("\n- ")
        )
    };
    letter(
        to,
        "Nobody acts for you",
        &format!(
            "as you wished, nobody acts for you. Whom you chose cannot ask again before\n\
             {from}; you can also choose somebody else, or nobody.\n\n\
             If you did not wish it, you can choose them anew in the app.\n{others}"
        ),
    )
}

/// To everybody in the circle, when it is asked for.
pub fn circle_asked(to: &str, patient: &Person, request: &Request) -> Mail {
    let (patient, from) = (mail::name(&patient.display_name), day(request.acts_from));
    letter(
        to,
        "About a diary you share",
        &format!(
            "somebody whom {patient} chose asks to look after the diary that {patient} shares with\n\
             you, from {from} on. {patient} can say no, then and later.\n\n\
             What you can see stays as it is. If this seems wrong to you, talk to {patient}.\n"
        ),
    )
}

/// To everybody in the circle, once it is so.
pub fn circle_acts(to: &str, patient: &Person) -> Mail {
    let patient = mail::name(&patient.display_name);
    letter(
        to,
        "About a diary you share",
        &format!(
            "somebody whom {patient} chose looks after the diary that {patient} shares with you from\n\
             now on, together with {patient}.\n\n\
             What you can see stays as it is. If this seems wrong to you, talk to {patient}.\n"
        ),
    )
}

/// To the patient: who acts for them changed the circle.
pub fn circle_changed(to: &str, trustee: &str) -> Mail {
    let trustee = mail::name(trustee);
    letter(
        to,
        "Your circle was changed",
        &format!(
            "{trustee}, who acts for you, changed who may open your diary, or invited somebody. Your\n\
             access log says what it was.\n\n\
             You can change it back, and end at any time that they act for you.\n"
        ),
    )
}
