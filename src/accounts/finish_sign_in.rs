//! The second step of signing in: what is owed besides the password.

use serde_json::json;

use super::factors::pending::{self, Pending};
use super::factors::proof::{self, TypedCode};
use super::open_session::{SessionTokens, open_session};
use super::refusal::Refusal;
use super::store;
use crate::access::Assurance;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::Conn;
use crate::platform::http::{HttpError, HttpResult, Network};
use crate::platform::limit::{self, Place, Quota};

enum Outcome {
    SessionTokens(Box<SessionTokens>),
    WrongCode,
    NotPending,
}

/// Opens the session that the right password had announced, for the holder of `token` who gives the
/// right code.
///
/// The try is counted whether or not it is right, so this never rolls back for a wrong one.
///
/// Fails with [`Refusal::WrongCode`], [`Refusal::MfaTokenNotValid`]; when there were too many attempts, or the
/// database is broken.
pub async fn finish_sign_in(
    app: &App,
    network: Network,
    token: String,
    code: String,
) -> HttpResult<SessionTokens> {
    let work = app.clone();
    let outcome = app
        .db
        .write(move |conn| {
            let now = work.clock.now();
            work.limits
                .take_in(conn, &[Quota::SignIn(network)], now)??;
            match pending::count_try(conn, &work.vault, &token, now)? {
                Some(pending) => try_code(conn, &work, network, &pending, &TypedCode::read(&code)),
                None => Ok(Outcome::NotPending),
            }
        })
        .await?;
    match outcome {
        Outcome::SessionTokens(opened) => Ok(*opened),
        Outcome::NotPending => Err(Refusal::MfaTokenNotValid.into()),
        Outcome::WrongCode => {
            metrics::counter!("logins_failed_total").increment(1);
            Err(Refusal::WrongCode.into())
        }
    }
}

fn try_code(
    conn: &mut Conn,
    app: &App,
    network: Network,
    pending: &Pending,
    typed: &TypedCode,
) -> Result<Outcome, HttpError> {
    let now = app.clock.now();
    let account = store::get(conn, &app.vault, pending.account)?;
    if account.is_disabled || account.epoch != pending.epoch {
        return Ok(Outcome::NotPending);
    }
    let place = Place::Network(network);
    let email = account.person.email.as_str();
    let guess = app.limits.guess(typed.way(), email, place);
    app.limits.attempt_in(conn, &guess, now)??;
    let proven = proof::prove(conn, app, &account, typed, now)?
        && pending::forget(conn, pending.device.session)?;
    if !proven {
        let who = account.id;
        audit::record_for(
            conn,
            who,
            None,
            now,
            Action::SecondFactorRefused,
            &json!({}),
        )?;
        return Ok(Outcome::WrongCode);
    }
    limit::passed(conn, &guess, now)?;
    let assurance = Assurance::TwoFactors;
    let opened = open_session(conn, app, account, &pending.device, assurance, now)?;
    Ok(Outcome::SessionTokens(Box::new(opened)))
}
