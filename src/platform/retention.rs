//! What goes once its time is over: each slice lists its own rules, and one list is kept of them all.

use chrono::{DateTime, Utc};

use super::db::{Conn, DbResult};

/// What of one table goes, and when.
#[derive(Clone, Copy)]
pub struct Rule {
    /// The table.
    pub table: &'static str,
    /// What of it goes, and when, in words.
    pub goes: &'static str,
    /// Lets it go; how many rows went.
    pub forget: fn(&mut Conn, DateTime<Utc>) -> DbResult<usize>,
}
