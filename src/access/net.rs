//! A second net under the queries of a site.

use diesel::dsl;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::SiteId;

/// From now on the transaction finds no row of another site, nor of a patient who is not enrolled at `site`, whatever its
/// queries ask for. SQLite has their predicates alone.
pub(super) fn keep_to(conn: &mut Conn, site: SiteId) -> DbResult<()> {
    if let Conn::Pg(conn) = conn {
        let keep = dsl::sql::<Text>("set_config('alsfrs.site', ")
            .bind::<Text, _>(site.to_string())
            .sql(", true)");
        diesel::select(keep).execute(conn)?;
    }
    Ok(())
}
