//! The table `export_subjects`: who is in an export.

use std::collections::HashSet;

use diesel::prelude::*;

use super::model::Job;
use crate::access::PatientKey;
use crate::platform::db::{Conn, DbResult, on_each};
use crate::platform::ids::ExportId;
use crate::schema::export_subjects;

/// Writes down that the patients with these keys are in it; which of them were in no earlier run.
pub fn take_in(conn: &mut Conn, job: &Job, keys: &[PatientKey]) -> DbResult<HashSet<PatientKey>> {
    let mut new: HashSet<PatientKey> = keys.iter().copied().collect();
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let of_run = export_subjects::table
        .filter(export_subjects::export_id.eq(job.id))
        .filter(export_subjects::patient_key.eq_any(keys));
    let before: Vec<i64> = of_run
        .clone()
        .select(export_subjects::patient_key)
        .load(conn)?;
    if !before.is_empty() {
        diesel::update(of_run)
            .set(export_subjects::fence.eq(job.fence))
            .execute(conn)?;
    }
    for key in before {
        new.remove(&PatientKey(key));
    }
    let row = |key: &PatientKey| {
        (
            export_subjects::export_id.eq(job.id),
            export_subjects::patient_key.eq(key.0),
            export_subjects::fence.eq(job.fence),
        )
    };
    let rows: Vec<_> = new.iter().map(row).collect();
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
) -> DbResult<Vec<PatientKey>> {
    let keys: Vec<i64> = export_subjects::table
        .filter(export_subjects::export_id.eq(job.id))
        .filter(export_subjects::fence.eq(job.fence))
        .filter(export_subjects::patient_key.gt(after.map_or(i64::MIN, |key| key.0)))
        .order(export_subjects::patient_key)
        .limit(limit)
        .select(export_subjects::patient_key)
        .load(conn)?;
    Ok(keys.into_iter().map(PatientKey).collect())
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
