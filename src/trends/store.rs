//! The table `flag_acknowledgements`.

use std::borrow::Borrow;
use std::collections::HashMap;

use diesel::prelude::*;

use super::known::Known;
use crate::access::{Access, Erasing, PatientKey, ROLE, Relation, Right, Role, SealedName, Treat};
use crate::access::{sealed_name, with_author};
use crate::audit::Change;
use crate::clinical::{Acknowledgement, FlagCode, Week};
use crate::platform::db::{At, Conn, DbError, DbResult, Json, on_each};
use crate::platform::ids::{AccountId, FlagId};
use crate::platform::vault::columns::FLAG_NOTE;
use crate::platform::vault::{DataKey, Sealed};
use crate::schema::flag_acknowledgements;
use crate::versions::Author;

#[derive(Queryable, Insertable)]
#[diesel(table_name = flag_acknowledgements)]
#[diesel(treat_none_as_default_value = false)]
struct Row {
    patient_key: i64,
    change_no: i64,
    flag_id: FlagId,
    code: i16,
    seen_week: i32,
    readings: Json,
    note: Option<Sealed>,
    recorded_at: At,
    recorded_by: AccountId,
    recorded_as: i16,
}

impl Row {
    fn read(self, (display_name, role): (String, i16), note: Option<String>) -> Option<Known> {
        Some(Known {
            flag: self.flag_id,
            of: acknowledgement(self.code, self.seen_week, &self.readings)?,
            note,
            at: self.recorded_at.into(),
            by: Author {
                guest: None,
                account: self.recorded_by,
                display_name,
                relation: Relation::from_code(self.recorded_as)?,
                role: Role::from_code(role)?,
            },
            change: self.change_no,
        })
    }
}

/// All that people said they know, oldest first. Notes only for a reader who is shown them.
pub fn known(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Vec<Known>> {
    let rows: Vec<(Row, SealedName, i16)> = with_author!(flag_acknowledgements::table)
        .filter(flag_acknowledgements::patient_key.eq(access.key().0))
        .order(flag_acknowledgements::change_no)
        .select((flag_acknowledgements::all_columns, sealed_name(), ROLE))
        .load(conn)?;
    let has_notes = rows.iter().any(|(row, ..)| row.note.is_some());
    let key = if has_notes && access.shows_words() {
        Some(access.data_key()?)
    } else {
        None
    };
    let opened = |(row, name, role): (Row, SealedName, i16)| {
        let name = name.open(access.who().vault(), row.recorded_by)?;
        let note = opened_note(key.as_ref(), &row)?;
        row.read((name, role), note)
            .ok_or_else(|| DbError::corrupt("flags known of", access.patient()))
    };
    rows.into_iter().map(opened).collect()
}

/// What is known of the flags of several diaries, in one question.
pub(super) fn acknowledged_in<R: Right>(
    conn: &mut Conn,
    diaries: &[impl Borrow<Access<R>>],
) -> DbResult<HashMap<PatientKey, Vec<Acknowledgement>>> {
    let keys: Vec<i64> = diaries
        .iter()
        .map(|access| access.borrow().key().0)
        .collect();
    let rows: Vec<(i64, i16, i32, Json)> = flag_acknowledgements::table
        .filter(flag_acknowledgements::patient_key.eq_any(keys))
        .order(flag_acknowledgements::change_no)
        .select((
            flag_acknowledgements::patient_key,
            flag_acknowledgements::code,
            flag_acknowledgements::seen_week,
            flag_acknowledgements::readings,
        ))
        .load(conn)?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (key, code, week, readings) in rows {
        let known = acknowledgement(code, week, &readings)
            .ok_or_else(|| DbError::corrupt("flags known in", key))?;
        found.entry(PatientKey(key)).or_default().push(known);
    }
    Ok(found)
}

fn acknowledgement(code: i16, week: i32, readings: &Json) -> Option<Acknowledgement> {
    Some(Acknowledgement {
        code: FlagCode::from_code(code)?,
        seen: Week::from_number(week)?,
        readings: readings.clone().read().ok()?,
    })
}

fn opened_note(key: Option<&DataKey>, row: &Row) -> DbResult<Option<String>> {
    let sealed = key.zip(row.note.as_ref());
    let place = row.change_no.to_be_bytes();
    sealed
        .map(|(key, note)| key.open_text(FLAG_NOTE, &place, note))
        .transpose()
}

/// Keeps that people know.
pub(super) fn insert(
    conn: &mut Conn,
    access: &Access<Treat>,
    known: &Known,
    change: Change,
) -> DbResult<()> {
    let place = change.number().to_be_bytes();
    let note = match &known.note {
        Some(note) => Some(
            access
                .data_key()?
                .seal(FLAG_NOTE, &place, note.as_bytes())?,
        ),
        None => None,
    };
    let row = Row {
        patient_key: access.key().0,
        change_no: change.number(),
        flag_id: known.flag,
        code: known.of.code.code(),
        seen_week: known.of.seen.number(),
        readings: Json::new(&known.of.readings),
        note,
        recorded_at: known.at.into(),
        recorded_by: known.by.account,
        recorded_as: known.by.relation.code(),
    };
    let insert = diesel::insert_into(flag_acknowledgements::table).values(row);
    on_each!(conn, |c| insert.execute(c))?;
    Ok(())
}

/// Forgets what was known of the flags of a diary.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    if let Some((_, key)) = gone.diary() {
        let theirs = flag_acknowledgements::patient_key.eq(key.0);
        diesel::delete(flag_acknowledgements::table.filter(theirs)).execute(conn)?;
    }
    Ok(())
}
