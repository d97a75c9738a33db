//! Saying of an alert: I see to it.

use serde_json::json;

use super::list;
use super::model::Shown;
use super::store::alerts;
use crate::access::{self, Access, Caller, Follow};
use crate::audit::{self, Action};
use crate::platform::db::Conn;
use crate::platform::http::{EdgeRefusal, HttpResult};
use crate::platform::ids::AlertId;

/// Keeps that the caller sees to it, unless another does already.
pub fn acknowledge(conn: &mut Conn, caller: &Caller, id: AlertId) -> HttpResult<Shown> {
    // First of all whether they may ask anything.
    access::to_account(conn, caller)?;
    let (key, _) = alerts::find(conn, id)?.ok_or(EdgeRefusal::NotFound)?;
    let (patient, _) = access::owner_of(conn, key)?.ok_or(EdgeRefusal::NotFound)?;
    let access: Access<Follow> = access::to_patient(conn, caller, patient)?;
    // Under the lock: of two at once the first one stays.
    let (_, mut alert) = alerts::find(conn, id)?.ok_or(EdgeRefusal::NotFound)?;
    if !list::sees(conn, &access, &alert)? {
        return Err(EdgeRefusal::NotFound.into());
    }
    if alert.acknowledged.is_none() {
        alert.acknowledged = Some((access.by(), access.standing().relation(), access.at()));
        alert.next_step_at = None;
        alerts::put(conn, key, &alert)?;
        let change = audit::next_change(conn, &access)?;
        let detail = json!({ "alert": id });
        audit::record(conn, &access, change, Action::AlertAcknowledged, &detail)?;
    }
    Ok(list::shown(conn, &access, alert)?)
}
