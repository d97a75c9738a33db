//! The mail that carries an invitation. Its subject says nothing about health, nor about anyone.

use url::Url;

use super::code::Code;
use super::model::Invitation;
use super::wording;
use crate::platform::mail::{self, Mail};

/// The mail of `invitation`.
pub fn write(
    invitation: &Invitation,
    invited_by: &str,
    code: &Code,
    public_url: &Url,
    never: &Url,
) -> Mail {
    let invited_by = mail::name(invited_by);
    let allows = wording::allows(invitation.terms.level);
    let ends = invitation.expires_at.format("%-d %B %Y at %H:%M UTC");
    let link = code.link(public_url, "invitation");
    let code = code.text();
    Mail {
        to: invitation.email.clone(),
        subject: "You are invited".to_owned(),
        body: format!(
            "Hello,\n\n\
             {invited_by} shares a diary with you. Once you accept, you can\n\
             {allows}.\n\n\
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
