//! Consents over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};

use super::model::Consent;
use super::request::DecisionRequest;
use super::{agree, store};
use crate::access::{self, Caller};
use crate::platform::App;
use crate::platform::http::{HttpResult, Json, Page, Register};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config.service(list_consents).service(record_consent);
}

/// Lists what the caller agreed to and took back, newest first. The newest of a purpose holds.
#[utoipa::path(tag = "privacy", responses((status = 200, body = Page<Consent>)))]
#[get("/v1/account/consents")]
pub async fn list_consents(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let consents = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            Ok(store::list(conn, &who)?)
        })
        .await?;
    Page::whole(consents).answer(&request)
}

/// Agrees to something, or takes that back. Nothing that was decided before is changed, and what is decided
/// again in the same words is the decision that is there.
#[utoipa::path(
    tag = "privacy",
    responses((status = 201, description = "It holds from now on", body = Consent))
)]
#[post("/v1/account/consents")]
pub async fn record_consent(
    app: Data<App>,
    caller: Caller,
    Json(body): Json<DecisionRequest, 4>,
) -> HttpResult<HttpResponse> {
    let decision = body.check(DecisionRequest::read)?;
    let ids = app.ids.clone();
    let consent = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            agree::decide(conn, &who, &ids, decision.clone())
        })
        .await?;
    Ok(HttpResponse::Created().json(consent))
}
