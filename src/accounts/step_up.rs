//! Saying once more who one is, on a device that is signed in: for what is dangerous (RFC 9470).
//!
//! The session stays the same one, so that a lost answer ends no session; only the new access token
//! says that it was a moment ago.

use serde_json::json;

use super::factors::proof::{self, TypedCode};
use super::hashing::{Passwords, Verdict};
use super::passkeys::Purpose;
use super::passkeys::flaw::Flaw;
use super::passkeys::prove;
use super::passkeys::response::Assertion;
use super::password::Password;
use super::refusal::Refusal;
use super::store;
use crate::access::{self, Assurance, Caller, Denial, SignedIn, sessions};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::{HttpError, HttpResult};
use crate::platform::limit::{self, Place, Way};

/// What a caller says it with.
pub enum StepUpProof {
    /// A password: enough for an account without a second factor.
    Password(Password),
    /// A code from an app, or one that was written down.
    Code(TypedCode),
    /// A challenge that their passkey signed.
    Passkey(Box<Assertion>),
}

/// Checks what `caller` gives; how surely they have said who they are by now.
///
/// Fails with [`Denial::NotFresh`] where more is demanded, [`Refusal::WrongPassword`], [`Refusal::WrongCode`] or
/// [`Refusal::PasskeyRefused`]; when there were too many attempts, or the database is broken.
pub async fn step_up(
    app: &App,
    passwords: &Passwords,
    caller: Caller,
    given: StepUpProof,
) -> HttpResult<SignedIn> {
    match given {
        StepUpProof::Password(password) => by_password(app, passwords, caller, password).await,
        StepUpProof::Code(typed) => by_code(app, caller, typed).await,
        StepUpProof::Passkey(assertion) => by_passkey(app, caller, *assertion).await,
    }
}

async fn by_password(
    app: &App,
    passwords: &Passwords,
    caller: Caller,
    password: Password,
) -> HttpResult<SignedIn> {
    let (asking, vault) = (caller.clone(), app.vault.clone());
    let (credential, email) = app
        .db
        .read(move |conn| {
            let who = access::to_own_factors(conn, &asking)?;
            let demanded = access::demanded_of(conn, who.account())?;
            if demanded > Assurance::OneFactor {
                return Err(HttpError::from(Denial::NotFresh(demanded)));
            }
            let found = store::credential_of(conn, who.account())?;
            let credential = found.ok_or_else(|| HttpError::from(Refusal::WrongPassword))?;
            let account = store::get(conn, &vault, who.account())?;
            Ok((credential, account.person.email))
        })
        .await?;
    let here = Place::Session(caller.session());
    let guess = app.limits.guess(Way::Password, email.as_str(), here);
    limit::attempt(app, guess).await?;
    if passwords.verify(password, Some(&credential.hash)).await? == Verdict::Wrong {
        return Err(Refusal::WrongPassword.into());
    }
    app.db
        .write(move |conn| {
            let who = access::to_own_factors(conn, &caller)?;
            if !store::keep_hash(conn, &credential, &credential.hash)? {
                return Err(HttpError::from(Refusal::WrongPassword));
            }
            limit::passed(conn, &guess, who.at())?;
            Ok(raise(conn, &who, Assurance::OneFactor)?)
        })
        .await
}

async fn by_code(app: &App, caller: Caller, typed: TypedCode) -> HttpResult<SignedIn> {
    let work = app.clone();
    let raised = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_own_factors(conn, &caller)?;
            let account = store::get(conn, &work.vault, who.account())?;
            let here = Place::Session(who.session());
            let email = account.person.email.as_str();
            let guess = work.limits.guess(typed.way(), email, here);
            work.limits.attempt_in(conn, &guess, who.at())??;
            if !proof::prove(conn, &work, &account, &typed, who.at())? {
                audit::record_by(conn, &who, Action::SecondFactorRefused, &json!({}))?;
                return Ok(None);
            }
            limit::passed(conn, &guess, who.at())?;
            Ok(Some(raise(conn, &who, Assurance::TwoFactors)?))
        })
        .await?;
    raised.ok_or_else(|| Refusal::WrongCode.into())
}

async fn by_passkey(app: &App, caller: Caller, assertion: Assertion) -> HttpResult<SignedIn> {
    let work = app.clone();
    let raised = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_own_factors(conn, &caller)?;
            let now = who.at();
            let (here, purpose) = (who.session(), Purpose::StepUp(who.session()));
            let place = Place::Session(here);
            match prove::prove(conn, &work, purpose, place, &assertion, now)? {
                Ok(proven) if proven.account.id == who.account() => {
                    limit::passed(conn, &proven.guess, now)?;
                    Ok(Ok(raise(conn, &who, Assurance::TwoFactors)?))
                }
                Ok(_) => {
                    audit::record_by(conn, &who, Action::SecondFactorRefused, &json!({}))?;
                    Ok(Err(Flaw::SomebodyElses))
                }
                Err(refused) => Ok(Err(refused.write_down(conn, Some(here), now)?)),
            }
        })
        .await?;
    raised.map_err(|flaw| {
        flaw.tell();
        Refusal::PasskeyRefused.into()
    })
}

/// Writes down that `who` has just said who they are.
fn raise(conn: &mut Conn, who: &SignedIn, assurance: Assurance) -> DbResult<SignedIn> {
    let who = sessions::authenticated(conn, who, assurance)?;
    let detail = json!({ "assurance": assurance });
    audit::record_by(conn, &who, Action::SteppedUp, &detail)?;
    Ok(who)
}
