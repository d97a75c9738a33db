//! Where work runs: on a thread of its own, or in the turn of SQLite's writer. Nothing here knows what it comes to.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::pool::{PATIENCE, Pool};
use super::work::{Failure, Found, Work, Written};
use super::{Attempt, Conn, Db, DbError, RowLock};
use crate::platform::chance::jitter;
use crate::platform::outbox::bell::with_messages;

/// How often a transaction that lost a conflict is tried.
const RETRIES: u32 = 4;

/// Work on a connection of the pool.
type Run<T> = Box<dyn FnMut(&Pool) -> Result<T, Failure> + Send>;

/// Work that is tried at once and then under the lock.
pub(super) type WorkAtOnce = Box<dyn FnMut(&mut Conn, Attempt) -> Result<Found, Failure> + Send>;

/// Work that may not know the answer.
pub(super) type Ask = Work<Option<Found>>;

impl Db {
    pub(super) async fn run_read(&self, mut work: Work) -> Result<Found, Failure> {
        let begin = self.0.target.begin_read();
        let run = move |pool: &Pool| pool.transaction(&begin, &mut work);
        self.on_a_thread(Box::new(run)).await
    }

    pub(super) async fn run_ask_or_read(
        &self,
        mut ask: Ask,
        mut work: Work,
    ) -> Result<Found, Failure> {
        let (begin, is_pooled) = (self.0.target.begin_read(), self.0.target.is_pooled());
        let run = move |pool: &Pool| {
            let known = if is_pooled {
                pool.transaction(&begin, &mut ask)?
            } else {
                pool.alone(&mut ask)?
            };
            match known {
                Some(known) => Ok(known),
                None => pool.transaction(&begin, &mut work),
            }
        };
        self.on_a_thread(Box::new(run)).await
    }

    pub(super) async fn run_write(&self, lock: RowLock, mut work: Work) -> Result<Found, Failure> {
        let mut work: Work<Written> = Box::new(move |conn| with_messages(|| work(conn)));
        let done = if let Some(writer) = &self.0.writer {
            writer.write(work).await
        } else {
            let begin = lock.after(self.0.target.begin_write());
            let run = move |pool: &Pool| pool.transaction(&begin, &mut work);
            self.on_a_thread(Box::new(run)).await
        };
        self.ring(done)
    }

    pub(super) async fn run_write_at_once(
        &self,
        lock: RowLock,
        mut work: WorkAtOnce,
    ) -> Result<Found, Failure> {
        let begin = lock.after(self.0.target.begin_write());
        let mut work = move |conn: &mut Conn, attempt| with_messages(|| work(conn, attempt));
        let run = move |pool: &Pool| match pool.once(|conn| work(conn, Attempt::AtOnce)) {
            Err(error) if error.as_db().is_some_and(|why| !why.waited_in_vain()) => {
                pool.transaction(&begin, &mut |conn: &mut Conn| work(conn, Attempt::Locked))
            }
            done => done,
        };
        let done = self.on_a_thread(Box::new(run)).await;
        self.ring(done)
    }

    fn ring(&self, done: Result<Written, Failure>) -> Result<Found, Failure> {
        let (found, waiting) = done?;
        self.0.bell.ring(waiting);
        Ok(found)
    }

    async fn on_a_thread<T: Send + 'static>(&self, mut run: Run<T>) -> Result<T, Failure> {
        let inner = Arc::clone(&self.0);
        let turn = Arc::clone(&self.0.turns).acquire_owned();
        let came = Instant::now();
        let turn = tokio::time::timeout(PATIENCE, turn).await;
        metrics::histogram!("db_pool_wait_seconds").record(came.elapsed().as_secs_f64());
        let Ok(Ok(turn)) = turn else {
            return Err(DbError::Unavailable("no connection in time").into());
        };
        tokio::task::spawn_blocking(move || {
            // It ends with the work, even where the client has hung up meanwhile.
            let _turn = turn;
            for attempt in 0..RETRIES {
                match run(&inner.pool) {
                    Err(error) if error.as_db().is_some_and(DbError::is_transient) => {
                        std::thread::sleep(pause(attempt));
                    }
                    done => return done,
                }
            }
            Err(DbError::Unavailable("too many conflicts").into())
        })
        .await
        .unwrap_or_else(|ended| {
            Err(if ended.is_panic() {
                DbError::Panicked.into()
            } else {
                DbError::Unavailable("the process is stopping").into()
            })
        })
    }
}

/// Waits longer each time, and not in step with the others that lost.
fn pause(attempt: u32) -> Duration {
    let spread = jitter(8 * (attempt + 1));
    Duration::from_millis(u64::from(2 + spread))
}
