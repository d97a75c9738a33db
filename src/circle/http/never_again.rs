//! Getting no invitation again, with the link in one.

use std::sync::LazyLock;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::Deserialize;

use crate::circle::unwanted;
use crate::platform::App;
use crate::platform::http::small_page::SmallPage;
use crate::platform::http::{EdgeRefusal, HttpResult, Json};

/// What the link carries after `#`.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NeverAgain)]
pub struct NeverAgainRequest {
    code: String,
    /// Whether none shall come; else they come again.
    never: bool,
}

/// Lets no invitation be mailed to an address any more, or lets them be mailed again, with what the link
/// in one carries.
///
/// It takes no sign-in, and doing it twice is harmless. It is not told.
#[utoipa::path(
    tag = "circle", security(()),
    responses(
        (status = 204, description = "So it is"),
        (status = 404, description = "not_found"),
    )
)]
#[post("/v1/invitations/never-again")]
pub async fn block_invitations(
    app: Data<App>,
    Json(body): Json<NeverAgainRequest, 4>,
) -> HttpResult<HttpResponse> {
    let body = body.whole()?;
    let (vault, now) = (app.vault.clone(), app.clock.now());
    app.db
        .write(move |conn| -> HttpResult<()> {
            let done = unwanted::set(conn, &vault, &body.code, body.never, now)?;
            done.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The page that the link leads to. Opening it does nothing.
#[utoipa::path(
    tag = "circle", security(()),
    responses((status = 200, content_type = "text/html", body = String))
)]
#[get("/never-again")]
pub async fn get_never_again_page(request: HttpRequest) -> HttpResponse {
    PAGE.answer(&request)
}

static PAGE: LazyLock<SmallPage> = LazyLock::new(|| {
    SmallPage::new(
        include_str!("never_again.html"),
        include_str!("one_touch.css"),
        include_str!("never_again.js"),
    )
});
