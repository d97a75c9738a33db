//! Saying no without signing in, with the link in a mail.

use std::sync::LazyLock;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::{Deserialize, Serialize};

use crate::circle::trustee::{self, VetoLink, Ways};
use crate::platform::App;
use crate::platform::http::small_page::SmallPage;
use crate::platform::http::{EdgeRefusal, HttpResult, Json};
use crate::product::Product;

/// What the link carries after `#`.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Veto)]
pub struct VetoRequest {
    code: String,
    /// Whether the members go too who were let in by a trustee.
    #[serde(default)]
    remove_let_in: bool,
}

/// What is left to do.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Vetoed)]
pub struct VetoResponse {
    /// How many members are still in the circle who were let in by a trustee.
    #[schema(example = 0)]
    let_in: usize,
}

/// Ends that a trustee acts for the patient, with what the link in a mail to the patient carries.
///
/// It takes no sign-in. Each link is good for whatever is asked when it is followed, before and after
/// a trustee acts for the patient, and using it twice is harmless.
#[utoipa::path(
    tag = "circle", security(()),
    responses(
        (status = 200, description = "Nobody acts for the patient", body = VetoResponse),
        (status = 404, description = "not_found"),
    )
)]
#[post("/v1/trustee/veto")]
pub async fn veto_trusteeship(
    app: Data<App>,
    product: Data<Product>,
    Json(body): Json<VetoRequest, 4>,
) -> HttpResult<HttpResponse> {
    let body = body.whole()?;
    // Nothing is asked of the database for a code that we did not make.
    let link = VetoLink::read(&app.vault, &body.code);
    let link = link.ok_or(EdgeRefusal::NotFound)?;
    let (vault, ways, now) = (
        app.vault.clone(),
        Ways::new(&app, &product),
        app.clock.now(),
    );
    let let_in = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let left = trustee::by_link(conn, &vault, link, now, &ways, body.remove_let_in)?;
            left.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    Ok(HttpResponse::Ok().json(VetoResponse { let_in }))
}

/// The page that the link leads to: one button, and another where others were let in. Opening it does nothing, since programs that look
/// through mail open links.
#[utoipa::path(
    tag = "circle", security(()),
    responses((status = 200, content_type = "text/html", body = String))
)]
#[get("/veto")]
pub async fn get_veto_page(request: HttpRequest) -> HttpResponse {
    PAGE.answer(&request)
}

/// It runs its own script and asks this server alone.
static PAGE: LazyLock<SmallPage> = LazyLock::new(|| {
    SmallPage::new(
        include_str!("veto.html"),
        include_str!("one_touch.css"),
        include_str!("veto.js"),
    )
});
