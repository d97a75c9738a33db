//! Brings a database to the schema this build was made for.

use diesel::connection::SimpleConnection;
use diesel::migration::{MigrationSource, MigrationVersion};
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Conn, Db, DbError, OpenError, role, work};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Held by the instance that migrates, while the others wait for it ("alsfrs" in ASCII).
const LOCK: &str = "SET statement_timeout = 0; SELECT pg_advisory_lock(107126708566643)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(107126708566643)";

/// Which versions a call has applied, oldest first.
#[derive(Debug, PartialEq, Eq)]
pub struct AppliedMigrations(pub Vec<String>);

/// Why a database cannot be brought to this schema.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// No connection.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A statement failed; what came before it in the same migration was rolled back.
    #[error("a migration failed: {0}")]
    Failed(Box<dyn std::error::Error + Send + Sync>),
    /// What was there could not be made ready.
    #[error(transparent)]
    Database(#[from] DbError),
    /// Written by a later version of this program.
    #[error("the database has the migration {0}, which this build does not know")]
    Newer(String),
    /// Written by an earlier version, and not ours to change.
    #[error(
        "the database lacks the migration {0}, and tables are changed neither by the role that serves nor \
         through a pooler: run `alsfrs-diary migrate` as their owner first, without one"
    )]
    Older(String),
    /// Restored without its rights, or another's.
    #[error(
        "this role may not look into the database: run `alsfrs-diary migrate --grant-to` with its name, as the \
         owner of the tables"
    )]
    NoRight,
    /// Written by an earlier version, and here only to be looked at.
    #[error(
        "the database lacks the migration {0}: run `alsfrs-diary migrate` first, or use the version \
         that wrote it"
    )]
    Behind(String),
}

diesel::table! {
    __diesel_schema_migrations (version) {
        version -> Text,
    }
}

impl Db {
    /// Applies what is missing; with several instances one applies and the others wait.
    ///
    /// Fails when a migration fails, or the database was written by a later version.
    pub fn migrate(&self) -> Result<AppliedMigrations, MigrateError> {
        let mut conn = self.0.target.connect()?;
        if self.0.target.is_pooled() {
            // Of a lock that outlives a transaction another connection would know nothing.
            return conn.only_look();
        }
        conn.migrate()
    }

    /// Runs `work` in a transaction on a connection of its own: before anything is served.
    pub fn at_start<T, E: From<OpenError> + From<DbError>>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = self.0.target.connect()?;
        let begin = self.0.target.begin_write();
        conn.batch_execute(&begin).map_err(DbError::from)?;
        work::until_commit(&mut conn, work)
    }

    /// Takes the newest migration back, for the tests of what comes from the version before.
    pub fn revert_newest(&self) -> Result<AppliedMigrations, MigrateError> {
        let reverted = match &mut self.0.target.connect()? {
            Conn::Pg(conn) => conn.revert_last_migration(POSTGRES),
            Conn::Sqlite(conn) => conn.revert_last_migration(SQLITE),
        };
        named(reverted.map(|version| vec![version]))
    }

    /// Takes every migration back, newest first: for the tests of `down.sql`.
    pub fn revert_all(&self) -> Result<AppliedMigrations, MigrateError> {
        match &mut self.0.target.connect()? {
            Conn::Pg(conn) => named(conn.revert_all_migrations(POSTGRES)),
            Conn::Sqlite(conn) => named(conn.revert_all_migrations(SQLITE)),
        }
    }
}

impl Conn {
    /// As [`Db::migrate`], for a copy too.
    pub fn migrate(&mut self) -> Result<AppliedMigrations, MigrateError> {
        if let Self::Pg(conn) = self
            && !role::may_migrate(conn)?
        {
            return self.only_look();
        }
        let is_shared = matches!(self, Self::Pg(_));
        if is_shared {
            self.batch_execute(LOCK).map_err(DbError::from)?;
        }
        let done = self.apply();
        if is_shared {
            self.batch_execute(UNLOCK).map_err(DbError::from)?;
        }
        done
    }

    fn apply(&mut self) -> Result<AppliedMigrations, MigrateError> {
        self.refuse_newer()?;
        named(match self {
            Self::Sqlite(conn) => conn.run_pending_migrations(SQLITE),
            Self::Pg(conn) => conn.run_pending_migrations(POSTGRES),
        })
    }

    /// Refuses every schema but this one, for a role that can change no schema.
    fn only_look(&mut self) -> Result<AppliedMigrations, MigrateError> {
        match self.refuse_other_schema() {
            Err(MigrateError::Behind(older)) => Err(MigrateError::Older(older)),
            done => done.map(|()| AppliedMigrations(Vec::new())),
        }
    }

    /// Refuses every schema but this one, for what only looks.
    pub(super) fn refuse_other_schema(&mut self) -> Result<(), MigrateError> {
        self.refuse_newer()?;
        match missing(&known()?, &self.applied()?) {
            Some(older) => Err(MigrateError::Behind(older)),
            None => Ok(()),
        }
    }

    fn refuse_newer(&mut self) -> Result<(), MigrateError> {
        match missing(&self.applied()?, &known()?) {
            Some(newer) => Err(MigrateError::Newer(newer)),
            None => Ok(()),
        }
    }

    /// The migrations that were applied; none where there is no table of them.
    fn applied(&mut self) -> Result<Vec<String>, MigrateError> {
        let found = __diesel_schema_migrations::table.select(__diesel_schema_migrations::version);
        let why = match found.load(self) {
            Ok(versions) => return Ok(versions),
            Err(why) => why,
        };
        // Diesel calls each of them unknown, and keeps the code to itself.
        let said = why.to_string();
        if said.contains("no such table") || said.contains("does not exist") {
            return Ok(Vec::new());
        }
        Err(if said.contains("permission denied") {
            MigrateError::NoRight
        } else {
            DbError::from(why).into()
        })
    }
}

/// The migrations of this build, oldest first: both databases have the same.
fn known() -> Result<Vec<String>, MigrateError> {
    let known = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE);
    let known = known.map_err(MigrateError::Failed)?;
    let versions = known.iter().map(|one| one.name().version().to_string());
    Ok(versions.collect())
}

/// The first of `versions` that is not among `others`.
fn missing(versions: &[String], others: &[String]) -> Option<String> {
    versions.iter().find(|one| !others.contains(one)).cloned()
}

fn named(
    done: Result<Vec<MigrationVersion<'_>>, Box<dyn std::error::Error + Send + Sync>>,
) -> Result<AppliedMigrations, MigrateError> {
    let versions = done.map_err(MigrateError::Failed)?;
    Ok(AppliedMigrations(
        versions.iter().map(ToString::to_string).collect(),
    ))
}
