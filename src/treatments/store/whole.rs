//! Every version of the records of several patients, as a clinic takes them out.

use std::collections::HashMap;

use diesel::prelude::*;

use super::row::RecordRow;
use crate::access::{Access, PatientKey, Read};
use crate::platform::db::{Conn, DbResult, on_each};
use crate::schema::{record_revisions, records};
use crate::treatments::model::Record;
use crate::versions::nameless;

/// Every version of the records of each of these patients, those of one record together, oldest first. No author has a
/// name, and reasons are there `with_words` alone.
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
    rows.sort_unstable_by_key(|row| (row.id, row.revision));
    nameless(conn, diaries, rows, with_words)
}
