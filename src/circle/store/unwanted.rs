//! Addresses that no invitation is mailed to any more.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::db::{At, Conn, DbResult, on_each};
use crate::schema::unwanted;

/// Whether it is one of them.
pub fn is_listed(conn: &mut Conn, email_index: &str) -> DbResult<bool> {
    let found: i64 = unwanted::table.find(email_index).count().get_result(conn)?;
    Ok(found == 1)
}

/// Makes it one of them.
pub fn add(conn: &mut Conn, email_index: &str, now: DateTime<Utc>) -> DbResult<()> {
    let row = (
        unwanted::email_index.eq(email_index),
        unwanted::since.eq(At::from(now)),
    );
    let insert = diesel::insert_into(unwanted::table)
        .values(row)
        .on_conflict(unwanted::email_index)
        .do_nothing();
    on_each!(conn, |c| insert.execute(c))?;
    Ok(())
}

/// Makes it none of them.
pub fn remove(conn: &mut Conn, email_index: &str) -> DbResult<()> {
    diesel::delete(unwanted::table.find(email_index)).execute(conn)?;
    Ok(())
}
