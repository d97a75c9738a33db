//! The signed statements about the audit over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use super::checkpoint::{self, Checkpoint};
use crate::access::{self, Caller};
use crate::platform::App;
use crate::platform::http::{HttpResult, ListQuery, Page, Query, Register, cursor};

/// The routes of this floor.
pub fn routes(config: &mut impl Register) {
    config.service(list_checkpoints);
}

/// Lists the signed statements about where the audit stood, newest first, to be kept elsewhere.
///
/// `alsfrs-diary audit verify` says whether the audit is as they say.
#[utoipa::path(
    tag = "service",
    params(ListQuery),
    responses((status = 200, body = Page<Checkpoint>), (status = 403, description = "admin_only"))
)]
#[get("/v1/audit/checkpoints")]
async fn list_checkpoints(
    app: Data<App>,
    caller: Caller,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let page = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_admin(conn, &caller)?;
            let by = who.account().0;
            let question: [&[u8]; 2] = [b"checkpoints", by.as_bytes()];
            let before = query.0.position(&key, &question, |place| {
                Some(i64::from_be_bytes(place.try_into().ok()?))
            })?;
            let limit: usize = query.0.limit.get();
            let found = checkpoint::checkpoints(conn, before, limit + 1)?;
            Ok(Page::cut(found, limit, |last| {
                cursor::seal(&key, &question, &last.number.to_be_bytes())
            }))
        })
        .await?;
    page.answer(&request)
}
