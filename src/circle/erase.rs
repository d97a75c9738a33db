//! Takes an erased account out of every circle, and everybody out of its own.

use diesel::prelude::*;

use super::trustee;
use crate::access::Erasing;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::vault::Vault;
use crate::schema::{grants, invitations};

/// Ends the grants that the account had or gave, forgets the invitations it was sent or sent,
/// its trustee, and where it was one.
pub fn erase(conn: &mut Conn, vault: &Vault, gone: &Erasing) -> DbResult<()> {
    trustee::erase(conn, vault, gone)?;
    let ended = (
        grants::revoked_at.eq(At::from(gone.at())),
        grants::version.eq(grants::version + 1),
    );
    diesel::update(grants::table)
        .filter(grants::account_id.eq(gone.account()))
        .filter(grants::revoked_at.is_null())
        .set(ended)
        .execute(conn)?;
    let received = invitations::email_index.eq(gone.email_index());
    diesel::delete(invitations::table.filter(received)).execute(conn)?;
    if let Some((_, key)) = gone.diary() {
        diesel::update(grants::table)
            .filter(grants::patient_key.eq(key.0))
            .filter(grants::revoked_at.is_null())
            .set(ended)
            .execute(conn)?;
        let sent = invitations::patient_key.eq(key.0);
        diesel::delete(invitations::table.filter(sent)).execute(conn)?;
    }
    Ok(())
}
