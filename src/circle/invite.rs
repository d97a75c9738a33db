//! Invites a person into the circle.

use serde_json::json;
use url::Url;

use super::Code;
use super::model::{Invitation, MOST_A_DAY, MOST_MEMBERS, NewInvitation};
use super::refusal::Refusal;
use super::store::{grants, invitations};
use super::unwanted::{link as never_again, wants_none};
use super::{letter, withdraw, write_down};
use crate::access::{Access, Manage, Role};
use crate::accounts::{self, Person};
use crate::audit::Action;
use crate::platform::clock::days_before;
use crate::platform::db::{Conn, DbError, DbResult, Verdict};
use crate::platform::ids::{AccountId, Ids};
use crate::platform::mail;

/// An invitation that is on its way, with the code that accepts it.
#[derive(Debug)]
pub struct SentInvitation {
    /// The invitation.
    pub invitation: Invitation,
    /// For the mail, and for the demo's own guests; never for an answer.
    pub code: Code,
}

/// Sends `new`, unless there are too many already. It takes the place of what the same address was
/// sent before and has not answered.
pub fn invite(
    conn: &mut Conn,
    access: &Access<Manage>,
    new: &NewInvitation,
    ids: &Ids,
    public_url: &Url,
) -> Verdict<SentInvitation, Refusal> {
    if !access.lets_in(Role::Caregiver) {
        return Ok(Err(Refusal::SharingTakenBack));
    }
    let patient = person(conn, access, access.owner())?;
    let inviter = person(conn, access, access.by())?;
    if inviter.email == new.email || patient.email == new.email {
        return Ok(Err(Refusal::OwnAddress));
    }
    if let Some(refusal) = too_many(conn, access, new)? {
        return Ok(Err(refusal));
    }
    withdraw::all_to(conn, access, &new.email)?;
    let code = Code::new(ids);
    let invitation = invitations::add(conn, access, ids.next(), new, &code)?;
    let vault = access.who().vault();
    // An address that wants none is sent none, and the patient is not told.
    if !wants_none(conn, vault, &new.email)? {
        let never = never_again(vault, &new.email, public_url);
        let to = accounts::recipient_at(conn, vault, &new.email, inviter.language())?;
        let letter = letter::write(
            &to,
            &invitation,
            &patient.display_name,
            &code,
            public_url,
            &never,
        );
        mail::enqueue(conn, vault, access.at(), &letter)?;
    }
    let detail = json!({
        "invitation": invitation.id,
        "level": new.terms.level,
        "relation": new.terms.relation,
    });
    write_down(conn, access, Action::Invited, &detail)?;
    Ok(Ok(SentInvitation { invitation, code }))
}

fn person(conn: &mut Conn, access: &Access<Manage>, id: AccountId) -> DbResult<Person> {
    accounts::find_account(conn, access.who().vault(), id)?
        .map(|account| account.person)
        .ok_or_else(|| DbError::corrupt("account", id))
}

fn too_many(
    conn: &mut Conn,
    access: &Access<Manage>,
    new: &NewInvitation,
) -> DbResult<Option<Refusal>> {
    let yesterday = days_before(access.at(), 1);
    if invitations::sent_since(conn, access, yesterday)? >= MOST_A_DAY {
        return Ok(Some(Refusal::TooManyInvitations));
    }
    let others = invitations::pending_besides(conn, access, &new.email)?;
    let full = grants::count(conn, access)? + others >= MOST_MEMBERS;
    Ok(full.then_some(Refusal::TooManyMembers))
}
