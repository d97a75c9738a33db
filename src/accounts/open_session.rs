//! Opening a session for a caller who has shown who they are, in whatever way.

use chrono::{DateTime, Utc};
use secrecy::SecretString;
use serde_json::json;

use super::letters;
use super::model::Account;
use super::refresh_token::RefreshToken;
use crate::access::sessions::{self, NewSession};
use crate::access::{self, Assurance};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{AccountId, PatientId, SessionId};
use crate::platform::mail;
use crate::platform::vault::columns::DEVICE_NAME;
use crate::platform::vault::{Sealed, Vault};

/// Where a session is about to be opened.
#[derive(Clone)]
pub struct NewDevice {
    /// The session to be: always a new one.
    pub session: SessionId,
    /// What the person calls the device.
    pub name: Option<String>,
    /// The network they sign in from, coarsely.
    pub address: String,
}

impl NewDevice {
    /// Its name as it is stored.
    pub(super) fn sealed_name(
        &self,
        conn: &mut Conn,
        vault: &Vault,
        account: AccountId,
    ) -> DbResult<Option<Sealed>> {
        let Some(name) = &self.name else {
            return Ok(None);
        };
        let key = vault.key_for(conn, account)?;
        let sealed = key.seal(DEVICE_NAME, self.session.0.as_bytes(), name.as_bytes())?;
        Ok(Some(sealed))
    }
}

/// A session with its newest refresh token, to be handed to its owner.
pub struct SessionTokens {
    /// Which session.
    pub session: SessionId,
    /// The refresh token.
    pub refresh_token: SecretString,
    /// How surely its owner said who they are.
    pub assurance: Assurance,
    /// When they did.
    pub authenticated_at: DateTime<Utc>,
    /// Whose.
    pub account: Account,
    /// Their diary, when they are a patient.
    pub patient: Option<PatientId>,
}

/// Opens a session on `device`. Its owner is told by mail when they have not been seen there before.
pub fn open_session(
    conn: &mut Conn,
    app: &App,
    account: Account,
    device: &NewDevice,
    assurance: Assurance,
    now: DateTime<Utc>,
) -> DbResult<SessionTokens> {
    let owner = account.person.recipient();
    if sessions::make_room(conn, account.id, now)? > 0 {
        mail::enqueue(conn, &app.vault, now, &letters::device_left(&owner))?;
    }
    let (name, address) = (device.name.as_deref(), &device.address);
    if sessions::is_strange(conn, &app.vault, account.id, name, address)? {
        let letter = letters::new_device(&owner, name, address, now);
        mail::enqueue(conn, &app.vault, now, &letter)?;
    }
    let token = RefreshToken::first(device.session, app.ids.secret());
    let (role, keys) = (account.person.role, app.keys.roots.refresh());
    let new = NewSession {
        id: device.session,
        account_id: account.id,
        epoch: account.epoch,
        device_name: device.sealed_name(conn, &app.vault, account.id)?,
        address: device.address.clone(),
        generation: token.generation(),
        current_hash: token.hash().to_vec(),
        root: keys.version(),
        assurance: assurance.code(),
        authenticated_at: now.into(),
        created_at: now.into(),
        last_seen_at: now.into(),
        idle_until: (now + sessions::idles_after(role)).into(),
        expires_at: (now + sessions::ends_after(role)).into(),
    };
    sessions::open(conn, &new)?;
    let detail = json!({ "assurance": assurance });
    let who = Some(device.session);
    audit::record_for(conn, account.id, who, now, Action::SignedIn, &detail)?;
    Ok(SessionTokens {
        session: device.session,
        refresh_token: token.write(keys.current()),
        assurance,
        authenticated_at: now,
        patient: access::patient_of(conn, account.id)?,
        account,
    })
}
