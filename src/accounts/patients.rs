//! The table `patients`: one diary for everybody who signs up as a patient.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::clock::Zone;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::{AccountId, PatientId};
use crate::platform::vault::Vault;
use crate::schema::patients;

/// Begins the diary of `account`, with no fact about the patient but where they live.
pub fn create(
    conn: &mut Conn,
    vault: &Vault,
    id: PatientId,
    account: AccountId,
    time_zone: Zone,
    now: DateTime<Utc>,
) -> DbResult<()> {
    vault.key_for(conn, id)?;
    diesel::insert_into(patients::table)
        .values((
            patients::id.eq(id),
            patients::account_id.eq(account),
            patients::time_zone.eq(time_zone.name()),
            patients::last_change.eq(0),
            patients::version.eq(1),
            patients::created_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// The diary that `account` keeps; `None` for everybody who is no patient.
pub fn patient_of(conn: &mut Conn, account: AccountId) -> DbResult<Option<PatientId>> {
    Ok(patients::table
        .filter(patients::account_id.eq(account))
        .select(patients::id)
        .first(conn)
        .optional()?)
}
