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
    /// As the outbox keeps it, with the instant from which on it is not sent any more.
    fn written(&self, until: Option<DateTime<Utc>>) -> String {
        json!([self.to, self.subject, self.body, until]).to_string()
    }

    /// Reads what [`Self::written`] wrote.
    fn read(letter: &[u8]) -> Option<(Self, Option<DateTime<Utc>>)> {
        let (to, subject, body, until) = serde_json::from_slice(letter).ok()?;
        Some((Self { to, subject, body }, until))
    }
}

/// Puts `mail` into the outbox, for a person who waits for it: it is sent when, and only when, this transaction
/// commits.
pub fn enqueue(conn: &mut Conn, vault: &Vault, now: DateTime<Utc>, mail: &Mail) -> DbResult<()> {
    enqueue_until(conn, vault, now, mail, (Turn::First, None))
}

/// As [`enqueue`], for one of many too, and for what is true for a time only.
pub fn enqueue_until(
    conn: &mut Conn,
    vault: &Vault,
    now: DateTime<Utc>,
    mail: &Mail,
    (turn, until): (Turn, Option<DateTime<Utc>>),
) -> DbResult<()> {
    let way = (Way::Mail, turn);
    outbox::enqueue(conn, vault, now, way, mail.written(until).as_bytes())
}
