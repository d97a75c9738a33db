//! `/v1/sessions`: the devices of an account, and signing out of them.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::sessions::{self, Device};
use crate::access::{self, Caller};
use crate::accounts::sign_out as signing_out;
use crate::platform::App;
use crate::platform::http::{HttpError, HttpResult, MaybeJson, Page, Path};
use crate::platform::ids::SessionId;

/// A device that is signed in.
#[derive(Serialize, ToSchema)]
#[schema(as = Device)]
struct DeviceResponse {
    #[serde(flatten)]
    device: Device,
    /// Whether it is the one that asks.
    current: bool,
}

/// Lists the devices that are signed in to this account, the last used first: 20 at the most, so there
/// is only one page.
#[utoipa::path(tag = "people", responses((status = 200, body = Page<DeviceResponse>)))]
#[get("/v1/sessions")]
pub(super) async fn list_sessions(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let current = caller.session();
    let devices = app
        .db
        .read(move |conn| {
            let who = access::to_account(conn, &caller)?;
            Ok::<_, HttpError>(sessions::live_of(conn, &who)?)
        })
        .await?;
    Page::whole(devices)
        .map(|device| DeviceResponse {
            current: device.session_id == current,
            device,
        })
        .answer(&request)
}

/// The refresh token of the session that ends, for a client whose access token has expired.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SignOut {
    /// As it came with the session.
    #[schema(value_type = Option<String>)]
    refresh_token: Option<SecretString>,
}

/// Signs out here. With the refresh token in the body it needs no access token that is still valid.
#[utoipa::path(
    tag = "people", security(("bearer" = []), ()),
    request_body(content = Option<SignOut>),
    responses(
        (status = 204, description = "Signed out, now or before"),
        (status = 401, description = "invalid_grant"),
    )
)]
#[delete("/v1/sessions/current")]
pub(super) async fn sign_out(
    app: Data<App>,
    caller: HttpResult<Caller>,
    MaybeJson(body): MaybeJson<SignOut>,
) -> HttpResult<HttpResponse> {
    let body = body.whole()?;
    let token = body.refresh_token.as_ref().map(ExposeSecret::expose_secret);
    signing_out::here(&app, caller, token).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Signs another device out: its tokens are refused from its next request on.
#[utoipa::path(
    tag = "people",
    params(("session" = SessionId, Path)),
    responses((status = 204, description = "Signed out, now or before"))
)]
#[delete("/v1/sessions/{session}")]
pub(super) async fn remove_session(
    app: Data<App>,
    caller: Caller,
    Path(session): Path<SessionId>,
) -> HttpResult<HttpResponse> {
    app.db
        .write(move |conn| {
            let who = access::to_account(conn, &caller)?;
            signing_out::there(conn, &who, session)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Signs every other device out.
#[utoipa::path(tag = "people", responses((status = 204, description = "Only this device is signed in")))]
#[delete("/v1/sessions")]
pub(super) async fn remove_other_sessions(
    app: Data<App>,
    caller: Caller,
) -> HttpResult<HttpResponse> {
    app.db
        .write(move |conn| {
            let who = access::to_account(conn, &caller)?;
            Ok::<_, HttpError>(signing_out::elsewhere(conn, &who)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
