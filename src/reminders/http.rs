//! Reminders over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post, put};

use super::request::{LaterRequest, RemindersRequest};
use super::response::{LaterBody, RemindersBody};
use super::{change, later};
use crate::access::{self, Caller};
use crate::platform::App;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::extract::MaybeJson;
use crate::platform::http::{HttpResult, Json, Register};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(get_reminders)
        .service(replace_reminders)
        .service(remind_later);
}

/// Shows what one is reminded of. Nothing is on before it was chosen.
#[utoipa::path(tag = "phone", responses((status = 200, body = RemindersBody)))]
#[get("/v1/account/reminders")]
pub async fn get_reminders(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let chosen = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            Ok(change::chosen(conn, &who)?)
        })
        .await?;
    etag::answer_version(&request, chosen.version, &RemindersBody::from(&chosen))
}

/// Replaces what one is reminded of: by mail or on one's devices, on the weekday and at the hour where one is.
///
/// No message says anything about health. Once a week at most, however the clocks are turned, and not where the week is
/// recorded already or the diary is closed. What was missed comes late on the same day only. A person who records in the
/// diary of another may be reminded of that one.
#[utoipa::path(
    tag = "phone",
    params(("If-Match" = String, Header)),
    responses(
        (status = 200, description = "As it is now", body = RemindersBody),
        (status = 403, description = "read_only patient_only"),
        (status = 404, description = "not_found"),
    )
)]
#[put("/v1/account/reminders")]
pub async fn replace_reminders(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
    Json(sent): Json<RemindersRequest, 4>,
) -> HttpResult<HttpResponse> {
    let condition = Precondition::of(&request)?;
    let draft = sent.check(RemindersRequest::read)?;
    let chosen = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            let before = change::chosen(conn, &who)?;
            condition.demand(before.version, || RemindersBody::from(&before))?;
            if change::replace(conn, &caller, &who, &before, &draft)? {
                return Ok(change::chosen(conn, &who)?);
            }
            // Another instance was faster: SQLite has one writer, PostgreSQL many.
            let current = change::chosen(conn, &who)?;
            Err(etag::stale(current.version, &RemindersBody::from(&current)).into())
        })
        .await?;
    etag::answer_version(&request, chosen.version, &RemindersBody::from(&chosen))
}

/// Asks to be reminded once more, later today. On the day of the week's reminder it takes the place of that.
#[utoipa::path(
    tag = "phone",
    request_body = Option<LaterRequest>,
    responses(
        (status = 200, description = "When", body = LaterBody),
        (status = 409, description = "reminders_off too_late_today"),
    )
)]
#[post("/v1/account/reminders/later")]
pub async fn remind_later(
    app: Data<App>,
    caller: Caller,
    sent: MaybeJson<LaterRequest>,
) -> HttpResult<HttpResponse> {
    let wait = sent.0.check(LaterRequest::read)?;
    let remind_at = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            Ok(later::ask(conn, &who, wait)??)
        })
        .await?;
    Ok(HttpResponse::Ok().json(LaterBody { remind_at }))
}
