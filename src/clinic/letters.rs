//! The mails of this slice. No subject says anything about health, nor about a person.

use url::Url;

use super::model::Invitation;
use crate::accounts::MailedCode;
use crate::platform::mail::{self, Mail, Recipient};

/// To a patient who is invited by a site.
pub fn invitation(
    to: &Recipient,
    invitation: &Invitation,
    site: &str,
    code: &MailedCode,
    public_url: &Url,
    never: &Url,
) -> Mail {
    to.letter(
        "mail-enrolment",
        &[
            ("site", &mail::name(site)),
            ("code", code.text()),
            ("link", code.link(public_url, "enrolment").as_str()),
            ("ends", &to.language.moment(invitation.expires_at)),
            ("never", never.as_str()),
        ],
    )
}

/// To a member of the staff, of a site at which they work from now on.
pub fn works_here(to: &Recipient, site: &str) -> Mail {
    to.letter("mail-works-here", &[("site", &mail::name(site))])
}

/// To a clinician who was chosen by a patient; by which one, only the list of the clinic says.
pub fn coordinates(to: &Recipient) -> Mail {
    to.letter("mail-coordinates", &[])
}

/// To the owner of an address that has an account of another kind, and was to work at a site.
pub fn cannot_work_here(to: &Recipient, site: &str) -> Mail {
    to.letter("mail-cannot-work-here", &[("site", &mail::name(site))])
}
