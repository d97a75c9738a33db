//! `/v1/sessions/passkey`: signing in by one touch; and what to touch for a step-up.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::credentials::{AssertionCredential, RequestOptions};
use crate::access::{self, Caller, Tokens};
use crate::accounts::passkeys::sign_in::{self as signing_in, Attempt};
use crate::accounts::passkeys::{Purpose, challenge_for, passkeys_of};
use crate::accounts::request::read_device_name;
use crate::accounts::response::SessionResponse;
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::{ClientAddr, HttpError, HttpResult, Json};

/// Begins to sign in with a passkey: what to ask the browser or phone for, the same for everybody.
#[utoipa::path(
    tag = "people", security(()),
    responses(
        (status = 200, body = RequestOptions),
        (status = 429, description = "quota_exceeded"),
        (status = 503, description = "unavailable"),
    )
)]
#[post("/v1/sessions/passkey/options")]
pub(super) async fn get_passkey_sign_in_options(
    app: Data<App>,
    address: ClientAddr,
) -> HttpResult<HttpResponse> {
    let challenge = signing_in::begin(&app, address.network()).await?;
    let options = RequestOptions::new(&app.relying_party, &challenge, &[]);
    Ok(HttpResponse::Ok().json(options))
}

/// A passkey that was used to sign in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasskeySignIn {
    credential: AssertionCredential,
    /// What the person calls the device; shown in the list of devices.
    #[schema(example = "Ada's phone", max_length = 100)]
    device_name: Option<String>,
}

impl PasskeySignIn {
    fn read(self, mut faults: Faults, address: ClientAddr) -> Result<Attempt, Faults> {
        let device_name = read_device_name(&mut faults, self.device_name);
        let assertion = self.credential.read(&mut faults, "/credential");
        faults.or(Attempt {
            assertion,
            device_name,
            address: address.coarse(),
            network: address.network(),
        })
    }
}

/// Signs in with a passkey: opens a new session on this device, with both factors shown.
///
/// It is the passkey that says who signs in. What others try with the account's password elsewhere
/// does not lock it.
#[utoipa::path(
    tag = "people", security(()),
    responses(
        (status = 201, body = SessionResponse),
        (status = 401, description = "passkey_refused"),
    )
)]
#[post("/v1/sessions/passkey/verify")]
pub(super) async fn sign_in_with_passkey(
    app: Data<App>,
    tokens: Data<Tokens>,
    address: ClientAddr,
    Json(body): Json<PasskeySignIn, 16>,
) -> HttpResult<HttpResponse> {
    let attempt = body.check(|body, faults| body.read(faults, address))?;
    let opened = signing_in::sign_in(&app, attempt).await?;
    Ok(HttpResponse::Created().json(SessionResponse::new(&app, &tokens, opened)?))
}

/// Begins a step-up with a passkey: what to ask the browser or phone for.
///
/// What it answers goes to `/v1/sessions/step-up`, from the same device.
#[utoipa::path(tag = "people", responses((status = 200, body = RequestOptions)))]
#[post("/v1/sessions/step-up/options")]
pub(super) async fn get_passkey_step_up_options(
    app: Data<App>,
    caller: Caller,
) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    let (challenge, own) = app
        .db
        .write(move |conn| {
            let who = access::to_own_factors(conn, &caller)?;
            let purpose = Purpose::StepUp(who.session());
            let challenge = challenge_for(conn, &work, purpose, who.at())?;
            Ok::<_, HttpError>((challenge, passkeys_of(conn, &who)?))
        })
        .await?;
    let options = RequestOptions::new(&app.relying_party, &challenge, &own);
    Ok(HttpResponse::Ok().json(options))
}
