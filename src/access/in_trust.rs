//! What becomes of a trustee's request to act for a patient, as a type: it is decided with a session or without.

use chrono::{DateTime, Utc};

use super::{Access, Entrust, Leave, Manage, PatientKey, Petition, Relation, record};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{AccountId, PatientId, SessionId};
use crate::platform::vault::Vault;

/// Proof that the caller may change who acts for one patient: the patient, the trustee who asks to, or the time
/// that has come. The patient's row is locked.
///
/// It lives no longer than the transaction that made it.
#[derive(Debug)]
pub struct InTrust {
    key: PatientKey,
    patient: PatientId,
    owner: AccountId,
    at: DateTime<Utc>,
    vault: Vault,
    by: Option<(AccountId, Relation)>,
    session: Option<SessionId>,
}

impl InTrust {
    /// Whose record, by its key inside.
    pub fn key(&self) -> PatientKey {
        self.key
    }

    /// The same, by its public name.
    pub fn patient(&self) -> PatientId {
        self.patient
    }

    /// The account of the patient.
    pub fn owner(&self) -> AccountId {
        self.owner
    }

    /// When.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// What seals and opens.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Who does it, and as what; `None` for the holder of a mailed link.
    pub fn by(&self) -> Option<(AccountId, Relation)> {
        self.by
    }

    /// On which device.
    pub fn session(&self) -> Option<SessionId> {
        self.session
    }

    /// The same, of a trustee who may act by now.
    #[must_use]
    pub fn of(self, account: AccountId, relation: Relation) -> Self {
        Self {
            by: Some((account, relation)),
            ..self
        }
    }
}

macro_rules! with_a_session {
    ($right:ty) => {
        impl From<&Access<$right>> for InTrust {
            fn from(access: &Access<$right>) -> Self {
                // What is recorded in trust moves the end that was read with the access.
                access.take_chain_end();
                Self {
                    key: access.key(),
                    patient: access.patient(),
                    owner: access.owner(),
                    at: access.at(),
                    vault: access.who().vault().clone(),
                    by: Some((access.by(), access.standing().relation())),
                    session: Some(access.who().session()),
                }
            }
        }
    };
}
with_a_session!(Entrust);
with_a_session!(Petition);
with_a_session!(Manage);
with_a_session!(Leave);

/// Takes the row lock of a patient, where the caller holds a link that only this patient was mailed, or
/// whose trustee's time has come: the store that found the one or the other was the check. `None`
/// when the patient is gone.
pub fn in_trust(
    conn: &mut Conn,
    vault: &Vault,
    key: PatientKey,
    at: DateTime<Utc>,
) -> DbResult<Option<InTrust>> {
    let Some((patient, owner)) = record::owner_of(conn, key)? else {
        return Ok(None);
    };
    record::lock(conn, patient)?;
    Ok(Some(InTrust {
        key,
        patient,
        owner,
        at,
        vault: vault.clone(),
        by: None,
        session: None,
    }))
}
