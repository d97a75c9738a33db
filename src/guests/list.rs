//! The links of a patient, page by page.

use uuid::Uuid;

use super::model::GuestLink;
use super::store;
use crate::access::{Access, Inspect};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::{HttpResult, ListQuery, Page, cursor};
use crate::platform::keys::MacKeys;

/// One page of the patient's links, newest first.
pub fn made(
    conn: &mut Conn,
    access: &Access<Inspect>,
    key: &MacKeys,
    query: &ListQuery,
) -> HttpResult<Page<GuestLink>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 3] = [b"guest-links", by.as_bytes(), patient.as_bytes()];
    let limit: usize = query.limit.get();
    let before = query.position(key, &question, |position| {
        Uuid::from_slice(position).ok().map(Into::into)
    })?;
    let found = store::list(conn, access, before, limit + 1)?;
    Ok(Page::cut(found, limit, |link| {
        cursor::seal(key, &question, link.id.0.as_bytes())
    }))
}

/// All of the patient's links, newest first.
pub fn every_link(conn: &mut Conn, access: &Access<Inspect>) -> DbResult<Vec<GuestLink>> {
    store::list(conn, access, None, usize::MAX)
}
