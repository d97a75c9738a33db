//! Who did what with a record, for the patient.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use crate::access::{self, Caller, Review};
use crate::circle::access_log::{self, AccessLogItem};
use crate::platform::App;
use crate::platform::http::{HttpResult, ListQuery, Page, Path, Query};
use crate::platform::ids::PatientId;
use crate::platform::words::Language;

/// Shows who opened or changed what in this diary, and what happened to the account, newest first.
///
/// What others read is there once for each person, kind and hour. Only the patient sees it.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ListQuery),
    responses(
        (status = 200, body = Page<AccessLogItem>),
        (status = 403, description = "patient_only"),
    )
)]
#[get("/v1/patients/{patient}/access-log")]
pub async fn list_access_log(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (key, language) = (app.keys.roots.cursor(), Language::liked_by(&request));
    let page = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Review>(conn, &caller, patient.0)?;
            access_log::read(conn, &access, &key, &query.0, language)
        })
        .await?;
    page.answer(&request)
}
