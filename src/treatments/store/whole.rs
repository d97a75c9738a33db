//! Every version of the records of several patients, as a clinic takes them out.

use std::collections::HashMap;

use diesel::prelude::*;

use super::row::RecordRow;
use crate::access::{Access, PatientKey, Read};
use crate::platform::db::{Conn, DbResult, on_each};
use crate::schema::{record_revisions, records};
use crate::treatments::model::Record;
use crate::versions::nameless;

/// Every version of the records of each of these patients, those of one record together, oldest first; what came first
/// stands first, whatever comes later. No author has a name, and reasons are there `with_words` alone.
pub fn whole(
    conn: &mut Conn,
    diaries: &[&Access<Read>],
    with_words: bool,
) -> DbResult<HashMap<PatientKey, Vec<Record>>> {
    let keys: Vec<i64> = diaries.iter().map(|access| access.key().0).collect();
    let current = records::table.filter(records::patient_key.eq_any(&keys));
    let mut rows: Vec<RecordRow> = on_each!(conn, |c| current.load(c))?;
    let earlier = record_revisions::table.filter(record_revisions::patient_key.eq_any(&keys));
    let earlier: Vec<RecordRow> = on_each!(conn, |c| earlier.load(c))?;
    rows.extend(earlier);
    let mut came = HashMap::new();
    for row in &rows {
        let first = came.entry(row.id).or_insert(row.change_no);
        *first = row.change_no.min(*first);
    }
    rows.sort_by_cached_key(|row| (came.get(&row.id).copied(), row.id, row.revision));
    nameless(conn, diaries, rows, with_words)
}
