//! Enrols a patient, who accepts the invitation of a site and says what is shared.

use serde_json::json;

use super::model::Enrolment;
use super::refusal::Refusal;
use super::store::{enrolments, invitations};
use crate::access::{Access, Manage, Role, Share};
use crate::accounts::{self, MailedCode};
use crate::audit::{self, Action};
use crate::circle::Status;
use crate::platform::db::{Conn, DbError, Verdict};

/// Enrols the patient by `code`; `None` when it is not theirs to accept, or not any more.
///
/// A code enrols once. Sent again by the patient, it answers the same, as long as they are there.
pub fn accept(
    conn: &mut Conn,
    access: &Access<Manage>,
    code: &MailedCode,
    share: Share,
) -> Verdict<Option<Enrolment>, Refusal> {
    let patient = accounts::find_account(conn, access.who().vault(), access.by())?
        .ok_or_else(|| DbError::corrupt("account", access.by()))?;
    let found = invitations::addressed(conn, access, &patient.person.email, code)?;
    let Some((site, invitation)) = found else {
        return Ok(Ok(None));
    };
    match invitation.status {
        Status::Pending => {}
        Status::Used => return Ok(Ok(enrolments::find(conn, access, site)?)),
        Status::Revoked | Status::Expired => return Ok(Ok(None)),
    }
    if !access.lets_in(Role::Clinician) {
        return Ok(Err(Refusal::SharingTakenBack));
    }
    if !invitations::use_up(conn, access, invitation.id)? {
        return Ok(Ok(None));
    }
    enrolments::enrol(conn, access, site, &invitation, share)?;
    let detail = json!({ "site": site, "invitation": invitation.id, "share": share });
    let change = audit::next_change_always(conn, access)?;
    audit::record(conn, access, change, Action::Enrolled, &detail)?;
    Ok(Ok(enrolments::find(conn, access, site)?))
}
