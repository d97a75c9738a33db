//! `/v1/sessions/mfa` and `/v1/sessions/step-up`: what is asked for besides the password.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::credentials::AssertionCredential;
use crate::access::{AccessToken, Assurance, Caller, Tokens, lifetime};
use crate::accounts::factors::pending;
use crate::accounts::factors::proof::TypedCode;
use crate::accounts::finish_sign_in as finishing;
use crate::accounts::hashing::Passwords;
use crate::accounts::password::Password;
use crate::accounts::response::SessionResponse;
use crate::accounts::step_up::{self as stepping, StepUpProof};
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::instant;
use crate::platform::http::{ClientAddr, HttpResult, Json};

/// The password was right; a second factor is still to come.
#[derive(Serialize, ToSchema)]
pub(super) struct SecondStepNeeded<'a> {
    /// Always true.
    #[schema(example = true)]
    mfa_required: bool,
    /// To come back with, and for nothing else. It bears five tries.
    mfa_token: &'a str,
    /// Seconds until the token expires.
    #[schema(example = 600)]
    expires_in: i64,
}

impl SecondStepNeeded<'_> {
    pub(super) fn answer(token: &SecretString) -> HttpResponse {
        HttpResponse::Ok().json(SecondStepNeeded {
            mfa_required: true,
            mfa_token: token.expose_secret(),
            expires_in: pending::LASTS.num_seconds(),
        })
    }
}

/// The second factor of a sign-in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SecondStep {
    /// As the first step answered it.
    #[schema(value_type = String)]
    mfa_token: SecretString,
    /// Six digits from the app, or a recovery code.
    #[schema(example = "123456")]
    code: String,
}

/// Finishes a sign-in with the second factor: opens a new session on this device.
///
/// A code counts once. After five tries, or ten minutes, the sign-in begins anew.
#[utoipa::path(
    tag = "people", security(()),
    responses(
        (status = 201, body = SessionResponse),
        (status = 401, description = "wrong_code mfa_token_not_valid"),
    )
)]
#[post("/v1/sessions/mfa")]
pub(super) async fn finish_sign_in(
    app: Data<App>,
    tokens: Data<Tokens>,
    address: ClientAddr,
    Json(body): Json<SecondStep, 4>,
) -> HttpResult<HttpResponse> {
    let body = body.whole()?;
    let token = body.mfa_token.expose_secret().to_owned();
    let network = address.network();
    let opened = finishing::finish_sign_in(&app, network, token, body.code).await?;
    Ok(HttpResponse::Created().json(SessionResponse::new(&app, &tokens, opened)?))
}

/// What the caller says once more who they are with: one of these.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StepUp {
    /// The password, where no second factor is demanded.
    #[schema(value_type = Option<String>, format = Password, example = "correct horse battery")]
    password: Option<SecretString>,
    /// Six digits from the app, or a recovery code.
    #[schema(example = "123456")]
    code: Option<String>,
    /// A passkey, asked for with `/v1/sessions/step-up/options`.
    passkey: Option<AssertionCredential>,
}

impl StepUp {
    fn read(self, mut faults: Faults) -> Result<StepUpProof, Faults> {
        match (self.password, self.code, self.passkey) {
            (Some(password), None, None) => {
                faults.or(StepUpProof::Password(Password::typed(&password)))
            }
            (None, Some(code), None) => faults.or(StepUpProof::Code(TypedCode::read(&code))),
            (None, None, Some(passkey)) => {
                let assertion = passkey.read(&mut faults, "/passkey");
                faults.or(StepUpProof::Passkey(Box::new(assertion)))
            }
            _ => {
                faults.add("", "one_of_them", "Exactly one of the members is needed.");
                Err(faults)
            }
        }
    }
}

/// An access token of the same session that says that its bearer said who they are a moment ago.
#[derive(Serialize, ToSchema)]
struct SteppedUp {
    /// For the `Authorization` header, and nowhere else.
    access_token: String,
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Seconds until the access token expires.
    #[schema(example = 600)]
    expires_in: i64,
    /// How surely: `aal2` with a second factor.
    acr: Assurance,
    #[serde(serialize_with = "instant::millis")]
    authenticated_at: DateTime<Utc>,
}

/// Says once more who one is, for what is dangerous: an access token that is good for it for five
/// minutes.
///
/// What needs it answers 401 `insufficient_user_authentication`, with `acr_values` and `max_age` in
/// `WWW-Authenticate` (RFC 9470). The session and its refresh token stay as they are.
#[utoipa::path(
    tag = "people",
    responses(
        (status = 200, body = SteppedUp),
        (status = 401, description = "wrong_code passkey_refused"),
        (status = 403, description = "wrong_password"),
    )
)]
#[post("/v1/sessions/step-up")]
pub(super) async fn step_up_session(
    app: Data<App>,
    tokens: Data<Tokens>,
    passwords: Data<Passwords>,
    caller: Caller,
    Json(body): Json<StepUp, 16>,
) -> HttpResult<HttpResponse> {
    let given = body.check(StepUp::read)?;
    let who = stepping::step_up(&app, &passwords, caller, given).await?;
    let bearer = AccessToken {
        account: who.account(),
        session: who.session(),
        assurance: who.assurance(),
        authenticated_at: who.at(),
    };
    Ok(HttpResponse::Ok().json(SteppedUp {
        access_token: tokens.mint(&app.ids, app.clock.now(), who.role(), bearer)?,
        token_type: "Bearer",
        expires_in: lifetime(who.role()).num_seconds(),
        acr: who.assurance(),
        authenticated_at: who.at(),
    }))
}
