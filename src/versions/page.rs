//! The versions of one thing, page by page.

use serde::Deserialize;

use super::{Version, Versioned};
use crate::access::{Access, Read};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::query::Limit;
use crate::platform::http::{HttpResult, Page, Refused, cursor};
use crate::platform::keys::MacKeys;

/// Which page of a list.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// Where the page before ended
    cursor: Option<String>,
}

/// One page of the versions of what the bytes of `key` name, oldest first; the current one, if there is
/// one, is the last. `earlier` finds at most so many that come after one with this number.
pub fn of_key<T: Versioned>(
    conn: &mut Conn,
    access: &Access<Read>,
    keys: &MacKeys,
    (key, query): (&[u8], &PageQuery),
    current: impl FnOnce(&mut Conn) -> DbResult<Option<Version<T>>>,
    earlier: impl FnOnce(&mut Conn, i32, usize) -> DbResult<Vec<Version<T>>>,
) -> HttpResult<Page<Version<T>>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 4] = [b"versions", by.as_bytes(), patient.as_bytes(), key];
    let after = match &query.cursor {
        None => 0,
        Some(cursor) => {
            let place = cursor::open(keys, &question, cursor)?.try_into();
            i32::from_be_bytes(place.map_err(|_| Refused::InvalidQuery)?)
        }
    };
    let current = current(conn)?.ok_or(Refused::NotFound)?;
    let limit = query.limit.get();
    let mut found = earlier(conn, after, limit + 1)?;
    found.retain(|earlier| earlier.number() < current.number());
    if current.number() > after {
        found.push(current);
    }
    Ok(Page::cut(found, limit, |version| {
        cursor::seal(keys, &question, &version.number().to_be_bytes())
    }))
}
