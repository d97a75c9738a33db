//! Accepts an invitation.

use serde_json::json;

use super::code::Code;
use super::store::{answers, grants};
use super::write_down;
use crate::access::{self, Level, SignedIn};
use crate::audit::Action;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;

/// Where a new member has come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Membership {
    /// Whose diary.
    pub patient: PatientId,
    /// How far in.
    pub level: Level,
}

/// Lets the caller in by `code`; `None` when it is not theirs to accept, or not any more.
///
/// A code works once: a member who lost the answer on the way finds the diary among theirs.
pub fn accept(conn: &mut Conn, who: SignedIn, code: &Code) -> DbResult<Option<Membership>> {
    let Some(invitation) = answers::addressed(conn, &who, code)? else {
        return Ok(None);
    };
    let (patient, terms) = (invitation.patient, invitation.terms);
    let as_what = (terms.level, terms.relation);
    let Some(access) = access::by_invitation(conn, who, patient, as_what)? else {
        return Ok(None);
    };
    if !answers::use_up(conn, &access, invitation.id)? {
        return Ok(None);
    }
    grants::put(conn, &access, invitation.sent_by)?;
    let detail = json!({
        "invitation": invitation.id,
        "level": terms.level,
        "relation": terms.relation,
    });
    write_down(conn, &access, Action::InvitationAccepted, &detail)?;
    Ok(Some(Membership {
        patient,
        level: terms.level,
    }))
}
