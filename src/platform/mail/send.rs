//! Mail out of the outbox: into a folder of `.eml` files, or to a mail server.

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Utc};
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncTransport, Message};
use url::Url;

use super::{Mail, smtp};
use crate::platform::App;
use crate::platform::db::DbError;
use crate::platform::outbox::{self, Deliver, Failure, Outcome, Outgoing, Way as OutboxWay};

/// Where mail goes.
pub struct Mailer {
    from: Mailbox,
    way: Way,
    longest: Duration,
}

enum Way {
    Folder(PathBuf),
    Smtp(smtp::Server),
}

/// Why mail cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    /// The URL begins with something else.
    #[error("the mail URL must begin with file://, smtp:// or smtps://")]
    UnknownScheme,
    /// The sender is no mail address.
    #[error("the sender is not a mail address")]
    Sender,
    /// A part of the mail is not valid.
    #[error("the mail cannot be written: {0}")]
    Form(#[from] lettre::error::Error),
    /// What is in the outbox does not open.
    #[error("the mail cannot be opened")]
    Sealed,
    /// The recipient is no mail address.
    #[error("the recipient's address is not valid")]
    Recipient,
    /// The server refused it or is away.
    #[error("the mail server: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
    /// The server took the connection and then was silent.
    #[error("the mail server does not answer")]
    Silent,
    /// The authority of the server's certificate is in no file of certificates.
    #[error("the file with the mail server's authority holds no certificate")]
    Authority,
    /// The folder cannot be written.
    #[error("the mail folder: {0}")]
    Folder(#[from] std::io::Error),
}

impl MailerError {
    /// What kind of failure it is, for the log: a server's own words often quote the recipient.
    fn class(&self) -> &'static str {
        match self {
            Self::UnknownScheme | Self::Sender | Self::Authority => "settings",
            Self::Form(_) => "form",
            Self::Sealed => "sealed",
            Self::Recipient => "recipient",
            Self::Folder(_) => "folder",
            Self::Server(error) if error.is_permanent() => "refused for good",
            Self::Server(error) if error.is_transient() => "refused for now",
            Self::Silent => "no answer in time",
            Self::Server(error) if error.is_timeout() => "no answer in time",
            Self::Server(error) if error.is_tls() => "no TLS",
            Self::Server(_) => "no connection",
        }
    }
}

impl MailerError {
    /// Whether it is about the server and not about this one mail: the others need not be tried now.
    fn is_of_the_server(&self) -> bool {
        match self {
            Self::Server(error) => !error.is_permanent() && !error.is_transient(),
            Self::Silent => true,
            _ => false,
        }
    }
}

impl Mailer {
    /// A mailer for `url`: `file:///folder`, `smtp://host:port`, `smtps://user:password@host`. Where
    /// there is an `authority`, it alone says which server is the right one. A server that has not
    /// taken a mail after `longest` is taken for one that hangs.
    pub fn new(
        url: &Url,
        from: &str,
        authority: Option<&[u8]>,
        longest: Duration,
    ) -> Result<Self, MailerError> {
        let way = match url.scheme() {
            "file" => {
                let folder = url
                    .to_file_path()
                    .map_err(|()| MailerError::UnknownScheme)?;
                Way::Folder(folder)
            }
            "smtp" | "smtps" => Way::Smtp(smtp::server(url, authority)?),
            _ => return Err(MailerError::UnknownScheme),
        };
        let from = from.parse().map_err(|_| MailerError::Sender)?;
        Ok(Self { from, way, longest })
    }

    async fn send(&self, message: &Outgoing, now: DateTime<Utc>) -> Result<(), MailerError> {
        let content = message.content.as_ref();
        let mail = content.and_then(|letter| Mail::read(letter));
        let (id, (mail, until)) = (message.id, mail.ok_or(MailerError::Sealed)?);
        if until.is_some_and(|until| until <= now) {
            return Ok(());
        }
        let to: Mailbox = mail.to.parse().map_err(|_| MailerError::Recipient)?;
        let domain = self.from.email.domain();
        let domain = idna::domain_to_ascii(domain).unwrap_or_else(|_| domain.to_owned());
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject)
            .date(now.into())
            .message_id(Some(format!("<{id}@{domain}>")))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body)?;
        match &self.way {
            Way::Smtp(server) => {
                let sent = tokio::time::timeout(self.longest, server.send(message)).await;
                sent.map_err(|_| MailerError::Silent)??;
            }
            Way::Folder(folder) => {
                // Mail carries codes.
                let mut builder = tokio::fs::DirBuilder::new();
                builder.recursive(true).mode(0o700).create(folder).await?;
                let draft = folder.join(format!(".{id}"));
                let mut private = tokio::fs::File::options();
                private.write(true).create(true).mode(0o600);
                drop(private.open(&draft).await?);
                tokio::fs::write(&draft, message.formatted()).await?;
                tokio::fs::rename(&draft, folder.join(format!("{id}.eml"))).await?;
            }
        }
        Ok(())
    }
}

/// How long a mail server usually has to take a mail: the library itself waits for ever for an answer.
pub const LONGEST: Duration = Duration::from_secs(20);

/// Sends mail.
pub struct Postman(pub App);

impl Deliver for Postman {
    const WAY: OutboxWay = OutboxWay::Mail;
    const AT_ONCE: usize = 4;

    fn longest(&self) -> Duration {
        self.0.mailer.longest
    }

    async fn deliver(&self, message: &Outgoing) -> Outcome {
        match self.0.mailer.send(message, self.0.clock.now()).await {
            Ok(()) => Outcome::Over,
            Err(error) => Outcome::Failed(Failure {
                why: error.class(),
                after: None,
                is_of_the_server: error.is_of_the_server(),
            }),
        }
    }
}

/// Sends the mail that is due.
pub async fn send_due(app: &App) -> Result<(), DbError> {
    outbox::send_due(app, &Postman(app.clone())).await
}
