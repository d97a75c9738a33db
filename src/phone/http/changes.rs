//! What changed since an app last asked.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Deserialize;

use crate::access::Caller;
use crate::audit::{self, Action};
use crate::phone::changes;
use crate::phone::cursor::Question;
use crate::phone::model::Feed;
use crate::phone::response::{ChangeBody, ChangesBody};
use crate::platform::App;
use crate::platform::db::Conn;
use crate::platform::http::etag::{self, Held};
use crate::platform::http::{HttpResult, Limit, Path, Query, Register};
use crate::platform::ids::PatientId;

pub(super) fn routes(config: &mut impl Register) {
    config.service(list_changes).service(list_diary_changes);
}

/// Since when, and how much at once.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ChangesQuery {
    /// The `next` of the answer before; without one everything is told
    since: Option<String>,
    /// How many changes one page holds
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
}

/// Lists what changed in every diary that the caller may open, since the cursor.
///
/// Each change is there at least once, in the order of its diary, removals too. Store what it says and `next` together, and
/// ask on with that. A diary that is new to the app comes whole. `purge` means: delete the copy of this diary; it is not the
/// caller's to see any more, or other parts of it are, which then follow. Without news the answer is 304 to who sends `If-None-Match`.
#[utoipa::path(
    tag = "phone",
    params(ChangesQuery),
    responses(
        (status = 200, body = ChangesBody),
        (status = 409, description = "too_many_diaries"),
        (status = 410, description = "resync_required"),
    )
)]
#[get("/v1/changes")]
pub async fn list_changes(
    app: Data<App>,
    caller: Caller,
    query: Query<ChangesQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    feed_of(&app, caller, None, &query.0, &request).await
}

/// Lists what changed in one diary since the cursor, as `GET /v1/changes` does for all.
///
/// A former member of its circle is told to delete it.
#[utoipa::path(
    tag = "phone",
    params(("patient" = PatientId, Path), ChangesQuery),
    responses(
        (status = 200, body = ChangesBody),
        (status = 410, description = "resync_required"),
    )
)]
#[get("/v1/patients/{patient}/changes")]
pub async fn list_diary_changes(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<ChangesQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    feed_of(&app, caller, Some(patient.0), &query.0, &request).await
}

/// What changed in the diary `of`, or in all that the caller may open, since the cursor of `query`.
async fn feed_of(
    app: &App,
    caller: Caller,
    of: Option<PatientId>,
    query: &ChangesQuery,
    request: &HttpRequest,
) -> HttpResult<HttpResponse> {
    let question = Question {
        keys: app.keys.roots.cursor(),
        by: caller.account(),
        of,
        restored_at: app.restored_at,
    };
    let (since, limit) = (query.since.clone(), query.limit.get());
    let (asking, asked, before) = (caller.clone(), question.clone(), since.clone());
    let at_rest = move |conn: &mut Conn| changes::at_rest(conn, &asking, &asked, before.as_deref());
    let (asking, asked) = (caller.clone(), question.clone());
    let since = move |conn: &mut Conn| {
        let since = since.as_deref();
        match of {
            None => changes::of_all(conn, &asking, &asked, since, limit),
            Some(patient) => changes::of_one(conn, &asking, &asked, patient, (since, limit)),
        }
    };
    let feed = app.db.ask_or_read(at_rest, since).await?;
    let next = question.seal(&feed.positions);
    answer(app, caller, request, feed, next).await
}

/// Answers with what is written down first, where it is of the diaries of others. The time is no part of what the tag names.
async fn answer(
    app: &App,
    caller: Caller,
    request: &HttpRequest,
    feed: Feed,
    next: String,
) -> HttpResult<HttpResponse> {
    for (patient, own) in feed.told {
        audit::noted(app, caller.clone(), patient, Action::DiarySynced, own).await?;
    }
    let mut body = ChangesBody {
        changes: feed.changes.into_iter().map(ChangeBody::from).collect(),
        next,
        more: feed.more,
        minimum_client: app.minimum_clients.for_sender(request.headers()),
        server_time: None,
    };
    let tag = etag::of_bytes(&etag::to_json(&body)?);
    if Held::by(request).has(&tag) {
        return Ok(etag::answer_tagged(&tag, None));
    }
    body.server_time = Some(app.clock.now());
    Ok(etag::answer_tagged(&tag, Some(etag::to_json(&body)?)))
}
