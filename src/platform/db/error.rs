//! What can be broken in a database.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// The result of a database call that can only be broken.
pub type DbResult<T> = Result<T, DbError>;

/// The result of work that may be refused and is committed all the same: a try that was counted stays
/// counted.
pub type Verdict<T, R> = DbResult<Result<T, R>>;

/// The database, or what it holds, is broken; the caller did nothing wrong.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// A statement failed.
    #[error("a statement failed: {0}")]
    Query(#[from] DieselError),
    /// The database could not be reached, or its queue is full: worth trying again.
    #[error("the database is not available: {0}")]
    Unavailable(&'static str),
    /// A stored value cannot be read back.
    #[error("cannot read back {what} {id}")]
    Corrupt {
        /// What kind of row.
        what: &'static str,
        /// Which one.
        id: String,
    },
    /// A sealed value does not open: tampered with, moved, or without its key. One error for all.
    #[error("a sealed value cannot be opened")]
    Unopened,
    /// The change was tried without the row lock, and takes it.
    #[error("this change takes the row lock")]
    Unlocked,
    /// The work itself panicked; its savepoint was rolled back.
    #[error("the work on the database panicked")]
    Panicked,
}

impl DbError {
    /// A row that cannot be read back.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "ids are small, and read better without an ampersand"
    )]
    pub fn corrupt(what: &'static str, id: impl ToString) -> Self {
        Self::Corrupt {
            what,
            id: id.to_string(),
        }
    }

    /// Whether the same transaction may succeed when run again at once.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Query(DieselError::DatabaseError(kind, info)) => {
                matches!(kind, DatabaseErrorKind::SerializationFailure)
                    || info.message().contains("deadlock detected")
            }
            _ => false,
        }
    }

    /// Whether something else held a row for too long: another connection would wait as long.
    pub fn waited_in_vain(&self) -> bool {
        matches!(self, Self::Query(DieselError::DatabaseError(_, info))
            if info.message().contains(CANCELLED) || info.message().contains(NOT_IN_TURN))
    }

    /// Whether the caller should be told to come back later.
    pub fn is_unavailable(&self) -> bool {
        match self {
            Self::Unavailable(_) | Self::Query(DieselError::BrokenTransactionManager) => true,
            Self::Query(DieselError::DatabaseError(kind, info)) => {
                matches!(
                    kind,
                    DatabaseErrorKind::ClosedConnection
                        | DatabaseErrorKind::ReadOnlyTransaction
                        | DatabaseErrorKind::SerializationFailure
                        | DatabaseErrorKind::UnableToSendCommand
                ) || UNAVAILABLE.iter().any(|sign| info.message().contains(sign))
            }
            Self::Query(_)
            | Self::Corrupt { .. }
            | Self::Unopened
            | Self::Unlocked
            | Self::Panicked => false,
        }
    }
}

/// How the two databases say that they cannot go on for now, where diesel calls it unknown: it keeps
/// the code to itself. PostgreSQL's are the texts of its classes 08, 40, 53, 55P03 and 57, in English:
/// see [`super::postgres::warn_of_another_language`].
const UNAVAILABLE: [&str; 26] = [
    // SQLite.
    "database is locked",
    "database or disk is full",
    "disk I/O error",
    "attempt to write a readonly database",
    // 08: the connection.
    "server closed the connection",
    "connection to server",
    // 25006, where a standby refuses to begin.
    "during recovery",
    // 40P01.
    "deadlock detected",
    // 53: a disk, memory or connections.
    "No space left on device",
    "Disk quota exceeded",
    "out of memory",
    "out of shared memory",
    "too many clients already",
    "too many connections for",
    "remaining connection slots are reserved",
    // 55P03.
    "could not obtain lock",
    // 55P03, 57014 and 57P05.
    CANCELLED,
    "terminating connection",
    // 57P03.
    "the database system is",
    // 58030.
    "could not write",
    "could not fsync",
    // A pooler that has no server, or not for everybody (08P01, whatever it is).
    NOT_IN_TURN,
    "server conn crashed",
    "server login",
    "cannot connect to server",
    "no more connections allowed",
];

/// What a pooler says to a client that it had no connection for in time.
const NOT_IN_TURN: &str = "query_wait_timeout";

/// Before the timeout that ended a statement.
const CANCELLED: &str = "canceling statement due to";

/// An error that may carry a [`DbError`]: [`super::Db::write`] looks whether to run the work again.
pub trait MayBeDb: From<DbError> {
    /// The database error inside, if that is what it is.
    fn as_db(&self) -> Option<&DbError>;
}

impl MayBeDb for DbError {
    fn as_db(&self) -> Option<&DbError> {
        Some(self)
    }
}
