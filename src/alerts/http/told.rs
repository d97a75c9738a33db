//! What the caller was told.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};

use crate::access::{self, Caller};
use crate::alerts::response::AlertBody;
use crate::alerts::{acknowledge, list};
use crate::platform::App;
use crate::platform::http::{HttpResult, Page, Path, Register};
use crate::platform::ids::AlertId;

pub(super) fn routes(config: &mut impl Register) {
    config.service(list_alerts).service(acknowledge_alert);
}

/// Lists what one was told of the diaries that one follows, and all that others were told of one's own: the newest 200.
#[utoipa::path(tag = "phone", responses((status = 200, body = Page<AlertBody>)))]
#[get("/v1/alerts")]
pub async fn list_alerts(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let alerts = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            list::mine(conn, &caller, &who)
        })
        .await?;
    Page::whole(alerts).map(AlertBody::from).answer(&request)
}

/// Says of an alert that one sees to it: the others see that, and no other person is told of it any more. Who said so first
/// stays.
#[utoipa::path(
    tag = "phone",
    params(("alert" = AlertId, Path)),
    responses((status = 200, description = "As it is now", body = AlertBody))
)]
#[post("/v1/alerts/{alert}/acknowledge")]
pub async fn acknowledge_alert(
    app: Data<App>,
    caller: Caller,
    alert: Path<AlertId>,
) -> HttpResult<HttpResponse> {
    let shown = app
        .db
        .write(move |conn| acknowledge::acknowledge(conn, &caller, alert.0))
        .await?;
    Ok(HttpResponse::Ok().json(AlertBody::from(shown)))
}
