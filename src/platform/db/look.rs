//! A database beside the server that serves it.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::pool::{Pool, Target};
use super::{Conn, Db, DbError, DbResult, Inner, MigrateError, OpenError, sqlite, target};
use crate::platform::outbox::bell::Bell;

impl Db {
    /// Opens the database that `url` names beside a server that may serve it: to read from it, and for a write now
    /// and then of what no process remembers.
    pub fn open_beside(url: &str) -> Result<Self, LookError> {
        let target = target(url)?;
        if let Target::Sqlite(path) = &target {
            sqlite::refuse_unsafe_library()?;
            // Connecting would make a file that is not there.
            std::fs::metadata(path).map_err(OpenError::from)?;
        }
        target.connect()?.refuse_other_schema()?;
        Ok(Self(Arc::new(Inner {
            pool: Pool::open(target.clone(), 1)?,
            turns: Arc::new(Semaphore::new(1)),
            target,
            bell: Bell::default(),
            writer: None,
            only_process: None,
        })))
    }
}

/// Looks into the database that `url` names, beside a server that serves it; `None` where it does not exist
/// yet.
///
/// Fails when it cannot be opened, or has another schema than that of this build; and what `look` answers.
pub fn look<T>(
    url: &str,
    look: impl FnOnce(&mut Conn) -> DbResult<T>,
) -> Result<Option<T>, LookError> {
    let target = target(url)?;
    if let Target::Sqlite(path) = &target
        && !path.exists()
    {
        return Ok(None);
    }
    let mut conn = target.connect()?;
    conn.refuse_other_schema()?;
    Ok(Some(look(&mut conn)?))
}

/// Why nothing is seen in a database.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// It does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It opens, and is broken.
    #[error(transparent)]
    Broken(#[from] DbError),
    /// Its schema is that of another version.
    #[error(transparent)]
    Schema(#[from] MigrateError),
}
