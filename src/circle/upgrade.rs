//! Seals what version 0.1 kept in the clear: whom a patient has invited.

use diesel::prelude::*;

use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{InvitationId, PatientId};
use crate::platform::vault::Vault;
use crate::platform::vault::columns::{EMAIL, INVITATION_EMAIL};
use crate::schema::{invitations, patients};

/// Seals the address of every invitation; the index still holds the address itself.
pub fn seal_plain(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    let plain: Vec<(InvitationId, PatientId, String)> = invitations::table
        .inner_join(patients::table)
        .select((invitations::id, patients::id, invitations::email_index))
        .load(conn)?;
    for (id, patient, email) in plain {
        let key = vault.key_for(conn, patient)?;
        let sealed = key.seal(INVITATION_EMAIL, id.0.as_bytes(), email.as_bytes())?;
        diesel::update(invitations::table.find(id))
            .set((
                invitations::email_index.eq(vault.index(EMAIL, &email)),
                invitations::email.eq(sealed),
            ))
            .execute(conn)?;
    }
    Ok(())
}
