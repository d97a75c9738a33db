//! The row that a writing transaction locks first.

use uuid::Uuid;

/// A row lock. SQLite has one writer and needs none.
#[derive(Debug, Clone)]
pub struct RowLock(Option<String>);

impl RowLock {
    /// Of the row of `table` with this id.
    pub fn of(table: &'static str, id: Uuid) -> Self {
        Self(Some(format!(
            "SELECT FROM {table} WHERE id = '{id}' FOR UPDATE"
        )))
    }

    /// Of no row.
    pub(super) fn none() -> Self {
        Self(None)
    }

    /// A transaction that begins so and takes the lock, in one round trip. What follows is a statement of
    /// its own: it sees what was committed while the lock was waited for.
    pub(super) fn after(self, begin: String) -> String {
        let lock = self.0.map(|lock| format!("; {lock}"));
        begin + &lock.unwrap_or_default()
    }
}

/// How a change is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Without the row lock, and without a transaction around its statements.
    AtOnce,
    /// In a transaction that holds the lock.
    Locked,
}
