//! Why a run ends before its export is made.

use std::io;

use super::model::Failure;
use crate::access::AccessError;
use crate::platform::db::{DbError, MayBeDb};

/// Why a run ends before the export is made.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// For good.
    #[error("{0:?}")]
    For(Failure),
    /// Another run has it, or it was deleted.
    #[error("another run has it")]
    Lost,
    /// Those who are in it changed: it begins anew.
    #[error("a patient left")]
    Changed,
    /// A file could not be written, most likely because the disk is full: nothing of it is left there.
    #[error(transparent)]
    Disk(io::Error),
    /// The database: another run will be.
    #[error(transparent)]
    Broken(DbError),
}

impl From<DbError> for Stopped {
    fn from(error: DbError) -> Self {
        Self::Broken(error)
    }
}

impl From<AccessError> for Stopped {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::By(_) => Self::For(Failure::AccessEnded),
            AccessError::Broken(error) => Self::Broken(error),
        }
    }
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

impl MayBeDb for Stopped {
    fn as_db(&self) -> Option<&DbError> {
        match self {
            Self::Broken(error) => Some(error),
            Self::For(_) | Self::Lost | Self::Changed | Self::Disk(_) => None,
        }
    }
}
