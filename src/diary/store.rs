//! The tables `entries` and `entry_revisions`.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::{exists, min};
use diesel::prelude::*;

use super::model::Entry;
use super::row::EntryRow;
use crate::access::{self, Access, Caller, PatientKey, ROLE, Read, Right, SealedName, Write};
use crate::access::{sealed_name, with_author};
use crate::audit::{self, EventDraft};
use crate::clinical::Week;
use crate::patients;
use crate::platform::db::{At, Conn, Db, DbError, DbResult, Steady, on_each};
use crate::platform::http::HttpResult;
use crate::platform::ids::PatientId;
use crate::schema::{entries, entry_revisions};
use crate::versions::{as_shown, opened};

type VersionColumns = (EntryRow, SealedName, i16);

/// Every earlier version of the patient's weeks, with its author.
macro_rules! earlier_of {
    ($access:expr) => {
        with_author!(entry_revisions::table)
            .filter(entry_revisions::patient_key.eq($access.key().0))
            .select((entry_revisions::all_columns, sealed_name(), ROLE))
    };
}

/// The current version of a week of the patient whose key `$is_theirs` names.
macro_rules! current_of {
    ($is_theirs:expr, $week:expr) => {
        with_author!(entries::table)
            .filter($is_theirs)
            .filter(entries::week.eq($week.number()))
            .select((entries::all_columns, sealed_name(), ROLE))
    };
}

/// Records in the diary of `patient` by what is known of the week: its current version, and the day of the diagnosis.
pub async fn recording<T: Send + 'static>(
    db: &Db,
    caller: Caller,
    patient: PatientId,
    week: Week,
    mut work: impl FnMut(
        &mut Conn,
        &Access<Write>,
        (Option<Entry>, &Option<NaiveDate>),
    ) -> HttpResult<T>
    + Send
    + 'static,
) -> HttpResult<T> {
    let theirs = entries::patient_key
        .nullable()
        .eq(access::named_key(patient));
    let along = (current_of!(theirs, week), patients::diagnosis(patient));
    access::changing_along(
        db,
        caller,
        patient,
        along,
        move |conn, access, (current, diagnosed_on): (Option<VersionColumns>, Option<Option<NaiveDate>>)| {
            let current = shown(conn, access, current)?.pop();
            work(conn, access, (current, &diagnosed_on.flatten()))
        },
    )
    .await
}

/// Finds the current version of a week: an entry, or the trace of its removal.
pub fn current(
    conn: &mut Conn,
    access: &Access<impl Right>,
    week: Week,
) -> DbResult<Option<Entry>> {
    let current = current_of!(entries::patient_key.eq(access.key().0), week);
    let found: Option<VersionColumns> = on_each!(conn, |c| current.first(c)).optional()?;
    Ok(shown(conn, access, found)?.pop())
}

/// Versions as their reader is shown them.
fn shown(
    conn: &mut Conn,
    access: &Access<impl Right>,
    found: impl IntoIterator<Item = VersionColumns>,
) -> DbResult<Vec<Entry>> {
    as_shown(access, opened(access, found)?, |week, shown_revision| {
        let first = earlier_of!(access)
            .filter(entry_revisions::week.eq(week.number()))
            .filter(entry_revisions::shown_revision.eq(shown_revision))
            .order(entry_revisions::revision);
        let first: Option<VersionColumns> = on_each!(conn, |c| first.first(c)).optional()?;
        Ok(opened(access, first)?.pop())
    })
}

/// The weeks that were changed after the change with the number `after`, each with the number of its last change
/// that the reader can tell: of a change of hidden words they are told nothing.
pub fn changed(conn: &mut Conn, access: &Access<Read>, after: i64) -> DbResult<Vec<(i64, Week)>> {
    let changed = entries::table
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::change_no.gt(after))
        .select((entries::week, entries::change_no, entries::shown_revision));
    let rows: Vec<(i32, i64, i32)> = on_each!(conn, |c| changed.load(c))?;
    let first = if access.shows_words() || rows.is_empty() {
        HashMap::new()
    } else {
        first_shown(conn, access)?
    };
    rows.into_iter()
        .map(|(number, last, shown_revision)| {
            let week = Week::from_number(number)
                .ok_or_else(|| DbError::corrupt("entry of week", number))?;
            let first = first.get(&(number, shown_revision));
            Ok((first.copied().unwrap_or(last), week))
        })
        .collect()
}

/// With which change a week began to say what it says without its words, by week and shown revision, where that was
/// with an earlier version.
fn first_shown(conn: &mut Conn, access: &Access<Read>) -> DbResult<HashMap<(i32, i32), i64>> {
    let rows: Vec<(i32, i32, Option<i64>)> = entry_revisions::table
        .filter(entry_revisions::patient_key.eq(access.key().0))
        .group_by((entry_revisions::week, entry_revisions::shown_revision))
        .select((
            entry_revisions::week,
            entry_revisions::shown_revision,
            min(entry_revisions::change_no),
        ))
        .load(conn)?;
    let rows = rows.into_iter();
    Ok(rows
        .filter_map(|(week, shown, first)| Some(((week, shown), first?)))
        .collect())
}

/// The current versions of these weeks: entries, and traces of removals.
pub fn current_of(conn: &mut Conn, access: &Access<Read>, weeks: &[Week]) -> DbResult<Vec<Entry>> {
    if weeks.is_empty() {
        return Ok(Vec::new());
    }
    let weeks: Vec<i32> = weeks.iter().map(|week| week.number()).collect();
    let found = with_author!(entries::table)
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::week.eq_any(weeks))
        .select((entries::all_columns, sealed_name(), ROLE));
    let rows: Vec<VersionColumns> = on_each!(conn, |c| found.load(c))?;
    shown(conn, access, rows)
}

/// Adds the first version of a week. Two that race meet in the primary key, and one is run again.
pub(super) fn insert(
    conn: &mut Conn,
    access: &Access<Write>,
    entry: &Entry,
    event: EventDraft,
) -> DbResult<()> {
    let row = EntryRow::new(access, entry, event.change())?;
    let insert = diesel::insert_into(entries::table).values(row);
    audit::record_with(conn, access, event, &[&insert])
}

/// Puts `entry` in the place of the current version, which is kept whole.
pub(super) fn replace(
    conn: &mut Conn,
    access: &Access<Write>,
    entry: &Entry,
    event: EventDraft,
) -> DbResult<()> {
    let row = EntryRow::new(access, entry, event.change())?;
    let current = entries::table
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::week.eq(entry.key.number()));
    let keep = current
        .select(entries::all_columns)
        .insert_into(entry_revisions::table);
    let update = Steady(diesel::update(current).set(row));
    audit::record_with(conn, access, event, &[&keep, &update])
}

/// Which weeks to list, and in which order.
#[derive(Debug, Clone, Copy)]
pub struct Range {
    /// The first week.
    pub from: Week,
    /// The last.
    pub to: Week,
    /// Whether the newest comes first.
    pub descending: bool,
}

impl Range {
    /// Leaves out the weeks up to `shown`, the last one of a page.
    pub(super) fn go_on_after(&mut self, shown: Week) {
        if self.descending {
            self.to = shown.previous();
        } else {
            self.from = shown.next();
        }
    }
}

/// At most `limit` entries of the range; removed weeks are left out.
pub fn list(
    conn: &mut Conn,
    access: &Access<Read>,
    range: Range,
    limit: usize,
) -> DbResult<Vec<Entry>> {
    let found = with_author!(entries::table)
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::week.between(range.from.number(), range.to.number()))
        .filter(entries::voided.eq(false))
        .select((entries::all_columns, sealed_name(), ROLE))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX));
    let rows: Vec<VersionColumns> = if range.descending {
        let found = found.order(entries::week.desc());
        on_each!(conn, |c| found.load(c))?
    } else {
        let found = found.order(entries::week.asc());
        on_each!(conn, |c| found.load(c))?
    };
    shown(conn, access, rows)
}

/// The last week that has a rating, of each of these records that has one.
pub fn last_weeks(conn: &mut Conn, keys: &[PatientKey]) -> DbResult<HashMap<PatientKey, Week>> {
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let rows: Vec<(i64, Option<i32>)> = entries::table
        .filter(entries::patient_key.eq_any(keys))
        .filter(entries::voided.eq(false))
        .group_by(entries::patient_key)
        .select((entries::patient_key, diesel::dsl::max(entries::week)))
        .load(conn)?;
    let rows = rows
        .into_iter()
        .filter_map(|(key, week)| Some((PatientKey(key), Week::from_number(week?)?)));
    Ok(rows.collect())
}

/// At most `limit` earlier versions of a week that come after the one with the number `after`, oldest first.
pub(super) fn earlier_versions(
    conn: &mut Conn,
    access: &Access<Read>,
    week: Week,
    after: i32,
    limit: usize,
) -> DbResult<Vec<Entry>> {
    let earlier = earlier_of!(access)
        .filter(entry_revisions::week.eq(week.number()))
        .order(entry_revisions::revision);
    if access.shows_words() {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows: Vec<VersionColumns> = earlier
            .filter(entry_revisions::revision.gt(after))
            .limit(limit)
            .load(conn)?;
        return opened(access, rows);
    }
    let mut rows: Vec<VersionColumns> = earlier
        .filter(entry_revisions::shown_revision.gt(after))
        .load(conn)?;
    // The first of those that say the same without their words.
    rows.dedup_by_key(|(row, ..)| row.shown_revision);
    rows.truncate(limit);
    opened(access, rows)
}

/// The earlier versions of a week that the caller recorded.
pub(super) fn own_earlier_versions(
    conn: &mut Conn,
    access: &Access<Write>,
    week: Week,
) -> DbResult<Vec<Entry>> {
    let rows: Vec<VersionColumns> = earlier_of!(access)
        .filter(entry_revisions::week.eq(week.number()))
        .filter(entry_revisions::recorded_by.eq(access.by()))
        .load(conn)?;
    let mut own = opened(access, rows)?;
    // Who made a link did not record what its holder did.
    let link = access.guest().map(|guest| guest.link);
    own.retain(|entry: &Entry| entry.author.guest == link);
    Ok(own)
}

/// At most `limit` versions of weeks from the changes up to `newest`, in the order of week and revision, which
/// come after `(week, revision)`. The same ones come whatever is changed later: a version that is replaced goes
/// from one table to the other.
pub fn versions(
    conn: &mut Conn,
    access: &Access<Read>,
    (week, revision): (i32, i32),
    newest: i64,
    limit: i64,
) -> DbResult<Vec<Entry>> {
    macro_rules! of {
        ($table:ident) => {
            with_author!($table::table)
                .filter($table::patient_key.eq(access.key().0))
                .filter($table::week.ge(week))
                .filter($table::week.gt(week).or($table::revision.gt(revision)))
                .filter($table::change_no.le(newest))
                .order($table::week)
                .limit(limit)
                .select(($table::all_columns, sealed_name(), ROLE))
        };
    }
    let mut rows: Vec<VersionColumns> = of!(entry_revisions)
        .then_order_by(entry_revisions::revision)
        .load(conn)?;
    let current: Vec<VersionColumns> = of!(entries).load(conn)?;
    rows.extend(current);
    rows.sort_by_key(|(row, ..)| (row.week, row.revision));
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    opened(access, rows)
}

/// Whether this week is recorded, and was not removed.
pub fn is_recorded(conn: &mut Conn, access: &Access<impl Right>, week: Week) -> DbResult<bool> {
    let recorded = entries::table
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::week.eq(week.number()))
        .filter(entries::voided.eq(false));
    Ok(diesel::select(exists(recorded)).get_result(conn)?)
}

/// Whether anything was recorded in the diary with this `key` after `since`.
pub fn recorded_since(conn: &mut Conn, key: PatientKey, since: DateTime<Utc>) -> DbResult<bool> {
    let later = entries::table
        .filter(entries::patient_key.eq(key.0))
        .filter(entries::recorded_at.gt(At::from(since)));
    Ok(diesel::select(exists(later)).get_result(conn)?)
}
