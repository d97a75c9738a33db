//! `/v1/account/mfa`: what proves who the caller is, besides a password.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::{self, Caller};
use crate::accounts::factors::enrol;
use crate::accounts::factors::overview::{self, Factors};
use crate::accounts::factors::recovery_code::RecoveryCode;
use crate::accounts::factors::reset;
use crate::accounts::refusal::Refusal;
use crate::platform::App;
use crate::platform::http::etag;
use crate::platform::http::{HttpError, HttpResult, Json};

/// Lists the factors of one's own account.
#[utoipa::path(tag = "people", responses((status = 200, body = Factors)))]
#[get("/v1/account/mfa")]
pub(super) async fn get_factors(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let found = app
        .db
        .read(move |conn| {
            let who = access::to_own_factors(conn, &caller)?;
            Ok::<_, HttpError>(overview::of(conn, &who)?)
        })
        .await?;
    etag::answer(&request, &found)
}

/// What an app needs to make the codes. It is shown this once.
#[derive(Serialize, ToSchema)]
struct Enrolment<'a> {
    /// To be typed into the app.
    #[schema(example = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")]
    secret: &'a str,
    /// The same for a link or a picture that the app reads.
    #[schema(
        example = "otpauth://totp/Diary:ada@example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Diary&algorithm=SHA1&digits=6&period=30"
    )]
    otpauth_uri: &'a str,
    /// Seconds until the first code must have come.
    #[schema(example = 600)]
    expires_in: i64,
}

/// Begins to enrol codes from an app; nothing changes until the first code is confirmed.
///
/// It takes a sign-in or a step-up within the last five minutes. Where there are such codes already,
/// the new ones take their place once they are confirmed.
#[utoipa::path(tag = "people", responses((status = 201, body = Enrolment)))]
#[post("/v1/account/mfa/totp")]
pub(super) async fn enrol_totp(app: Data<App>, caller: Caller) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    let enrolment = app
        .db
        .write(move |conn| {
            let who = access::to_own_factors_afresh(conn, &caller)?;
            Ok::<_, HttpError>(enrol::begin(conn, &work, &who)?)
        })
        .await?;
    Ok(HttpResponse::Created().json(Enrolment {
        secret: &enrolment.secret,
        otpauth_uri: &enrolment.uri,
        expires_in: enrol::TO_CONFIRM.num_seconds(),
    }))
}

/// A code from the app.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FirstCode {
    /// Six digits.
    #[schema(example = "123456")]
    code: String,
}

/// Codes to write down, each for one sign-in without the app. They are shown this once.
#[derive(Serialize, ToSchema)]
struct RecoveryCodes {
    #[schema(example = json!(["01-7K3M-9QXT-2HWB-5RZD"]))]
    recovery_codes: Vec<String>,
}

impl RecoveryCodes {
    fn answer(codes: &[RecoveryCode]) -> HttpResponse {
        let recovery_codes = codes.iter().map(RecoveryCode::text).collect();
        HttpResponse::Created().json(Self { recovery_codes })
    }
}

/// Confirms the codes with the first of them: from now on signing in asks for one.
///
/// The answer holds recovery codes, which take the place of any before. After a lost answer refresh, and send the
/// same code again: it brings others. From a person with a second factor it takes a step-up within the last five
/// minutes.
#[utoipa::path(
    tag = "people",
    responses((status = 201, body = RecoveryCodes), (status = 422, description = "code_not_valid"))
)]
#[post("/v1/account/mfa/totp/confirm")]
pub(super) async fn confirm_totp(
    app: Data<App>,
    caller: Caller,
    Json(body): Json<FirstCode, 4>,
) -> HttpResult<HttpResponse> {
    let codes = enrol::try_first_code(&app, caller, body.whole()?.code).await?;
    let codes = codes.ok_or(Refusal::CodeNotValid)?;
    Ok(RecoveryCodes::answer(&codes))
}

/// Takes the codes from an app away, and the recovery codes with them.
///
/// It takes a sign-in or a step-up within the last five minutes, with a second factor.
#[utoipa::path(
    tag = "people",
    responses(
        (status = 204, description = "Taken away, now or before"),
        (status = 409, description = "last_factor"),
    )
)]
#[delete("/v1/account/mfa/totp")]
pub(super) async fn remove_totp(app: Data<App>, caller: Caller) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    app.db
        .write(move |conn| {
            let who = access::to_own_factors_afresh(conn, &caller)?;
            enrol::remove(conn, &work, &who)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Makes new recovery codes; those before are worth nothing any more.
///
/// It takes a sign-in or a step-up within the last five minutes, with a second factor.
#[utoipa::path(
    tag = "people",
    responses((status = 201, body = RecoveryCodes), (status = 409, description = "no_second_factor"))
)]
#[post("/v1/account/mfa/recovery-codes")]
pub(super) async fn replace_recovery_codes(
    app: Data<App>,
    caller: Caller,
) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    let codes = app
        .db
        .write(move |conn| {
            let who = access::to_own_factors_afresh(conn, &caller)?;
            Ok::<_, HttpError>(enrol::renew_recovery_codes(conn, &work, &who)?)
        })
        .await?;
    let codes = codes.ok_or(Refusal::NoSecondFactor)?;
    Ok(RecoveryCodes::answer(&codes))
}

/// Keeps one's own second factors from being taken away by the operator.
#[utoipa::path(
    tag = "people",
    responses((status = 204, description = "They stay, now or before"))
)]
#[delete("/v1/account/mfa/reset")]
pub(super) async fn cancel_factor_reset(
    app: Data<App>,
    caller: Caller,
) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    app.db
        .write(move |conn| {
            let who = access::to_own_factors(conn, &caller)?;
            Ok::<_, HttpError>(reset::cancel(conn, &work, &who)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
