//! The table `data_keys`.

use diesel::prelude::*;

use crate::platform::db::{Conn, DbResult, on_each};
use crate::platform::ids::Subject;
use crate::schema::data_keys;

/// A data key as it is stored: opened by the key-encryption key of its version alone.
#[derive(Clone, PartialEq, Eq, Queryable)]
pub struct WrappedKey {
    pub(super) kek: i16,
    pub(super) key: Vec<u8>,
}

/// The columns of a [`WrappedKey`], for a query that joins `data_keys`.
pub const WRAPPED: (data_keys::kek, data_keys::wrapped) = (data_keys::kek, data_keys::wrapped);

impl std::fmt::Debug for WrappedKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wrapped(…)")
    }
}

pub(super) fn find(conn: &mut Conn, subject: Subject) -> DbResult<Option<WrappedKey>> {
    let found = data_keys::table.find(subject).select(WRAPPED);
    Ok(on_each!(conn, |c| found.first(c)).optional()?)
}

/// Keeps `wrapped` unless the subject has a key; `false` when it has.
pub(super) fn add(conn: &mut Conn, subject: Subject, wrapped: &WrappedKey) -> DbResult<bool> {
    let insert = diesel::insert_into(data_keys::table)
        .values((
            data_keys::subject.eq(subject),
            data_keys::kek.eq(wrapped.kek),
            data_keys::wrapped.eq(&wrapped.key),
        ))
        .on_conflict(data_keys::subject)
        .do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

pub(super) fn remove(conn: &mut Conn, subject: Subject) -> DbResult<()> {
    diesel::delete(data_keys::table.find(subject)).execute(conn)?;
    Ok(())
}

/// So many keys of a version show whether it is the right one: one of them may be broken.
const SAMPLE: i64 = 20;

/// Some keys of each version of the key-encryption key that is in use.
pub(super) fn some_of_each_version(conn: &mut Conn) -> DbResult<Vec<Vec<(Subject, WrappedKey)>>> {
    let mut found = Vec::new();
    let mut after = i16::MIN;
    loop {
        let mut next: Vec<(Subject, WrappedKey)> = data_keys::table
            .filter(data_keys::kek.gt(after))
            .order(data_keys::kek)
            .limit(SAMPLE)
            .select((data_keys::subject, WRAPPED))
            .load(conn)?;
        let Some((_, first)) = next.first() else {
            return Ok(found);
        };
        after = first.kek;
        next.retain(|(_, wrapped)| wrapped.kek == after);
        found.push(next);
    }
}

/// How many keys are wrapped anew in one transaction.
const AT_ONCE: i64 = 200;

/// Some of the keys that an earlier version than `current` has wrapped.
pub(super) fn some_older(conn: &mut Conn, current: i16) -> DbResult<Vec<(Subject, WrappedKey)>> {
    Ok(data_keys::table
        .filter(data_keys::kek.lt(current))
        .order(data_keys::kek)
        .limit(AT_ONCE)
        .select((data_keys::subject, WRAPPED))
        .load(conn)?)
}

/// Puts `new` in the place of `old`, unless another instance was first or the key is destroyed.
pub(super) fn replace(
    conn: &mut Conn,
    subject: Subject,
    old: &WrappedKey,
    new: &WrappedKey,
) -> DbResult<()> {
    diesel::update(data_keys::table.find(subject))
        .filter(data_keys::kek.eq(old.kek))
        .set((data_keys::kek.eq(new.kek), data_keys::wrapped.eq(&new.key)))
        .execute(conn)?;
    Ok(())
}

/// How many keys each version wraps.
pub fn wrapped_by(conn: &mut Conn) -> DbResult<Vec<(i16, i64)>> {
    Ok(data_keys::table
        .group_by(data_keys::kek)
        .order(data_keys::kek)
        .select((data_keys::kek, diesel::dsl::count_star()))
        .load(conn)?)
}
