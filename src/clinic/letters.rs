//! The mails of this slice. No subject says anything about health, nor about a person.

use url::Url;

use super::model::Invitation;
use crate::accounts::MailedCode;
use crate::platform::mail::{self, Mail};

/// To a patient who is invited by a site.
pub fn invitation(
    invitation: &Invitation,
    site: &str,
    code: &MailedCode,
    public_url: &Url,
    never: &Url,
) -> Mail {
    let site = mail::name(site);
    let ends = invitation.expires_at.format("%-d %B %Y at %H:%M UTC");
    let link = code.link(public_url, "enrolment");
    let code = code.text();
    Mail {
        to: invitation.email.clone(),
        subject: "You are invited".to_owned(),
        body: format!(
            "Hello,\n\n\
             {site} asks to see the diary that you keep, or will keep. Once you accept, its\n\
             clinicians see what you record. You choose whether they see your notes and the facts\n\
             about you too, and whether your ratings go into research without your name. You can\n\
             change that, or leave, at any time.\n\n\
             Sign in with this address, or open an account with it first, and enter this code:\n\n\
             Code: {code}\n\n\
             Or follow this link, which carries the same code:\n\n\
             {link}\n\n\
             The code works once, for you alone, until {ends}.\n\
             If you do not want it, do nothing: nobody is told. To get no invitation again, from\n\
             nobody:\n\n\
             {never}\n"
        ),
    }
}

/// To a member of the staff, of a site at which they work from now on.
pub fn works_here(to: &str, site: &str) -> Mail {
    let site = mail::name(site);
    Mail {
        to: to.to_owned(),
        subject: "You were added to a clinic".to_owned(),
        body: format!(
            "Hello,\n\n\
             from now on you work for {site}. Sign in with this address to see what is there for\n\
             you. If this is a mistake, tell those who added you.\n"
        ),
    }
}

/// To a clinician who was chosen by a patient; by which one, only the list of the clinic says.
pub fn coordinates(to: &str) -> Mail {
    Mail {
        to: to.to_owned(),
        subject: "You were chosen".to_owned(),
        body: "Hello,\n\n\
               a patient of your clinic chose you to coordinate their care. Sign in to see who: the\n\
               list of your clinic says it. They can change that at any time.\n"
            .to_owned(),
    }
}

/// To the owner of an address that has an account of another kind, and was to work at a site.
pub fn cannot_work_here(to: &str, site: &str) -> Mail {
    let site = mail::name(site);
    Mail {
        to: to.to_owned(),
        subject: "You were asked to work at a clinic".to_owned(),
        body: format!(
            "Hello,\n\n\
             {site} wanted to let you work there with this address. It has an account here of another\n\
             kind already, and an account is of one kind: tell them another address, if you do work\n\
             there. Nothing has changed, and they were not told.\n"
        ),
    }
}
