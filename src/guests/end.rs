//! Takes a link back.

use serde_json::json;

use super::store;
use crate::access::{Access, Manage};
use crate::audit::Action;
use crate::circle;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::GuestLinkId;

/// Takes `id` back; what was recorded with it stays. `None` when this patient never made it; harmless where it has ended.
pub fn end(conn: &mut Conn, access: &Access<Manage>, id: GuestLinkId) -> DbResult<Option<()>> {
    let was_good = store::revoke(conn, access, id)?;
    if was_good == Some(true) {
        let detail = json!({ "link": id });
        circle::write_down(conn, access, Action::GuestLinkRevoked, &detail)?;
    }
    Ok(was_good.map(|_| ()))
}
