//! A pool of connections to whichever database the URL names.

use std::path::PathBuf;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use r2d2::PooledConnection;

use super::work::Failure;
use super::{Conn, DbError, DbResult, OpenError, postgres, sqlite};

/// Where the connections lead.
#[derive(Clone, Debug)]
pub(super) enum Target {
    Sqlite(PathBuf),
    Postgres(postgres::Server),
}

impl Target {
    pub(super) fn connect(&self) -> Result<Conn, OpenError> {
        match self {
            Self::Sqlite(path) => sqlite::connect(path),
            Self::Postgres(server) => server.connect(),
        }
    }

    /// How a reading transaction begins.
    pub(super) fn begin_read(&self) -> String {
        match self {
            Self::Sqlite(_) => "BEGIN".to_owned(),
            Self::Postgres(server) => server.begin(postgres::BEGIN_READ),
        }
    }

    /// How a writing transaction begins. The writer of a server that has the file of SQLite open is waited for.
    pub(super) fn begin_write(&self) -> String {
        match self {
            Self::Sqlite(_) => "BEGIN IMMEDIATE".to_owned(),
            Self::Postgres(server) => server.begin(postgres::BEGIN_WRITE),
        }
    }

    /// Whether a statement needs a transaction around it to be looked after as all others are.
    pub(super) fn is_pooled(&self) -> bool {
        matches!(self, Self::Postgres(server) if server.is_pooled)
    }
}

/// A pooled connection, and whether the server has gone away from it.
pub(super) struct PooledConn {
    pub(super) conn: Conn,
    pub(super) broken: bool,
}

pub(super) struct Manager(Target);

impl r2d2::ManageConnection for Manager {
    type Connection = PooledConn;
    type Error = OpenError;

    fn connect(&self) -> Result<PooledConn, OpenError> {
        let conn = self.0.connect()?;
        Ok(PooledConn {
            conn,
            broken: false,
        })
    }

    fn is_valid(&self, pooled: &mut PooledConn) -> Result<(), OpenError> {
        Ok(pooled.conn.batch_execute("SELECT 1")?)
    }

    fn has_broken(&self, pooled: &mut PooledConn) -> bool {
        pooled.broken
    }
}

/// How long a request waits for a connection before it is told to come back later.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

pub(super) struct Pool(r2d2::Pool<Manager>);

impl Pool {
    /// `size` connections to `target` at the most, the first of them opened now.
    pub(super) fn open(target: Target, size: u32) -> Result<Self, OpenError> {
        let pool = r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(PATIENCE)
            .error_handler(Box::new(Quiet))
            .build(Manager(target))
            .map_err(|_| OpenError::Unreachable)?;
        Ok(Self(pool))
    }

    /// Runs `work` in a transaction that `begin` opens.
    ///
    /// A connection whose server went away meanwhile is dropped, and another taken: nothing was
    /// begun on it.
    pub(super) fn transaction<T>(
        &self,
        begin: &str,
        work: &mut impl FnMut(&mut Conn) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        for _ in 0..=self.0.max_size() {
            let mut pooled = self.get()?;
            if let Err(error) = pooled.conn.batch_execute(begin) {
                pooled.broken = true;
                let error = DbError::from(error);
                if error.waited_in_vain() {
                    return Err(error.into());
                }
                continue;
            }
            let done = super::work::until_commit(&mut pooled.conn, &mut *work);
            pooled.broken = matches!(&done, Err(error) if is_unavailable(error));
            return done;
        }
        Err(DbError::Unavailable("the database does not answer").into())
    }

    /// Runs `work`, which asks one question and changes nothing, without a transaction around it: on
    /// PostgreSQL that saves two of three round trips.
    ///
    /// A connection whose server went away meanwhile is dropped, and the question asked again.
    pub(super) fn alone<T>(
        &self,
        work: &mut impl FnMut(&mut Conn) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        for _ in 0..=self.0.max_size() {
            let (done, broken) = ask(self.get()?, &mut *work);
            if !broken {
                return done;
            }
        }
        Err(DbError::Unavailable("the database does not answer").into())
    }

    /// Runs `work`, each of whose statements is a transaction of its own.
    pub(super) fn once<T>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        ask(self.get()?, work).0
    }

    fn get(&self) -> DbResult<PooledConnection<Manager>> {
        let pooled = self.0.get();
        pooled.map_err(|_| DbError::Unavailable("no connection in time"))
    }

    pub(super) fn in_use(&self) -> u32 {
        let state = self.0.state();
        state.connections.saturating_sub(state.idle_connections)
    }
}

/// Runs `work` outside of a transaction; whether the connection is lost.
fn ask<T>(
    mut pooled: PooledConnection<Manager>,
    work: impl FnOnce(&mut Conn) -> Result<T, Failure>,
) -> (Result<T, Failure>, bool) {
    let done = super::work::guarded(|| work(&mut pooled.conn));
    pooled.broken = matches!(&done, Err(error) if is_unavailable(error));
    let broken = pooled.broken;
    (done, broken)
}

fn is_unavailable(error: &Failure) -> bool {
    error.as_db().is_some_and(DbError::is_unavailable)
}

#[derive(Debug)]
struct Quiet;

impl r2d2::HandleError<OpenError> for Quiet {
    fn handle_error(&self, error: OpenError) {
        tracing::warn!(%error, "a connection could not be opened");
    }
}
