//! The time spent in each stage over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use crate::access::{Caller, Summary};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::http::{HttpResult, Path, Register, etag};
use crate::platform::ids::PatientId;
use crate::trends::stages::{self, StageHistory};

pub(super) fn routes(config: &mut impl Register) {
    config.service(get_stage_history);
}

/// Shows the time spent in each stage so far, over the whole diary.
#[utoipa::path(
    tag = "trends",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = StageHistory))
)]
#[get("/v1/patients/{patient}/stage-history")]
pub async fn get_stage_history(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let opened = Action::TrendRead;
    let history = audit::reading::<Summary, _>(&app, caller, patient.0, opened, |conn, access| {
        Ok(stages::history(conn, access)?)
    })
    .await?;
    etag::answer(&request, &history)
}
