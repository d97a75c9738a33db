//! Many changes in one request: each goes the way of one that is sent alone.

use std::collections::BTreeMap;

use actix_web::body::to_bytes;
use actix_web::http::header::{
    ACCEPT, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, IF_MATCH, IF_NONE_MATCH,
    RETRY_AFTER,
};
use actix_web::http::{Method, Uri};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use futures_util::future::join_all;
use serde::Serialize;

use crate::access::{self, Caller};
use crate::phone::Refusal;
use crate::phone::batch::{Operation, stretches};
use crate::phone::request::BatchRequest;
use crate::platform::App;
use crate::platform::http::inside::{Inside, request_of};
use crate::platform::http::part::Part;
use crate::platform::http::{AsProblem, EdgeRefusal, Form, HttpResult, Json, Problem, Register};
use crate::platform::ids::RowId;

pub(super) fn routes(config: &mut impl Register) {
    config.service(send_batch);
}

/// What became of each operation, in the order in which they were sent.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = BatchResults)]
struct ResultsBody {
    results: Vec<ResultBody>,
}

/// What became of an operation: the answer that it would get alone.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = BatchResult)]
struct ResultBody {
    /// What the app calls it.
    #[schema(example = "1")]
    id: String,
    #[schema(example = 201)]
    status: u16,
    /// Those of `ETag`, `Retry-After`, `RateLimit`, `RateLimit-Policy` and `X-Request-Id` that it has.
    #[schema(example = json!({"ETag": "\"v1\""}))]
    headers: BTreeMap<&'static str, String>,
    /// A problem where it was refused; null where nothing is to be said.
    #[schema(value_type = Option<std::collections::HashMap<String, Value>>)]
    body: Option<Box<Part>>,
}

/// Hands in what waited on a device: up to 100 changes of diaries.
///
/// Each is authorised, limited, written down and answered as if it was sent alone, with the caller's own token, in its order; one that is
/// refused blocks no other. A batch whose answer was lost is sent again as a whole: each of its operations is as safe to
/// repeat as it is alone; an invitation is mailed anew. An operation that is 429 or 503 waits, as `Retry-After` says, one that is 401 or 426 until there is a new token or app; every other refusal is final. What a later operation of the same batch undoes is better left out: sent again, it is a conflict.
#[utoipa::path(
    tag = "phone",
    request_body = BatchRequest,
    responses((status = 200, body = ResultsBody), (status = 422, description = "not_in_batch"))
)]
#[post("/v1/batch")]
pub async fn send_batch(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
    body: Json<BatchRequest, 1024>,
) -> HttpResult<HttpResponse> {
    let operations = (body.0).check(BatchRequest::read)?;
    app.db
        .read(move |conn| access::to_account(conn, &caller).map(|_| ()))
        .await?;
    let inside = request.app_data::<Inside>();
    let inside = inside.ok_or(EdgeRefusal::Internal)?;
    let mut results = Vec::with_capacity(operations.len());
    for stretch in stretches(operations) {
        // One writer commits together what comes together. Several connections would wait for the row of the patient.
        if app.db.groups_commits() {
            let answers = stretch
                .into_iter()
                .map(|one| answer(&app, inside, &request, one));
            results.extend(join_all(answers).await);
        } else {
            for one in stretch {
                results.push(answer(&app, inside, &request, one).await);
            }
        }
    }
    Ok(HttpResponse::Ok().json(ResultsBody { results }))
}

async fn answer(
    app: &App,
    inside: &Inside,
    outer: &HttpRequest,
    operation: Operation,
) -> ResultBody {
    let id = operation.id.clone();
    let answered = match inner(outer, operation) {
        Some(request) => match inside.answer(request).await {
            Some(answered) => answered.into_parts().1,
            None => refused(app, &EdgeRefusal::Internal.problem()),
        },
        None => refused(app, &Refusal::NotInBatch.problem()),
    };
    result(id, answered).await
}

/// The request that it would be alone; `None` for what no batch holds.
fn inner(outer: &HttpRequest, operation: Operation) -> Option<actix_http::Request> {
    if !operation.is_of_a_diary() {
        return None;
    }
    let uri: Uri = operation.path.parse().ok()?;
    let method: Method = operation.method?.name().parse().ok()?;
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    let said = [
        (IF_MATCH, operation.if_match),
        (IF_NONE_MATCH, operation.if_none_match),
    ];
    for (name, value) in said {
        if let Some(value) = value {
            headers.insert(name, HeaderValue::from_str(&value).ok()?);
        }
    }
    let body = operation.body.map(|body| body.get().to_owned().into());
    if body.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    Some(request_of(outer, (method, uri), headers, body))
}

fn refused(app: &App, problem: &Problem) -> HttpResponse {
    problem.respond(Form::Problem, &app.ids.next::<RowId>().to_string())
}

/// What is told of an answer beside its body.
static TOLD: [(&str, HeaderName); 5] = [
    ("ETag", ETAG),
    ("Retry-After", RETRY_AFTER),
    ("RateLimit", HeaderName::from_static("ratelimit")),
    (
        "RateLimit-Policy",
        HeaderName::from_static("ratelimit-policy"),
    ),
    ("X-Request-Id", HeaderName::from_static("x-request-id")),
];

async fn result(id: String, answered: HttpResponse) -> ResultBody {
    let status = answered.status().as_u16();
    let told = TOLD.iter().filter_map(|(name, header)| {
        let value = answered.headers().get(header)?;
        Some((*name, value.to_str().ok()?.to_owned()))
    });
    let headers = told.collect();
    let bytes = to_bytes(answered.into_body()).await.unwrap_or_default();
    ResultBody {
        id,
        status,
        headers,
        body: serde_json::from_slice(&bytes).ok(),
    }
}
