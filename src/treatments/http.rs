//! Treatments, and what is recorded around them, over HTTP.

mod clinic_ratings;
mod vocabulary;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, put};

use super::before_after::{self, Response, ResponseQuery};
use super::clinic_rating;
use super::course::{self, Course};
use super::list::{self, RecordsQuery};
use super::model::Content;
use super::request::RecordRequest;
use super::response::RecordBody;
use super::rules;
use crate::access::{self, Caller, Read, Treat};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{
    EdgeRefusal, HttpResult, Json, ListQuery, MaybeJson, Page, Path, Query, Register,
};
use crate::platform::ids::{PatientId, RecordId};
use crate::platform::words::Language;
use crate::versions::{self, Outcome, VoidRequest};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(vocabulary::get_vocabulary)
        .service(list_records)
        .service(record_record)
        .service(get_record)
        .service(remove_record)
        .service(list_record_revisions)
        .service(get_course)
        .service(get_response);
    clinic_ratings::routes(config);
}

/// The record of this name, where it is not changed at another address.
fn of_a_client((patient, id): (PatientId, RecordId)) -> HttpResult<(PatientId, RecordId)> {
    if clinic_rating::is_one(id) {
        return Err(EdgeRefusal::NotFound.into());
    }
    Ok((patient, id))
}

const READ: Action = Action::TreatmentsRead;

/// Lists records, the oldest first: treatments, days on which they were given, screenings, side effects,
/// measured values and milestones.
///
/// Removed ones are left out; the history has them.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), RecordsQuery),
    responses((status = 200, body = Page<RecordBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/records")]
pub async fn list_records(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<RecordsQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let page = audit::reading::<Read, _>(&app, caller, patient.0, READ, move |conn, access| {
        list::records(conn, access, &key, &query.0)
    })
    .await?;
    page.map(|record| RecordBody::new(patient.0, &record))
        .answer(&request)
}

/// Records something dated beside the weeks under the id that the client made, or corrects it.
///
/// As with a week, the same sent twice changes nothing, other content needs `If-Match`, and what it said
/// before stays in its history. Cells that were given without a screening, or although one had found
/// something, are recorded and answered with a warning. The patient may, people of level `write`, and
/// clinicians in the circle; a screening is a clinician's, or what the patient was told.
#[utoipa::path(
    tag = "treatments",
    params(
        ("patient" = PatientId, Path), ("record" = RecordId, Path),
        ("If-Match" = Option<String>, Header),
        ("If-None-Match" = Option<String>, Header, description = "`*`: only if there is none, and never was one", pattern = "^[*]$", example = "*"),
    ),
    request_body = RecordRequest,
    responses(
        (status = 200, description = "The same was recorded before, or this is the new version", body = RecordBody),
        (status = 201, description = "It is recorded", body = RecordBody),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient recorded_by_clinician screening_by_caregiver"),
        (status = 409, description = "id_taken record_removed too_many_records too_many_versions not_cell_therapy"),
    )
)]
#[put("/v1/patients/{patient}/records/{record}")]
pub async fn record_record(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    request: HttpRequest,
    body: Json<RecordRequest>,
) -> HttpResult<HttpResponse> {
    let (patient, id) = of_a_client(path.0)?;
    let seen = Precondition::of(&request)?;
    let latest_day = latest_day_on_earth(app.clock.now());
    let draft = (body.0).check(|record, faults| record.read(faults, latest_day))?;
    let (recorded, record, warnings) =
        access::changing::<Treat, _>(&app.db, caller, patient, move |conn, access| {
            let (recorded, record) = versions::put(conn, access, id, &draft, &seen)?;
            let warnings = course::warnings(conn, access, &record)?;
            Ok((recorded, record, warnings))
        })
        .await?;
    let mut body = RecordBody::new(patient, &record);
    body.superseded = recorded == Outcome::Superseded;
    body.warnings = warnings;
    Ok(versions::answer(recorded, &record, &body))
}

/// Shows a record.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("record" = RecordId, Path)),
    responses((status = 200, body = RecordBody), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/records/{record}")]
pub async fn get_record(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    let record = audit::reading::<Read, _>(&app, caller, patient, READ, move |conn, access| {
        rules::find(conn, access, id)
    })
    .await?;
    let body = RecordBody::new(patient, &record);
    etag::answer_as(&request, &record.tag(), &body)
}

/// Removes a record. Its history stays.
///
/// Days and screenings of a treatment that is removed are out of sight with it, so that only a caller who may
/// remove each of these removes it.
#[utoipa::path(
    tag = "treatments",
    params(
        ("patient" = PatientId, Path), ("record" = RecordId, Path),
        ("If-Match" = String, Header),
    ),
    request_body = Option<VoidRequest>,
    responses(
        (status = 204, description = "It is removed"),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient recorded_by_clinician"),
    )
)]
#[delete("/v1/patients/{patient}/records/{record}")]
pub async fn remove_record(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    request: HttpRequest,
    body: MaybeJson<VoidRequest>,
) -> HttpResult<HttpResponse> {
    let (patient, id) = of_a_client(path.0)?;
    let reason = body.0.check(VoidRequest::read)?;
    let seen = Precondition::of(&request)?;
    access::changing::<Treat, _>(&app.db, caller, patient, move |conn, access| {
        rules::check_removal(conn, access, id)?;
        versions::void::<Content>(conn, access, id, reason.clone(), &seen)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Shows every version of a record, oldest first: what it said, who changed it, when and why.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("record" = RecordId, Path), ListQuery),
    responses((status = 200, body = Page<RecordBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/records/{record}/revisions")]
pub async fn list_record_revisions(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    let key = app.keys.roots.cursor();
    let page = audit::reading::<Read, _>(&app, caller, patient, READ, move |conn, access| {
        list::versions(conn, access, &key, id, &query.0)
    })
    .await?;
    page.map(|record| RecordBody::new(patient, &record))
        .answer(&request)
}

/// Shows the course of a treatment: when it was given, when it is due again, and what to warn of.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("record" = RecordId, Path)),
    responses((status = 200, body = Course), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/records/{record}/course")]
pub async fn get_course(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    let course = audit::reading::<Read, _>(&app, caller, patient, READ, move |conn, access| {
        course::course(conn, access, id)
    })
    .await?;
    etag::answer(&request, &course)
}

/// Shows what changed after a treatment began: the slopes before and after, their difference with its
/// uncertainty, and what it does not show.
///
/// No patient is called a responder. Clinicians also see what trials would call it, beside how many
/// people without it reach the same.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("record" = RecordId, Path), ResponseQuery),
    responses((status = 200, body = Response), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/records/{record}/response")]
pub async fn get_response(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    query: Query<ResponseQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    let (query, language) = (query.0, Language::liked_by(&request));
    let response = audit::reading::<Read, _>(&app, caller, patient, READ, move |conn, access| {
        before_after::response(conn, access, id, query, language)
    })
    .await?;
    etag::answer(&request, &response)
}
