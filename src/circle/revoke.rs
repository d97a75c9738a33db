//! Ends a membership. No mail says so: it could put the patient in danger.

use serde_json::json;

use super::store::grants;
use super::{trustee, withdraw, write_down};
use crate::access::{Access, InTrust, Leave, Manage};
use crate::accounts;
use crate::audit::Action;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::AccountId;

/// Sends `account` out, and takes back whatever would let them in again. `None` when they never
/// were in this circle; sending a member out twice is harmless.
pub fn revoke(
    conn: &mut Conn,
    access: &Access<Manage>,
    account: AccountId,
) -> DbResult<Option<()>> {
    if !grants::was_ever_in(conn, access, account)? {
        return Ok(None);
    }
    trustee::forget_member(conn, &InTrust::from(access), account)?;
    if grants::revoke(conn, access, account)? {
        write_down(
            conn,
            access,
            Action::GrantRevoked,
            &json!({ "account": account }),
        )?;
    }
    if let Some(former) = accounts::find_account(conn, access.who().vault(), account)? {
        withdraw::all_to(conn, access, &former.person.email)?;
    }
    Ok(Some(()))
}

/// Lets the caller go; `None` when they are not in the circle.
pub fn leave(conn: &mut Conn, access: &Access<Leave>) -> DbResult<Option<()>> {
    trustee::forget_member(conn, &InTrust::from(access), access.by())?;
    if !grants::leave(conn, access)? {
        return Ok(None);
    }
    let detail = json!({ "account": access.by() });
    write_down(conn, access, Action::GrantRevoked, &detail)?;
    Ok(Some(()))
}
