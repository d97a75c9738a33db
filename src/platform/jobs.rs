//! Work that goes on beside the requests. Every instance runs it; the database keeps them apart.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::task::JoinHandle;

use super::App;
use super::alarm::{self, Alarm};
use super::db::DbResult;

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
