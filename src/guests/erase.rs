//! Forgets the links into a diary.

use super::store;
use crate::access::Erasing;
use crate::platform::db::{Conn, DbResult};

/// Ends every link into the diary of the account that is being erased. What guests recorded goes with the diary; links
/// that the account made for another are good no more, since it acts for no patient.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    store::erase(conn, gone)
}
