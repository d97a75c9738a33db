//! Treatments themselves.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};

use super::{recorded, with_version};
use crate::access::{self, Caller, Treat};
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::etag::Precondition;
use crate::platform::http::query::NoParameters;
use crate::platform::http::{HttpResult, Json, MaybeJson, Page, Path, Query, Register};
use crate::platform::ids::{PatientId, RecordId};
use crate::treatments::list::ListRecords;
use crate::treatments::model::Treatment;
use crate::treatments::sent::{AddTreatment, ChangeTreatment, VoidRecord};
use crate::treatments::shown::{Shown, TreatmentBody, TreatmentVersion};
use crate::treatments::{add, change, of_patient};

pub(super) fn routes(config: &mut impl Register) {
    config
        .service(list_treatments)
        .service(add_treatment)
        .service(show_treatment)
        .service(change_treatment)
        .service(void_treatment)
        .service(list_treatment_versions);
}

/// Lists the treatments, the oldest first. Removed ones are left out; the history has them.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ListRecords),
    responses((status = 200, body = Page<TreatmentBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/treatments")]
pub async fn list_treatments(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    asked: Query<ListRecords>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    super::list::<Treatment>(&app, caller, (patient.0, None), asked.0, &request).await
}

/// Records a treatment under the id that the client made: the same sent twice changes nothing.
///
/// The patient may, whoever has level `write`, and clinicians whom the patient let in.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path)),
    request_body = AddTreatment,
    responses(
        (status = 200, description = "The same was there already", body = TreatmentBody),
        (status = 201, description = "It is recorded", body = TreatmentBody),
        (status = 403, description = "summary_only read_only diary_closed"),
        (status = 409, description = "id_taken too_many_records"),
    )
)]
#[post("/v1/patients/{patient}/treatments")]
pub async fn add_treatment(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    _: Query<NoParameters>,
    body: Json<AddTreatment>,
) -> HttpResult<HttpResponse> {
    let patient = patient.0;
    let latest_day = latest_day_on_earth(app.clock.now());
    let (is_new, version) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Treat>(conn, &caller, patient)?;
            add::add_treatment(conn, &access, body.0.clone(), latest_day)
        })
        .await?;
    Ok(recorded(patient, is_new, &version))
}

/// Shows a treatment.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path)),
    responses((status = 200, body = TreatmentBody), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/treatments/{treatment}")]
pub async fn show_treatment(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    super::show::<Treatment>(&app, caller, (patient, None, id), &request).await
}

/// Corrects a treatment, or says that it has ended. What it said before stays in its history.
#[utoipa::path(
    tag = "treatments",
    params(
        ("patient" = PatientId, Path), ("treatment" = RecordId, Path),
        ("If-Match" = String, Header, description = "The `ETag` of the version that is corrected", example = "\"v1\""),
    ),
    request_body = ChangeTreatment,
    responses(
        (status = 200, body = TreatmentBody),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient recorded_by_clinician"),
        (status = 409, description = "too_many_versions"),
    )
)]
#[patch("/v1/patients/{patient}/treatments/{treatment}")]
pub async fn change_treatment(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
    body: Json<ChangeTreatment>,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    let seen = Precondition::of(&request)?;
    let latest_day = latest_day_on_earth(app.clock.now());
    let version = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Treat>(conn, &caller, patient)?;
            let changes = body.0.clone();
            change::change(conn, &access, id, &seen, |conn, access, current| {
                let (treatment, reason) = changes.apply(current, latest_day)?;
                of_patient::check_days_given(conn, access, id, &treatment)?;
                Ok((treatment, reason))
            })
        })
        .await?;
    Ok(with_version(false, &version).json(Treatment::body(patient, &version)))
}

/// Removes a treatment. Its history stays.
#[utoipa::path(
    tag = "treatments",
    params(
        ("patient" = PatientId, Path), ("treatment" = RecordId, Path),
        ("If-Match" = String, Header, description = "The `ETag` of the version that is removed", example = "\"v1\""),
    ),
    request_body = Option<VoidRecord>,
    responses(
        (status = 204, description = "It is removed"),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient recorded_by_clinician"),
    )
)]
#[delete("/v1/patients/{patient}/treatments/{treatment}")]
pub async fn void_treatment(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
    body: MaybeJson<VoidRecord>,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    super::void::<Treatment>(&app, caller, (patient, None, id), &request, body.0).await
}

/// Shows every version of a treatment, oldest first: what it said, who changed it, when and why.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path), ListRecords),
    responses((status = 200, body = Page<TreatmentVersion>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/treatments/{treatment}/revisions")]
pub async fn list_treatment_versions(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    asked: Query<ListRecords>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    super::versions::<Treatment>(&app, caller, path.0, asked.0, &request).await
}
