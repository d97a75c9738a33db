//! The code of an invitation.

pub use crate::accounts::MailedCode as Code;
