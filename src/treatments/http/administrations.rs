//! The days on which a treatment was given, and its course.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use serde::Serialize;

use super::{READ, with_version};
use crate::access::{self, Caller, Read, Treat};
use crate::audit;
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::query::NoParameters;
use crate::platform::http::{HttpResult, Json, MaybeJson, Page, Path, Query, Register, etag};
use crate::platform::ids::{PatientId, RecordId};
use crate::treatments::add;
use crate::treatments::course::{self, Course, Warning};
use crate::treatments::list::ListRecords;
use crate::treatments::model::Administration;
use crate::treatments::sent::{AddAdministration, VoidRecord};
use crate::treatments::shown::{AdministrationBody, AdministrationVersion, Shown};

pub(super) fn routes(config: &mut impl Register) {
    config
        .service(list_administrations)
        .service(add_administration)
        .service(show_administration)
        .service(void_administration)
        .service(show_course);
}

/// A day on which a treatment was given, and what to warn of.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = RecordedAdministration)]
struct RecordedBody {
    #[serde(flatten)]
    #[schema(value_type = AdministrationBody)]
    administration: AdministrationVersion,
    /// Cells were given without a screening, or against one: it is recorded all the same.
    warnings: Vec<Warning>,
}

/// Lists the days on which a treatment was given, the oldest first.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path), ListRecords),
    responses((status = 200, body = Page<AdministrationBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/treatments/{treatment}/administrations")]
pub async fn list_administrations(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    asked: Query<ListRecords>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let of = (path.0.0, Some(path.0.1));
    super::list::<Administration>(&app, caller, of, asked.0, &request).await
}

/// Records a day on which a treatment was given, under the id that the client made.
///
/// Cells that were given without a screening, or although one had found something, are recorded and
/// answered with a warning.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path)),
    request_body = AddAdministration,
    responses(
        (status = 200, description = "The same was there already", body = RecordedBody),
        (status = 201, description = "It is recorded", body = RecordedBody),
        (status = 403, description = "summary_only read_only diary_closed"),
        (status = 409, description = "id_taken too_many_records"),
    )
)]
#[post("/v1/patients/{patient}/treatments/{treatment}/administrations")]
pub async fn add_administration(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    _: Query<NoParameters>,
    body: Json<AddAdministration>,
) -> HttpResult<HttpResponse> {
    let (patient, treatment) = path.0;
    let latest_day = latest_day_on_earth(app.clock.now());
    let (is_new, version, warnings) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Treat>(conn, &caller, patient)?;
            add::add_administration(conn, &access, treatment, body.0.clone(), latest_day)
        })
        .await?;
    Ok(with_version(is_new, &version).json(RecordedBody {
        administration: Administration::body(patient, &version),
        warnings,
    }))
}

/// Shows a day on which a treatment was given.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path), ("administration" = RecordId, Path)),
    responses((status = 200, body = AdministrationBody), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/treatments/{treatment}/administrations/{administration}")]
pub async fn show_administration(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, treatment, id) = path.0;
    super::show::<Administration>(&app, caller, (patient, Some(treatment), id), &request).await
}

/// Removes a day on which a treatment was given. It stays in the patient's own copy.
#[utoipa::path(
    tag = "treatments",
    params(
        ("patient" = PatientId, Path), ("treatment" = RecordId, Path), ("administration" = RecordId, Path),
        ("If-Match" = String, Header, description = "The `ETag` of what is removed", example = "\"v1\""),
    ),
    request_body = Option<VoidRecord>,
    responses(
        (status = 204, description = "It is removed"),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient recorded_by_clinician"),
    )
)]
#[delete("/v1/patients/{patient}/treatments/{treatment}/administrations/{administration}")]
pub async fn void_administration(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
    body: MaybeJson<VoidRecord>,
) -> HttpResult<HttpResponse> {
    let (patient, treatment, id) = path.0;
    let which = (patient, Some(treatment), id);
    super::void::<Administration>(&app, caller, which, &request, body.0).await
}

/// Shows the course of a treatment: when it was given, when it is due again, and what to warn of.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("treatment" = RecordId, Path)),
    responses((status = 200, body = Course), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/treatments/{treatment}/course")]
pub async fn show_course(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, treatment) = path.0;
    let course = audit::reading::<Read, _>(&app, caller, patient, READ, move |conn, access| {
        course::course(conn, access, treatment)
    })
    .await?;
    etag::answer(&request, &course)
}
