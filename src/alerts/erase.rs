//! Forgets what an erased person followed, and who followed their diary.

use super::store::{alerts, choices, watches};
use crate::access::Erasing;
use crate::platform::db::{Conn, DbResult};

/// All of it.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    watches::forget(conn, gone)?;
    alerts::forget(conn, gone)?;
    choices::forget(conn, gone)
}
