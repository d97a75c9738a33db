//! Changes what is shared with a site, or leaves it.

use serde_json::json;

use super::model::Enrolment;
use super::response::EnrolmentResponse;
use super::store::enrolments;
use crate::access::{Access, Denial, Manage, Share};
use crate::audit::Action;
use crate::circle;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::http::etag::Precondition;
use crate::platform::ids::SiteId;

/// Shares this with the site from the next request on; `None` when the patient is not enrolled there.
///
/// Fails with [`Denial::PatientOnly`] where a trustee would give research more than the patient did, without a version or
/// with another than that of what is shared where more would be, or a broken database.
pub fn share(
    conn: &mut Conn,
    access: &Access<Manage>,
    site: SiteId,
    share: Share,
    seen: &Precondition,
) -> HttpResult<Option<Enrolment>> {
    let Some(before) = enrolments::find(conn, access, site)? else {
        return Ok(None);
    };
    // What is agreed to stays with the patient.
    if share.research && !before.share.research && access.standing().is_trustee() {
        return Err(Denial::PatientOnly.into());
    }
    // To share less never fails; a phone with an old copy opens nothing again.
    if share.opens_more_than(before.share) || *seen != Precondition::None {
        let version = before.share.version();
        seen.demand(version, || EnrolmentResponse::from(before.clone()))?;
    }
    if before.share != share {
        enrolments::share(conn, access, site, share)?;
        let detail = json!({ "site": site, "share": share });
        circle::write_down(conn, access, Action::EnrolmentChanged, &detail)?;
    }
    Ok(Some(Enrolment { share, ..before }))
}

/// Leaves the site: its staff see nothing from the next request on. Doing it twice is harmless; `None`
/// when the patient never was there.
pub fn leave(conn: &mut Conn, access: &Access<Manage>, site: SiteId) -> DbResult<Option<()>> {
    if enrolments::leave(conn, access, site)? {
        let detail = json!({ "site": site });
        circle::write_down(conn, access, Action::EnrolmentEnded, &detail)?;
        return Ok(Some(()));
    }
    Ok(enrolments::was_there(conn, access, site)?.then_some(()))
}
