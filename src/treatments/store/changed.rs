//! What changed after a change of the record, for those who keep a copy.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::{exists, min, not};
use diesel::prelude::*;

use super::{PARENTS, VersionColumns, shown};
use crate::access::{Access, PatientKey, ROLE, Read, sealed_name, with_author};
use crate::platform::db::{Conn, DbError, DbResult, on_each};
use crate::platform::ids::RecordId;
use crate::schema::{record_revisions, records};
use crate::treatments::model::{Record, RecordKind};

/// A record that was changed, or whose treatment was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedRecord {
    /// Which one.
    pub id: RecordId,
    /// The number of the last change of the diary that its reader can tell.
    pub change: i64,
    /// How far down it hangs: what belongs to a treatment comes after it.
    pub depth: u8,
    /// The day of a rating of the clinic, which has no other name outside.
    pub rating_of: Option<NaiveDate>,
}

/// Id, kind, treatment and first day; change and shown revision.
type HeadRow = ((RecordId, i16, Option<RecordId>, NaiveDate), (i64, i32));

/// The records that were changed after the change with the number `after`. What belongs to a treatment comes and goes
/// with it, so it is changed with it too.
pub fn changed(conn: &mut Conn, access: &Access<Read>, after: i64) -> DbResult<Vec<ChangedRecord>> {
    let all = records::table
        .filter(records::patient_key.eq(access.key().0))
        .select((
            (
                records::id,
                records::kind,
                records::treatment_id,
                records::began_on,
            ),
            (records::change_no, records::shown_revision),
        ));
    let rows: Vec<HeadRow> = on_each!(conn, |c| all.load(c))?;
    let first = if access.shows_words() || rows.is_empty() {
        HashMap::new()
    } else {
        first_shown(conn, access.key())?
    };
    let told =
        |id: RecordId, (last, shown): (i64, i32)| first.get(&(id, shown)).copied().unwrap_or(last);
    let numbers: HashMap<RecordId, i64> = rows
        .iter()
        .map(|((id, ..), numbers)| (*id, told(*id, *numbers)))
        .collect();
    let mut found = Vec::new();
    for ((id, kind, treatment, began_on), numbers_of_it) in rows {
        let kind = RecordKind::from_code(kind).ok_or_else(|| DbError::corrupt("record", id))?;
        let treatment = treatment.filter(|_| kind.is_of_a_treatment());
        let of_treatment = treatment.and_then(|treatment| numbers.get(&treatment));
        let own = told(id, numbers_of_it);
        let change = of_treatment.map_or(own, |number| own.max(*number));
        if change > after {
            found.push(ChangedRecord {
                id,
                change,
                depth: u8::from(of_treatment.is_some()),
                rating_of: (kind == RecordKind::ClinicRating).then_some(began_on),
            });
        }
    }
    Ok(found)
}

/// With which change a record began to say what it says without its words, by id and shown revision, where that was
/// with an earlier version.
fn first_shown(conn: &mut Conn, key: PatientKey) -> DbResult<HashMap<(RecordId, i32), i64>> {
    let rows: Vec<(RecordId, i32, Option<i64>)> = record_revisions::table
        .filter(record_revisions::patient_key.eq(key.0))
        .group_by((record_revisions::id, record_revisions::shown_revision))
        .select((
            record_revisions::id,
            record_revisions::shown_revision,
            min(record_revisions::change_no),
        ))
        .load(conn)?;
    let rows = rows.into_iter();
    Ok(rows
        .filter_map(|(id, shown, first)| Some(((id, shown), first?)))
        .collect())
}

/// The current versions of these records, and traces of removals. What is out of sight with its treatment is not
/// among them.
pub fn current_in(
    conn: &mut Conn,
    access: &Access<Read>,
    ids: &[RecordId],
) -> DbResult<Vec<Record>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<VersionColumns> = current_of!(access)
        .filter(records::id.eq_any(ids))
        .load(conn)?;
    shown(conn, access, rows)
}
