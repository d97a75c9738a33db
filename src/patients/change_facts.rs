//! Changing the facts about a patient.

use serde_json::json;

use super::model::Facts;
use super::store;
use crate::access::{Access, Denial, Manage};
use crate::audit::{self, Action};
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;

/// Puts `facts` in the place of those they are a change of. What changes nothing leaves no trace.
///
/// Fails in a closed diary.
pub fn change_facts(
    conn: &mut Conn,
    access: &Access<Manage>,
    before: Facts,
    facts: Facts,
) -> HttpResult<Facts> {
    if access.is_closed() {
        return Err(Denial::DiaryClosed.into());
    }
    if facts == before {
        return Ok(before);
    }
    let version = before.version + 1;
    let change = audit::next_change(conn, access)?;
    let facts = Facts {
        version,
        change: change.number(),
        ..facts
    };
    store::put(conn, access, &facts)?;
    let detail = json!({ "version": version });
    audit::record(conn, access, change, Action::ProfileChanged, &detail)?;
    Ok(facts)
}
