//! Mail: written into the outbox inside the transaction that causes it, sent after the commit.

mod name;
mod send;
mod smtp;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::db::{Conn, DbResult};
use super::outbox::{self, Turn, Way};
use super::vault::Vault;
use super::words::Language;

pub use name::name;
pub use send::{LONGEST, Mailer, MailerError, Postman, send_due};
pub(crate) use smtp::is_protected;

/// A mail to one person, in plain text.
///
/// The subject says nothing about health: it shows on lock screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// The reader of a mail, and their language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The address.
    pub address: String,
    /// The language.
    pub language: Language,
}

impl Recipient {
    /// The letter that the files of texts call `id`, its places filled.
    pub fn letter(&self, id: &str, places: &[(&str, &str)]) -> Mail {
        let hello = self.language.text("mail-hello");
        Mail {
            to: self.address.clone(),
            subject: self.language.text(&format!("{id}.subject")).to_owned(),
            body: format!("{hello}\n\n{}\n", self.language.fill(id, places)),
        }
    }
}

impl Mail {
    /// As the outbox keeps it.
    fn written(&self) -> String {
        json!([self.to, self.subject, self.body]).to_string()
    }

    /// Reads what [`Self::written`] wrote.
    fn read(letter: &[u8]) -> Option<Self> {
        let (to, subject, body) = serde_json::from_slice(letter).ok()?;
        Some(Self { to, subject, body })
    }
}

/// Puts `mail` into the outbox, for a person who waits for it: it is sent when, and only when, this transaction
/// commits.
pub fn enqueue(conn: &mut Conn, vault: &Vault, now: DateTime<Utc>, mail: &Mail) -> DbResult<()> {
    enqueue_in_turn(conn, vault, now, mail, Turn::First)
}

/// As [`enqueue`], for one of many, too.
pub fn enqueue_in_turn(
    conn: &mut Conn,
    vault: &Vault,
    now: DateTime<Utc>,
    mail: &Mail,
    turn: Turn,
) -> DbResult<()> {
    let way = (Way::Mail, turn);
    outbox::enqueue(conn, vault, now, way, mail.written().as_bytes())
}
