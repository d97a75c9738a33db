//! Patients over HTTP.

use actix_web::http::header::ETAG;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, patch};

use super::body::{ChangePatient, DiaryBody, PatientBody};
use super::change::change_patient as keep;
use crate::access::{self, Caller, Manage, Summary};
use crate::accounts;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::query::NoParameters;
use crate::platform::http::{HttpResult, Json, Page, Path, Query, Register};
use crate::platform::ids::PatientId;

/// The routes of this part.
pub fn routes(config: &mut impl Register) {
    config
        .service(list_patients)
        .service(show_patient)
        .service(change_patient);
}

/// Lists every diary that the caller may open: their own first, then those they were let into.
#[utoipa::path(
    tag = "diary",
    responses((status = 200, body = Page<DiaryBody>))
)]
#[get("/v1/patients")]
pub async fn list_patients(
    app: Data<App>,
    caller: Caller,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let diaries = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            Ok(access::diaries_of(conn, &who)?)
        })
        .await?;
    let items = diaries.into_iter().map(|diary| DiaryBody {
        patient_id: diary.patient,
        display_name: diary.display_name,
        relation: diary.standing.relation(),
        level: diary.standing.level(),
        acts_for_patient: diary.standing.is_trustee(),
    });
    Page::whole(items.collect()).answer(&request)
}

/// Shows whose diary it is, and to the patient, or who acts for them, the facts about them.
#[utoipa::path(
    tag = "diary",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = PatientBody))
)]
#[get("/v1/patients/{patient}")]
pub async fn show_patient(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let opened = Action::DiaryOpened;
    let (standing, name, profile) =
        audit::reading::<Summary, _>(&app, caller, patient.0, opened, |conn, access| {
            let name = accounts::patient_name(conn, access)?;
            Ok((access.standing(), name, accounts::profile(conn, access)?))
        })
        .await?;
    let version = profile.version;
    let body = PatientBody::new(patient.0, standing, name, profile);
    if standing.acts() {
        etag::answer_version(&request, version, &body)
    } else {
        etag::answer(&request, &body)
    }
}

/// Changes facts about the patient. The weeks that are recorded stay as they are.
#[utoipa::path(
    tag = "diary",
    params(
        ("patient" = PatientId, Path),
        ("If-Match" = String, Header, description = "The `ETag` of what is changed", example = "\"v1\""),
    ),
    request_body = ChangePatient,
    responses((status = 200, body = PatientBody), (status = 403, description = "patient_only"))
)]
#[patch("/v1/patients/{patient}")]
pub async fn change_patient(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    _: Query<NoParameters>,
    request: HttpRequest,
    body: Json<ChangePatient>,
) -> HttpResult<HttpResponse> {
    let (seen, youngest) = (Precondition::of(&request)?, app.minimum_age);
    let (standing, name, profile) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Manage>(conn, &caller, patient.0)?;
            let name = accounts::patient_name(conn, &access)?;
            let before = accounts::profile(conn, &access)?;
            seen.demand(before.version)?;
            let changed = body.0.clone().apply(before.clone())?;
            if changed == before {
                return Ok((access.standing(), name, before));
            }
            keep(conn, &access, &changed, youngest)?;
            let version = changed.version + 1;
            let changed = accounts::Profile { version, ..changed };
            Ok((access.standing(), name, changed))
        })
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, etag::of_version(profile.version)))
        .json(PatientBody::new(patient.0, standing, name, profile)))
}
