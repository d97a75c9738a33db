//! That a diary is closed, or will be.

use chrono::{DateTime, Utc};

/// What the trustee who acts for the patient asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// When they asked.
    pub asked_at: DateTime<Utc>,
    /// From when on it takes no records.
    pub closes_at: DateTime<Utc>,
    /// On what they decide it, in their words.
    pub basis: String,
}
