//! Takes the card of an erased patient away.

use super::store;
use crate::access::Erasing;
use crate::platform::db::{Conn, DbResult};

/// It opens nothing any more.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    store::erase(conn, gone)
}
