//! Takes an erased account out of every circle, and everybody out of its own.

use diesel::prelude::*;
use serde_json::json;

use super::store::next_number;
use super::trustee;
use crate::access::{self, Erasing, PatientKey, Relation};
use crate::audit::{self, Action};
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::vault::Vault;
use crate::schema::{grants, invitations};

/// Ends the grants that the account had or gave, forgets the invitations it was sent or sent,
/// its trustee, and where it was one.
pub fn erase(conn: &mut Conn, vault: &Vault, gone: &Erasing) -> DbResult<()> {
    trustee::erase(conn, vault, gone)?;
    leave_every_circle(conn, vault, gone)?;
    let received = invitations::email_index.eq(gone.email_index());
    diesel::delete(invitations::table.filter(received)).execute(conn)?;
    if let Some((_, key)) = gone.diary() {
        diesel::update(grants::table)
            .filter(grants::patient_key.eq(key.0))
            .filter(grants::revoked_at.is_null())
            .set((
                grants::revoked_at.eq(At::from(gone.at())),
                grants::version.eq(grants::version + 1),
            ))
            .execute(conn)?;
        let sent = invitations::patient_key.eq(key.0);
        diesel::delete(invitations::table.filter(sent)).execute(conn)?;
    }
    Ok(())
}

/// The patients hear of it as of every change to their circle.
fn leave_every_circle(conn: &mut Conn, vault: &Vault, gone: &Erasing) -> DbResult<()> {
    let theirs = grants::account_id
        .eq(gone.account())
        .and(grants::revoked_at.is_null());
    let places: Vec<(i64, i16)> = grants::table
        .filter(theirs)
        .order(grants::patient_key)
        .select((grants::patient_key, grants::relation))
        .load(conn)?;
    for (key, relation) in places {
        let key = PatientKey(key);
        let Some(trust) = access::in_trust(conn, vault, key, gone.at())? else {
            continue;
        };
        let relation = Relation::from_code(relation)
            .ok_or_else(|| DbError::corrupt("grant of", gone.account()))?;
        let trust = trust.of(gone.account(), relation);
        let number = next_number(conn, key)?;
        diesel::update(grants::table.find((key.0, gone.account())))
            .set((
                grants::revoked_at.eq(At::from(gone.at())),
                grants::change_no.eq(number),
                grants::version.eq(grants::version + 1),
            ))
            .execute(conn)?;
        let detail = json!({ "account": gone.account() });
        audit::record_in_trust(conn, &trust, Action::GrantRevoked, &detail)?;
    }
    Ok(())
}
