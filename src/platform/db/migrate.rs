//! Brings a database to the schema this build was made for.

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Conn, Db, DbError, DbResult, OpenError, postgres, role, work};

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
    /// What was there could not be made ready.
    #[error(transparent)]
    Database(#[from] DbError),
    /// Written by a later version of this program.
    #[error("the database has the migration {0}, which this build does not know")]
    Newer(String),
    /// Written by an earlier version, and not ours to change.
    #[error(
        "the database lacks the migration {0}, and the role that serves may not change tables: run \
         `alsfrs-diary migrate` as their owner first"
    )]
    Older(String),
    /// Written by an earlier version, and here only to be looked at.
    #[error(
        "the database lacks the migration {0}: run `alsfrs-diary migrate` first, or use the version \
         that wrote it"
    )]
    Behind(String),
    /// Of version 0.1, whose names are sealed when a server or `migrate` first opens it.
    #[error(
        "the database is of version 0.1: its audit can be verified after `alsfrs-diary migrate`"
    )]
    Plain,
}

diesel::table! {
    __diesel_schema_migrations (version) {
        version -> Text,
    }
}

impl Db {
    /// Applies what is missing; with several instances one applies and the others wait. `open` opens
    /// the keys, for the steps and in the end for what is served.
    ///
    /// Fails when a migration fails, or the database was written by a later version; and what a step and
    /// `open` answer.
    pub fn migrate<K, E: From<MigrateError> + From<DbError>>(
        &self,
        steps: &[Step<K>],
        open: impl Fn(&mut Conn) -> Result<K, E>,
    ) -> Result<(Migrated, K), E> {
        let mut conn = self.0.target.connect().map_err(MigrateError::from)?;
        let done = conn.migrate(steps, &open)?;
        Ok((done, conn.in_transaction(open)?))
    }

    /// As [`Self::migrate`], for a database that holds nothing yet.
    pub fn migrate_empty(&self) -> Result<Migrated, MigrateError> {
        let (applied, ()) = self.migrate::<(), MigrateError>(&[], |_| Ok(()))?;
        Ok(applied)
    }

    /// Takes the newest migration back, for the tests of what comes from the version before.
    pub fn revert_newest(&self) -> Result<Migrated, MigrateError> {
        let reverted = match &mut self.0.target.connect()? {
            Conn::Pg(conn) => conn.revert_last_migration(POSTGRES),
            Conn::Sqlite(conn) => conn.revert_last_migration(SQLITE),
        };
        named(reverted.map(|version| vec![version]))
    }

    /// Takes every migration back, newest first: for the tests of `down.sql`.
    pub fn revert_all(&self) -> Result<Migrated, MigrateError> {
        match &mut self.0.target.connect()? {
            Conn::Pg(conn) => named(conn.revert_all_migrations(POSTGRES)),
            Conn::Sqlite(conn) => named(conn.revert_all_migrations(SQLITE)),
        }
    }
}

/// What a migration cannot do, because only the program has the keys: done in one transaction before
/// the migration of that version, and again where it was killed between the two.
pub type Step<K> = (&'static str, fn(&mut Conn, &K) -> DbResult<()>);

/// Takes the plain columns away: what they hold must be sealed by then.
pub const PLAIN_GOES: &str = "20261124110200";

/// From here on addresses are found by the form in which people see them.
pub const FOLDED: &str = "20261128340000";

/// Rewrites the file and empties the log: what was plain must not lie about in free pages.
const WIPE: &str = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)";

impl Conn {
    /// As [`Db::migrate`], for a copy too.
    pub fn migrate<K, E: From<MigrateError> + From<DbError>>(
        &mut self,
        steps: &[Step<K>],
        open: &impl Fn(&mut Self) -> Result<K, E>,
    ) -> Result<Migrated, E> {
        if let Self::Pg(conn) = self
            && !role::may_migrate(conn)?
        {
            return Ok(self.only_look()?);
        }
        let is_shared = matches!(self, Self::Pg(_));
        if is_shared {
            self.batch_execute(LOCK).map_err(DbError::from)?;
        }
        let done = self.apply(steps, open);
        if is_shared {
            self.batch_execute(UNLOCK).map_err(DbError::from)?;
        }
        done
    }

    fn apply<K, E: From<MigrateError> + From<DbError>>(
        &mut self,
        steps: &[Step<K>],
        open: &impl Fn(&mut Self) -> Result<K, E>,
    ) -> Result<Migrated, E> {
        self.refuse_newer()?;
        let is_pending = |conn: &mut Self, version: &str| -> Result<bool, MigrateError> {
            Ok(conn.pending()?.iter().any(|pending| pending == version))
        };
        let was_plain = is_pending(self, PLAIN_GOES)?;
        let mut applied = Vec::new();
        for (version, step) in steps {
            applied.extend(self.apply_until(Some(version))?);
            if is_pending(self, version)? {
                self.in_transaction(|conn| -> Result<_, E> {
                    let keys = open(conn)?;
                    Ok(step(conn, &keys)?)
                })?;
            }
        }
        applied.extend(self.apply_until(None)?);
        if was_plain && let Self::Sqlite(conn) = self {
            conn.batch_execute(WIPE).map_err(DbError::from)?;
        }
        Ok(Migrated(applied))
    }

    /// Refuses every schema but this one, for a role that can change none.
    fn only_look(&mut self) -> Result<Migrated, MigrateError> {
        match self.refuse_other_schema() {
            Err(MigrateError::Behind(older)) => Err(MigrateError::Older(older)),
            done => done.map(|()| Migrated(Vec::new())),
        }
    }

    /// Refuses every schema but this one, for what only looks.
    pub(super) fn refuse_other_schema(&mut self) -> Result<(), MigrateError> {
        self.refuse_newer()?;
        match missing(&known()?, &self.applied()) {
            Some(older) => Err(MigrateError::Behind(older)),
            None => Ok(()),
        }
    }

    fn refuse_newer(&mut self) -> Result<(), MigrateError> {
        match missing(&self.applied(), &known()?) {
            Some(newer) => Err(MigrateError::Newer(newer)),
            None => Ok(()),
        }
    }

    /// The migrations that were applied; none where there is no table of them, or no right to look.
    fn applied(&mut self) -> Vec<String> {
        let found = __diesel_schema_migrations::table.select(__diesel_schema_migrations::version);
        found.load(self).unwrap_or_default()
    }

    /// Applies what is missing of the migrations before `end`.
    fn apply_until(&mut self, end: Option<&str>) -> Result<Vec<String>, MigrateError> {
        match self {
            Self::Sqlite(conn) => apply_until(conn, SQLITE, end),
            Self::Pg(conn) => apply_until(conn, POSTGRES, end),
        }
    }

    fn pending(&mut self) -> Result<Vec<String>, MigrateError> {
        match self {
            Self::Sqlite(conn) => pending(conn, SQLITE),
            Self::Pg(conn) => pending(conn, POSTGRES),
        }
    }

    fn in_transaction<T, E: From<DbError>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let begin = match self {
            Self::Sqlite(_) => "BEGIN IMMEDIATE",
            Self::Pg(_) => postgres::BEGIN_WRITE,
        };
        self.batch_execute(begin).map_err(DbError::from)?;
        work::until_commit(self, work)
    }
}

fn apply_until<DB: diesel::backend::Backend, C: MigrationHarness<DB>>(
    conn: &mut C,
    source: EmbeddedMigrations,
    end: Option<&str>,
) -> Result<Vec<String>, MigrateError>
where
    EmbeddedMigrations: MigrationSource<DB>,
{
    let mut applied = Vec::new();
    for migration in conn
        .pending_migrations(source)
        .map_err(MigrateError::Failed)?
    {
        let version = migration.name().version().to_string();
        if end.is_some_and(|end| version.as_str() >= end) {
            break;
        }
        conn.run_migration(&*migration)
            .map_err(MigrateError::Failed)?;
        applied.push(version);
    }
    Ok(applied)
}

fn pending<DB: diesel::backend::Backend, C: MigrationHarness<DB>>(
    conn: &mut C,
    source: EmbeddedMigrations,
) -> Result<Vec<String>, MigrateError>
where
    EmbeddedMigrations: MigrationSource<DB>,
{
    let pending = conn
        .pending_migrations(source)
        .map_err(MigrateError::Failed)?;
    let versions = pending.iter().map(|one| one.name().version().to_string());
    Ok(versions.collect())
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
) -> Result<Migrated, MigrateError> {
    let versions = done.map_err(MigrateError::Failed)?;
    Ok(Migrated(versions.iter().map(ToString::to_string).collect()))
}
