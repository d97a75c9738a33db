//! Sessions: one row a device, the family of its refresh tokens. Only hashes of tokens are kept.

use diesel::prelude::*;

use super::{Assurance, Caller, Role, SignedIn};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, ClientId, SessionId, SiteId};
use crate::platform::vault::Sealed;
use crate::schema::{accounts, clients, sessions};

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
pub(super) use live;

mod devices;
mod family;
mod lifetime;

pub use devices::{Device, end, end_all, end_others, forget_all, is_strange};
pub use devices::{live_ids, live_of, make_room, owner, purge};
pub use family::{Family, Next, Staying, find_family, rotate, still_of_older};
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
    /// The version of the root key that made it.
    pub root: i16,
    /// How surely its person said who they are.
    pub assurance: i16,
    /// When they did.
    pub authenticated_at: At,
    /// When it was opened.
    pub created_at: At,
    /// When its refresh token was last rotated: in use, that is every ten minutes.
    pub last_seen_at: At,
    /// When it ends unless it is used.
    pub idle_until: At,
    /// When it ends.
    pub expires_at: At,
}

/// Opens a session.
pub fn open(conn: &mut Conn, new: &NewSession) -> DbResult<()> {
    diesel::insert_into(sessions::table)
        .values(new)
        .execute(conn)?;
    Ok(())
}

/// What a live session says of its person.
pub(super) struct Live {
    pub(super) role: Role,
    pub(super) assurance: Assurance,
    /// The program, where the session is not of a person.
    pub(super) client_of: Option<SiteId>,
}

/// The columns of a [`Live`], for a query over sessions and their accounts.
pub(super) const LIVE: (accounts::role, sessions::assurance) =
    (accounts::role, sessions::assurance);

/// The session of this caller, when it is alive: for the queries that ask.
macro_rules! of_caller {
    ($caller:expr) => {
        sessions::id
            .eq($caller.session())
            .and(sessions::account_id.eq($caller.account()))
            .and(crate::access::sessions::live!($caller.at()))
    };
}
pub(super) use of_caller;

impl Live {
    /// From the columns of [`LIVE`].
    pub(super) fn read((role, assurance): (i16, i16), caller: &Caller) -> DbResult<Self> {
        Role::from_code(role)
            .zip(Assurance::from_code(assurance))
            .map(|(role, assurance)| Self {
                role,
                assurance,
                client_of: None,
            })
            .ok_or_else(|| DbError::corrupt("session", caller.session()))
    }
}

/// The caller's session, when it is alive.
pub(super) fn find_live(conn: &mut Conn, caller: &Caller) -> DbResult<Option<Live>> {
    if let Some(client) = caller.client() {
        return live_client(conn, client);
    }
    let found = sessions::table
        .inner_join(accounts::table)
        .filter(of_caller!(caller))
        .select(LIVE);
    let found: Option<(i16, i16)> = on_each!(conn, |c| found.first(c)).optional()?;
    found.map(|row| Live::read(row, caller)).transpose()
}

/// What stands for the session of a program, while it was not taken away.
pub(super) fn live_client(conn: &mut Conn, client: ClientId) -> DbResult<Option<Live>> {
    let site = clients::table
        .find(client)
        .filter(clients::removed_at.is_null())
        .select(clients::site_id);
    let site: Option<SiteId> = on_each!(conn, |c| site.first(c)).optional()?;
    Ok(site.map(|site| Live {
        role: Role::Clinician,
        assurance: Assurance::TwoFactors,
        client_of: Some(site),
    }))
}

/// Notes that the person on a device has just said once more who they are, this surely; they stand no
/// lower than before.
pub fn authenticated(conn: &mut Conn, who: &SignedIn, assurance: Assurance) -> DbResult<SignedIn> {
    let assurance = assurance.max(who.assurance());
    diesel::update(sessions::table.find(who.session()))
        .set((
            sessions::assurance.eq(assurance.code()),
            sessions::authenticated_at.eq(At::from(who.at())),
        ))
        .execute(conn)?;
    Ok(SignedIn {
        assurance,
        ..who.clone()
    })
}
