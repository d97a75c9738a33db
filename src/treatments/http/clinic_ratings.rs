//! Ratings of the clinic over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, put};

use crate::access::{self, Caller, Read, Treat};
use crate::audit::{self, Action};
use crate::diary::EntryRequest;
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::db::Day;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{HttpResult, Json, MaybeJson, Page, Path, Register};
use crate::platform::ids::PatientId;
use crate::treatments::clinic_rating::{self, ClinicRatingBody, id_of};
use crate::treatments::model::Content;
use crate::treatments::rules;
use crate::versions::{self, Outcome, VoidRequest};

pub(super) fn routes(config: &mut impl Register) {
    config
        .service(list_clinic_ratings)
        .service(record_clinic_rating)
        .service(get_clinic_rating)
        .service(remove_clinic_rating);
}

const READ: Action = Action::EntriesRead;

/// Lists the ratings of the clinic, the oldest first: apart from the diary, which the home keeps.
#[utoipa::path(
    tag = "clinic",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = Page<ClinicRatingBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/clinic-ratings")]
pub async fn list_clinic_ratings(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let found = audit::reading::<Read, _>(&app, caller, patient.0, READ, move |conn, access| {
        Ok(clinic_rating::all_of_clinic(conn, access)?)
    })
    .await?;
    Page::whole(found)
        .map(|record| ClinicRatingBody::new(patient.0, &record, false))
        .answer(&request)
}

/// Records the clinic's rating of a day, or corrects it; for clinicians alone.
///
/// What a `PUT` of a week meets, this meets too. It is no week of the diary: no trend counts it, and it is
/// shown beside the diary and in the agreement of raters.
#[utoipa::path(
    tag = "clinic",
    params(
        ("patient" = PatientId, Path), ("day" = NaiveDate, Path),
        ("If-Match" = Option<String>, Header),
        ("If-None-Match" = Option<String>, Header, description = "`*`: only if there is none, and never was one", pattern = "^[*]$", example = "*"),
    ),
    request_body = EntryRequest,
    responses(
        (status = 200, description = "The same was recorded before, or this is the new version", body = ClinicRatingBody),
        (status = 201, description = "It is recorded", body = ClinicRatingBody),
        (status = 403, description = "summary_only read_only diary_closed clinician_only"),
        (status = 409, description = "id_taken record_removed too_many_records too_many_versions"),
    )
)]
#[put("/v1/patients/{patient}/clinic-ratings/{day}")]
pub async fn record_clinic_rating(
    app: Data<App>,
    caller: Caller,
    Path((patient, day)): Path<(PatientId, Day)>,
    request: HttpRequest,
    body: Json<EntryRequest>,
) -> HttpResult<HttpResponse> {
    let seen = Precondition::of(&request)?;
    let latest_day = latest_day_on_earth(app.clock.now());
    let draft = (body.0)
        .check(|entry, faults| clinic_rating::read_of_clinic(entry, faults, day.0, latest_day))?;
    let (recorded, record) =
        access::changing::<Treat, _>(&app.db, caller, patient, move |conn, access| {
            clinic_rating::record_of_clinic(conn, access, day.0, &draft, &seen)
        })
        .await?;
    let is_late = recorded == Outcome::Superseded;
    let body = ClinicRatingBody::new(patient, &record, is_late);
    Ok(versions::answer(recorded, &record, &body))
}

/// Shows the clinic's rating of a day.
#[utoipa::path(
    tag = "clinic",
    params(("patient" = PatientId, Path), ("day" = NaiveDate, Path)),
    responses((status = 200, body = ClinicRatingBody), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/clinic-ratings/{day}")]
pub async fn get_clinic_rating(
    app: Data<App>,
    caller: Caller,
    Path((patient, day)): Path<(PatientId, Day)>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let record = audit::reading::<Read, _>(&app, caller, patient, READ, move |conn, access| {
        rules::find(conn, access, id_of(patient, day.0))
    })
    .await?;
    let body = ClinicRatingBody::new(patient, &record, false);
    etag::answer_as(&request, &record.tag(), &body)
}

/// Removes the clinic's rating of a day; for clinicians alone. Its history stays.
#[utoipa::path(
    tag = "clinic",
    params(
        ("patient" = PatientId, Path), ("day" = NaiveDate, Path),
        ("If-Match" = String, Header),
    ),
    request_body = Option<VoidRequest>,
    responses(
        (status = 204, description = "It is removed"),
        (status = 403, description = "summary_only read_only diary_closed clinician_only"),
    )
)]
#[delete("/v1/patients/{patient}/clinic-ratings/{day}")]
pub async fn remove_clinic_rating(
    app: Data<App>,
    caller: Caller,
    Path((patient, day)): Path<(PatientId, Day)>,
    request: HttpRequest,
    body: MaybeJson<VoidRequest>,
) -> HttpResult<HttpResponse> {
    let reason = body.0.check(VoidRequest::read)?;
    let seen = Precondition::of(&request)?;
    access::changing::<Treat, _>(&app.db, caller, patient, move |conn, access| {
        clinic_rating::permit(access)?;
        let id = id_of(patient, day.0);
        versions::void::<Content>(conn, access, id, reason.clone(), &seen)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
