//! Confirming a sign-up with the code that was mailed.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::email::EmailAddress;
use super::model::Account;
use super::sign_ups::{self, Code};
use super::{patients, store};
use crate::access::Role;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{AccountId, Ids, PatientId};
use crate::platform::vault::Vault;

/// An account that was made a moment ago.
pub struct Confirmed {
    /// The account.
    pub account: Account,
    /// Its diary, when it is a patient's.
    pub patient: Option<PatientId>,
}

/// Makes the account that `code` was sent for; `None` when the code is not valid, or not any more.
///
/// # Errors
/// When the database is broken.
pub async fn confirm(app: &App, email: EmailAddress, code: Code) -> DbResult<Option<Confirmed>> {
    let now = app.clock.now();
    let (ids, vault) = (app.ids.clone(), app.vault.clone());
    let code_hashes = code.hashes(&app.keys.roots.code(), &email);
    app.db
        .write(move |conn| make(conn, &ids, &vault, &email, &code_hashes, now))
        .await
}

fn make(
    conn: &mut Conn,
    ids: &Ids,
    vault: &Vault,
    email: &EmailAddress,
    code_hashes: &[[u8; 32]],
    now: DateTime<Utc>,
) -> DbResult<Option<Confirmed>> {
    let Some(proven) = sign_ups::try_code(conn, vault, email, code_hashes, now)? else {
        return Ok(None);
    };
    let id: AccountId = ids.next();
    let made = store::insert(
        conn,
        vault,
        id,
        proven.person,
        Some(&proven.password_hash),
        now,
    )?;
    sign_ups::forget(conn, vault, email)?;
    let Some(account) = made else {
        return Ok(None);
    };
    let patient = if account.person.role == Role::Patient {
        let patient = ids.next();
        patients::create(conn, vault, patient, id, account.person.time_zone, now)?;
        Some(patient)
    } else {
        None
    };
    audit::record_for(conn, id, None, now, Action::AccountConfirmed, &json!({}))?;
    Ok(Some(Confirmed { account, patient }))
}
