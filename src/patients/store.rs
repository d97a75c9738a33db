//! The table `patient_facts`: a row for each patient with a fact.

use std::borrow::Borrow;
use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Date, Nullable};

use super::model::{Facts, OnsetRegion, Sex};
use crate::access::{self, Access, Erasing, Manage, Right};
use crate::clinical::Weight;
use crate::platform::db::{Conn, DbError, DbResult, Question, on_each};
use crate::platform::ids::PatientId;
use crate::platform::vault::Vault;
use crate::schema::{patient_facts, seen_marks};

#[derive(Default, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = patient_facts)]
#[diesel(treat_none_as_null = true, treat_none_as_default_value = false)]
struct FactsRow {
    version: i32,
    symptom_onset: Option<NaiveDate>,
    diagnosed_on: Option<NaiveDate>,
    onset_region: Option<i16>,
    birth_year: Option<i16>,
    sex: Option<i16>,
    gene: Option<String>,
    usual_weight_tenths: Option<i16>,
    height_cm: Option<i16>,
    change_no: i64,
}

/// The facts about the patient whose record `access` opens.
pub fn facts(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Facts> {
    let row: Option<FactsRow> = patient_facts::table
        .find(access.key().0)
        .select(FactsRow::as_select())
        .first(conn)
        .optional()?;
    read(row, access)
}

/// The same of several patients, in one question and in their order.
pub fn facts_in<R: Right>(
    conn: &mut Conn,
    diaries: &[impl Borrow<Access<R>>],
) -> DbResult<Vec<Facts>> {
    let keys: Vec<i64> = diaries
        .iter()
        .map(|access| access.borrow().key().0)
        .collect();
    let rows: Vec<(i64, FactsRow)> = patient_facts::table
        .filter(patient_facts::patient_key.eq_any(keys))
        .select((patient_facts::patient_key, FactsRow::as_select()))
        .load(conn)?;
    let mut rows: HashMap<i64, FactsRow> = rows.into_iter().collect();
    diaries
        .iter()
        .map(Borrow::borrow)
        .map(|access: &Access<R>| read(rows.remove(&access.key().0), access))
        .collect()
}

fn read(row: Option<FactsRow>, access: &Access<impl Right>) -> DbResult<Facts> {
    // What a patient does not share with a site is there as if it was never said.
    let row = row.filter(|_| access.shows_facts());
    let row = row.unwrap_or_else(|| FactsRow {
        version: 1,
        ..FactsRow::default()
    });
    let corrupt = || DbError::corrupt("facts about", access.patient());
    Ok(Facts {
        time_zone: access.time_zone(),
        symptom_onset: row.symptom_onset,
        diagnosed_on: row.diagnosed_on,
        onset_region: coded(row.onset_region, OnsetRegion::from_code).ok_or_else(corrupt)?,
        birth_year: row.birth_year,
        sex: coded(row.sex, Sex::from_code).ok_or_else(corrupt)?,
        gene: row.gene,
        usual_weight: coded(row.usual_weight_tenths, Weight::from_tenths).ok_or_else(corrupt)?,
        height_cm: row.height_cm,
        version: row.version,
        change: row.change_no,
    })
}

/// `Some(None)` where nothing is stored; `None` for a code that nothing has.
#[expect(
    clippy::option_option,
    reason = "nothing stored and nothing known are two things"
)]
fn coded<T>(code: Option<i16>, read: impl Fn(i16) -> Option<T>) -> Option<Option<T>> {
    match code {
        Some(code) => read(code).map(Some),
        None => Some(None),
    }
}

/// Asks for the day of the diagnosis of `patient`.
pub fn diagnosis(patient: PatientId) -> impl Question<SqlType = Nullable<Date>> + Send + 'static {
    patient_facts::table
        .filter(
            patient_facts::patient_key
                .nullable()
                .eq(access::named_key(patient)),
        )
        .select(patient_facts::diagnosed_on)
}

/// Keeps `facts`, with their version and the number of their change.
pub(super) fn put(conn: &mut Conn, access: &Access<Manage>, facts: &Facts) -> DbResult<()> {
    access::move_to(conn, access, facts.time_zone)?;
    let row = || FactsRow {
        version: facts.version,
        symptom_onset: facts.symptom_onset,
        diagnosed_on: facts.diagnosed_on,
        onset_region: facts.onset_region.map(OnsetRegion::code),
        birth_year: facts.birth_year,
        sex: facts.sex.map(Sex::code),
        gene: facts.gene.clone(),
        usual_weight_tenths: facts.usual_weight.map(Weight::tenths),
        height_cm: facts.height_cm,
        change_no: facts.change,
    };
    let upsert = diesel::insert_into(patient_facts::table)
        .values((patient_facts::patient_key.eq(access.key().0), row()))
        .on_conflict(patient_facts::patient_key)
        .do_update()
        .set(row());
    on_each!(conn, |c| upsert.execute(c))?;
    Ok(())
}

/// Forgets what is known of the patient, and destroys the key of their diary.
pub fn erase(conn: &mut Conn, vault: &Vault, gone: &Erasing) -> DbResult<()> {
    if let Some((patient, key)) = gone.diary() {
        diesel::delete(patient_facts::table.find(key.0)).execute(conn)?;
        let looks = seen_marks::table.filter(seen_marks::patient_key.eq(key.0));
        diesel::delete(looks).execute(conn)?;
        access::forget_record(conn, gone)?;
        vault.destroy(conn, patient)?;
    }
    Ok(())
}
