//! Whole diaries, as a clinic takes them out: every version of each week, in two questions for several patients.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::Entry;
use super::row::EntryRow;
use crate::access::{Access, PatientKey, Read};
use crate::platform::db::{Conn, DbResult, on_each};
use crate::schema::{entries, entry_revisions};
use crate::versions::nameless;

/// Every version of the weeks of each of these diaries, in the order of week and revision. No author has a name, and
/// words are there `with_words` alone.
pub fn whole(
    conn: &mut Conn,
    diaries: &[&Access<Read>],
    with_words: bool,
) -> DbResult<HashMap<PatientKey, Vec<Entry>>> {
    let keys: Vec<i64> = diaries.iter().map(|access| access.key().0).collect();
    let current = entries::table.filter(entries::patient_key.eq_any(&keys));
    let mut rows: Vec<EntryRow> = on_each!(conn, |c| current.load(c))?;
    let earlier = entry_revisions::table.filter(entry_revisions::patient_key.eq_any(&keys));
    let earlier: Vec<EntryRow> = on_each!(conn, |c| earlier.load(c))?;
    rows.extend(earlier);
    rows.sort_unstable_by_key(|row| (row.patient_key, row.week, row.revision));
    nameless(conn, diaries, rows, with_words)
}
