//! The weeks of a diary, and the versions of a week, page by page.

use serde::{Deserialize, Serialize};

use super::model::Entry;
use super::store::{self, Range};
use crate::access::{Access, Read};
use crate::clinical::Week;
use crate::platform::db::Conn;
use crate::platform::http::{EdgeRefusal, HttpResult, Limit, ListQuery, Page, cursor, query};
use crate::platform::keys::MacKeys;
use crate::versions;

/// Which weeks to list.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EntriesQuery {
    /// The first week [default: the first there is]
    #[param(value_type = Option<String>, example = "2026-W01")]
    from: Option<Week>,
    /// The last week [default: the last there is]
    #[param(value_type = Option<String>, example = "2026-W47")]
    to: Option<Week>,
    /// Which comes first
    #[serde(default)]
    #[param(inline)]
    order: Order,
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Option<Limit>,
    /// Where the page before ended
    cursor: Option<String>,
}

/// Which week comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The oldest.
    #[default]
    Asc,
    /// The newest.
    Desc,
}

/// The weeks of every diary lie between these.
const FIRST: i32 = 190_001;
const LAST: i32 = 299_952;

impl EntriesQuery {
    fn range(&self) -> HttpResult<Range> {
        Ok(Range {
            from: bound(self.from, FIRST)?,
            to: bound(self.to, LAST)?,
            descending: self.order == Order::Desc,
        })
    }

    /// All the weeks; a table has no pages.
    pub(super) fn whole(&self) -> HttpResult<Range> {
        for (name, is_there) in [
            ("limit", self.limit.is_some()),
            ("cursor", self.cursor.is_some()),
        ] {
            if is_there {
                return Err(query::invalid(name));
            }
        }
        self.range()
    }
}

/// One page of the entries that `query` names.
pub(super) fn entries(
    conn: &mut Conn,
    access: &Access<Read>,
    key: &MacKeys,
    query: &EntriesQuery,
) -> HttpResult<Page<Entry>> {
    let mut range = query.range()?;
    let (from, to) = (range.from.number(), range.to.number());
    let from_to = [from, to, range.descending.into()].map(i32::to_be_bytes);
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 4] = [
        b"entries",
        by.as_bytes(),
        patient.as_bytes(),
        from_to.as_flattened(),
    ];
    let week = |place: &[u8]| Week::from_number(i32::from_be_bytes(place.try_into().ok()?));
    if let Some(last_shown) = cursor::position(key, &question, query.cursor.as_deref(), week)? {
        range.go_on_after(last_shown);
    }
    let limit: usize = query.limit.unwrap_or_default().get();
    let found = store::list(conn, access, range, limit + 1)?;
    Ok(Page::cut(found, limit, |entry| {
        cursor::seal(key, &question, &entry.key.number().to_be_bytes())
    }))
}

fn bound(asked: Option<Week>, otherwise: i32) -> HttpResult<Week> {
    asked
        .or_else(|| Week::from_number(otherwise))
        .ok_or_else(|| EdgeRefusal::InvalidQuery.into())
}

/// One page of the versions of `week`, oldest first; the current one is the last.
pub(super) fn versions(
    conn: &mut Conn,
    access: &Access<Read>,
    keys: &MacKeys,
    week: Week,
    query: &ListQuery,
) -> HttpResult<Page<Entry>> {
    versions::of_key(
        conn,
        access,
        keys,
        (&week.number().to_be_bytes(), query),
        |conn| store::current(conn, access, week),
        |conn, after, limit| store::earlier_versions(conn, access, week, after, limit),
    )
}
