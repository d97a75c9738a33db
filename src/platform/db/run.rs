//! Where work runs: on a thread of its own, or in the turn of SQLite's writer. Nothing here knows what it comes to, so
//! that it is compiled once for each kind of error.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::pool::{PATIENCE, Pool};
use super::work::{Found, Work};
use super::{Attempt, Conn, Db, DbError, MayBeDb, RowLock};
use crate::platform::chance::jitter;
use crate::platform::outbox::bell::{Waiting, with_messages};

/// How often a transaction that lost a conflict is tried.
const RETRIES: u32 = 4;

/// Work on a connection of the pool.
type Run<T, E> = Box<dyn FnMut(&Pool) -> Result<T, E> + Send>;

/// Work that is tried at once and then under the lock.
pub(super) type WorkAtOnce<E> = Box<dyn FnMut(&mut Conn, Attempt) -> Result<Found, E> + Send>;

/// Work that may not know the answer.
pub(super) type Ask<E> = Work<E, Option<Found>>;

impl Db {
    pub(super) async fn run_read<E: MayBeDb + Send + 'static>(
        &self,
        mut work: Work<E>,
    ) -> Result<Found, E> {
        let begin = self.0.target.begin_read();
        let run = move |pool: &Pool| pool.transaction(&begin, &mut work);
        self.on_a_thread(Box::new(run)).await
    }

    pub(super) async fn run_ask_or_read<E: MayBeDb + Send + 'static>(
        &self,
        mut ask: Ask<E>,
        mut work: Work<E>,
    ) -> Result<Found, E> {
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

    pub(super) async fn run_write<E: MayBeDb + Send + 'static>(
        &self,
        lock: RowLock,
        mut work: Work<E>,
    ) -> Result<Found, E> {
        let mut work = move |conn: &mut Conn| with_messages(|| work(conn));
        let done = if let Some(writer) = &self.0.writer {
            writer.write(work).await
        } else {
            let begin = lock.after(self.0.target.begin_write());
            let run = move |pool: &Pool| pool.transaction(&begin, &mut work);
            self.on_a_thread(Box::new(run)).await
        };
        self.ring(done)
    }

    pub(super) async fn run_write_at_once<E: MayBeDb + Send + 'static>(
        &self,
        lock: RowLock,
        mut work: WorkAtOnce<E>,
    ) -> Result<Found, E> {
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

    fn ring<E>(&self, done: Result<(Found, Waiting), E>) -> Result<Found, E> {
        let (found, waiting) = done?;
        self.0.bell.ring(waiting);
        Ok(found)
    }

    async fn on_a_thread<T: Send + 'static, E: MayBeDb + Send + 'static>(
        &self,
        mut run: Run<T, E>,
    ) -> Result<T, E> {
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
        .unwrap_or_else(|_| Err(DbError::Panicked.into()))
    }
}

/// Waits longer each time, and not in step with the others that lost.
fn pause(attempt: u32) -> Duration {
    let spread = jitter(8 * (attempt + 1));
    Duration::from_millis(u64::from(2 + spread))
}
