//! Signing in: a password for a session.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use secrecy::SecretString;
use serde_json::json;

use super::email::EmailAddress;
use super::factors::{pending, reset};
use super::hashing::{Passwords, Verdict};
use super::open_session::{NewDevice, SessionTokens, open_session};
use super::password::Password;
use super::refusal::Refusal;
use super::store::{self, Credential};
use crate::access::{self, Assurance};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::http::{HttpResult, Network};
use crate::platform::limit::{self, Guess, Place, Quota, Way};

/// What a person gives to sign in.
#[derive(Clone)]
pub struct Attempt {
    /// The address; `None` when it is no address, and so of no account.
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

/// Where the right password leads.
pub enum SignInOutcome {
    /// In.
    SessionTokens(Box<SessionTokens>),
    /// To the second step, with this token.
    SecondFactorNeeded(SecretString),
}

/// Opens a session, always a new one, or asks for a second factor.
///
/// Unknown, disabled and wrong do the same work: one write that counts the attempt, one hash, one
/// write.
///
/// Fails with [`Refusal::WrongCredentials`]; when there were too many attempts, the password has no turn in
/// time, or the database is broken.
pub async fn sign_in(
    app: &App,
    passwords: &Passwords,
    attempt: Attempt,
) -> HttpResult<SignInOutcome> {
    let (guess, found) = begin(app, &attempt).await?;
    let stored = found.as_ref().map(|credential| credential.hash.as_str());
    let verdict = passwords.verify(attempt.password.clone(), stored).await?;

    let now = app.clock.now();
    let work = app.clone();
    let entered = app
        .db
        .write(move |conn| {
            let entered = match &found {
                Some(credential) if credential.is_usable() => {
                    enter(conn, &work, credential, &verdict, &attempt, now)?
                }
                _ => None,
            };
            if let (Some(entered), Some(guess)) = (&entered, &guess) {
                match entered {
                    SignInOutcome::SessionTokens(_) => limit::passed(conn, guess, now)?,
                    SignInOutcome::SecondFactorNeeded(_) => limit::right_so_far(conn, guess, now)?,
                }
            } else if let Some(credential) = &found {
                let (who, action) = (credential.account, Action::SignInRefused);
                audit::record_for(conn, who, None, now, action, &json!({}))?;
            } else if let Some(guess) = &guess {
                limit::was_nobodys(conn, guess, now)?;
            }
            Ok::<_, DbError>(entered)
        })
        .await?;
    entered.ok_or_else(|| {
        metrics::counter!("logins_failed_total").increment(1);
        Refusal::WrongCredentials.into()
    })
}

/// Counts the attempt, and finds whose it would be. What is no address is of no account, and counted for
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

/// Opens the session, or asks for the second factor, unless the password is wrong, or since it was verified it has
/// been replaced or the account disabled.
fn enter(
    conn: &mut Conn,
    app: &App,
    credential: &Credential,
    verdict: &Verdict,
    attempt: &Attempt,
    now: DateTime<Utc>,
) -> DbResult<Option<SignInOutcome>> {
    let hash = match verdict {
        Verdict::Wrong => return Ok(None),
        Verdict::Right => &credential.hash,
        Verdict::RightButWeak(better) => better,
    };
    // Written even where it is the same: it waits for a change of password that is under way.
    if !store::keep_hash(conn, credential, hash)? {
        return Ok(None);
    }
    reset::take_place(conn, app, credential.account, now)?;
    let account = store::get(conn, &app.vault, credential.account)?;
    if account.is_disabled {
        return Ok(None);
    }
    let device = NewDevice {
        session: app.ids.next(),
        name: attempt.device_name.clone(),
        address: attempt.address.clone(),
    };
    Ok(Some(match access::demanded_of(conn, account.id)? {
        Assurance::OneFactor => {
            let assurance = Assurance::OneFactor;
            let opened = open_session(conn, app, account, &device, assurance, now)?;
            SignInOutcome::SessionTokens(Box::new(opened))
        }
        Assurance::TwoFactors => {
            let token = pending::add(conn, app, &account, &device, now)?;
            SignInOutcome::SecondFactorNeeded(token)
        }
    }))
}
