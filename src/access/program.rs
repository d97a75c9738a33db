//! What a program of a clinic may have taken out there.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::sessions::live_client;
use super::{AccessError, Caller, Denial, Export, SignedIn, SiteAccess, site, to_account};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::ClientId;
use crate::platform::vault::Vault;
use crate::schema::clients;

/// What the program that calls takes out of its clinic.
///
/// Fails with [`Denial::ProgramOnly`] where a person calls.
pub fn to_own_site(conn: &mut Conn, caller: &Caller) -> Result<SiteAccess<Export>, AccessError> {
    let who = to_account(conn, caller)?;
    let site = who.client_of.ok_or(Denial::ProgramOnly)?;
    site::of_program(conn, who, site)
}

/// The same for work that goes on after the request, and ends when the program is taken away.
pub fn to_own_site_after(
    conn: &mut Conn,
    vault: &Vault,
    client: ClientId,
    at: DateTime<Utc>,
) -> Result<SiteAccess<Export>, AccessError> {
    let live = live_client(conn, client)?.ok_or(Denial::SessionEnded)?;
    let site = live.client_of.ok_or(Denial::ProgramOnly)?;
    let who = SignedIn {
        account: client.0.into(),
        session: client.0.into(),
        role: live.role,
        assurance: live.assurance,
        at,
        vault: vault.clone(),
        client_of: live.client_of,
    };
    site::of_program(conn, who, site)
}

/// Takes the row lock of the program that asks, if it is one. SQLite has one writer and needs none.
pub fn lock_program(conn: &mut Conn, who: &SignedIn) -> DbResult<()> {
    if let (Conn::Pg(conn), Some(_)) = (conn, who.client_of) {
        let row = clients::table.find(ClientId::from(who.account.0));
        let row = row.select(clients::id).for_update();
        row.first::<ClientId>(conn).optional()?;
    }
    Ok(())
}
