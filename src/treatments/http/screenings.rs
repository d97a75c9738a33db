//! What was looked for before cells were given.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};

use super::recorded;
use crate::access::{self, Caller, Treat};
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::query::NoParameters;
use crate::platform::http::{HttpResult, Json, MaybeJson, Page, Path, Query, Register};
use crate::platform::ids::{PatientId, RecordId};
use crate::treatments::add;
use crate::treatments::list::ListRecords;
use crate::treatments::model::Screening;
use crate::treatments::sent::{AddScreening, VoidRecord};
use crate::treatments::shown::ScreeningBody;

pub(super) fn routes(config: &mut impl Register) {
    config
        .service(list_screenings)
        .service(add_screening)
        .service(show_screening)
        .service(void_screening);
}

/// Lists the screenings before a treatment, the oldest first.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path), ListRecords),
    responses((status = 200, body = Page<ScreeningBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/treatments/{treatment}/screenings")]
pub async fn list_screenings(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    asked: Query<ListRecords>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let of = (path.0.0, Some(path.0.1));
    super::list::<Screening>(&app, caller, of, asked.0, &request).await
}

/// Records what a screening before cell therapy found, under the id that the client made.
///
/// A clinician records what they found, the patient what they were told. Nobody else may.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path)),
    request_body = AddScreening,
    responses(
        (status = 200, description = "The same was there already", body = ScreeningBody),
        (status = 201, description = "It is recorded", body = ScreeningBody),
        (status = 403, description = "summary_only read_only diary_closed screening_by_caregiver"),
        (status = 409, description = "id_taken too_many_records not_cell_therapy"),
    )
)]
#[post("/v1/patients/{patient}/treatments/{treatment}/screenings")]
pub async fn add_screening(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    _: Query<NoParameters>,
    body: Json<AddScreening>,
) -> HttpResult<HttpResponse> {
    let (patient, treatment) = path.0;
    let latest_day = latest_day_on_earth(app.clock.now());
    let (is_new, version) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Treat>(conn, &caller, patient)?;
            add::add_screening(conn, &access, treatment, body.0.clone(), latest_day)
        })
        .await?;
    Ok(recorded(patient, is_new, &version))
}

/// Shows a screening.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path), ("screening" = RecordId, Path)),
    responses((status = 200, body = ScreeningBody), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/treatments/{treatment}/screenings/{screening}")]
pub async fn show_screening(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, treatment, id) = path.0;
    super::show::<Screening>(&app, caller, (patient, Some(treatment), id), &request).await
}

/// Removes a screening. It stays in the patient's own copy.
#[utoipa::path(
    tag = "treatments",
    params(
        ("patient" = PatientId, Path), ("treatment" = RecordId, Path), ("screening" = RecordId, Path),
        ("If-Match" = String, Header, description = "The `ETag` of what is removed", example = "\"v1\""),
    ),
    request_body = Option<VoidRecord>,
    responses(
        (status = 204, description = "It is removed"),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient recorded_by_clinician"),
    )
)]
#[delete("/v1/patients/{patient}/treatments/{treatment}/screenings/{screening}")]
pub async fn void_screening(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
    body: MaybeJson<VoidRecord>,
) -> HttpResult<HttpResponse> {
    let (patient, treatment, id) = path.0;
    let which = (patient, Some(treatment), id);
    super::void::<Screening>(&app, caller, which, &request, body.0).await
}
