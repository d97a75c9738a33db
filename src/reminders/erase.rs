//! Forgets what an erased person was reminded of.

use super::store;
use crate::access::Erasing;
use crate::platform::db::{Conn, DbResult};

/// Their reminders, and those of others that were about their diary.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    store::forget(conn, gone)
}
