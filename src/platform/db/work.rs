//! A piece of work on the database, and how it runs inside a transaction.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use diesel::connection::SimpleConnection;
use tokio::sync::oneshot;

use super::{Conn, DbError, MayBeDb};

/// What a piece of work came to, whatever it is.
pub(super) type Found = Box<dyn Any + Send>;

/// A piece of work. What runs it is compiled once for each kind of error, and not for each of some hundred pieces.
pub(super) type Work<E, T = Found> = Box<dyn FnMut(&mut Conn) -> Result<T, E> + Send>;

/// `done`, as what a piece of work came to.
pub(super) fn found<T: Send + 'static>(done: T) -> Found {
    Box::new(done)
}

/// `work`, as what runs it takes it.
pub(super) fn boxed<T: Send + 'static, E>(
    mut work: impl FnMut(&mut Conn) -> Result<T, E> + Send + 'static,
) -> Work<E> {
    Box::new(move |conn| work(conn).map(found))
}

/// What the work that [`boxed`] took came to.
pub(super) fn unboxed<T: 'static, E: From<DbError>>(done: Result<Found, E>) -> Result<T, E> {
    let found = done?.downcast();
    found
        .map(|found| *found)
        .map_err(|_| DbError::Panicked.into())
}

/// Work that waits for the SQLite writer.
pub(super) trait Task: Send {
    /// Runs; `true` keeps what it wrote.
    fn run(&mut self, conn: &mut Conn) -> bool;

    /// Tells the caller, now that the group is committed (or why it is not).
    fn answer(self: Box<Self>, group: Result<(), &'static str>);
}

/// Work together with the place where its caller waits.
pub(super) struct Job<T, E> {
    work: Work<E, T>,
    done: Option<Result<T, E>>,
    caller: oneshot::Sender<Result<T, E>>,
}

impl<T, E> Job<T, E> {
    pub(super) fn new(
        work: impl FnMut(&mut Conn) -> Result<T, E> + Send + 'static,
        caller: oneshot::Sender<Result<T, E>>,
    ) -> Self {
        Self {
            work: Box::new(work),
            done: None,
            caller,
        }
    }
}

impl<T: Send, E: MayBeDb + Send> Task for Job<T, E> {
    fn run(&mut self, conn: &mut Conn) -> bool {
        let done = guarded(|| (self.work)(conn));
        let keep = done.is_ok();
        self.done = Some(done);
        keep
    }

    fn answer(self: Box<Self>, group: Result<(), &'static str>) {
        let done = match (group, self.done) {
            // A refusal wrote nothing, so it holds whether or not the group was kept.
            (_, Some(Err(refused))) => Err(refused),
            (Ok(()), Some(Ok(done))) => Ok(done),
            (Err(why), _) => Err(DbError::Unavailable(why).into()),
            (Ok(()), None) => Err(DbError::Unavailable("the work was not run").into()),
        };
        // The caller may have hung up; what it asked for is on the disk all the same.
        drop(self.caller.send(done));
    }
}

/// Runs `work` in the transaction that has begun, and commits; an error or a panic rolls back.
pub(super) fn until_commit<T, E: From<DbError>>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, E>,
) -> Result<T, E> {
    let done = guarded(|| work(conn));
    let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
    match (done, conn.batch_execute(end)) {
        (Ok(done), Ok(())) => Ok(done),
        (Ok(_), Err(error)) => Err(DbError::from(error).into()),
        (Err(first), ended) => {
            if let Err(error) = ended {
                tracing::warn!(%error, "a rollback failed too");
            }
            Err(first)
        }
    }
}

/// Runs `work`; a panic becomes an error.
pub(super) fn guarded<T, E: From<DbError>>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(DbError::Panicked.into()))
}
