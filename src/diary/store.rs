//! The tables `entries` and `entry_revisions`.

use diesel::prelude::*;

use super::model::Entry;
use super::row::EntryRow;
use crate::access::{Access, Read, Right, Write};
use crate::audit::Change;
use crate::clinical::Week;
use crate::platform::db::{Conn, DbResult, Dual, on_each};
use crate::platform::ids::AccountId;
use crate::schema::{accounts, entries, entry_revisions};

/// Finds the current version of a week: an entry, or the trace of its removal.
pub(super) fn current(
    conn: &mut Conn,
    access: &Access<impl Right>,
    week: Week,
) -> DbResult<Option<Entry>> {
    let current = entries::table
        .inner_join(accounts::table)
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::week.eq(week.number()))
        .select((entries::all_columns, accounts::display_name));
    on_each!(conn, |c| current.first::<(EntryRow, String)>(c))
        .optional()?
        .map(|(row, name)| row.into_entry(name))
        .transpose()
}

/// Adds the first version of a week. Two that race meet in the primary key, and one is run again.
pub(super) fn insert(
    conn: &mut Conn,
    access: &Access<Write>,
    entry: &Entry,
    change: Change,
) -> DbResult<()> {
    let row = EntryRow::new(access.key().0, entry, change);
    let insert = diesel::insert_into(entries::table).values(row);
    on_each!(conn, |c| insert.execute(c))?;
    Ok(())
}

/// Puts `entry` in the place of the current version, which is kept whole.
pub(super) fn replace(
    conn: &mut Conn,
    access: &Access<Write>,
    entry: &Entry,
    change: Change,
) -> DbResult<()> {
    let current = entries::table
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::week.eq(entry.week.number()));
    Dual(
        current
            .select(entries::all_columns)
            .insert_into(entry_revisions::table),
    )
    .execute(conn)?;
    diesel::update(current)
        .set(EntryRow::new(access.key().0, entry, change))
        .execute(conn)?;
    Ok(())
}

/// Which weeks to list, and in which order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub(super) from: Week,
    pub(super) to: Week,
    pub(super) descending: bool,
}

/// At most `limit` entries of the range; removed weeks are left out.
pub(super) fn list(
    conn: &mut Conn,
    access: &Access<Read>,
    range: Range,
    limit: usize,
) -> DbResult<Vec<Entry>> {
    let found = entries::table
        .inner_join(accounts::table)
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::week.between(range.from.number(), range.to.number()))
        .filter(entries::voided.eq(false))
        .select((entries::all_columns, accounts::display_name))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX));
    let rows: Vec<(EntryRow, String)> = if range.descending {
        found.order(entries::week.desc()).load(conn)?
    } else {
        found.order(entries::week.asc()).load(conn)?
    };
    rows.into_iter()
        .map(|(row, name)| row.into_entry(name))
        .collect()
}

/// At most `limit` earlier versions of a week that come after revision `after`, oldest first.
pub(super) fn earlier_versions(
    conn: &mut Conn,
    access: &Access<Read>,
    week: Week,
    after: i32,
    limit: usize,
) -> DbResult<Vec<Entry>> {
    entry_revisions::table
        .inner_join(accounts::table)
        .filter(entry_revisions::patient_key.eq(access.key().0))
        .filter(entry_revisions::week.eq(week.number()))
        .filter(entry_revisions::revision.gt(after))
        .order(entry_revisions::revision)
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select((entry_revisions::all_columns, accounts::display_name))
        .load::<(EntryRow, String)>(conn)?
        .into_iter()
        .map(|(row, name)| row.into_entry(name))
        .collect()
}

/// What an author is called.
pub(super) fn name_of(conn: &mut Conn, account: AccountId) -> DbResult<String> {
    let name = accounts::table.find(account).select(accounts::display_name);
    Ok(on_each!(conn, |c| name.first(c))?)
}
