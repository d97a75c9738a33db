//! The tables `treatment_records` and `treatment_record_revisions`.

mod row;

use std::collections::HashMap;
use std::collections::hash_map;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Administration, Content, SideEffect, Treatment, Version};
use crate::access::{Access, Erasing, Read, Right, SealedName, Treat, key_of_account, sealed_name};
use crate::audit::Change;
use crate::platform::db::{Conn, DbResult, Dual, on_each};
use crate::platform::ids::RecordId;
use crate::schema::{accounts, data_keys, treatment_record_revisions, treatment_records};
use row::{RecordRow, SaidRow};

type Found = (RecordRow, SealedName, i16);

/// Every current record of the kind `T` of the patient, with its author.
macro_rules! current_of {
    ($access:expr, $kind:ty) => {
        treatment_records::table
            .inner_join(accounts::table)
            .left_join(key_of_account!())
            .filter(treatment_records::patient_key.eq($access.key().0))
            .filter(treatment_records::kind.eq(<$kind>::KEPT.code))
            .select((
                treatment_records::all_columns,
                sealed_name(),
                accounts::role,
            ))
    };
}

/// Every earlier version of the kind `T` of the patient, with its author.
macro_rules! earlier_of {
    ($access:expr, $kind:ty) => {
        treatment_record_revisions::table
            .inner_join(accounts::table)
            .left_join(key_of_account!())
            .filter(treatment_record_revisions::patient_key.eq($access.key().0))
            .filter(treatment_record_revisions::kind.eq(<$kind>::KEPT.code))
            .select((
                treatment_record_revisions::all_columns,
                sealed_name(),
                accounts::role,
            ))
    };
}

/// The versions that these rows make. A record has few authors: each name is opened once.
fn opened<T: Content, R>(
    access: &Access<R>,
    rows: impl IntoIterator<Item = Found>,
) -> DbResult<Vec<Version<T>>> {
    let mut rows = rows.into_iter().peekable();
    if rows.peek().is_none() {
        return Ok(Vec::new());
    }
    let key = access.data_key()?;
    let mut names = HashMap::new();
    rows.map(|(row, sealed, role)| {
        let author = row.recorded_by;
        let name: &mut String = match names.entry(author) {
            hash_map::Entry::Occupied(known) => known.into_mut(),
            hash_map::Entry::Vacant(new) => new.insert(sealed.open(access.who().vault(), author)?),
        };
        row.into_version(&key, (name.clone(), role), access.shows_words())
    })
    .collect()
}

/// Finds the current version of a record of this patient: what it says, or the trace of its removal.
pub(super) fn current<T: Content>(
    conn: &mut Conn,
    access: &Access<impl Right>,
    id: RecordId,
) -> DbResult<Option<Version<T>>> {
    let found = current_of!(access, T).filter(treatment_records::id.eq(id));
    let found: Option<Found> = on_each!(conn, |c| found.first(c)).optional()?;
    Ok(opened(access, found)?.pop())
}

/// What a record of this patient said first.
pub(super) fn first_version<T: Content>(
    conn: &mut Conn,
    access: &Access<impl Right>,
    id: RecordId,
) -> DbResult<Option<Version<T>>> {
    let found: Option<Found> = earlier_of!(access, T)
        .filter(treatment_record_revisions::id.eq(id))
        .filter(treatment_record_revisions::revision.eq(1))
        .first(conn)
        .optional()?;
    Ok(opened(access, found)?.pop())
}

/// How many records of this kind there ever were: of `treatment`, or else of the patient.
pub(super) fn count<T: Content>(
    conn: &mut Conn,
    access: &Access<Treat>,
    treatment: Option<RecordId>,
) -> DbResult<i64> {
    let of_patient = treatment_records::table
        .filter(treatment_records::patient_key.eq(access.key().0))
        .filter(treatment_records::kind.eq(T::KEPT.code));
    let count = match treatment {
        Some(treatment) => of_patient
            .filter(treatment_records::treatment_id.eq(treatment))
            .count()
            .get_result(conn)?,
        None => of_patient.count().get_result(conn)?,
    };
    Ok(count)
}

/// Adds the first version of a record; `false` when anybody's record has this id already.
pub(super) fn insert<T: Content>(
    conn: &mut Conn,
    access: &Access<Treat>,
    version: &Version<T>,
    content: &T,
    change: Change,
) -> DbResult<bool> {
    let row = RecordRow::new(access, version, content, change)?;
    let insert = diesel::insert_into(treatment_records::table)
        .values(row)
        .on_conflict(treatment_records::id)
        .do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

/// Puts `version` in the place of the current one, which is kept whole. A removal lies where
/// `before` did.
pub(super) fn replace<T: Content>(
    conn: &mut Conn,
    access: &Access<Treat>,
    version: &Version<T>,
    before: &T,
    change: Change,
) -> DbResult<()> {
    let content = version.content.as_ref().unwrap_or(before);
    let row = RecordRow::new(access, version, content, change)?;
    let current = treatment_records::table
        .filter(treatment_records::patient_key.eq(access.key().0))
        .filter(treatment_records::id.eq(version.id));
    Dual(
        current
            .select(treatment_records::all_columns)
            .insert_into(treatment_record_revisions::table),
    )
    .execute(conn)?;
    diesel::update(current).set(row).execute(conn)?;
    Ok(())
}

/// Where a page of records ended: the day it began on, and its id.
pub(super) type After = (NaiveDate, RecordId);

/// At most `limit` records after `after`, oldest first, of `treatment` where one is given; what was
/// removed is left out.
pub(super) fn list<T: Content>(
    conn: &mut Conn,
    access: &Access<impl Right>,
    treatment: Option<RecordId>,
    after: Option<After>,
    limit: usize,
) -> DbResult<Vec<Version<T>>> {
    let mut found = current_of!(access, T)
        .filter(treatment_records::voided.eq(false))
        .order((treatment_records::began_on, treatment_records::id))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .into_boxed();
    if let Some(treatment) = treatment {
        found = found.filter(treatment_records::treatment_id.eq(treatment));
    }
    if let Some((day, id)) = after {
        found = found.filter(
            treatment_records::began_on
                .gt(day)
                .or(treatment_records::began_on
                    .eq(day)
                    .and(treatment_records::id.gt(id))),
        );
    }
    let rows: Vec<Found> = found.load(conn)?;
    opened(access, rows)
}

/// Every record that was not removed, oldest first.
pub(super) fn all<T: Content>(
    conn: &mut Conn,
    access: &Access<impl Right>,
    treatment: Option<RecordId>,
) -> DbResult<Vec<Version<T>>> {
    list(conn, access, treatment, None, usize::MAX)
}

/// At most `limit` earlier versions of a record that come after revision `after`, oldest first.
pub(super) fn earlier_versions<T: Content>(
    conn: &mut Conn,
    access: &Access<Read>,
    id: RecordId,
    after: i32,
    limit: usize,
) -> DbResult<Vec<Version<T>>> {
    let rows: Vec<Found> = earlier_of!(access, T)
        .filter(treatment_record_revisions::id.eq(id))
        .filter(treatment_record_revisions::revision.gt(after))
        .order(treatment_record_revisions::revision)
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .load(conn)?;
    opened(access, rows)
}

/// Every version of every record of the kind, those of one record together, oldest first.
pub(super) fn everything<T: Content>(
    conn: &mut Conn,
    access: &Access<Read>,
) -> DbResult<Vec<Version<T>>> {
    let earlier: Vec<Found> = earlier_of!(access, T).load(conn)?;
    let current: Vec<Found> = current_of!(access, T).load(conn)?;
    let mut all = opened(access, earlier.into_iter().chain(current))?;
    all.sort_by_key(|version| (version.id, version.revision));
    Ok(all)
}

/// The days on which `treatment` was given, oldest first, without what else is known of them.
pub(super) fn days_given(
    conn: &mut Conn,
    access: &Access<impl Right>,
    treatment: RecordId,
) -> DbResult<Vec<(NaiveDate, RecordId)>> {
    Ok(treatment_records::table
        .filter(treatment_records::patient_key.eq(access.key().0))
        .filter(treatment_records::kind.eq(Administration::KEPT.code))
        .filter(treatment_records::treatment_id.eq(treatment))
        .filter(treatment_records::voided.eq(false))
        .order((treatment_records::began_on, treatment_records::id))
        .select((treatment_records::began_on, treatment_records::id))
        .load(conn)?)
}

/// A treatment and the name that the client gave it.
type Named = (RecordId, Treatment);

/// What the treatments and the side effects say that were not removed, in the order of their days. In
/// one question without their authors: every trend asks it.
pub(super) fn treatments_and_side_effects(
    conn: &mut Conn,
    access: &Access<impl Right>,
) -> DbResult<(Vec<Named>, Vec<SideEffect>)> {
    let kinds = [Treatment::KEPT.code, SideEffect::KEPT.code];
    let [first, second] = kinds.map(|code| treatment_records::kind.eq(code));
    let said = treatment_records::table
        .filter(treatment_records::patient_key.eq(access.key().0))
        .filter(first.or(second))
        .filter(treatment_records::voided.eq(false))
        .order(treatment_records::began_on)
        .select((
            treatment_records::id,
            treatment_records::kind,
            treatment_records::revision,
            treatment_records::content,
        ));
    let rows: Vec<SaidRow> = on_each!(conn, |c| said.load(c))?;
    if rows.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let key = access.data_key()?;
    let treatments = rows.iter().filter_map(|row| {
        let said = row.said(&key).transpose()?;
        Some(said.map(|treatment| (row.id, treatment)))
    });
    let side_effects = rows.iter().filter_map(|row| row.said(&key).transpose());
    Ok((
        treatments.collect::<DbResult<_>>()?,
        side_effects.collect::<DbResult<_>>()?,
    ))
}

/// What whoever asks is called, as the author of what they write.
pub(super) fn own_name(conn: &mut Conn, access: &Access<Treat>) -> DbResult<String> {
    let name: SealedName = accounts::table
        .left_join(key_of_account!())
        .filter(accounts::id.eq(access.by()))
        .select(sealed_name())
        .first(conn)?;
    name.open(access.who().vault(), access.by())
}

/// Forgets every version of every record, where there is a diary.
pub(super) fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    let Some((_, key)) = gone.diary() else {
        return Ok(());
    };
    let earlier = treatment_record_revisions::patient_key.eq(key.0);
    diesel::delete(treatment_record_revisions::table.filter(earlier)).execute(conn)?;
    let current = treatment_records::patient_key.eq(key.0);
    diesel::delete(treatment_records::table.filter(current)).execute(conn)?;
    Ok(())
}
