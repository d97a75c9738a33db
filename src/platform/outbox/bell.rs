//! Says that there is something to send: to those who send it, once the transaction that wrote it has committed.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;

use super::way::Way;

/// Wakes those who send as soon as there is something, and tells them when to go home.
#[derive(Clone, Default)]
pub struct Bell(Arc<Inner>);

#[derive(Default)]
struct Inner {
    mail: Notify,
    push: Notify,
    webhook: Notify,
    closing: AtomicBool,
}

impl Inner {
    fn of(&self, way: Way) -> &Notify {
        match way {
            Way::Mail => &self.mail,
            Way::Push => &self.push,
            Way::Webhook => &self.webhook,
        }
    }
}

impl Bell {
    /// Says that a transaction with messages on these ways has committed.
    pub fn ring(&self, waiting: Waiting) {
        let ways = Way::ALL.into_iter();
        for way in ways.filter(|way| waiting.has(*way)) {
            self.0.of(way).notify_one();
        }
    }

    /// Says that the process ends: what is on its way is the last.
    pub fn close(&self) {
        self.0.closing.store(true, Ordering::Release);
        for way in Way::ALL {
            self.0.of(way).notify_waiters();
            self.0.of(way).notify_one();
        }
    }

    /// Whether the process ends.
    pub fn is_closing(&self) -> bool {
        self.0.closing.load(Ordering::Acquire)
    }

    /// Waits until it is rung for `way`.
    pub async fn rung(&self, way: Way) {
        self.0.of(way).notified().await;
    }
}

/// The ways on which a transaction has something to send.
#[derive(Clone, Copy, Default)]
pub struct Waiting(u8);

impl Waiting {
    fn has(self, way: Way) -> bool {
        self.0 & bit(way) != 0
    }
}

fn bit(way: Way) -> u8 {
    match way {
        Way::Mail => 1,
        Way::Push => 2,
        Way::Webhook => 4,
    }
}

thread_local! {
    static WAITING: Cell<Waiting> = const { Cell::new(Waiting(0)) };
}

/// Says that the transaction of this thread has something to send on `way`.
pub(super) fn waits(way: Way) {
    WAITING.set(Waiting(WAITING.get().0 | bit(way)));
}

/// Runs `work`, which is a transaction on this thread; and on which ways there is something to send in it.
pub fn with_messages<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<(T, Waiting), E> {
    WAITING.set(Waiting::default());
    let done = work()?;
    Ok((done, WAITING.take()))
}
