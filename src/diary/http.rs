//! The diary over HTTP.

mod instrument;

use actix_web::http::header::{ACCEPT, HeaderValue, VARY};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, put};

use super::list::{self, EntriesQuery};
use super::model::Rating;
use super::refusal::Refusal;
use super::request::EntryRequest;
use super::response::{EntryBody, RevisionBody};
use super::{store, table};
use crate::access::{self, Caller, Read, Write};
use crate::audit::{self, Action};
use crate::clinical::Week;
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::accept;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{
    EdgeRefusal, HttpError, HttpResult, Json, ListQuery, MaybeJson, Page, Path, Query, Register,
    Segment,
};
use crate::platform::ids::PatientId;
use crate::versions::{self, Outcome, VoidRequest};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(instrument::get_instrument)
        .service(list_entries)
        .service(record_entry)
        .service(get_entry)
        .service(remove_entry)
        .service(list_entry_versions);
}

/// A week that does not exist is told apart from one without an entry: it was counted wrong.
impl Segment for Week {
    fn read(text: &str) -> Result<Self, HttpError> {
        text.parse().map_err(|_| Refusal::WeekNotValid.into())
    }
}

/// Lists the entries of a diary. Removed weeks are left out; the history has them.
///
/// A client that would rather have `text/csv` gets one table, without pages.
#[utoipa::path(
    tag = "diary",
    params(("patient" = PatientId, Path), EntriesQuery),
    responses(
        (status = 200, content((Page<EntryBody> = "application/json"), (String = "text/csv"))),
        (status = 403, description = "summary_only"),
    )
)]
#[get("/v1/patients/{patient}/entries")]
pub async fn list_entries(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<EntriesQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let read = Action::EntriesRead;
    let mut response = if accept::prefers_table(&request) {
        let table =
            audit::reading::<Read, _>(&app, caller, patient.0, read, move |conn, access| {
                table::table(conn, access, &query.0)
            });
        etag::answer_table(&request, "diary.csv", table.await?)
    } else {
        let page = audit::reading::<Read, _>(&app, caller, patient.0, read, move |conn, access| {
            list::entries(conn, access, &key, &query.0)
        });
        let page = page.await?;
        page.map(|entry| RevisionBody::new(patient.0, &entry))
            .answer(&request)?
    };
    let vary = HeaderValue::from_name(ACCEPT);
    response.headers_mut().append(VARY, vary);
    Ok(response)
}

/// Records a week, for the patient or on their behalf.
///
/// The week is the key: the same rating sent twice changes nothing, so a phone may try for days.
/// Other content needs `If-Match` with the version it replaces, which stays in the history, and so does
/// a week that was removed. What its author sent before the current version was there is a copy that
/// comes late: it is answered with the current version and `superseded`.
#[utoipa::path(
    tag = "diary",
    params(
        ("patient" = PatientId, Path), ("week" = Week, Path),
        ("If-Match" = Option<String>, Header),
        ("If-None-Match" = Option<String>, Header, description = "`*`: only if there is none, and never was one", pattern = "^[*]$", example = "*"),
    ),
    request_body = EntryRequest,
    responses(
        (status = 200, description = "The same was recorded before, or this is the new version", body = EntryBody),
        (status = 201, description = "The week is recorded", body = EntryBody),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient"),
        (status = 409, description = "week_taken week_removed too_many_versions"),
    )
)]
#[put("/v1/patients/{patient}/entries/{week}")]
pub async fn record_entry(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, Week)>,
    request: HttpRequest,
    body: Json<EntryRequest>,
) -> HttpResult<HttpResponse> {
    let (patient, week) = path.0;
    let seen = Precondition::of(&request)?;
    let latest_day = latest_day_on_earth(app.clock.now());
    let draft = (body.0).check(|entry, faults| entry.read(faults, week, latest_day))?;
    let (recorded, entry) = store::recording(
        &app.db,
        caller,
        patient,
        week,
        move |conn, access, known| {
            versions::put_onto(conn, access, week, known, &draft.by(access)?, &seen)
        },
    )
    .await?;
    let body = RevisionBody::new(patient, &entry).superseding(recorded == Outcome::Superseded);
    Ok(versions::answer(recorded, &entry, &body))
}

/// Shows the entry of one week.
#[utoipa::path(
    tag = "diary",
    params(("patient" = PatientId, Path), ("week" = Week, Path)),
    responses((status = 200, body = EntryBody), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/entries/{week}")]
pub async fn get_entry(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, Week)>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, week) = path.0;
    let read = Action::EntriesRead;
    let entry = audit::reading::<Read, _>(&app, caller, patient, read, move |conn, access| {
        let entry = store::current(conn, access, week)?;
        let entry = entry.filter(|entry| entry.content.is_some());
        Ok(entry.ok_or(EdgeRefusal::NotFound)?)
    })
    .await?;
    let body = RevisionBody::new(patient, &entry);
    etag::answer_as(&request, &entry.tag(), &body)
}

/// Removes a week from the diary and every trend. Its history stays.
#[utoipa::path(
    tag = "diary",
    params(
        ("patient" = PatientId, Path), ("week" = Week, Path),
        ("If-Match" = String, Header),
    ),
    request_body = Option<VoidRequest>,
    responses(
        (status = 204, description = "The week is out of the diary"),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient"),
    )
)]
#[delete("/v1/patients/{patient}/entries/{week}")]
pub async fn remove_entry(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, Week)>,
    request: HttpRequest,
    body: MaybeJson<VoidRequest>,
) -> HttpResult<HttpResponse> {
    let (patient, week) = path.0;
    let reason = body.0.check(VoidRequest::read)?;
    let seen = Precondition::of(&request)?;
    access::changing::<Write, _>(&app.db, caller, patient, move |conn, access| {
        versions::void::<Rating>(conn, access, week, reason.clone(), &seen)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Shows every version of a week, oldest first: what it said, who changed it, when and why.
#[utoipa::path(
    tag = "diary",
    params(("patient" = PatientId, Path), ("week" = Week, Path), ListQuery),
    responses((status = 200, body = Page<RevisionBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/entries/{week}/revisions")]
pub async fn list_entry_versions(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, Week)>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, week) = path.0;
    let key = app.keys.roots.cursor();
    let read = Action::HistoryRead;
    let page = audit::reading::<Read, _>(&app, caller, patient, read, move |conn, access| {
        list::versions(conn, access, &key, week, &query.0)
    })
    .await?;
    page.map(|entry| RevisionBody::new(patient, &entry))
        .answer(&request)
}
