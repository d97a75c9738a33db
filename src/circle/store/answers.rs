//! Invitations, on the side of the recipient who has the code.

use diesel::prelude::*;

use super::invitations::{InvitationRow, pending};
use crate::access::{self, Access, Join, PatientKey, SignedIn};
use crate::accounts;
use crate::circle::Code;
use crate::circle::model::{Addressee, Status};
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::InvitationId;
use crate::schema::invitations;

/// Finds what `code` invites to, for the one person it is addressed to: whose account has the
/// invited address. A code for another address is as good as none, and so is one whose sender is disabled.
pub fn addressed(conn: &mut Conn, who: &SignedIn, code: &Code) -> DbResult<Option<Addressee>> {
    let Some(account) = accounts::find_account(conn, who.vault(), who.account())? else {
        return Ok(None);
    };
    let found: Option<(InvitationRow, i64)> = invitations::table
        .filter(invitations::code_hash.eq(code.hash()))
        .filter(invitations::email_index.eq(account.person.email.index(who.vault())))
        .select((InvitationRow::as_select(), invitations::patient_key))
        .first(conn)
        .optional()?;
    let Some((row, key)) = found else {
        return Ok(None);
    };
    let key = PatientKey(key);
    let diary = access::owner_of(conn, key)?;
    let Some((patient, invited_by)) = diary.filter(|(_, owner)| *owner != who.account()) else {
        return Ok(None);
    };
    let (status, sender) = (row.status(who.at()), row.invited_by.unwrap_or(invited_by));
    if status == Status::Pending && !access::is_open(conn, sender)? {
        return Ok(None);
    }
    Ok(Some(Addressee {
        id: row.id,
        patient,
        key,
        sent_by: row.invited_by,
        invited_by,
        terms: row.terms()?,
        status,
        expires_at: row.expires_at.into(),
    }))
}

/// Uses `id` up; `false` when it cannot be accepted (any more). Of any number of attempts at the
/// same time one succeeds.
pub fn use_up(conn: &mut Conn, access: &Access<Join>, id: InvitationId) -> DbResult<bool> {
    let used = diesel::update(invitations::table.find(id))
        .filter(pending!(access.at()))
        .set((
            invitations::used_at.eq(At::from(access.at())),
            invitations::used_by.eq(access.by()),
        ))
        .execute(conn)?;
    Ok(used == 1)
}
