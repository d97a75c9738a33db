//! Confirming a sign-up with the code that was mailed.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::email::EmailAddress;
use super::mailed_code::MailedCode;
use super::model::Account;
use super::sign_ups::{self, Code, Proof, Proven};
use super::store;
use crate::access::{self, Role};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::http::{HttpResult, Network};
use crate::platform::ids::{AccountId, Ids, PatientId};
use crate::platform::limit::{self, Quota};
use crate::platform::vault::Vault;

/// An account that was made of a sign-up.
pub struct NewAccount {
    /// The account.
    pub account: Account,
    /// Its diary, when it is a patient's.
    pub patient: Option<PatientId>,
}

/// What the mail carried.
pub enum MailedProof {
    /// The digits, with the address that they were sent to.
    Code(EmailAddress, Code),
    /// What the link carries, which is enough.
    Link(MailedCode),
}

/// Makes the account that `mailed` was sent for, or finds the one that it made before; `None` when it is
/// not valid, or not any more.
///
/// Fails when one network tried too many codes of an address, or the database is broken.
pub async fn confirm(
    app: &App,
    network: Network,
    mailed: MailedProof,
) -> HttpResult<Option<NewAccount>> {
    limit::take(app, [Quota::SignIn(network)]).await?;
    if let MailedProof::Code(email, _) = &mailed {
        limit::take(app, [Quota::Code(network, email.as_str())]).await?;
    }
    let now = app.clock.now();
    let (ids, vault, keys) = (app.ids.clone(), app.vault.clone(), app.keys.roots.code());
    let made = app
        .db
        .write(move |conn| {
            let proven = match &mailed {
                MailedProof::Code(email, code) => {
                    let hashes = code.hashes(&keys, email);
                    sign_ups::try_code(conn, &vault, email, &hashes, now)?
                }
                MailedProof::Link(link) => sign_ups::by_link(conn, &vault, link, now)?,
            };
            match proven {
                Some(Proof::First(proven)) => make(conn, &ids, &vault, &proven, now),
                Some(Proof::Again(account)) => again(conn, &vault, account).map(Some),
                None => Ok(None),
            }
        })
        .await;
    made.map_err(|error: DbError| error.into())
}

fn make(
    conn: &mut Conn,
    ids: &Ids,
    vault: &Vault,
    proven: &Proven,
    now: DateTime<Utc>,
) -> DbResult<Option<NewAccount>> {
    let id: AccountId = ids.next();
    let (person, hash) = (proven.person.clone(), &proven.password_hash);
    let Some(account) = store::insert(conn, vault, id, person, Some(hash), now)? else {
        let account = sign_ups::account_of(conn, proven)?;
        return account
            .map(|account| again(conn, vault, account))
            .transpose();
    };
    sign_ups::confirmed(conn, vault, proven, id)?;
    let patient = if account.person.role == Role::Patient {
        let patient = ids.next();
        access::begin_diary(conn, vault, patient, id, account.person.time_zone, now)?;
        Some(patient)
    } else {
        None
    };
    audit::record_for(conn, id, None, now, Action::AccountConfirmed, &json!({}))?;
    Ok(Some(NewAccount { account, patient }))
}

/// The account that was made before, as it is now.
fn again(conn: &mut Conn, vault: &Vault, account: AccountId) -> DbResult<NewAccount> {
    Ok(NewAccount {
        account: store::get(conn, vault, account)?,
        patient: access::patient_of(conn, account)?,
    })
}
