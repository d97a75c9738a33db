//! `/v1/sessions`: signing in, and staying signed in.

use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::second_step::SecondStepNeeded;
use crate::access::{Jwk, Tokens};
use crate::accounts::email::EmailAddress;
use crate::accounts::hashing::Passwords;
use crate::accounts::password::Password;
use crate::accounts::refresh as refreshing;
use crate::accounts::request::read_device_name;
use crate::accounts::response::SessionResponse;
use crate::accounts::sign_in::{self as signing_in, Attempt, SignInOutcome};
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::{ClientAddr, HttpResult, Json, etag};

/// A sign-in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SignIn {
    #[schema(example = "ada@example.org")]
    email: String,
    #[schema(value_type = String, format = Password, example = "correct horse battery")]
    password: SecretString,
    /// What the person calls the device; shown in the list of devices.
    #[schema(example = "Ada's phone", max_length = 100)]
    device_name: Option<String>,
}

impl SignIn {
    fn read(self, mut faults: Faults, address: ClientAddr) -> Result<Attempt, Faults> {
        let device_name = read_device_name(&mut faults, self.device_name);
        faults.or(Attempt {
            email: EmailAddress::parse(&self.email).ok(),
            password: Password::typed(&self.password),
            device_name,
            address: address.coarse(),
            network: address.network(),
        })
    }
}

/// Signs in: opens a new session on this device, or answers 200 and asks for a second factor.
///
/// After some failures each further one locks the account's password for longer, up to fifteen
/// minutes, wherever they come from; devices that are signed in stay so. An account has at most 20;
/// one more ends the one that was not used for the longest time.
#[utoipa::path(
    tag = "people", security(()),
    responses(
        (status = 200, body = SecondStepNeeded),
        (status = 201, body = SessionResponse),
        (status = 401, description = "wrong_credentials"),
        (status = 403, description = "password_closed"),
    )
)]
#[post("/v1/sessions")]
pub(super) async fn sign_in(
    app: Data<App>,
    tokens: Data<Tokens>,
    passwords: Data<Passwords>,
    address: ClientAddr,
    Json(body): Json<SignIn, 4>,
) -> HttpResult<HttpResponse> {
    let attempt = body.check(|body, faults| body.read(faults, address))?;
    match signing_in::sign_in(&app, &passwords, attempt).await? {
        SignInOutcome::SecondFactorNeeded(token) => Ok(SecondStepNeeded::answer(&token)),
        SignInOutcome::SessionTokens(opened) => {
            Ok(HttpResponse::Created().json(SessionResponse::new(&app, &tokens, *opened)?))
        }
    }
}

/// A refresh token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RefreshRequest)]
pub(super) struct Refresh {
    /// As it came with the session.
    #[schema(value_type = String)]
    pub(super) refresh_token: SecretString,
}

/// Exchanges a refresh token for the next one, and a new access token.
///
/// After a lost answer send the same token again: it yields the same successor, until that or its
/// access token has been used. A token that comes after that is a copy, and ends the session.
#[utoipa::path(
    tag = "people", security(()),
    responses((status = 200, body = SessionResponse), (status = 401, description = "invalid_grant"))
)]
#[post("/v1/sessions/refresh")]
pub(super) async fn refresh_session(
    app: Data<App>,
    tokens: Data<Tokens>,
    Json(body): Json<Refresh, 4>,
) -> HttpResult<HttpResponse> {
    let body = body.whole()?;
    let opened = refreshing::refresh(&app, body.refresh_token.expose_secret()).await?;
    Ok(HttpResponse::Ok().json(SessionResponse::new(&app, &tokens, opened)?))
}

/// The public keys, as a JSON Web Key Set.
#[derive(Serialize, ToSchema)]
struct Jwks {
    keys: Vec<Jwk>,
}

/// The keys that verify access tokens.
#[utoipa::path(tag = "service", security(()), responses((status = 200, body = Jwks)))]
#[get("/.well-known/jwks.json")]
pub(super) async fn get_key_set(
    tokens: Data<Tokens>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let keys = tokens.jwks();
    let mut response = etag::answer(&request, &Jwks { keys })?;
    let kept = HeaderValue::from_static("public, max-age=300");
    response.headers_mut().insert(CACHE_CONTROL, kept);
    Ok(response)
}
