//! Changes what is shared with a site, or leaves it.

use serde_json::json;

use super::model::Enrolment;
use super::store::enrolments;
use crate::access::{Access, Manage, Share};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::SiteId;

/// Shares this with the site from the next request on; `None` when the patient is not enrolled there.
pub fn share(
    conn: &mut Conn,
    access: &Access<Manage>,
    site: SiteId,
    share: Share,
) -> DbResult<Option<Enrolment>> {
    let Some(before) = enrolments::find(conn, access, site)? else {
        return Ok(None);
    };
    if before.share != share {
        enrolments::share(conn, access, site, share)?;
        let detail = json!({ "site": site, "share": share });
        let change = audit::next_change_always(conn, access)?;
        audit::record(conn, access, change, Action::EnrolmentChanged, &detail)?;
    }
    Ok(Some(Enrolment { share, ..before }))
}

/// Leaves the site: its staff see nothing from the next request on. Doing it twice is harmless; `None`
/// when the patient never was there.
pub fn leave(conn: &mut Conn, access: &Access<Manage>, site: SiteId) -> DbResult<Option<()>> {
    if enrolments::leave(conn, access, site)? {
        let detail = json!({ "site": site });
        let change = audit::next_change_always(conn, access)?;
        audit::record(conn, access, change, Action::EnrolmentEnded, &detail)?;
        return Ok(Some(()));
    }
    Ok(enrolments::was_there(conn, access, site)?.then_some(()))
}
