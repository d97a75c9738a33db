//! Work that goes on beside the requests. Every instance runs it; the database keeps them apart.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::alarm::{self, Alarm};
use super::db::DbResult;
use super::{App, mail};

/// From a panic of what must not end to its next beginning.
const BEGIN_AGAIN: Duration = Duration::from_millis(200);

/// Starts what goes on beside the requests: where it panics that is heard of, and it begins again.
pub fn start<F>(job: impl Fn() -> F + Send + 'static) -> JoinHandle<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    tokio::spawn(async move {
        while AssertUnwindSafe(job()).catch_unwind().await.is_err() {
            alarm::sound(Alarm::Panicked);
            tokio::time::sleep(BEGIN_AGAIN).await;
        }
    })
}

/// Starts `work`, and does it again after each `pause`; where it fails, `failure` is logged. Every
/// instance does it.
pub fn every<F, E>(
    app: &App,
    pause: Duration,
    failure: &'static str,
    work: impl Fn(App) -> F + Clone + Send + 'static,
) -> JoinHandle<()>
where
    F: Future<Output = Result<(), E>> + Send + 'static,
    E: std::fmt::Display + Send,
{
    let (app, pause) = (app.clone(), app.rehearsal.look_again(pause));
    start(move || {
        let (app, work) = (app.clone(), work.clone());
        async move {
            loop {
                if let Err(error) = work(app.clone()).await {
                    tracing::warn!(%error, "{failure}");
                }
                tokio::time::sleep(pause).await;
            }
        }
    })
}

/// Does `one` to each of what is `due`: one that fails is heard of, and keeps none of the others waiting.
///
/// Fails when the database does not answer, so that none of them could be done.
pub async fn each<T, F>(due: Vec<T>, one: impl Fn(T) -> F) -> DbResult<()>
where
    F: Future<Output = DbResult<()>>,
{
    for item in due {
        match one(item).await {
            Err(error) if !error.is_unavailable() => {
                tracing::warn!(%error, "something that is due could not be done");
                alarm::sound(Alarm::DueFailed);
            }
            done => done?,
        }
    }
    Ok(())
}

/// Does `work` on this thread to its end, as [`start`] does.
pub(super) fn to_the_end(mut work: impl FnMut()) {
    while catch_unwind(AssertUnwindSafe(&mut work)).is_err() {
        alarm::sound(Alarm::Panicked);
        std::thread::sleep(BEGIN_AGAIN);
    }
}

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
    pub(super) fn ring(&self) {
        self.0.rung.notify_one();
    }

    /// Says that the process ends: the mail on its way is the last one.
    pub fn close(&self) {
        self.0.closing.store(true, Ordering::Release);
        self.ring();
    }

    /// Whether the process ends.
    pub(super) fn is_closing(&self) -> bool {
        self.0.closing.load(Ordering::Acquire)
    }
}

thread_local! {
    static MAIL_WAITS: Cell<bool> = const { Cell::new(false) };
}

/// Says that the transaction of this thread has mail in it.
pub(super) fn mail_waits() {
    MAIL_WAITS.set(true);
}

/// Runs `work`, which is a transaction on this thread; whether there is mail in it.
pub(super) fn with_mail<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<(T, bool), E> {
    MAIL_WAITS.set(false);
    let done = work()?;
    Ok((done, MAIL_WAITS.take()))
}

/// How long mail of another instance, or put off, may wait unseen.
const LOOK_AGAIN: Duration = Duration::from_secs(10);

/// Sends mail until the bell closes.
pub async fn send_mail(app: App) {
    let look_again = app.rehearsal.look_again(LOOK_AGAIN);
    let bell = app.db.mail_bell();
    while !bell.is_closing() {
        if let Err(error) = mail::send_due(&app).await {
            tracing::warn!(%error, "the outbox cannot be read");
        }
        // Either the bell or the time: both mean to look again.
        drop(tokio::time::timeout(look_again, bell.0.rung.notified()).await);
    }
}
