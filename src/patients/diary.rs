//! A diary, as it is shown to who may open it.

use super::response::PatientResponse;
use super::{seen, store};
use crate::access::{self, Access, Level, Summary};
use crate::platform::db::Conn;
use crate::platform::http::{HttpResult, etag};

/// The tag of the diary for this reader, and how it is shown.
pub fn show(conn: &mut Conn, access: &Access<Summary>) -> HttpResult<(String, PatientResponse)> {
    let (name, facts) = (
        access::patient_name(conn, access)?,
        store::facts(conn, access)?,
    );
    let seen = seen::last_look(conn, access)?;
    let body = PatientResponse::new(access, name, facts, seen);
    Ok((etag::of_bytes(&etag::to_json(&body)?), body))
}

/// The number of the last change of the record that changed what [`show`] shows of what is recorded there.
pub fn changed(conn: &mut Conn, access: &Access<Summary>) -> HttpResult<i64> {
    if access.standing().level() < Level::Read {
        return Ok(0);
    }
    let facts = store::facts(conn, access)?.change;
    let seen = seen::last_look(conn, access)?.map(|seen| seen.change);
    Ok(facts.max(seen.unwrap_or_default()))
}
