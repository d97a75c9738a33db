//! Whose passkey signed a challenge of ours.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::challenges::{self, Purpose};
use super::flaw::Flaw;
use super::response::{self, Assertion, AuthenticatorData, Wish};
use super::store;
use crate::accounts::model::Account;
use crate::accounts::store as accounts;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::ids::{AccountId, SessionId};
use crate::platform::limit::{Guess, Place, Way};

/// A person who has shown who they are.
pub struct Proven {
    /// Who.
    pub account: Account,
    /// To be forgiven.
    pub guess: Guess,
}

/// Unknown, or not as it should be.
#[derive(Debug, Clone, Copy)]
pub struct PasskeyRejection {
    whose: Option<AccountId>,
    flaw: Flaw,
}

impl PasskeyRejection {
    fn nobody(flaw: Flaw) -> Self {
        Self { whose: None, flaw }
    }

    /// Writes down that it was refused, and why: to be told once that is committed. What concerns no
    /// account is counted only.
    pub fn write_down(
        self,
        conn: &mut Conn,
        session: Option<SessionId>,
        now: DateTime<Utc>,
    ) -> DbResult<Flaw> {
        let why = self.flaw.name();
        let action = match session {
            Some(_) => Action::SecondFactorRefused,
            None => Action::SignInRefused,
        };
        let detail = json!({ "with": "passkey", "why": why });
        if self.whose.is_some() || session.is_some() {
            audit::record_for(conn, self.whose, session, now, action, &detail)?;
        }
        Ok(self.flaw)
    }
}

/// Finds whose passkey it is, and uses the challenge and the signature up. The attempt is counted
/// before the signature is looked at.
///
/// It is committed whether or not it is right, so a refusal is no error.
pub fn prove(
    conn: &mut Conn,
    app: &App,
    purpose: Purpose,
    place: Place,
    assertion: &Assertion,
    now: DateTime<Utc>,
) -> HttpResult<Result<Proven, PasskeyRejection>> {
    let us = &app.relying_party;
    let challenge = match response::challenge(&assertion.client_data, Wish::Get, us) {
        Ok(challenge) => challenge,
        Err(flaw) => return Ok(Err(PasskeyRejection::nobody(flaw))),
    };
    if !challenges::use_up(conn, purpose, &challenge, now)? {
        return Ok(Err(PasskeyRejection::nobody(Flaw::Challenge)));
    }
    let Some(known) = store::find(conn, &assertion.credential_id)? else {
        return Ok(Err(PasskeyRejection::nobody(Flaw::Unknown)));
    };
    let refused = |flaw| PasskeyRejection {
        whose: Some(known.account),
        flaw,
    };
    let account = accounts::find(conn, &app.vault, known.account)?;
    let Some(account) = account.filter(|found| !found.is_disabled) else {
        return Ok(Err(refused(Flaw::Unusable)));
    };
    let email = account.person.email.as_str();
    let guess = app.limits.guess(Way::Passkey, email, place);
    app.limits.attempt_in(conn, &guess, now)??;
    let says = match check(app, &known, purpose, assertion) {
        Ok(says) => says,
        Err(flaw) => return Ok(Err(refused(flaw))),
    };
    if !store::use_once(conn, known.id, &says, now)? {
        return Ok(Err(refused(Flaw::Counter)));
    }
    Ok(Ok(Proven { account, guess }))
}

fn check(
    app: &App,
    known: &store::StoredPasskey,
    purpose: Purpose,
    assertion: &Assertion,
) -> Result<AuthenticatorData, Flaw> {
    // Where it is not known yet who is there, the passkey must say it.
    let is_owners = match &assertion.user_handle {
        Some(handle) => handle == known.account.0.as_bytes(),
        None => purpose != Purpose::SignIn,
    };
    if !is_owners {
        return Err(Flaw::SomebodyElses);
    }
    let says = AuthenticatorData::read(&assertion.authenticator_data)?;
    says.check(&app.relying_party)?;
    if says.may_be_backed_up() != known.may_be_backed_up {
        return Err(Flaw::AuthenticatorData);
    }
    assertion.signed_by(&known.public_key)?;
    Ok(says)
}
