//! A piece of work on the database, and how it runs inside a transaction.
//!
//! What it comes to and why it fails is boxed: what runs it is compiled once, and not for each of some hundred pieces.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use diesel::connection::SimpleConnection;
use tokio::sync::oneshot;

use super::{Conn, DbError, MayBeDb};
use crate::platform::outbox::bell::Waiting;

/// What a piece of work came to, whatever it is.
pub(super) type Found = Box<dyn Any + Send>;

/// What a piece of work that writes came to, and what it left to be sent.
pub(super) type Written = (Found, Waiting);

/// A piece of work.
pub(super) type Work<T = Found> = Box<dyn FnMut(&mut Conn) -> Result<T, Failure> + Send>;

/// Why a piece of work came to nothing.
pub(super) enum Failure {
    Db(DbError),
    /// The work's own error, which may be of the database too.
    Own(Box<dyn OwnError>),
}

/// An error of any type.
pub(super) trait OwnError: Send {
    fn as_db(&self) -> Option<&DbError>;

    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

impl<E: MayBeDb + Send + 'static> OwnError for E {
    fn as_db(&self) -> Option<&DbError> {
        MayBeDb::as_db(self)
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        Self::Db(error)
    }
}

impl Failure {
    /// The database error inside, if that is what it is.
    pub(super) fn as_db(&self) -> Option<&DbError> {
        match self {
            Self::Db(error) => Some(error),
            Self::Own(error) => error.as_db(),
        }
    }

    pub(super) fn own<E: MayBeDb + Send + 'static>(error: E) -> Self {
        Self::Own(Box::new(error))
    }

    /// The error of the work that [`boxed`] took.
    fn unboxed<E: From<DbError> + 'static>(self) -> E {
        match self {
            Self::Db(error) => error.into(),
            Self::Own(error) => {
                let own = error.into_any().downcast();
                own.map_or_else(|_| DbError::Panicked.into(), |own| *own)
            }
        }
    }
}

/// `done`, as what a piece of work came to.
pub(super) fn found<T: Send + 'static>(done: T) -> Found {
    Box::new(done)
}

/// `work`, as what runs it takes it.
pub(super) fn boxed<T: Send + 'static, E: MayBeDb + Send + 'static>(
    mut work: impl FnMut(&mut Conn) -> Result<T, E> + Send + 'static,
) -> Work {
    Box::new(move |conn| work(conn).map(found).map_err(Failure::own))
}

/// What the work that [`boxed`] took came to.
pub(super) fn unboxed<T: 'static, E: From<DbError> + 'static>(
    done: Result<Found, Failure>,
) -> Result<T, E> {
    let found = done.map_err(Failure::unboxed::<E>)?;
    found
        .downcast()
        .map(|found| *found)
        .map_err(|_| DbError::Panicked.into())
}

/// Work that waits for the SQLite writer, with the place where its caller waits.
pub(super) struct Job {
    work: Work<Written>,
    done: Option<Result<Written, Failure>>,
    caller: oneshot::Sender<Result<Written, Failure>>,
}

impl Job {
    pub(super) fn new(
        work: Work<Written>,
        caller: oneshot::Sender<Result<Written, Failure>>,
    ) -> Self {
        Self {
            work,
            done: None,
            caller,
        }
    }

    /// Runs; `true` keeps what it wrote.
    pub(super) fn run(&mut self, conn: &mut Conn) -> bool {
        let done = guarded(|| (self.work)(conn));
        let keep = done.is_ok();
        self.done = Some(done);
        keep
    }

    /// Tells the caller, now that the group is committed (or why it is not).
    pub(super) fn answer(self, group: Result<(), &'static str>) {
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
