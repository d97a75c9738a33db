//! Two databases behind one code: [`Db::read`] and [`Db::write`] run a closure in a transaction.

mod beside;
mod checkpoints;
mod closing;
mod conn;
mod day;
mod dual;
mod error;
mod load;
mod lock;
mod look;
mod migrate;
mod pool;
mod postgres;
mod restored;
mod role;
mod run;
mod snapshot;
mod sqlite;
mod types;
mod work;

use std::sync::Arc;

use tokio::sync::Semaphore;
use url::Url;

pub use beside::{Question, RowOf, load_beside};
pub use closing::Closing;
pub use conn::{Conn, MultiBackend, MultiRawValue};
pub use day::Day;
pub use dual::{Dual, Statement, Steady, on_each, write_together};
pub use error::{DbError, DbResult, MayBeDb, Verdict};
pub use lock::{Attempt, RowLock};
pub use look::{LookError, look};
pub use migrate::{AppliedMigrations, MigrateError};
pub use restored::{restored_at, write_down_restored};
pub use role::{GrantError, NoRoleName, RoleName};
pub use snapshot::{TemporaryFile, file_of, look_into, snapshot};
pub use sqlite::{SETTINGS as SQLITE_SETTINGS, remove};
pub use types::{At, Document, Id, Instant, Json};
pub(crate) use types::{stored_as_code, stored_as_id, stored_in_both};

use crate::platform::outbox::bell::Bell;
use pool::{Pool, Target};
use work::{Failure, boxed, found, unboxed};

/// A handle on the database; clones share it.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    pool: Pool,
    /// As many transactions run at once as there are connections; the others wait without a thread.
    turns: Arc<Semaphore>,
    target: Target,
    bell: Bell,
    writer: Option<sqlite::Writer>,
    /// Let go of after the pool, and by the threads of the writer.
    only_process: Option<Arc<std::fs::File>>,
}

/// Why a database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL begins with something else.
    #[error("the database URL must begin with sqlite:// or postgres://")]
    UnknownScheme,
    /// Only a SQLite database is a file that can be copied.
    #[error("this is no SQLite database: see docs/operations.md for how PostgreSQL is backed up")]
    NotAFile,
    /// Only what serves makes one.
    #[error("there is no database in this place: look at ALSFRS_DATA_DIR and ALSFRS_DATABASE_URL")]
    Missing,
    /// Two processes on one SQLite file would undo each other's guarantees.
    #[error("another process has this SQLite file open")]
    OpenElsewhere,
    /// See `OLDEST_SAFE`.
    #[error("the SQLite library is older than 3.51.3, which can corrupt a database")]
    UnsafeLibrary,
    /// Built without TLS.
    #[error("a PostgreSQL on another machine needs a build with the feature pg-tls")]
    NoTls,
    /// TLS without a verified certificate.
    #[error("a PostgreSQL on another machine needs sslmode=verify-full")]
    Unverified,
    /// What it acknowledges could be lost.
    #[error("this PostgreSQL has {0} off: it could lose what it acknowledged")]
    Forgetful(String),
    /// No connection at start.
    #[error("the database cannot be reached")]
    Unreachable,
    /// Connecting failed.
    #[error("cannot connect: {0}")]
    Connection(#[from] diesel::ConnectionError),
    /// Setting the connection up failed.
    #[error("cannot prepare a connection: {0}")]
    Settings(#[from] diesel::result::Error),
    /// A file could not be used.
    #[error("cannot use a file: {0}")]
    Io(#[from] std::io::Error),
}

impl Db {
    /// Opens the database that `url` names, with `connections` in its pool at the most.
    ///
    /// Fails when the scheme is neither `sqlite` nor `postgres`, or the database cannot be used safely.
    pub fn open(url: &str, connections: u32) -> Result<Self, OpenError> {
        let target = target(url)?;
        let (writer, lock) = match &target {
            Target::Sqlite(path) => {
                sqlite::refuse_unsafe_library()?;
                let lock = Arc::new(sqlite::lock_for_this_process(path)?);
                (Some(sqlite::Writer::start(path, &lock)?), Some(lock))
            }
            Target::Postgres(_) => (None, None),
        };
        let turns = usize::try_from(connections).unwrap_or(1);
        Ok(Self(Arc::new(Inner {
            pool: Pool::open(target.clone(), connections)?,
            turns: Arc::new(Semaphore::new(turns)),
            target,
            bell: Bell::default(),
            writer,
            only_process: lock,
        })))
    }

    /// Runs `work` in a reading transaction: all of it sees one snapshot.
    ///
    /// Fails with what `work` answers, or a [`DbError`] when the database does not.
    pub async fn read<T, E>(
        &self,
        work: impl FnMut(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: MayBeDb + Send + 'static,
    {
        unboxed(self.run_read(boxed(work)).await)
    }

    /// As [`Self::read`], unless `ask` knows the answer from one question: a single statement sees one
    /// snapshot without a transaction around it.
    ///
    /// Fails with what `ask` or `work` answers, or a [`DbError`] when the database does not.
    pub async fn ask_or_read<T, E>(
        &self,
        mut ask: impl FnMut(&mut Conn) -> Result<Option<T>, E> + Send + 'static,
        work: impl FnMut(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: MayBeDb + Send + 'static,
    {
        let ask = move |conn: &mut Conn| {
            let known = ask(conn).map_err(Failure::own)?;
            Ok(known.map(found))
        };
        unboxed(self.run_ask_or_read(Box::new(ask), boxed(work)).await)
    }

    /// Runs `work` in a writing transaction: `Ok` commits, `Err` rolls back. The answer comes after
    /// the commit is durable.
    ///
    /// `work` may run again from the start after a serialization failure or a deadlock, so all it
    /// does must go through the connection it is given.
    pub async fn write<T, E>(
        &self,
        work: impl FnMut(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: MayBeDb + Send + 'static,
    {
        self.write_under(RowLock::none(), work).await
    }

    /// As [`Self::write`], with the row locked before `work` runs.
    pub async fn write_under<T, E>(
        &self,
        lock: RowLock,
        work: impl FnMut(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: MayBeDb + Send + 'static,
    {
        unboxed(self.run_write(lock, boxed(work)).await)
    }

    /// As [`Self::write_under`], but on PostgreSQL `work` is tried [`Attempt::AtOnce`] first, with neither lock nor
    /// transaction: it may read with one statement, and write with one that changes nothing where what was read
    /// does not hold any more. When that fails, and when `work` answers [`DbError::Unlocked`], it runs under the lock.
    pub async fn write_at_once<T, E>(
        &self,
        lock: RowLock,
        mut work: impl FnMut(&mut Conn, Attempt) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: MayBeDb + Send + 'static,
    {
        if self.0.writer.is_some() || self.0.target.is_pooled() {
            let work = move |conn: &mut Conn| work(conn, Attempt::Locked);
            return self.write_under(lock, work).await;
        }
        let work = move |conn: &mut Conn, attempt| {
            let done = work(conn, attempt).map_err(Failure::own)?;
            Ok(found(done))
        };
        unboxed(self.run_write_at_once(lock, Box::new(work)).await)
    }

    /// Wakes those who send what is in the outbox.
    pub fn bell(&self) -> &Bell {
        &self.0.bell
    }

    /// Refuses a server that is set to forget what it acknowledged.
    pub fn refuse_forgetful(&self) -> Result<(), OpenError> {
        match &mut self.0.target.connect()? {
            Conn::Pg(conn) => {
                postgres::warn_of_another_language(conn)?;
                postgres::refuse_forgetful(conn)
            }
            // Its settings are ours: see `SQLITE_SETTINGS`.
            Conn::Sqlite(_) => Ok(()),
        }
    }

    /// What waits for the end of this database, once all its handles are dropped.
    pub fn closing(&self) -> Closing {
        let lock = self.0.only_process.as_ref();
        Closing(lock.map(Arc::downgrade).unwrap_or_default())
    }

    /// `sqlite` or `postgres`.
    pub fn kind(&self) -> &'static str {
        match self.0.target {
            Target::Sqlite(_) => "sqlite",
            Target::Postgres(_) => "postgres",
        }
    }
}

fn target(url: &str) -> Result<Target, OpenError> {
    if let Some(path) = url.strip_prefix("sqlite://") {
        // A name alone is a file in the folder that this process works in: that is a folder too.
        return Ok(Target::Sqlite(std::path::absolute(path)?));
    }
    let parsed = Url::parse(url).map_err(|_| OpenError::UnknownScheme)?;
    if !matches!(parsed.scheme(), "postgres" | "postgresql") {
        return Err(OpenError::UnknownScheme);
    }
    postgres::refuse_unprotected(&parsed)?;
    Ok(Target::Postgres(postgres::Server::at(url)))
}
