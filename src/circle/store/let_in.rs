//! Members who were let in by a trustee, while that one acted for the patient.

use diesel::prelude::*;

use super::invitations::pending;
use super::next_number;
use crate::access::{InTrust, SealedName, sealed_name, with_author};
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::{AccountId, InvitationId};
use crate::schema::{grants, invitations};

/// The grants of one patient that hold and were not given by the patient, but for that of `chosen`, who
/// the patient knows.
macro_rules! from_others {
    ($trust:expr, $chosen:expr) => {
        grants::patient_key
            .eq($trust.key().0)
            .and(grants::revoked_at.is_null())
            .and(grants::let_in_by.is_not_null())
            .and(grants::let_in_by.ne($trust.owner()))
            .and(grants::account_id.ne($chosen))
    };
}

/// What they call themselves.
pub fn names(conn: &mut Conn, trust: &InTrust, chosen: AccountId) -> DbResult<Vec<String>> {
    let rows: Vec<(AccountId, SealedName)> = with_author!(grants::table)
        .filter(from_others!(trust, chosen))
        .order(grants::account_id)
        .select((grants::account_id, sealed_name()))
        .load(conn)?;
    let name = |(account, name): (AccountId, SealedName)| name.open(trust.vault(), account);
    rows.into_iter().map(name).collect()
}

/// Sends them out, and says who they are.
pub fn remove(conn: &mut Conn, trust: &InTrust, chosen: AccountId) -> DbResult<Vec<AccountId>> {
    let found: Vec<AccountId> = grants::table
        .filter(from_others!(trust, chosen))
        .select(grants::account_id)
        .load(conn)?;
    let number = next_number(conn, trust.key())?;
    diesel::update(grants::table)
        .filter(from_others!(trust, chosen))
        .set((
            grants::change_no.eq(number),
            grants::revoked_at.eq(At::from(trust.at())),
            grants::version.eq(grants::version + 1),
        ))
        .execute(conn)?;
    Ok(found)
}

/// Takes back the unanswered invitations that others than the patient sent, and says which.
pub fn withdraw(conn: &mut Conn, trust: &InTrust) -> DbResult<Vec<InvitationId>> {
    let found: Vec<InvitationId> = invitations::table
        .filter(invitations::patient_key.eq(trust.key().0))
        .filter(invitations::invited_by.ne(trust.owner()))
        .filter(pending!(trust.at()))
        .select(invitations::id)
        .load(conn)?;
    diesel::update(invitations::table)
        .filter(invitations::id.eq_any(&found))
        .set(invitations::revoked_at.eq(At::from(trust.at())))
        .execute(conn)?;
    Ok(found)
}
