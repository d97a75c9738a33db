//! Records and their versions, page by page.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

use super::model::{Content, Version};
use super::store::{self, After};
use crate::access::{Access, Read};
use crate::platform::db::Conn;
use crate::platform::http::query::Limit;
use crate::platform::http::{HttpResult, Page, Refused, cursor};
use crate::platform::ids::RecordId;
use crate::platform::keys::MacKeys;

/// Which page of a list.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListRecords {
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// Where the page before ended
    cursor: Option<String>,
}

/// One page of the records of the kind `T`, the oldest first; of `treatment` where one is given.
pub(super) fn records<T: Content>(
    conn: &mut Conn,
    access: &Access<Read>,
    key: &MacKeys,
    treatment: Option<RecordId>,
    asked: &ListRecords,
) -> HttpResult<Page<Version<T>>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let (kind, of) = (T::KEPT.code.to_be_bytes(), treatment.map(|id| id.0));
    let question: [&[u8]; 5] = [
        b"treatment records",
        by.as_bytes(),
        patient.as_bytes(),
        &kind,
        of.as_ref().map_or(&[], |id| id.as_bytes().as_slice()),
    ];
    let after = match &asked.cursor {
        None => None,
        Some(cursor) => {
            let place = read(&cursor::open(key, &question, cursor)?);
            Some(place.ok_or(Refused::InvalidQuery)?)
        }
    };
    let limit = asked.limit.get();
    let found = store::list::<T>(conn, access, treatment, after, limit + 1)?;
    Ok(Page::cut(found, limit, |version| {
        cursor::seal(key, &question, &written(version))
    }))
}

/// Where `version` lies: the number of its day, and its id.
fn written<T: Content>(version: &Version<T>) -> Vec<u8> {
    let day = version.content.as_ref().map(Content::began_on);
    let day = day.unwrap_or_default().num_days_from_ce();
    [day.to_be_bytes().as_slice(), version.id.0.as_bytes()].concat()
}

fn read(place: &[u8]) -> Option<After> {
    let (day, id) = place.split_first_chunk::<4>()?;
    let day = NaiveDate::from_num_days_from_ce_opt(i32::from_be_bytes(*day))?;
    Some((day, Uuid::from_slice(id).ok()?.into()))
}

/// One page of the versions of a record, oldest first; the current one is the last.
pub(super) fn versions<T: Content>(
    conn: &mut Conn,
    access: &Access<Read>,
    key: &MacKeys,
    id: RecordId,
    asked: &ListRecords,
) -> HttpResult<Page<Version<T>>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 4] = [
        b"record versions",
        by.as_bytes(),
        patient.as_bytes(),
        id.0.as_bytes(),
    ];
    let after = match &asked.cursor {
        None => 0,
        Some(cursor) => {
            let place = cursor::open(key, &question, cursor)?;
            let place = place.try_into().map_err(|_| Refused::InvalidQuery)?;
            i32::from_be_bytes(place)
        }
    };
    let current = store::current::<T>(conn, access, id)?.ok_or(Refused::NotFound)?;
    let limit = asked.limit.get();
    let mut found = store::earlier_versions(conn, access, id, after, limit + 1)?;
    if current.revision > after {
        found.push(current);
    }
    Ok(Page::cut(found, limit, |version| {
        cursor::seal(key, &question, &version.revision.to_be_bytes())
    }))
}
