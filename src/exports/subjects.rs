//! The table `export_subjects`: who is in an export.

use std::collections::HashSet;

use diesel::prelude::*;

use super::model::Job;
use crate::access::PatientKey;
use crate::platform::db::{Conn, DbResult, on_each};
use crate::platform::ids::ExportId;
use crate::schema::export_subjects;

/// A patient who is in an export, and what of them went in beside the ratings.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    /// Who.
    pub key: PatientKey,
    /// Whether what is known about them did.
    pub facts: bool,
    /// Whether what was written in words did.
    pub words: bool,
}

/// Writes down that these patients are in it; which of them were in no earlier run.
pub fn take_in(conn: &mut Conn, job: &Job, taken: &[Taken]) -> DbResult<HashSet<PatientKey>> {
    let mut new: HashSet<PatientKey> = taken.iter().map(|it| it.key).collect();
    let keys: Vec<i64> = taken.iter().map(|it| it.key.0).collect();
    let of_run = export_subjects::table
        .filter(export_subjects::export_id.eq(job.id))
        .filter(export_subjects::patient_key.eq_any(keys));
    let before: Vec<i64> = of_run
        .clone()
        .select(export_subjects::patient_key)
        .load(conn)?;
    if !before.is_empty() {
        diesel::delete(of_run).execute(conn)?;
    }
    for key in before {
        new.remove(&PatientKey(key));
    }
    let row = |it: &Taken| {
        (
            export_subjects::export_id.eq(job.id),
            export_subjects::patient_key.eq(it.key.0),
            export_subjects::fence.eq(job.fence),
            export_subjects::facts.eq(it.facts),
            export_subjects::words.eq(it.words),
        )
    };
    let rows: Vec<_> = taken.iter().map(row).collect();
    let insert = diesel::insert_into(export_subjects::table).values(rows);
    on_each!(conn, |c| insert.execute(c))?;
    Ok(new)
}

/// At most `limit` of those who are in it, after `after`.
pub fn list(
    conn: &mut Conn,
    job: &Job,
    after: Option<PatientKey>,
    limit: i64,
) -> DbResult<Vec<Taken>> {
    let rows: Vec<(i64, bool, bool)> = export_subjects::table
        .filter(export_subjects::export_id.eq(job.id))
        .filter(export_subjects::fence.eq(job.fence))
        .filter(export_subjects::patient_key.gt(after.map_or(i64::MIN, |key| key.0)))
        .order(export_subjects::patient_key)
        .limit(limit)
        .select((
            export_subjects::patient_key,
            export_subjects::facts,
            export_subjects::words,
        ))
        .load(conn)?;
    let taken = rows.into_iter().map(|(key, facts, words)| Taken {
        key: PatientKey(key),
        facts,
        words,
    });
    Ok(taken.collect())
}

/// Which exports have this patient in them.
pub fn of_patient(conn: &mut Conn, patient: PatientKey) -> DbResult<Vec<ExportId>> {
    Ok(export_subjects::table
        .filter(export_subjects::patient_key.eq(patient.0))
        .select(export_subjects::export_id)
        .load(conn)?)
}

/// Forgets who was in it.
pub fn forget(conn: &mut Conn, export: ExportId) -> DbResult<()> {
    let subjects = export_subjects::table.filter(export_subjects::export_id.eq(export));
    diesel::delete(subjects).execute(conn)?;
    Ok(())
}
