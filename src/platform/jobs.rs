//! Work that goes on beside the requests. Every instance runs it; the database keeps them apart.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::{App, mail};

/// Wakes the sender as soon as there is mail.
#[derive(Clone, Default)]
pub struct MailBell(Arc<Notify>);

impl MailBell {
    /// Says that a transaction with mail in it has committed.
    pub fn ring(&self) {
        self.0.notify_one();
    }
}

/// How long mail of another instance, or put off, may wait unseen.
const LOOK_AGAIN: Duration = Duration::from_secs(10);

/// Sends mail until the process ends.
pub async fn send_mail(app: App) {
    loop {
        if let Err(error) = mail::send_due(&app).await {
            tracing::warn!(%error, "the outbox cannot be read");
        }
        // Either the bell or the time: both mean to look again.
        drop(tokio::time::timeout(LOOK_AGAIN, app.mail_bell.0.notified()).await);
    }
}
