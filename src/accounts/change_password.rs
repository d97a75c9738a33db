//! Changing the password: it takes the current one, and ends every other session.

use chrono::TimeDelta;
use serde_json::json;

use super::codes::{self, Purpose};
use super::factors::pending;
use super::hashing::{Passwords, Verdict};
use super::password::Password;
use super::refusal::Refusal;
use super::store::Credential;
use super::strength::Words;
use super::{letters, store};
use crate::access::{self, Assurance, Caller, sessions};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::{HttpError, HttpResult};
use crate::platform::limit::{self, Guess, Place, Way};
use crate::platform::mail;

/// For how long a change that is sent again, after an answer that was lost, is answered as the first time.
const AGAIN: TimeDelta = TimeDelta::minutes(10);

/// Puts `new` in the place of `current`.
///
/// Fails with [`Refusal::WrongPassword`]; when it was given wrongly too often on this device, the session has
/// ended, a password has no turn in time, or the database is broken.
pub async fn change_password(
    app: &App,
    passwords: &Passwords,
    caller: Caller,
    current: Password,
    new: Password,
) -> HttpResult<()> {
    let asking = caller.clone();
    let (credential, person) = app
        .db
        .read(move |conn| {
            let who = access::to_account(conn, &asking)?;
            // An account with a second factor must have shown it a moment ago; for the others the current
            // password says the same.
            if access::demanded_of(conn, who.account())? > Assurance::OneFactor {
                access::to_account_afresh(conn, &asking)?;
            }
            let found = store::credential_of(conn, who.account())?;
            let credential = found.ok_or_else(|| HttpError::from(Refusal::WrongPassword))?;
            Ok::<_, HttpError>((
                credential,
                store::get(conn, who.vault(), who.account())?.person,
            ))
        })
        .await?;
    let here = Place::Session(caller.session());
    let guess = app.limits.guess(Way::Password, person.email.as_str(), here);
    limit::attempt(app, guess).await?;
    if passwords.verify(current, Some(&credential.hash)).await? == Verdict::Wrong {
        return changed_before(app, passwords, caller, &credential, new, guess).await;
    }
    let mut faults = Faults::default();
    let words = Words::about(Some(&person.email), &person.display_name);
    passwords
        .judge(&mut faults, "/new_password", &new, words)
        .await?;
    faults.or(())?;
    let hash = passwords.hash(new.clone()).await?;

    let changing = caller.clone();
    let other = app
        .db
        .write(move |conn| {
            let who = access::to_account(conn, &changing)?;
            if !store::change_hash(conn, &credential, &hash, who.at())? {
                return Ok::<_, HttpError>(store::credential_of(conn, who.account())?);
            }
            limit::passed(conn, &guess, who.at())?;
            codes::forget(conn, who.account(), Purpose::PasswordReset)?;
            pending::forget_all(conn, who.account())?;
            sessions::end_others(conn, who.account(), who.session(), who.at())?;
            let letter = letters::password_changed(&person.recipient());
            mail::enqueue(conn, who.vault(), who.at(), &letter)?;
            audit::record_by(conn, &who, Action::PasswordChanged, &json!({}))?;
            Ok(None)
        })
        .await?;
    match other {
        // The same may have been sent twice at once.
        Some(other) => changed_before(app, passwords, caller, &other, new, guess).await,
        None => Ok(()),
    }
}

/// Whether `new` took the place of the password before a moment ago: then nothing is left to change.
async fn changed_before(
    app: &App,
    passwords: &Passwords,
    caller: Caller,
    credential: &Credential,
    new: Password,
    guess: Guess,
) -> HttpResult<()> {
    if credential.changed_at.0 + AGAIN <= caller.at()
        || passwords.verify(new, Some(&credential.hash)).await? == Verdict::Wrong
    {
        return Err(Refusal::WrongPassword.into());
    }
    app.db
        .write(move |conn| {
            let who = access::to_account(conn, &caller)?;
            Ok::<_, HttpError>(limit::passed(conn, &guess, who.at())?)
        })
        .await
}
