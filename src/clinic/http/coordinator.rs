//! The coordinating clinician over HTTP.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, put};

use crate::access::{self, Caller, Manage, Summary};
use crate::clinic::coordinate;
use crate::clinic::model::Coordinator;
use crate::clinic::request::CoordinatorRequest;
use crate::clinic::store::coordinators;
use crate::platform::App;
use crate::platform::http::{EdgeRefusal, HttpResult, Json, Path, etag};
use crate::platform::ids::PatientId;
use crate::platform::limit::Quota;

/// Shows the clinician that the patient chose to coordinate their care, to all who were let in.
#[utoipa::path(
    tag = "clinic",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = Coordinator))
)]
#[get("/v1/patients/{patient}/coordinator")]
pub async fn get_coordinator(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let found = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Summary>(conn, &caller, patient.0)?;
            Ok(coordinators::find(conn, &access)?.ok_or(EdgeRefusal::NotFound)?)
        })
        .await?;
    etag::answer(&request, &found)
}

/// Chooses a clinician of a clinic that was let in to coordinate the care: shown in the circle and to the clinic, and
/// told by mail. Another takes the place of the first.
#[utoipa::path(
    tag = "clinic",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 200, description = "As it is now", body = Coordinator),
        (status = 403, description = "patient_only"),
    )
)]
#[put("/v1/patients/{patient}/coordinator")]
pub async fn name_coordinator(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    Json(body): Json<CoordinatorRequest, 4>,
) -> HttpResult<HttpResponse> {
    let (site, account) = body.check(CoordinatorRequest::read)?;
    let limits = Arc::clone(&app.limits);
    let named = access::changing::<Manage, _>(&app.db, caller, patient.0, move |conn, access| {
        if access.standing().is_trustee() {
            // The patient is mailed what they changed.
            limits.take_in(conn, &[Quota::Caused(access.by())], access.at())??;
        }
        Ok(coordinate::name(conn, access, site, account)??)
    })
    .await?;
    Ok(HttpResponse::Ok().json(named))
}

/// Ends that a clinician coordinates the care.
#[utoipa::path(
    tag = "clinic",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 204, description = "None is chosen"),
        (status = 403, description = "patient_only"),
    )
)]
#[delete("/v1/patients/{patient}/coordinator")]
pub async fn end_coordination(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
) -> HttpResult<HttpResponse> {
    access::changing::<Manage, _>(&app.db, caller, patient.0, |conn, access| {
        Ok(coordinate::end(conn, access)?)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
