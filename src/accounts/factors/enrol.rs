//! Enrolling codes that change every half minute, and taking them away again.

use chrono::TimeDelta;
use serde_json::json;
use zeroize::Zeroizing;

use super::recovery_code::RecoveryCode;
use super::totp::{SEED_LENGTH, Seed};
use super::{letters, recovery_codes, totp_factors};
use crate::access::{self, Assurance, Caller, SignedIn, sessions};
use crate::accounts::refusal::Refusal;
use crate::accounts::store;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::limit::{self, Place, Way};
use crate::platform::mail::{self, Recipient};

/// What an app needs to make the codes; shown once.
pub struct Enrolment {
    /// To be typed.
    pub secret: Zeroizing<String>,
    /// To be read from a picture.
    pub uri: Zeroizing<String>,
}

/// Makes a seed for `who`. Nothing changes until its first code comes.
pub fn begin(conn: &mut Conn, app: &App, who: &SignedIn) -> DbResult<Enrolment> {
    store::lock(conn, who.account())?;
    let email = store::get(conn, &app.vault, who.account())?.person.email;
    let seed = Seed::new(app.ids.secret::<SEED_LENGTH>());
    totp_factors::enrol(conn, app, who.account(), &seed, who.at())?;
    Ok(Enrolment {
        secret: seed.text(),
        uri: seed.uri(&email),
    })
}

/// Enrols an app and confirms it at once, for an invented person; the secret, or `None` where the code is not taken.
pub async fn enrol_invented(app: &App, caller: Caller) -> HttpResult<Option<String>> {
    let (work, asking) = (app.clone(), caller.clone());
    let (secret, code) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_own_factors_afresh(conn, &asking)?;
            let secret = begin(conn, &work, &who)?.secret;
            let waiting = totp_factors::waiting(conn, &work, who.account(), who.at())?;
            Ok((secret, waiting.map(|factor| factor.seed.shown_at(who.at()))))
        })
        .await?;
    let Some(code) = code else { return Ok(None) };
    let taken = try_first_code(app, caller, code).await?;
    Ok(taken.map(|_| secret.to_string()))
}

/// How long an app has to be shown the seed and give back its first code.
pub const TO_CONFIRM: TimeDelta = totp_factors::TO_CONFIRM;

/// Tries the first code of the caller; `None` when it is wrong, or came too late. Tries are
/// counted like those at a sign-in.
///
/// Fails when there were too many attempts, the session has ended, what the account demands by now was not shown a
/// moment ago, or the database is broken.
pub async fn try_first_code(
    app: &App,
    caller: Caller,
    typed: String,
) -> HttpResult<Option<Vec<RecoveryCode>>> {
    let work = app.clone();
    app.db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_own_factors(conn, &caller)?;
            store::lock(conn, who.account())?;
            // A person with nothing but a password showed it a moment before the seed, and may type slowly since.
            if access::demanded_of(conn, who.account())? > Assurance::OneFactor {
                access::to_own_factors_afresh(conn, &caller)?;
            }
            let person = store::get(conn, &work.vault, who.account())?.person;
            let here = Place::Session(who.session());
            let guess = work
                .limits
                .guess(Way::OneTimeCode, person.email.as_str(), here);
            work.limits.attempt_in(conn, &guess, who.at())??;
            let codes = match confirmed_before(conn, &work, &who, typed.trim())? {
                Some(codes) => Some(codes),
                None => confirm(conn, &work, &who, &person.recipient(), typed.trim())?,
            };
            if codes.is_some() {
                limit::passed(conn, &guess, who.at())?;
            }
            Ok(codes)
        })
        .await
}

/// Recovery codes in the place of those that were lost with the answer, where `digits` are those of the first
/// code that was taken a moment ago.
fn confirmed_before(
    conn: &mut Conn,
    app: &App,
    who: &SignedIn,
    digits: &str,
) -> DbResult<Option<Vec<RecoveryCode>>> {
    let account = who.account();
    let Some(factor) = totp_factors::confirmed(conn, app, account)? else {
        return Ok(None);
    };
    let Some(step) = factor.seed.step_of(digits, who.at()) else {
        return Ok(None);
    };
    let is_lost = totp_factors::was_last(conn, &factor, step)?
        && recovery_codes::are_of(conn, account, factor.since)?;
    is_lost
        .then(|| recovery_codes::renew(conn, app, account, factor.since))
        .transpose()
}

/// Takes the first code: from now on the codes are asked for. Answers with recovery codes, which take
/// the place of any before; `None` when the code is wrong, or came too late.
///
/// An enrolment has just shown both factors, and need not show them again.
fn confirm(
    conn: &mut Conn,
    app: &App,
    who: &SignedIn,
    owner: &Recipient,
    digits: &str,
) -> DbResult<Option<Vec<RecoveryCode>>> {
    let account = who.account();
    let Some(factor) = totp_factors::waiting(conn, app, account, who.at())? else {
        return Ok(None);
    };
    let Some(step) = factor.seed.step_of(digits, who.at()) else {
        return Ok(None);
    };
    if !totp_factors::use_up(conn, &factor, step)? {
        return Ok(None);
    }
    totp_factors::confirm(conn, account, &factor, who.at())?;
    sessions::authenticated(conn, who, Assurance::TwoFactors)?;
    let codes = recovery_codes::renew(conn, app, account, who.at())?;
    mail::enqueue(conn, &app.vault, who.at(), &letters::factor_added(owner))?;
    audit::record_by(conn, who, Action::FactorAdded, &json!({ "kind": "totp" }))?;
    Ok(Some(codes))
}

/// Takes the codes away. An account that needs two factors keeps one.
///
/// Fails with [`Refusal::LastFactor`], or a broken database.
pub fn remove(conn: &mut Conn, app: &App, who: &SignedIn) -> HttpResult<()> {
    let account = who.account();
    store::lock(conn, account)?;
    totp_factors::remove(conn, account, false)?;
    if totp_factors::confirmed_since(conn, account)?.is_none() {
        return Ok(());
    }
    totp_factors::remove(conn, account, true)?;
    let owner = store::get(conn, &app.vault, account)?.person.recipient();
    let letter = match access::demanded_of(conn, account)? {
        Assurance::TwoFactors => letters::codes_removed(&owner),
        Assurance::OneFactor if who.role().needs_two_factors() => {
            return Err(Refusal::LastFactor.into());
        }
        Assurance::OneFactor => {
            recovery_codes::remove(conn, account)?;
            letters::factor_removed(&owner)
        }
    };
    mail::enqueue(conn, &app.vault, who.at(), &letter)?;
    let detail = json!({ "kind": "totp" });
    Ok(audit::record_by(conn, who, Action::FactorRemoved, &detail)?)
}

/// Makes new recovery codes in the place of those before; `None` for an account without a second
/// factor that they could stand in for.
pub fn renew_recovery_codes(
    conn: &mut Conn,
    app: &App,
    who: &SignedIn,
) -> DbResult<Option<Vec<RecoveryCode>>> {
    let account = who.account();
    store::lock(conn, account)?;
    if access::demanded_of(conn, account)? == Assurance::OneFactor {
        return Ok(None);
    }
    let codes = recovery_codes::renew(conn, app, account, who.at())?;
    let owner = store::get(conn, &app.vault, account)?.person.recipient();
    let letter = letters::recovery_codes_renewed(&owner);
    mail::enqueue(conn, &app.vault, who.at(), &letter)?;
    audit::record_by(conn, who, Action::RecoveryCodesRenewed, &json!({}))?;
    Ok(Some(codes))
}
