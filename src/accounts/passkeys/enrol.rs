//! Adding a passkey, and taking one away again.

use serde_json::json;

use super::challenges::{self, Purpose};
use super::cose::PublicKey;
use super::flaw::Flaw;
use super::letters;
use super::response::{self, AuthenticatorData, NewCredential, Registration, Wish};
use super::store::{self, NewPasskey, Passkey};
use crate::access::{self, Assurance, Caller, SignedIn, sessions};
use crate::accounts::factors::recovery_code::RecoveryCode;
use crate::accounts::factors::{recovery_codes, totp_factors};
use crate::accounts::model::Account;
use crate::accounts::refusal::Refusal;
use crate::accounts::store as accounts;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult, Verdict};
use crate::platform::http::HttpResult;
use crate::platform::ids::PasskeyId;
use crate::platform::mail;

/// How many one account has at once.
const MOST: i64 = 20;

/// What an authenticator needs to make a passkey.
pub struct EnrolmentOptions {
    /// To be signed.
    pub challenge: String,
    /// The account that gets it.
    pub account: Account,
    /// Which ones they have: none is made twice on one device.
    pub existing: Vec<Passkey>,
}

/// Makes a challenge for `who`. Nothing changes until the passkey is there.
///
/// Fails with [`Refusal::TooManyPasskeys`], or a broken database.
pub fn begin(conn: &mut Conn, app: &App, who: &SignedIn) -> HttpResult<EnrolmentOptions> {
    make_sure_of_room(conn, who)?;
    Ok(EnrolmentOptions {
        challenge: challenges::add(conn, app, Purpose::Enrol(who.session()), who.at())?,
        account: accounts::get(conn, &app.vault, who.account())?,
        existing: store::list(conn, &app.vault, who.account())?,
    })
}

fn make_sure_of_room(conn: &mut Conn, who: &SignedIn) -> HttpResult<()> {
    if store::count(conn, who.account())? < MOST {
        Ok(())
    } else {
        Err(Refusal::TooManyPasskeys.into())
    }
}

/// A passkey that was added.
pub struct EnrolledPasskey {
    /// It.
    pub passkey: Passkey,
    /// To be written down: for an account that is asked for a second factor, and had none.
    pub recovery_codes: Option<Vec<RecoveryCode>>,
}

/// Adds the passkey that `caller`'s authenticator made. Sent again, it is the one that is there.
///
/// The challenge is used up whether or not it is right, so this never rolls back for a wrong one.
///
/// Fails with [`Refusal::PasskeyNotValid`], [`Refusal::TooManyPasskeys`]; when the session has ended or is not
/// fresh, or the database is broken.
pub async fn register(
    app: &App,
    caller: Caller,
    name: String,
    registration: Registration,
) -> HttpResult<EnrolledPasskey> {
    let work = app.clone();
    let added = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_own_factors_afresh(conn, &caller)?;
            accounts::lock(conn, who.account())?;
            if let Some(added) = added_before(conn, &work, &who, &registration)? {
                return Ok(Ok(added));
            }
            make_sure_of_room(conn, &who)?;
            match accept(conn, &work, &who, &registration)? {
                Ok((made, says)) => {
                    let new = NewPasskey {
                        name: name.clone(),
                        credential_id: made.credential_id,
                        public_key: made.public_key,
                        transports: registration.transports.clone(),
                    };
                    let kept = keep(conn, &work, &who, new, &says)?;
                    Ok(kept.ok_or(Flaw::SomebodyElses))
                }
                Err(flaw) => Ok(Err(flaw)),
            }
        })
        .await?;
    added.map_err(|flaw| {
        flaw.tell();
        Refusal::PasskeyNotValid.into()
    })
}

/// The passkey of `registration`, if `who` has it already. Recovery codes that were made with it, and lost
/// with the answer, are made anew.
fn added_before(
    conn: &mut Conn,
    app: &App,
    who: &SignedIn,
    registration: &Registration,
) -> DbResult<Option<EnrolledPasskey>> {
    let Ok((made, _)) = read(app, registration) else {
        return Ok(None);
    };
    let own = store::list(conn, &app.vault, who.account())?;
    let is_it = |passkey: &Passkey| passkey.credential_id == made.credential_id;
    let Some(passkey) = own.into_iter().find(is_it) else {
        return Ok(None);
    };
    let lost = recovery_codes::are_of(conn, who.account(), passkey.created_at)?;
    let recovery_codes = lost
        .then(|| recovery_codes::renew(conn, app, who.account(), passkey.created_at))
        .transpose()?;
    Ok(Some(EnrolledPasskey {
        passkey,
        recovery_codes,
    }))
}

fn accept(
    conn: &mut Conn,
    app: &App,
    who: &SignedIn,
    registration: &Registration,
) -> Verdict<(NewCredential, AuthenticatorData), Flaw> {
    let us = &app.relying_party;
    let challenge = match response::challenge(&registration.client_data, Wish::Create, us) {
        Ok(challenge) => challenge,
        Err(flaw) => return Ok(Err(flaw)),
    };
    if !challenges::use_up(conn, Purpose::Enrol(who.session()), &challenge, who.at())? {
        return Ok(Err(Flaw::Challenge));
    }
    Ok(read(app, registration))
}

fn read(
    app: &App,
    registration: &Registration,
) -> Result<(NewCredential, AuthenticatorData), Flaw> {
    let mut says = AuthenticatorData::of_attestation(&registration.attestation)?;
    says.check(&app.relying_party)?;
    let made = says.made.take().ok_or(Flaw::AuthenticatorData)?;
    PublicKey::read(&made.public_key).ok_or(Flaw::Key)?;
    Ok((made, says))
}

/// Keeps it; `None` when an account has it already.
///
/// An enrolment has just unlocked the device, and need not do so again.
fn keep(
    conn: &mut Conn,
    app: &App,
    who: &SignedIn,
    new: NewPasskey,
    says: &AuthenticatorData,
) -> DbResult<Option<EnrolledPasskey>> {
    let account = who.account();
    let Some(passkey) = store::add(conn, app, account, new, says, who.at())? else {
        return Ok(None);
    };
    sessions::authenticated(conn, who, Assurance::TwoFactors)?;
    let demanded = access::demanded_of(conn, account)?;
    let has_none = recovery_codes::left(conn, account)? == 0;
    let recovery_codes = if demanded > Assurance::OneFactor && has_none {
        Some(recovery_codes::renew(conn, app, account, who.at())?)
    } else {
        None
    };
    let owner = accounts::get(conn, &app.vault, account)?.person.recipient();
    let letter = letters::added(&owner, &passkey.name);
    mail::enqueue(conn, &app.vault, who.at(), &letter)?;
    let detail = json!({ "kind": "passkey", "passkey": passkey.id });
    audit::record_by(conn, who, Action::FactorAdded, &detail)?;
    Ok(Some(EnrolledPasskey {
        passkey,
        recovery_codes,
    }))
}

/// Takes a passkey away; harmless where none has that name. An account that needs two factors keeps
/// one.
///
/// Fails with [`Refusal::LastFactor`], or a broken database.
pub fn remove(conn: &mut Conn, app: &App, who: &SignedIn, passkey: PasskeyId) -> HttpResult<()> {
    let account = who.account();
    accounts::lock(conn, account)?;
    let all = store::list(conn, &app.vault, account)?;
    let Some(gone) = all.iter().find(|one| one.id == passkey) else {
        return Ok(());
    };
    let is_last = all.len() == 1 && totp_factors::confirmed_since(conn, account)?.is_none();
    if is_last && who.role().needs_two_factors() {
        return Err(Refusal::LastFactor.into());
    }
    store::remove(conn, account, passkey)?;
    let owner = accounts::get(conn, &app.vault, account)?.person.recipient();
    let letter = letters::removed(&owner, &gone.name);
    mail::enqueue(conn, &app.vault, who.at(), &letter)?;
    let detail = json!({ "kind": "passkey", "passkey": passkey });
    Ok(audit::record_by(conn, who, Action::FactorRemoved, &detail)?)
}
