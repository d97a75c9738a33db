//! What people decide about their own data, over HTTP.

mod copy;
mod copy_stream;

use actix_web::http::header::{CONTENT_DISPOSITION, ContentType};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use uuid::Uuid;

use super::response::ErasureResponse;
use super::{Journal, erase, export, store};
use crate::access::{self, Caller};
use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::http::etag;
use crate::platform::http::{EdgeRefusal, HttpResult, Register};
use crate::platform::limit::{self, Quota};
use crate::platform::words::Language;
use crate::product::Product;
use copy::CopyResponse;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(export_personal_copy)
        .service(request_erasure)
        .service(get_erasure)
        .service(cancel_erasure);
}

/// Gives the caller a copy of everything that is known of them, with its history.
///
/// It takes a sign-in or a step-up within the last five minutes.
#[utoipa::path(tag = "privacy", responses((status = 200, body = CopyResponse)))]
#[post("/v1/account/export")]
pub async fn export_personal_copy(app: Data<App>, caller: Caller) -> HttpResult<HttpResponse> {
    let asking = caller.clone();
    // What is refused until its asker says once more who they are takes nothing of what is left to them.
    app.db
        .read(move |conn| access::to_account_afresh(conn, &asking))
        .await?;
    limit::take(&app, [Quota::Export(caller.account())]).await?;
    let at = caller.at();
    let noting = caller.clone();
    app.db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account_afresh(conn, &noting)?;
            Ok(export::write_down(conn, &who)?)
        })
        .await?;
    // However much there is to read, everybody else goes on writing.
    let reading = caller.clone();
    let copy = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account_afresh(conn, &reading)?;
            export::begin(conn, &reading, &who)
        })
        .await?;
    // Of all together: many at once are one thief who has many people's passwords.
    if app.exports.is_reached_by(Uuid::nil(), at) {
        alarm::sound(Alarm::ExportBurst);
    }
    let file = "attachment; filename=\"my-data.json\"";
    let (end, copy) = (copy.end, CopyResponse::new(copy, &app.public_url, at));
    let bytes = copy_stream::stream(app, caller, &copy, end).map_err(|_| EdgeRefusal::Internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_DISPOSITION, file))
        .insert_header(ContentType::json())
        .streaming(bytes))
}

/// Asks that the caller's account and all that belongs to it be erased, after some days.
///
/// Until then everything works as before, and the caller can keep the account. Asking again changes
/// nothing. It takes a sign-in or a step-up within the last five minutes.
#[utoipa::path(
    tag = "privacy",
    responses((status = 202, description = "It will happen", body = ErasureResponse))
)]
#[post("/v1/account/erasure")]
pub async fn request_erasure(
    app: Data<App>,
    product: Data<Product>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let due_at = caller.at() + product.erasure_after;
    let (role, erasure) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account_afresh(conn, &caller)?;
            Ok((who.role(), erase::ask(conn, &who, due_at)?))
        })
        .await?;
    let language = Language::liked_by(&request);
    Ok(HttpResponse::Accepted().json(ErasureResponse::new(role, erasure, language)))
}

/// Says when the caller's account will be erased.
#[utoipa::path(
    tag = "privacy",
    responses((status = 200, body = ErasureResponse), (status = 404, description = "not_found"))
)]
#[get("/v1/account/erasure")]
pub async fn get_erasure(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (role, erasure) = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            Ok((who.role(), store::erasure_of(conn, &who)?))
        })
        .await?;
    let erasure = erasure.ok_or(EdgeRefusal::NotFound)?;
    etag::answer(
        &request,
        &ErasureResponse::new(role, erasure, Language::liked_by(&request)),
    )
}

/// Keeps the account after all.
#[utoipa::path(
    tag = "privacy",
    responses(
        (status = 204, description = "Nothing will be erased"),
        (status = 409, description = "erasure_begun"),
    )
)]
#[delete("/v1/account/erasure")]
pub async fn cancel_erasure(app: Data<App>, caller: Caller) -> HttpResult<HttpResponse> {
    let journal = Journal::at(&app.erasure_journal);
    app.db
        .write(move |conn| -> HttpResult<()> {
            let who = access::to_account(conn, &caller)?;
            Ok(erase::take_back(conn, &who, &journal)??)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
