//! Changing the facts about a patient.

use crate::access::{Access, Manage};
use crate::accounts::{self, Profile};
use crate::audit::{self, Action};
use crate::platform::clock::latest_day_on_earth;
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;

/// Keeps `changed`, made from the version that is current, of somebody not younger than `youngest`.
pub fn change_patient(
    conn: &mut Conn,
    access: &Access<Manage>,
    changed: &Profile,
    youngest: u16,
) -> HttpResult<()> {
    changed.check(latest_day_on_earth(access.at()), youngest)?;
    let change = audit::next_change(conn, access)?;
    accounts::change_profile(conn, access, changed)?;
    let detail = serde_json::json!({ "version": changed.version + 1 });
    audit::record(conn, access, change, Action::ProfileChanged, &detail)?;
    Ok(())
}
