//! Accepts an invitation.

use serde_json::json;

use super::Code;
use super::model::Status;
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
/// A code lets in once. Sent again by the new member, it answers the same, as long as they are in.
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
        return accepted_before(conn, access.who(), code);
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

fn accepted_before(conn: &mut Conn, who: &SignedIn, code: &Code) -> DbResult<Option<Membership>> {
    let invitation = answers::addressed(conn, who, code)?;
    let Some(invitation) = invitation.filter(|invitation| invitation.status == Status::Used) else {
        return Ok(None);
    };
    let mut heads = access::heads_of(conn, who)?.into_iter();
    let head = heads.find(|head| head.patient() == invitation.patient);
    Ok(head.map(|head| Membership {
        patient: head.patient(),
        level: head.standing().level(),
    }))
}
