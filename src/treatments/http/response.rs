//! Before and after.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use super::READ;
use crate::access::{Caller, Read};
use crate::audit;
use crate::platform::App;
use crate::platform::http::{HttpResult, Path, Query, Register, etag};
use crate::platform::ids::{PatientId, RecordId};
use crate::treatments::response::{self, Asked, Response};

pub(super) fn routes(config: &mut impl Register) {
    config.service(show_response);
}

/// Shows what changed after a treatment began: the slopes before and after, their difference with its
/// uncertainty, and what it does not show.
///
/// Nobody is called a responder. Clinicians also see what trials would call it, beside how many
/// people without it reach the same.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path), Asked),
    responses((status = 200, body = Response), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/treatments/{treatment}/response")]
pub async fn show_response(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    asked: Query<Asked>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, treatment) = path.0;
    let asked = asked.0.checked()?;
    let response = audit::reading::<Read, _>(&app, caller, patient, READ, move |conn, access| {
        response::response(conn, access, treatment, asked)
    })
    .await?;
    etag::answer(&request, &response)
}
