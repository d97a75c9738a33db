//! The tables `records` and `record_revisions`.

mod row;

use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::model::{Content, Record, RecordKind};
use crate::access::{Access, ROLE, Read, Right, SealedName, Treat};
use crate::access::{sealed_name, with_author};
use crate::audit::{self, EventDraft};
use crate::platform::db::{Conn, DbResult, Steady, on_each};
use crate::platform::ids::RecordId;
use crate::schema::{record_revisions, records};
use crate::versions::{as_shown, opened};
use row::{ContentRow, RecordRow};

type VersionColumns = (RecordRow, SealedName, i16);

diesel::alias!(const PARENTS: Alias<Parents> = records as parents);

/// Every current record of the patient with its author, but for what belongs to a treatment that was
/// removed.
macro_rules! current_of {
    ($access:expr) => {
        with_author!(records::table)
            .filter(records::patient_key.eq($access.key().0))
            .filter(
                records::kind
                    .eq(RecordKind::SideEffect.code())
                    .or(not(exists(
                        PARENTS
                            .filter(
                                PARENTS
                                    .field(records::id)
                                    .nullable()
                                    .eq(records::treatment_id),
                            )
                            .filter(PARENTS.field(records::voided).eq(true)),
                    ))),
            )
            .select((records::all_columns, sealed_name(), ROLE))
    };
}

/// Every earlier version of the patient's records, with its author.
macro_rules! earlier_of {
    ($access:expr) => {
        with_author!(record_revisions::table)
            .filter(record_revisions::patient_key.eq($access.key().0))
            .select((record_revisions::all_columns, sealed_name(), ROLE))
    };
}

mod changed;
mod whole;

pub use changed::{ChangedRecord, changed, current_in};
pub use whole::whole;

/// Finds the current version of a record of this patient: what it says, or the trace of its removal.
pub fn current(
    conn: &mut Conn,
    access: &Access<impl Right>,
    id: RecordId,
) -> DbResult<Option<Record>> {
    let found = current_of!(access).filter(records::id.eq(id));
    let found: Option<VersionColumns> = on_each!(conn, |c| found.first(c)).optional()?;
    Ok(shown(conn, access, found)?.pop())
}

/// Versions as their reader is shown them.
fn shown(
    conn: &mut Conn,
    access: &Access<impl Right>,
    found: impl IntoIterator<Item = VersionColumns>,
) -> DbResult<Vec<Record>> {
    as_shown(access, opened(access, found)?, |id, shown_revision| {
        let first = earlier_of!(access)
            .filter(record_revisions::id.eq(id))
            .filter(record_revisions::shown_revision.eq(shown_revision))
            .order(record_revisions::revision);
        let first: Option<VersionColumns> = on_each!(conn, |c| first.first(c)).optional()?;
        Ok(opened(access, first)?.pop())
    })
}

/// The earlier versions of a record that the caller recorded.
pub(super) fn own_earlier_versions(
    conn: &mut Conn,
    access: &Access<Treat>,
    id: RecordId,
) -> DbResult<Vec<Record>> {
    let rows: Vec<VersionColumns> = earlier_of!(access)
        .filter(record_revisions::id.eq(id))
        .filter(record_revisions::recorded_by.eq(access.by()))
        .load(conn)?;
    opened(access, rows)
}

/// How many records of this kind there ever were: of `treatment`, or else of the patient.
pub(super) fn count(
    conn: &mut Conn,
    access: &Access<Treat>,
    kind: RecordKind,
    treatment: Option<RecordId>,
) -> DbResult<i64> {
    let of_patient = records::table
        .filter(records::patient_key.eq(access.key().0))
        .filter(records::kind.eq(kind.code()));
    let count = match treatment {
        Some(treatment) => of_patient
            .filter(records::treatment_id.eq(treatment))
            .count()
            .get_result(conn)?,
        None => of_patient.count().get_result(conn)?,
    };
    Ok(count)
}

/// Adds the first version of a record; `false` when a record of any diary has this id already.
pub(super) fn insert(
    conn: &mut Conn,
    access: &Access<Treat>,
    record: &Record,
    event: EventDraft,
) -> DbResult<bool> {
    let row = RecordRow::new(access, record, record.content.as_ref(), event.change())?;
    let insert = diesel::insert_into(records::table)
        .values(row)
        .on_conflict(records::id)
        .do_nothing();
    if on_each!(conn, |c| insert.execute(c))? == 0 {
        return Ok(false);
    }
    audit::record_with(conn, access, event, &[])?;
    Ok(true)
}

/// Puts `record` in the place of the current version, which is kept whole. A removal lies where
/// `last` did.
pub(super) fn replace(
    conn: &mut Conn,
    access: &Access<Treat>,
    record: &Record,
    last: &Content,
    event: EventDraft,
) -> DbResult<()> {
    let row = RecordRow::new(access, record, Some(last), event.change())?;
    let current = records::table
        .filter(records::patient_key.eq(access.key().0))
        .filter(records::id.eq(record.key));
    let keep = current
        .select(records::all_columns)
        .insert_into(record_revisions::table);
    let update = Steady(diesel::update(current).set(row));
    audit::record_with(conn, access, event, &[&keep, &update])
}

/// Where a page of records ended: the day it began on, and its id.
pub(super) type After = (NaiveDate, RecordId);

/// Which records to list: of every kind, or of every treatment, where none is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct RecordFilter {
    pub(super) kind: Option<RecordKind>,
    pub(super) treatment: Option<RecordId>,
}

/// At most `limit` records after `after`, oldest first; what was removed is left out.
pub(super) fn list(
    conn: &mut Conn,
    access: &Access<impl Right>,
    which: RecordFilter,
    after: Option<After>,
    limit: usize,
) -> DbResult<Vec<Record>> {
    let mut found = current_of!(access)
        .filter(records::voided.eq(false))
        .order((records::began_on, records::id))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .into_boxed();
    if let Some(kind) = which.kind {
        found = found.filter(records::kind.eq(kind.code()));
    }
    if let Some(treatment) = which.treatment {
        found = found.filter(records::treatment_id.eq(treatment));
    }
    if let Some((day, id)) = after {
        found = found.filter(
            records::began_on
                .gt(day)
                .or(records::began_on.eq(day).and(records::id.gt(id))),
        );
    }
    let rows: Vec<VersionColumns> = found.load(conn)?;
    shown(conn, access, rows)
}

/// Every record of a kind that was not removed, oldest first; of `treatment` where one is given.
pub(super) fn all(
    conn: &mut Conn,
    access: &Access<impl Right>,
    kind: RecordKind,
    treatment: Option<RecordId>,
) -> DbResult<Vec<Record>> {
    let kind = Some(kind);
    list(
        conn,
        access,
        RecordFilter { kind, treatment },
        None,
        usize::MAX,
    )
}

/// At most `limit` earlier versions of a record that come after the one with the number `after`, oldest first.
pub(super) fn earlier_versions(
    conn: &mut Conn,
    access: &Access<Read>,
    id: RecordId,
    after: i32,
    limit: usize,
) -> DbResult<Vec<Record>> {
    let earlier = earlier_of!(access)
        .filter(record_revisions::id.eq(id))
        .order(record_revisions::revision);
    if access.shows_words() {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows: Vec<VersionColumns> = earlier
            .filter(record_revisions::revision.gt(after))
            .limit(limit)
            .load(conn)?;
        return opened(access, rows);
    }
    let mut rows: Vec<VersionColumns> = earlier
        .filter(record_revisions::shown_revision.gt(after))
        .load(conn)?;
    // The first of those that say the same without their words.
    rows.dedup_by_key(|(row, ..)| row.shown_revision);
    rows.truncate(limit);
    opened(access, rows)
}

/// At most `limit` versions of records from the changes up to `newest`, those of one record together, oldest first,
/// which come after `(id, revision)`. The same ones come whatever is changed later: a version that is replaced goes
/// from one table to the other.
pub fn versions(
    conn: &mut Conn,
    access: &Access<Read>,
    (id, revision): (RecordId, i32),
    newest: i64,
    limit: i64,
) -> DbResult<Vec<Record>> {
    macro_rules! of {
        ($table:ident) => {
            with_author!($table::table)
                .filter($table::patient_key.eq(access.key().0))
                .filter($table::id.ge(id))
                .filter($table::id.gt(id).or($table::revision.gt(revision)))
                .filter($table::change_no.le(newest))
                .order($table::id)
                .limit(limit)
                .select(($table::all_columns, sealed_name(), ROLE))
        };
    }
    let mut rows: Vec<VersionColumns> = of!(record_revisions)
        .then_order_by(record_revisions::revision)
        .load(conn)?;
    let current: Vec<VersionColumns> = of!(records).load(conn)?;
    rows.extend(current);
    rows.sort_by_key(|(row, ..)| (row.id, row.revision));
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    opened(access, rows)
}

/// The days on which `treatment` was given, oldest first, without what else is known of them.
pub(super) fn days_given(
    conn: &mut Conn,
    access: &Access<impl Right>,
    treatment: RecordId,
) -> DbResult<Vec<(NaiveDate, RecordId)>> {
    Ok(records::table
        .filter(records::patient_key.eq(access.key().0))
        .filter(records::kind.eq(RecordKind::Administration.code()))
        .filter(records::treatment_id.eq(treatment))
        .filter(records::voided.eq(false))
        .order((records::began_on, records::id))
        .select((records::began_on, records::id))
        .load(conn)?)
}

/// What those records say that are marked on a curve and were not removed, in the order of their days, each
/// with its id. In one question without their authors: every trend asks it.
pub(super) fn marked(
    conn: &mut Conn,
    access: &Access<impl Right>,
) -> DbResult<Vec<(RecordId, Content)>> {
    said(
        conn,
        access,
        [
            RecordKind::Treatment,
            RecordKind::SideEffect,
            RecordKind::Milestone,
            RecordKind::ClinicRating,
        ],
    )
}

/// What treatments and the days on which they were given say, likewise.
pub(super) fn tried(
    conn: &mut Conn,
    access: &Access<impl Right>,
) -> DbResult<Vec<(RecordId, Content)>> {
    let (what, when) = (RecordKind::Treatment, RecordKind::Administration);
    said(conn, access, [what, when, when, when])
}

fn said(
    conn: &mut Conn,
    access: &Access<impl Right>,
    kinds: [RecordKind; 4],
) -> DbResult<Vec<(RecordId, Content)>> {
    let [first, second, third, fourth] = kinds.map(|kind| records::kind.eq(kind.code()));
    let said = records::table
        .filter(records::patient_key.eq(access.key().0))
        .filter(first.or(second).or(third).or(fourth))
        .filter(records::voided.eq(false))
        .order(records::began_on)
        .select((
            records::id,
            records::kind,
            records::revision,
            records::content,
        ));
    let rows: Vec<ContentRow> = on_each!(conn, |c| said.load(c))?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = access.data_key_in(conn)?;
    rows.into_iter().map(|row| row.open(&key)).collect()
}
