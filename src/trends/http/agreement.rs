//! Agreement over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use crate::access::{Caller, Read};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::http::{HttpResult, Path, Register, etag};
use crate::platform::ids::PatientId;
use crate::platform::words::Language;
use crate::trends::agreement::{self, AgreementReport};

pub(super) fn routes(config: &mut impl Register) {
    config.service(get_agreement);
}

/// Shows how far ratings of the patient, of caregivers and of the clinic agree, over pairs at most seven
/// days apart.
#[utoipa::path(
    tag = "trends",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = AgreementReport), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/agreement")]
pub async fn get_agreement(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let opened = Action::EntriesRead;
    let language = Language::liked_by(&request);
    let report = audit::reading::<Read, _>(&app, caller, patient.0, opened, move |conn, access| {
        Ok(agreement::report(conn, access, language)?)
    })
    .await?;
    etag::answer(&request, &report)
}
