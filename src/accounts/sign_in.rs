//! Signing in: a password for a session.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use secrecy::SecretString;
use serde_json::json;

use super::email::EmailAddress;
use super::hashing::{Passwords, Verdict};
use super::model::Account;
use super::password::Password;
use super::refresh_token::RefreshToken;
use super::refusal::Refusal;
use super::store::{self, Credential};
use super::{letters, patients};
use crate::access::sessions::{self, NewSession};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::http::{HttpResult, Network};
use crate::platform::ids::{PatientId, SessionId};
use crate::platform::limit::{self, Guess, Place, Quota, Way};
use crate::platform::mail;
use crate::platform::vault::columns::DEVICE_NAME;

/// What somebody gives to sign in.
#[derive(Clone)]
pub struct Attempt {
    /// The address; `None` when it is no address, and so nobody's.
    pub email: Option<EmailAddress>,
    /// The password.
    pub password: Password,
    /// What the person calls the device.
    pub device_name: Option<String>,
    /// The network they sign in from, coarsely.
    pub address: String,
    /// The network that their attempts are counted for.
    pub network: Network,
}

/// A session with its newest refresh token, to be handed to its owner.
pub struct Opened {
    /// Which session.
    pub session: SessionId,
    /// The number of the refresh token.
    pub generation: i32,
    /// The refresh token.
    pub refresh_token: SecretString,
    /// Whose.
    pub account: Account,
    /// Their diary, when they are a patient.
    pub patient: Option<PatientId>,
}

/// Opens a session, always a new one.
///
/// Unknown, disabled and wrong do the same work: one write that counts the attempt, one hash, one
/// write.
///
/// # Errors
/// [`Refusal::WrongCredentials`]; when there were too many attempts, the password has no turn in
/// time, or the database is broken.
pub async fn sign_in(app: &App, passwords: &Passwords, attempt: Attempt) -> HttpResult<Opened> {
    let (guess, found) = begin(app, &attempt).await?;
    let stored = found.as_ref().map(|credential| credential.hash.as_str());
    let verdict = passwords.verify(attempt.password.clone(), stored).await?;

    let now = app.clock.now();
    let work = app.clone();
    let opened = app
        .db
        .write(move |conn| {
            let opened = match &found {
                Some(credential) if credential.is_usable() => {
                    open(conn, &work, credential, &verdict, &attempt, now)?
                }
                _ => None,
            };
            if let (Some(_), Some(guess)) = (&opened, &guess) {
                limit::passed(conn, guess, now)?;
            } else {
                let who = found.as_ref().map(|credential| credential.account);
                audit::record_for(conn, who, None, now, Action::SignInRefused, &json!({}))?;
            }
            Ok::<_, DbError>(opened)
        })
        .await?;
    app.mail_bell.ring();
    opened.ok_or_else(|| {
        metrics::counter!("logins_failed_total").increment(1);
        Refusal::WrongCredentials.into()
    })
}

/// Counts the attempt, and finds whose it would be. What is no address is nobody's, and counted for
/// its network alone.
async fn begin(app: &App, attempt: &Attempt) -> HttpResult<(Option<Guess>, Option<Credential>)> {
    let (limits, vault) = (Arc::clone(&app.limits), app.vault.clone());
    let (email, network) = (attempt.email.clone(), attempt.network);
    let now = app.clock.now();
    app.db
        .write(move |conn| {
            limits.take_in(conn, &[Quota::SignIn(network)], now)??;
            let Some(email) = &email else {
                return Ok((None, None));
            };
            let guess = limits.guess(Way::Password, email.as_str(), Place::Network(network));
            limits.attempt_in(conn, &guess, now)??;
            Ok((
                Some(guess),
                store::credential_by_email(conn, &vault, email)?,
            ))
        })
        .await
}

/// Opens the session, unless the password is wrong or has been replaced since it was verified.
fn open(
    conn: &mut Conn,
    app: &App,
    credential: &Credential,
    verdict: &Verdict,
    attempt: &Attempt,
    now: DateTime<Utc>,
) -> DbResult<Option<Opened>> {
    let hash = match verdict {
        Verdict::Wrong => return Ok(None),
        Verdict::Right => &credential.hash,
        Verdict::RightButWeak(better) => better,
    };
    // Written even where it is the same: it waits for a change of password that is under way.
    if !store::keep_hash(conn, credential, hash)? {
        return Ok(None);
    }
    let account = store::get(conn, &app.vault, credential.account)?;
    if sessions::make_room(conn, account.id, now)? > 0 {
        let letter = letters::device_left(&account.person.email);
        mail::enqueue(conn, &app.vault, now, &letter)?;
    }
    let session: SessionId = app.ids.next();
    let token = RefreshToken::first(session, app.ids.secret());
    let mut new = new_session(&token, &account, attempt, now);
    if let Some(name) = &attempt.device_name {
        let key = app.vault.key_for(conn, account.id)?;
        new.device_name = Some(key.seal(DEVICE_NAME, session.0.as_bytes(), name.as_bytes())?);
    }
    sessions::open(conn, &new)?;
    let who = Some(session);
    audit::record_for(conn, account.id, who, now, Action::SignedIn, &json!({}))?;
    Ok(Some(Opened {
        session,
        generation: token.generation(),
        refresh_token: token.write(&app.keys.refresh),
        patient: patients::patient_of(conn, account.id)?,
        account,
    }))
}

fn new_session(
    token: &RefreshToken,
    account: &Account,
    attempt: &Attempt,
    now: DateTime<Utc>,
) -> NewSession {
    let role = account.person.role;
    NewSession {
        id: token.session(),
        account_id: account.id,
        epoch: account.epoch,
        device_name: None,
        address: attempt.address.clone(),
        generation: token.generation(),
        current_hash: token.hash().to_vec(),
        proved: false,
        created_at: now.into(),
        last_seen_at: now.into(),
        idle_until: (now + sessions::idles_after(role)).into(),
        expires_at: (now + sessions::ends_after(role)).into(),
    }
}
