//! Mail: written into an outbox inside the transaction that causes it, sent after the commit.

pub(super) mod bell;
mod name;
mod send;
mod smtp;
mod store;

pub use name::name;
pub use send::{LONGEST, Mailer, MailerError, send_due};
pub(crate) use smtp::is_protected;
pub use store::{enqueue, waiting};

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
