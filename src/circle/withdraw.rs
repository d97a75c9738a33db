//! Takes invitations back before they are answered.

use serde_json::json;

use super::store::invitations;
use super::write_down;
use crate::access::{Access, Manage};
use crate::accounts::EmailAddress;
use crate::audit::Action;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::InvitationId;

/// Takes `id` back; one that was answered or has ended stays as it is. `None` when this patient
/// never sent it.
pub fn one(conn: &mut Conn, access: &Access<Manage>, id: InvitationId) -> DbResult<Option<()>> {
    if invitations::revoke(conn, access, id)? {
        let detail = json!({ "invitation": id });
        write_down(conn, access, Action::InvitationRevoked, &detail)?;
        return Ok(Some(()));
    }
    Ok(invitations::exists(conn, access, id)?.then_some(()))
}

/// Takes back all that `email` was sent and has not answered.
pub fn all_to(conn: &mut Conn, access: &Access<Manage>, email: &EmailAddress) -> DbResult<()> {
    for id in invitations::pending_to(conn, access, email)? {
        one(conn, access, id)?;
    }
    Ok(())
}
