//! The signed statements about the audit over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Deserialize;

use super::checkpoint::{self, Checkpoint};
use crate::access::{self, Caller};
use crate::platform::App;
use crate::platform::http::query::Limit;
use crate::platform::http::{HttpResult, Page, Query, Refused, Register, cursor};

/// The routes of this floor.
pub fn routes(config: &mut impl Register) {
    config.service(list_checkpoints);
}

/// Which page of the list.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListCheckpoints {
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// Where the page before ended
    cursor: Option<String>,
}

/// Lists the signed statements about where the audit stood, newest first, to be kept elsewhere.
///
/// `alsfrs-diary audit verify` says whether the audit is as they say.
#[utoipa::path(
    tag = "service",
    params(ListCheckpoints),
    responses((status = 200, body = Page<Checkpoint>), (status = 403, description = "admin_only"))
)]
#[get("/v1/audit/checkpoints")]
async fn list_checkpoints(
    app: Data<App>,
    caller: Caller,
    asked: Query<ListCheckpoints>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let page = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_admin(conn, &caller)?;
            let by = who.account().0;
            let question: [&[u8]; 2] = [b"checkpoints", by.as_bytes()];
            let before = match &asked.0.cursor {
                Some(cursor) => {
                    let position = cursor::open(&key, &question, cursor)?;
                    let number = position.try_into().map_err(|_| Refused::InvalidQuery)?;
                    Some(i64::from_be_bytes(number))
                }
                None => None,
            };
            let limit = asked.0.limit.get();
            let found = checkpoint::checkpoints(conn, before, limit + 1)?;
            Ok(Page::cut(found, limit, |last| {
                cursor::seal(&key, &question, &last.number.to_be_bytes())
            }))
        })
        .await?;
    page.answer(&request)
}
