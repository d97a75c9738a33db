//! The table `restores`: when a backup became this database. What clients were told after the backup was made is not in
//! it, and may come about otherwise.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{At, Conn, DbResult};
use crate::schema::restores;

/// When that was last, if it ever was.
pub fn restored_at(conn: &mut Conn) -> DbResult<Option<DateTime<Utc>>> {
    let latest = restores::table
        .select(restores::at)
        .order(restores::at.desc());
    let latest: Option<At> = latest.first(conn).optional()?;
    Ok(latest.map(Into::into))
}

/// Writes down that it is one now.
pub fn write_down_restored(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<()> {
    let row = diesel::insert_into(restores::table).values(restores::at.eq(At::from(now)));
    row.execute(conn)?;
    Ok(())
}
