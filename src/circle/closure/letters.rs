//! The mails about the end of a diary. Nothing in them is about health, and no subject names a person.

use url::Url;

use super::super::trustee::Trustee;
use super::super::trustee::letters::{day, letter, who};
use crate::access::closures::Closure;
use crate::accounts::Person;
use crate::platform::mail::{self, Mail};

/// To the patient: one touch of the link is enough to say no.
pub fn it_will_be_closed(to: &str, trustee: &Trustee, closure: &Closure, link: &Url) -> Mail {
    let (who, from) = (who(trustee), day(closure.closes_at));
    letter(
        to,
        "Your diary will be closed",
        &format!(
            "{who}, who acts for you, asks for your diary to be closed on\n\
             {from}. Nobody would record in it any more; nothing is deleted.\n\n\
             If you do not want that, say no here, without signing in. It opens your diary again, and\n\
             they act for you no longer:\n\n\
             {link}\n\n\
             You can say no at any time, also afterwards.\n"
        ),
    )
}

/// To everybody in the circle.
pub fn circle_closes(to: &str, patient: &Person, closure: &Closure) -> Mail {
    let (patient, from) = (mail::name(&patient.display_name), day(closure.closes_at));
    letter(
        to,
        "About a diary you share",
        &format!(
            "somebody whom {patient} chose asks for the diary that {patient} shares with you to be\n\
             closed on {from}. Nobody would record in it any more; what you\n\
             can see stays as it is.\n\n\
             If this seems wrong to you, talk to {patient}.\n"
        ),
    )
}

/// To the patient, when the trustee who acts for them thought better of it.
pub fn it_is_open(to: &str) -> Mail {
    letter(
        to,
        "Your diary is open",
        "whoever acts for you no longer asks for your diary to be closed: it is open, and\n\
         everything is as before.\n",
    )
}

/// To everybody in the circle, when it does not take place or has been taken back.
pub fn circle_opens(to: &str, patient: &Person) -> Mail {
    let patient = mail::name(&patient.display_name);
    letter(
        to,
        "About a diary you share",
        &format!(
            "the diary that {patient} shares with you is not closed: everything is as before.\n"
        ),
    )
}

/// To a patient who was silent for long.
pub fn are_you_there(to: &str, months: u16) -> Mail {
    letter(
        to,
        "Your account has been quiet",
        &format!(
            "you have not used your account for {months} months. Nothing happens to it, and nothing is\n\
             deleted.\n\n\
             If you go on with it, sign in once. If you do not want it any more, sign in and ask for it\n\
             to be erased. If you need help, somebody you let in can ask for it too, when you choose\n\
             them.\n"
        ),
    )
}

/// To the trustee of such a patient.
pub fn somebody_is_quiet(to: &str, patient: &Person, months: u16) -> Mail {
    let patient = mail::name(&patient.display_name);
    letter(
        to,
        "Somebody has been quiet",
        &format!(
            "{patient}, who chose you, has not used the account for {months} months. Nothing happens\n\
             to it, and nothing is deleted.\n\n\
             If {patient} cannot go on, you can ask in the app to look after the diary, and then\n\
             close it. If {patient} can, they only need to sign in once.\n"
        ),
    )
}
