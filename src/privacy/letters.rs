//! The mails of this slice, in plain words. No subject says what the service is about.

use super::model::Erasure;
use super::retained::RetainedCategory;
use crate::platform::mail::Mail;

/// To a person who asked to be forgotten.
pub fn asked(to: &str, erasure: &Erasure) -> Mail {
    let stays = RetainedCategory::ALL.map(|kept| {
        format!(
            "- {}\n  ({}; {})\n",
            kept.words(),
            kept.until(),
            kept.basis()
        )
    });
    let stays = stays.concat();
    let due = erasure.due_at.format("%-d %B %Y at %H:%M UTC");
    Mail {
        to: to.to_owned(),
        subject: "Your account will be erased".to_owned(),
        body: format!(
            "Hello,\n\n\
             somebody, probably you, asked for your account and all that you have written to be\n\
             erased. That happens on {due}.\n\n\
             Until then everything works as before, and you can change your mind: sign in and keep\n\
             the account. Afterwards nobody can bring it back.\n\n\
             If it was not you, sign in, keep the account, and change your password.\n\n\
             This stays afterwards:\n\n{stays}"
        ),
    }
}

/// To a person who changed their mind.
pub fn stays(to: &str) -> Mail {
    Mail {
        to: to.to_owned(),
        subject: "Your account stays".to_owned(),
        body: "Hello,\n\n\
               your account will not be erased: everything stays as it is.\n"
            .to_owned(),
    }
}

/// To a person who is forgotten.
pub fn erased(to: &str) -> Mail {
    Mail {
        to: to.to_owned(),
        subject: "Your account was erased".to_owned(),
        body: "Hello,\n\n\
               as you asked, your account was erased, and what you wrote cannot be read any more,\n\
               in backups neither. This is the last mail that we send to you.\n"
            .to_owned(),
    }
}
