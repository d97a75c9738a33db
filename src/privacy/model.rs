//! The end of an account.

use chrono::{DateTime, Utc};

/// That a person is to be forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erasure {
    /// When they asked.
    pub asked_at: DateTime<Utc>,
    /// When it happens; until then they can take it back.
    pub due_at: DateTime<Utc>,
}
