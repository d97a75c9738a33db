//! Who holds a link and has no account: a guest, with a link for one week, and anybody with that of an emergency card.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::{Access, Assurance, Role, Shown, SignedIn, Standing, Write, is_open, record};
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::{AccountId, GuestLinkId, PatientId};
use crate::platform::vault::{Vault, WRAPPED, WrappedKey};
use crate::schema::{data_keys, grants};

/// A guest, as the author of what they write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// Which link they hold.
    pub link: GuestLinkId,
    /// What they say they are called.
    pub name: String,
}

/// The right of a guest to record in the diary of `patient`, whose link was found a moment ago in the same transaction: the
/// link was the check, and is to be checked again under the row lock that this takes. `None` while the patient shares with no
/// circle, once the diary is closed, and when who made the link is disabled or does not act for the patient any more.
pub fn by_guest_link(
    conn: &mut Conn,
    vault: &Vault,
    guest: Guest,
    (patient, made_by): (PatientId, AccountId),
    at: DateTime<Utc>,
) -> DbResult<Option<Access<Write>>> {
    record::lock(conn, patient)?;
    let record = record::record(conn, patient)?;
    let answers = made_by == record.owner || acts(conn, &record, made_by, at)?;
    if !answers || !is_open(conn, made_by)? {
        return Ok(None);
    }
    held(conn, vault, guest, made_by, (patient, record), at)
}

/// The right to see what the emergency card of `patient` shows, whose link was found a moment ago in the same transaction, and
/// is to be looked at again under the row lock that this takes. `None` while the patient shares with no circle, and once the diary is closed.
pub fn by_card(
    conn: &mut Conn,
    vault: &Vault,
    patient: PatientId,
    at: DateTime<Utc>,
) -> DbResult<Option<Access<Shown>>> {
    record::lock(conn, patient)?;
    let record = record::record(conn, patient)?;
    let anybody = Guest {
        link: patient.0.into(),
        name: String::new(),
    };
    let owner = record.owner;
    held(conn, vault, anybody, owner, (patient, record), at)
}

/// The right of who holds a link for which `account` answers, into a diary that is open to others.
fn held<R>(
    conn: &mut Conn,
    vault: &Vault,
    guest: Guest,
    account: AccountId,
    (patient, record): (PatientId, record::Record),
    at: DateTime<Utc>,
) -> DbResult<Option<Access<R>>> {
    if !record.shared.lets_in(Role::Caregiver) || record.is_closed(at) {
        return Ok(None);
    }
    let sealed_key: Option<WrappedKey> = data_keys::table
        .filter(data_keys::subject.eq(patient))
        .select(WRAPPED)
        .first(conn)
        .optional()?;
    let who = SignedIn {
        account,
        session: guest.link.0.into(),
        role: Role::Caregiver,
        assurance: Assurance::OneFactor,
        at,
        vault: vault.clone(),
        client_of: None,
    };
    Ok(Some(Access {
        sealed_key,
        guest: Some(guest),
        ..Access::without_keys(who, patient, record, Standing::Guest, false)
    }))
}

/// Whether `account` acts for the patient by now, as the patient chose.
fn acts(
    conn: &mut Conn,
    record: &record::Record,
    account: AccountId,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let acting = grants::table
        .filter(grants::patient_key.eq(record.key.0))
        .filter(grants::account_id.eq(account))
        .filter(grants::revoked_at.is_null())
        .filter(grants::acts_from.le(At::from(now)));
    Ok(diesel::select(exists(acting)).get_result(conn)?)
}
