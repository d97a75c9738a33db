//! Forgets a diary with its history.

use diesel::prelude::*;

use crate::access::Erasing;
use crate::platform::db::{Conn, DbResult};
use crate::schema::{entries, entry_revisions};

/// Removes every version of every week, where there is a diary.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    let Some((_, key)) = gone.diary() else {
        return Ok(());
    };
    let theirs = entry_revisions::patient_key.eq(key.0);
    diesel::delete(entry_revisions::table.filter(theirs)).execute(conn)?;
    diesel::delete(entries::table.filter(entries::patient_key.eq(key.0))).execute(conn)?;
    Ok(())
}
