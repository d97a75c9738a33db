//! Sessions: one row a device, the family of its refresh tokens. Only hashes of tokens are kept.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{Caller, Role};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, SessionId};
use crate::platform::vault::Sealed;
use crate::schema::{accounts, sessions};

/// What makes a session live, together with its account: said once, for every query that asks.
macro_rules! live {
    ($now:expr) => {
        sessions::revoked_at
            .is_null()
            .and(sessions::expires_at.gt(At::from($now)))
            .and(sessions::idle_until.gt(At::from($now)))
            .and(sessions::epoch.eq(accounts::epoch))
            .and(accounts::disabled_at.is_null())
    };
}

mod devices;
mod family;
mod lifetime;

pub use devices::{Device, end, end_all, end_others, live_of, make_room, owner, purge};
pub use family::{Family, find_family, rotate};
pub use lifetime::{ends_after, idles_after};

/// A session that is being opened.
#[derive(Debug, Insertable)]
#[diesel(table_name = sessions, treat_none_as_default_value = false)]
pub struct NewSession {
    /// Its name: new at every sign-in.
    pub id: SessionId,
    /// Whose.
    pub account_id: AccountId,
    /// The account's epoch now; a later one ends the session.
    pub epoch: i32,
    /// What the person calls the device.
    pub device_name: Option<Sealed>,
    /// The network it signed in from, coarsely.
    pub address: String,
    /// Counts the refresh tokens.
    pub generation: i32,
    /// SHA-256 of the current refresh token's secret.
    pub current_hash: Vec<u8>,
    /// Whether the client has shown that it received the current refresh token.
    pub proved: bool,
    /// When it was opened.
    pub created_at: At,
    /// When it was last used, to about ten minutes.
    pub last_seen_at: At,
    /// When it ends unless it is used.
    pub idle_until: At,
    /// When it ends.
    pub expires_at: At,
}

/// Opens a session.
///
/// # Errors
/// When the database is broken.
pub fn open(conn: &mut Conn, new: &NewSession) -> DbResult<()> {
    diesel::insert_into(sessions::table)
        .values(new)
        .execute(conn)?;
    Ok(())
}

/// The role of the caller's account, when its session is alive.
pub(super) fn role_of_live(conn: &mut Conn, caller: &Caller) -> DbResult<Option<Role>> {
    let role = sessions::table
        .inner_join(accounts::table)
        .filter(sessions::id.eq(caller.session()))
        .filter(sessions::account_id.eq(caller.account()))
        .filter(live!(caller.at()))
        .select(accounts::role);
    let role: Option<i16> = on_each!(conn, |c| role.first(c)).optional()?;
    role.map(|code| {
        Role::from_code(code).ok_or_else(|| DbError::corrupt("account", caller.account()))
    })
    .transpose()
}

/// Notes that the client has the refresh token of `generation`, and so cannot need the one before.
pub(super) fn prove(
    conn: &mut Conn,
    session: SessionId,
    generation: i32,
    now: DateTime<Utc>,
) -> DbResult<()> {
    diesel::update(sessions::table.find(session))
        .filter(sessions::generation.eq(generation))
        .set((
            sessions::proved.eq(true),
            sessions::last_seen_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    Ok(())
}
