//! The circle and its invitations, page by page.

use uuid::Uuid;

use super::model::{Invitation, Member};
use super::store::{grants, invitations};
use crate::access::{Access, Inspect};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::{HttpResult, ListQuery, Page, cursor};
use crate::platform::keys::MacKeys;

/// One page of the patient's invitations, newest first.
pub fn sent(
    conn: &mut Conn,
    access: &Access<Inspect>,
    key: &MacKeys,
    query: &ListQuery,
) -> HttpResult<Page<Invitation>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 3] = [b"invitations", by.as_bytes(), patient.as_bytes()];
    let limit: usize = query.limit.get();
    let before = query.position(key, &question, last_shown)?;
    let found = invitations::list(conn, access, before, limit + 1)?;
    Ok(Page::cut(found, limit, |invitation| {
        cursor::seal(key, &question, invitation.id.0.as_bytes())
    }))
}

/// One page of those who are in the circle.
pub fn members(
    conn: &mut Conn,
    access: &Access<Inspect>,
    key: &MacKeys,
    query: &ListQuery,
) -> HttpResult<Page<Member>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 3] = [b"circle", by.as_bytes(), patient.as_bytes()];
    let limit: usize = query.limit.get();
    let after = query.position(key, &question, last_shown)?;
    let found = grants::list(conn, access, after, limit + 1)?;
    Ok(Page::cut(found, limit, |member| {
        cursor::seal(key, &question, member.account.0.as_bytes())
    }))
}

/// Everybody who is in the circle.
pub fn everybody(conn: &mut Conn, access: &Access<Inspect>) -> DbResult<Vec<Member>> {
    grants::list(conn, access, None, usize::MAX)
}

/// All of the patient's invitations, newest first.
pub fn every_invitation(conn: &mut Conn, access: &Access<Inspect>) -> DbResult<Vec<Invitation>> {
    invitations::list(conn, access, None, usize::MAX)
}

/// What the page before ended with.
fn last_shown<T: From<Uuid>>(position: &[u8]) -> Option<T> {
    Uuid::from_slice(position).ok().map(Into::into)
}
