//! Where people are, and who moved: what is computed from their zone is then computed anew.

use diesel::prelude::*;

use crate::platform::clock::Zone;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::AccountId;
use crate::schema::accounts;

/// Where the owner of an account is, as long as they can sign in.
pub fn active_zone(conn: &mut Conn, id: AccountId) -> DbResult<Option<Zone>> {
    let zone: Option<String> = accounts::table
        .find(id)
        .filter(accounts::disabled_at.is_null())
        .select(accounts::time_zone)
        .first(conn)
        .optional()?;
    zone.map(|zone| zone.parse().map_err(|_| DbError::corrupt("account", id)))
        .transpose()
}

/// Notes that the owner of an account moved to another zone.
pub fn note_move(conn: &mut Conn, id: AccountId) -> DbResult<()> {
    diesel::update(accounts::table.find(id))
        .set(accounts::zone_moved.eq(true))
        .execute(conn)?;
    Ok(())
}

/// At most `limit` of those who moved, where that was not taken up yet.
pub fn moved(conn: &mut Conn, limit: i64) -> DbResult<Vec<AccountId>> {
    Ok(accounts::table
        .filter(accounts::zone_moved)
        .order(accounts::id)
        .limit(limit)
        .select(accounts::id)
        .load(conn)?)
}

/// Where they are now; `None` where that was taken up before.
pub fn take_up_move(conn: &mut Conn, id: AccountId) -> DbResult<Option<Zone>> {
    let taken = diesel::update(accounts::table.find(id))
        .filter(accounts::zone_moved.eq(true))
        .set(accounts::zone_moved.eq(false))
        .execute(conn)?;
    if taken == 1 {
        active_zone(conn, id)
    } else {
        Ok(None)
    }
}
