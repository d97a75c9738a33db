//! The mails of this slice, in plain words. No subject says what the service is about.

use super::model::Erasure;
use super::retained::Retained;
use crate::platform::mail::{Mail, Recipient};

/// To a person who asked to be forgotten.
pub fn asked(to: &Recipient, erasure: &Erasure) -> Mail {
    let stays = Retained::all(to.language)
        .map(|kept| format!("- {}\n  ({}; {})", kept.why, kept.until, kept.legal_basis));
    let due = to.language.moment(erasure.due_at);
    to.letter(
        "mail-erasure-asked",
        &[("due", &due), ("stays", &stays.join("\n"))],
    )
}

/// To a person who changed their mind.
pub fn stays(to: &Recipient) -> Mail {
    to.letter("mail-erasure-taken-back", &[])
}

/// To a person who is forgotten.
pub fn erased(to: &Recipient) -> Mail {
    to.letter("mail-erased", &[])
}
