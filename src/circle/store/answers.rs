//! Invitations, on the side of the recipient who has the code.

use diesel::prelude::*;

use super::invitations::{InvitationRow, pending};
use crate::access::{Access, Join, PatientKey, SignedIn};
use crate::circle::code::Code;
use crate::circle::model::Addressee;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::{AccountId, InvitationId, PatientId};
use crate::schema::{accounts, invitations, patients};

/// Finds what `code` invites to, for the one person it is addressed to: whose account has the
/// invited address. A code for another address is as good as none.
pub fn addressed(conn: &mut Conn, who: &SignedIn, code: &Code) -> DbResult<Option<Addressee>> {
    let found: Option<(InvitationRow, (PatientId, i64, AccountId))> = invitations::table
        .inner_join(patients::table)
        .inner_join(accounts::table.on(accounts::email_index.eq(invitations::email_index)))
        .filter(invitations::code_hash.eq(code.hash()))
        .filter(accounts::id.eq(who.account()))
        .filter(patients::account_id.ne(who.account()))
        .select((
            InvitationRow::as_select(),
            (patients::id, patients::key, patients::account_id),
        ))
        .first(conn)
        .optional()?;
    let Some((row, (patient, key, invited_by))) = found else {
        return Ok(None);
    };
    Ok(Some(Addressee {
        id: row.id,
        patient,
        key: PatientKey(key),
        sent_by: row.invited_by,
        invited_by,
        terms: row.terms()?,
        status: row.status(who.at()),
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
