//! Brings a database to the schema this build was made for.

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::pool::Target;
use super::{Conn, Db, DbError, OpenError, postgres, work};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Held by the instance that migrates, while the others wait for it ("alsfrs" in ASCII).
const LOCK: &str = "SET statement_timeout = 0; SELECT pg_advisory_lock(107126708566643)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(107126708566643)";

/// Which versions a call has applied, oldest first.
#[derive(Debug, PartialEq, Eq)]
pub struct Migrated(pub Vec<String>);

/// Why a database cannot be brought to this schema.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// No connection.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A statement failed; what came before it in the same migration was rolled back.
    #[error("a migration failed: {0}")]
    Failed(Box<dyn std::error::Error + Send + Sync>),
    /// Written by a later version of this program.
    #[error("the database has the migration {0}, which this build does not know")]
    Newer(String),
}

impl Db {
    /// Applies what is missing; with several instances one applies and the others wait.
    ///
    /// # Errors
    /// When a migration fails, or the database was written by a later version.
    pub fn migrate(&self) -> Result<Migrated, MigrateError> {
        let mut conn = self.0.target.connect()?;
        conn.migrate()
    }

    /// As [`Self::migrate`], and then lets `ready` work in a transaction of its own before anybody
    /// is served.
    ///
    /// # Errors
    /// As [`Self::migrate`], and what `ready` answers.
    pub fn migrate_and<T, E: From<MigrateError> + From<DbError>>(
        &self,
        ready: impl FnOnce(&mut Conn) -> Result<T, E>,
    ) -> Result<(Migrated, T), E> {
        let mut conn = self.0.target.connect().map_err(MigrateError::from)?;
        let done = conn.migrate()?;
        let begin = match self.0.target {
            Target::Sqlite(_) => "BEGIN IMMEDIATE",
            Target::Postgres(_) => postgres::BEGIN_WRITE,
        };
        conn.batch_execute(begin).map_err(DbError::from)?;
        let ready = work::until_commit(&mut conn, ready)?;
        Ok((done, ready))
    }

    /// Takes every migration back, newest first: for the tests of `down.sql`.
    ///
    /// # Errors
    /// When one fails.
    pub fn revert_all(&self) -> Result<Migrated, MigrateError> {
        match &mut self.0.target.connect()? {
            Conn::Pg(conn) => named(conn.revert_all_migrations(POSTGRES)),
            Conn::Sqlite(conn) => named(conn.revert_all_migrations(SQLITE)),
        }
    }
}

impl Conn {
    fn migrate(&mut self) -> Result<Migrated, MigrateError> {
        match self {
            Self::Sqlite(conn) => {
                refuse_newer(conn, &SQLITE)?;
                named(conn.run_pending_migrations(SQLITE))
            }
            Self::Pg(conn) => {
                conn.batch_execute(LOCK).map_err(OpenError::from)?;
                let done = refuse_newer(conn, &POSTGRES)
                    .and_then(|()| named(conn.run_pending_migrations(POSTGRES)));
                conn.batch_execute(UNLOCK).map_err(OpenError::from)?;
                done
            }
        }
    }
}

fn refuse_newer<DB, C>(conn: &mut C, source: &EmbeddedMigrations) -> Result<(), MigrateError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let known = MigrationSource::<DB>::migrations(source).map_err(MigrateError::Failed)?;
    let known: Vec<String> = known
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect();
    let applied = conn.applied_migrations().map_err(MigrateError::Failed)?;
    match applied
        .iter()
        .map(ToString::to_string)
        .find(|version| !known.contains(version))
    {
        Some(newer) => Err(MigrateError::Newer(newer)),
        None => Ok(()),
    }
}

fn named(
    done: Result<Vec<MigrationVersion<'_>>, Box<dyn std::error::Error + Send + Sync>>,
) -> Result<Migrated, MigrateError> {
    let versions = done.map_err(MigrateError::Failed)?;
    Ok(Migrated(versions.iter().map(ToString::to_string).collect()))
}
