//! The page at `/`: a small app over the public API, for families, patients and clinicians.
//!
//! Its files lie in `web/`, are part of the binary, and are read by the browser as they are: there is no build
//! step. A name of all of them together stands in their addresses, so each may be kept for ever.

mod files;
mod shell;

use actix_web::http::header::{
    self, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ContentEncoding,
    HeaderName,
};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use crate::platform::http::{EdgeRefusal, HttpResult, Path, Register};
use crate::platform::words::Language;
use files::{File, find, release};
pub use shell::InventedPerson;
pub(super) use shell::Page;

pub(super) fn routes(config: &mut impl Register) {
    config
        .service(get_page)
        .service(get_page_file)
        .service(get_worker)
        .service(get_manifest);
}

/// Asked for again each time, and not sent again while it is the same.
const LOOK_AGAIN: (HeaderName, &str) = (CACHE_CONTROL, "no-cache");
const FOR_EVER: (HeaderName, &str) = (CACHE_CONTROL, "public, max-age=31536000, immutable");

/// The page: sign-in, diaries, recording a week, the circle, the clinic, and what the links of mails ask for. Opening
/// it does nothing.
#[utoipa::path(
    tag = "service", security(()),
    responses((status = 200, content_type = "text/html", body = String))
)]
#[get("/")]
async fn get_page(request: HttpRequest, page: Data<Page>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CONTENT_SECURITY_POLICY, page.policy()))
        .insert_header(LOOK_AGAIN)
        .body(page.html(Language::liked_by(&request)))
}

/// A file of the page, as a release of it has it.
#[utoipa::path(
    tag = "service", security(()),
    params(
        ("release" = String, Path, description = "The release of the page, as the page names it", example = "0123456789abcdef"),
        ("asset" = String, Path, description = "The name of the file", example = "main.js"),
    ),
    responses((status = 200, content(
        (String = "text/javascript"), (String = "text/plain"), (String = "image/svg+xml"),
    )))
)]
#[get("/page/{release}/{asset}")]
async fn get_page_file(
    request: HttpRequest,
    Path((asked, name)): Path<(String, String)>,
) -> HttpResult<HttpResponse> {
    let file = find(&name).ok_or(EdgeRefusal::NotFound)?;
    // A page of an older release may still be open somewhere: it gets what there is, and keeps it not.
    let lasting = if asked == release() {
        FOR_EVER
    } else {
        LOOK_AGAIN
    };
    Ok(send(&request, file, lasting))
}

/// What keeps the page usable without a network.
#[utoipa::path(
    tag = "service", security(()),
    responses((status = 200, content_type = "text/javascript", body = String))
)]
#[get("/sw.js")]
async fn get_worker(page: Data<Page>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/javascript; charset=utf-8"))
        .insert_header((
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
        ))
        .insert_header(LOOK_AGAIN)
        .body(page.worker())
}

/// What a phone asks that puts the page on its home screen.
#[utoipa::path(
    tag = "service", security(()),
    responses((status = 200, content_type = "application/manifest+json", body = Object))
)]
#[get("/manifest.webmanifest")]
async fn get_manifest(page: Data<Page>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/manifest+json"))
        .insert_header(LOOK_AGAIN)
        .body(page.manifest())
}

fn send(request: &HttpRequest, file: &'static File, lasting: (HeaderName, &str)) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((CONTENT_TYPE, file.kind()))
        .insert_header(lasting);
    let accepted = request.headers().get(header::ACCEPT_ENCODING);
    let takes_brotli = accepted
        .and_then(|accepted| accepted.to_str().ok())
        .is_some_and(|accepted| accepted.split(',').any(|one| one.trim() == "br"));
    if takes_brotli {
        answer
            .insert_header((CONTENT_ENCODING, ContentEncoding::Brotli))
            .body(file.small())
    } else {
        answer.body(file.bytes())
    }
}
