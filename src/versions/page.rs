//! The versions of one thing, page by page.

use super::{Version, Versioned};
use crate::access::{Access, Read};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::{EdgeRefusal, HttpResult, ListQuery, Page, cursor};
use crate::platform::keys::MacKeys;

/// One page of the versions of what the bytes of `key` name, oldest first; the current one, if there is
/// one, is the last. `earlier` finds at most so many that come after one with this number.
pub fn of_key<T: Versioned>(
    conn: &mut Conn,
    access: &Access<Read>,
    keys: &MacKeys,
    (key, query): (&[u8], &ListQuery),
    current: impl FnOnce(&mut Conn) -> DbResult<Option<Version<T>>>,
    earlier: impl FnOnce(&mut Conn, i32, usize) -> DbResult<Vec<Version<T>>>,
) -> HttpResult<Page<Version<T>>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 4] = [b"versions", by.as_bytes(), patient.as_bytes(), key];
    let after = query.position(keys, &question, |place| {
        Some(i32::from_be_bytes(place.try_into().ok()?))
    })?;
    let after = after.unwrap_or_default();
    let current = current(conn)?.ok_or(EdgeRefusal::NotFound)?;
    let limit: usize = query.limit.get();
    let mut found = earlier(conn, after, limit + 1)?;
    found.retain(|earlier| earlier.number() < current.number());
    if current.number() > after {
        found.push(current);
    }
    Ok(Page::cut(found, limit, |version| {
        cursor::seal(keys, &question, &version.number().to_be_bytes())
    }))
}
