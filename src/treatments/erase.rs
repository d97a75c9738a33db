//! Forgets all dated records of a diary.

use diesel::prelude::*;

use crate::access::Erasing;
use crate::platform::db::{Conn, DbResult};
use crate::schema::{record_revisions, records};

/// Forgets every version of every record, where there is a diary.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    let Some((_, key)) = gone.diary() else {
        return Ok(());
    };
    let earlier = record_revisions::patient_key.eq(key.0);
    diesel::delete(record_revisions::table.filter(earlier)).execute(conn)?;
    let current = records::patient_key.eq(key.0);
    diesel::delete(records::table.filter(current)).execute(conn)?;
    Ok(())
}
