//! Invites patients to a site.

use std::sync::Arc;

use serde_json::json;
use url::Url;
use uuid::Uuid;

use super::letters;
use super::model::{Invitation, NewInvitation};
use super::refusal::Refusal;
use super::store::{enrolments, invitations, sites};
use crate::access::{Enrol, Roster, SiteAccess};
use crate::accounts::{self, EmailAddress, MailedCode};
use crate::audit::{self, Action};
use crate::circle;
use crate::platform::db::{Conn, DbResult, Verdict};
use crate::platform::http::{HttpResult, ListQuery, Page, cursor};
use crate::platform::ids::{Ids, InvitationId};
use crate::platform::keys::MacKeys;
use crate::platform::mail;
use crate::platform::words::Language;

/// What an invitation is made with.
#[derive(Clone)]
pub struct Ways {
    /// Makes codes and names.
    pub ids: Ids,
    /// Where the link in the mail leads.
    pub public_url: Arc<Url>,
}

/// Sends `new`. It takes the place of what the same address was sent before and has not answered, and
/// has its subject id unless it names another.
pub fn invite(
    conn: &mut Conn,
    access: &SiteAccess<Enrol>,
    new: &NewInvitation,
    ways: &Ways,
) -> Verdict<Invitation, Refusal> {
    let vault = access.who().vault();
    let waiting = invitations::pending_to(conn, access, &new.email)?;
    let before = waiting.last().map(|before| before.subject_id.clone());
    let subject_id = match (
        invitations::kept_by(conn, access, &new.email)?,
        new.subject_id.clone().or(before),
    ) {
        // A patient who comes back keeps theirs.
        (Some(kept), _) => kept,
        // Refused, it leaves what waits as it is: of a table the other rows hold.
        (_, Some(subject_id)) if is_taken(conn, access, &subject_id, &new.email)? => {
            return Ok(Err(Refusal::SubjectIdTaken));
        }
        (_, Some(subject_id)) => subject_id,
        (_, None) => next_free(conn, access, &new.email)?,
    };
    for before in waiting {
        take_back(conn, access, before.id)?;
    }
    let code = MailedCode::new(&ways.ids);
    let id = ways.ids.next();
    let invitation = invitations::add(conn, access, id, new, &subject_id, &code)?;
    // An address that wants none is sent none, and the site is not told.
    if !circle::wants_none(conn, vault, &new.email)? {
        let never = circle::never_again(vault, &new.email, &ways.public_url);
        let inviter = accounts::find_readable(conn, vault, access.by())?;
        let language = inviter.map_or_else(Language::default, |one| one.person.language());
        let to = accounts::recipient_at(conn, vault, &new.email, language)?;
        let (site, url) = (access.name(), &ways.public_url);
        let letter = letters::invitation(&to, &invitation, site, &code, url, &never);
        mail::enqueue(conn, vault, access.at(), &letter)?;
    }
    let detail = json!({ "site": access.site(), "invitation": id });
    audit::record_by(conn, access.who(), Action::PatientInvited, &detail)?;
    Ok(Ok(invitation))
}

/// Whether another than who has the address `email` has it, or is invited with it.
fn is_taken(
    conn: &mut Conn,
    access: &SiteAccess<Enrol>,
    subject_id: &str,
    email: &EmailAddress,
) -> DbResult<bool> {
    let index = invitations::subject_index(access.who().vault(), access.site(), subject_id);
    Ok(enrolments::is_given(conn, access, &index)?
        || invitations::is_promised(conn, access, &index, email)?)
}

/// The next number that is no patient's.
fn next_free(
    conn: &mut Conn,
    access: &SiteAccess<Enrol>,
    email: &EmailAddress,
) -> DbResult<String> {
    loop {
        let number = sites::next_number(conn, access)?;
        let subject_id = format!("{number:04}");
        if !is_taken(conn, access, &subject_id, email)? {
            return Ok(subject_id);
        }
    }
}

/// Takes `id` back; one that was answered or has ended stays as it is. `None` when this site never
/// sent it.
pub fn take_back(
    conn: &mut Conn,
    access: &SiteAccess<Enrol>,
    id: InvitationId,
) -> DbResult<Option<()>> {
    if invitations::revoke(conn, access, id)? {
        let detail = json!({ "site": access.site(), "invitation": id });
        audit::record_by(conn, access.who(), Action::PatientUninvited, &detail)?;
        return Ok(Some(()));
    }
    Ok(invitations::exists(conn, access, id)?.then_some(()))
}

/// One page of the site's invitations, newest first.
pub fn list(
    conn: &mut Conn,
    access: &SiteAccess<Roster>,
    key: &MacKeys,
    query: &ListQuery,
) -> HttpResult<Page<Invitation>> {
    let (by, site) = (access.by().0, access.site().0);
    let question: [&[u8]; 3] = [b"site-invitations", by.as_bytes(), site.as_bytes()];
    let limit: usize = query.limit.get();
    let before = query.position(key, &question, |place| {
        Uuid::from_slice(place).ok().map(InvitationId)
    })?;
    let found = invitations::list(conn, access, before, limit + 1)?;
    Ok(Page::cut(found, limit, |invitation| {
        cursor::seal(key, &question, invitation.id.0.as_bytes())
    }))
}
