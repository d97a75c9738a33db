//! Takes the card back: its link and its code open nothing any more, for good.

use serde_json::json;

use super::store;
use crate::access::{Access, Manage};
use crate::audit::Action;
use crate::circle;
use crate::platform::db::{Conn, DbResult};

/// Takes it back; harmless without one. Another one has another link.
pub fn remove(conn: &mut Conn, access: &Access<Manage>) -> DbResult<()> {
    if store::remove(conn, access)? {
        circle::write_down(conn, access, Action::CardRevoked, &json!({}))?;
    }
    Ok(())
}
