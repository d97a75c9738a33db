//! What the patient sees of those who follow the diary, and switches off.

use serde_json::json;

use super::following;
use super::model::Person;
use super::store::choices;
use crate::access::{Access, Denial, Inspect, Manage};
use crate::accounts;
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::ids::AccountId;

/// Everybody who is told of the diary, or could be, with their names.
pub fn everybody(conn: &mut Conn, access: &Access<Inspect>) -> DbResult<Vec<(Person, String)>> {
    let vault = access.who().vault();
    let mut named = Vec::new();
    for person in following::people(conn, access)? {
        if let Some(account) = accounts::find_account(conn, vault, person.account)? {
            named.push((person, account.person.display_name));
        }
    }
    Ok(named)
}

/// Switches off that they are told anything, or lets it be on again. They are not told that it was. `None` when there
/// is no follower to switch it off for.
///
/// Fails with [`Denial::PatientOnly`] for a trustee who switches it off: who watches over the patient watches over them too.
pub fn mute(
    conn: &mut Conn,
    access: &Access<Manage>,
    account: AccountId,
    muted: bool,
) -> HttpResult<Option<()>> {
    if muted && access.standing().is_trustee() {
        return Err(Denial::PatientOnly.into());
    }
    if muted && following::person(conn, access, account)?.is_none() {
        return Ok(None);
    }
    if !muted && !choices::of_diary(conn, access.key())?.contains_key(&account) {
        return Ok(Some(()));
    }
    if choices::mute(conn, access, account, muted)? {
        let action = if muted {
            Action::AlertsMuted
        } else {
            Action::AlertsUnmuted
        };
        let change = audit::next_change_always(conn, access)?;
        audit::record(conn, access, change, action, &json!({ "account": account }))?;
    }
    Ok(Some(()))
}
