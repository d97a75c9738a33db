//! The mail that carries an invitation. Its subject says nothing about health, nor about anyone.

use url::Url;

use super::Code;
use super::model::Invitation;
use super::wording;
use crate::platform::mail::{self, Mail, Recipient};

/// The mail of `invitation`.
pub fn write(
    to: &Recipient,
    invitation: &Invitation,
    invited_by: &str,
    code: &Code,
    public_url: &Url,
    never: &Url,
) -> Mail {
    to.letter(
        "mail-invitation",
        &[
            ("name", &mail::name(invited_by)),
            (
                "allows",
                wording::allows(to.language, invitation.terms.level),
            ),
            ("code", code.text()),
            ("link", code.link(public_url, "invitation").as_str()),
            ("ends", &to.language.moment(invitation.expires_at)),
            ("never", never.as_str()),
        ],
    )
}
