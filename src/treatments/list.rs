//! Records and their versions, page by page.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

use super::model::{Content, Record, RecordKind};
use super::store::{self, After, RecordFilter};
use crate::access::{Access, Read};
use crate::clinical::TreatmentKind;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::{HttpResult, Limit, ListQuery, Page, cursor};
use crate::platform::ids::RecordId;
use crate::platform::keys::MacKeys;
use crate::versions;

/// Which records to list.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RecordsQuery {
    /// What they are about [default: anything]
    kind: Option<RecordKind>,
    /// Of which treatment they are, or which one is suspected [default: any]
    treatment_id: Option<RecordId>,
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// Where the page before ended
    cursor: Option<String>,
}

/// One page of the records that `query` names, the oldest first.
pub(super) fn records(
    conn: &mut Conn,
    access: &Access<Read>,
    keys: &MacKeys,
    query: &RecordsQuery,
) -> HttpResult<Page<Record>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let kind = query.kind.map_or(0, RecordKind::code).to_be_bytes();
    let of = query.treatment_id.map(|id| id.0);
    let question: [&[u8]; 5] = [
        b"records",
        by.as_bytes(),
        patient.as_bytes(),
        &kind,
        of.as_ref().map_or(&[], |id| id.as_bytes().as_slice()),
    ];
    let after = cursor::position(keys, &question, query.cursor.as_deref(), read)?;
    let which = RecordFilter {
        kind: query.kind,
        treatment: query.treatment_id,
    };
    let limit: usize = query.limit.get();
    let found = store::list(conn, access, which, after, limit + 1)?;
    Ok(Page::cut(found, limit, |record| {
        cursor::seal(keys, &question, &written(record))
    }))
}

/// At most `limit` records of any kind that come after the one with this day and id, the oldest first.
pub fn after(
    conn: &mut Conn,
    access: &Access<Read>,
    place: Option<(NaiveDate, RecordId)>,
    limit: usize,
) -> DbResult<Vec<Record>> {
    let any = RecordFilter {
        kind: None,
        treatment: None,
    };
    store::list(conn, access, any, place, limit)
}

/// What kind each treatment is.
pub fn treatment_kinds(
    conn: &mut Conn,
    access: &Access<Read>,
) -> DbResult<HashMap<RecordId, TreatmentKind>> {
    let treatments = store::all(conn, access, RecordKind::Treatment, None)?;
    let kinds = treatments
        .iter()
        .filter_map(|record| match &record.content {
            Some(Content::Treatment(treatment)) => Some((record.key, treatment.treatment_kind)),
            _ => None,
        });
    Ok(kinds.collect())
}

/// Every milestone.
pub fn milestones(conn: &mut Conn, access: &Access<Read>) -> DbResult<Vec<Record>> {
    store::all(conn, access, RecordKind::Milestone, None)
}

/// Where `record` lies: the number of its day, and its id.
fn written(record: &Record) -> Vec<u8> {
    let day = record.content.as_ref().map(|content| content.days().0);
    let day = day.unwrap_or_default().num_days_from_ce();
    [day.to_be_bytes().as_slice(), record.key.0.as_bytes()].concat()
}

fn read(place: &[u8]) -> Option<After> {
    let (day, id) = place.split_first_chunk::<4>()?;
    let day = NaiveDate::from_num_days_from_ce_opt(i32::from_be_bytes(*day))?;
    Some((day, Uuid::from_slice(id).ok()?.into()))
}

/// One page of the versions of a record, oldest first; the current one is the last.
pub(super) fn versions(
    conn: &mut Conn,
    access: &Access<Read>,
    keys: &MacKeys,
    id: RecordId,
    query: &ListQuery,
) -> HttpResult<Page<Record>> {
    versions::of_key::<Content>(
        conn,
        access,
        keys,
        (id.0.as_bytes(), query),
        |conn| store::current(conn, access, id),
        |conn, after, limit| store::earlier_versions(conn, access, id, after, limit),
    )
}
