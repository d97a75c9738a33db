//! Asks for an export.

use serde_json::json;

use super::model::{Job, MOST_AT_ONCE, NewExport};
use super::refusal::Refusal;
use super::store;
use crate::access::{self, Export, SiteAccess};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbError, Verdict};
use crate::platform::ids::ExportId;

/// Has `new` made, and says so in the audit.
///
/// A refusal is not to be committed.
pub fn ask(
    conn: &mut Conn,
    access: &SiteAccess<Export>,
    id: ExportId,
    new: &NewExport,
) -> Verdict<Job, Refusal> {
    let detail = json!({
        "site": access.site(), "export": id, "format": new.format, "identified": new.identified,
        "filter": new.filter, "assurance": access.who().assurance(),
    });
    // Both lock the row of the asker: of two requests at once one sees the other's.
    access::lock_program(conn, access.who())?;
    audit::record_by(conn, access.who(), Action::ExportAsked, &detail)?;
    if store::unfinished(conn, access)? >= MOST_AT_ONCE {
        return Ok(Err(Refusal::TooManyExports));
    }
    store::add(conn, access, id, new)?;
    let job = store::find(conn, access, id)?;
    job.map(Ok).ok_or_else(|| DbError::corrupt("export", id))
}
