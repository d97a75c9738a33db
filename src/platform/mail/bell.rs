//! Says that there is mail: to its sender, once the transaction that wrote it has committed.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;

/// Wakes the sender as soon as there is mail, and tells it when to go home.
#[derive(Clone, Default)]
pub struct MailBell(Arc<Bell>);

#[derive(Default)]
struct Bell {
    rung: Notify,
    closing: AtomicBool,
}

impl MailBell {
    /// Says that a transaction with mail in it has committed.
    pub fn ring(&self) {
        self.0.rung.notify_one();
    }

    /// Says that the process ends: the mail on its way is the last one.
    pub fn close(&self) {
        self.0.closing.store(true, Ordering::Release);
        self.ring();
    }

    /// Whether the process ends.
    pub fn is_closing(&self) -> bool {
        self.0.closing.load(Ordering::Acquire)
    }

    /// Waits until it is rung.
    pub async fn rung(&self) {
        self.0.rung.notified().await;
    }
}

thread_local! {
    static MAIL_WAITS: Cell<bool> = const { Cell::new(false) };
}

/// Says that the transaction of this thread has mail in it.
pub fn mail_waits() {
    MAIL_WAITS.set(true);
}

/// Runs `work`, which is a transaction on this thread; whether there is mail in it.
pub fn with_mail<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<(T, bool), E> {
    MAIL_WAITS.set(false);
    let done = work()?;
    Ok((done, MAIL_WAITS.take()))
}
