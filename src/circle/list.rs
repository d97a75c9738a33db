//! The circle and its invitations, page by page.

use serde::Deserialize;
use uuid::Uuid;

use super::model::{Invitation, Member};
use super::store::{grants, invitations};
use crate::access::{Access, Inspect};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::query::Limit;
use crate::platform::http::{HttpResult, Page, Refused, cursor};
use crate::platform::keys::MacKeys;

/// Which page of a list.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    pub(super) limit: Limit,
    /// Where the page before ended
    pub(super) cursor: Option<String>,
}

/// One page of whom the patient has invited, newest first.
pub fn sent(
    conn: &mut Conn,
    access: &Access<Inspect>,
    key: &MacKeys,
    asked: &Asked,
) -> HttpResult<Page<Invitation>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 3] = [b"invitations", by.as_bytes(), patient.as_bytes()];
    let limit = asked.limit.get();
    let before = last_shown(key, &question, asked)?.map(Into::into);
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
    asked: &Asked,
) -> HttpResult<Page<Member>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 3] = [b"circle", by.as_bytes(), patient.as_bytes()];
    let limit = asked.limit.get();
    let after = last_shown(key, &question, asked)?.map(Into::into);
    let found = grants::list(conn, access, after, limit + 1)?;
    Ok(Page::cut(found, limit, |member| {
        cursor::seal(key, &question, member.account.0.as_bytes())
    }))
}

/// Everybody who is in the circle.
pub fn everybody(conn: &mut Conn, access: &Access<Inspect>) -> DbResult<Vec<Member>> {
    grants::list(conn, access, None, usize::MAX)
}

/// Everybody whom the patient has invited, newest first.
pub fn every_invitation(conn: &mut Conn, access: &Access<Inspect>) -> DbResult<Vec<Invitation>> {
    invitations::list(conn, access, None, usize::MAX)
}

/// What the page before ended with.
fn last_shown(key: &MacKeys, question: &[&[u8]], asked: &Asked) -> HttpResult<Option<Uuid>> {
    let Some(cursor) = &asked.cursor else {
        return Ok(None);
    };
    let position = cursor::open(key, question, cursor)?;
    let id = Uuid::from_slice(&position).map_err(|_| Refused::InvalidQuery)?;
    Ok(Some(id))
}
