//! The diary over HTTP.

mod instrument;

use actix_web::http::header::ETAG;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, delete, get, put};

use super::list::{self, ListEntries, ListVersions};
use super::model::Entry;
use super::record::{self, Recorded};
use super::refusal::Refusal;
use super::sent::{RecordEntry, VoidEntry};
use super::shown::{EntryBody, RevisionBody};
use super::{patient, store, void};
use crate::access::{self, Caller, Read, Write};
use crate::audit::{self, Action};
use crate::clinical::Week;
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::query::NoParameters;
use crate::platform::http::{
    HttpError, HttpResult, Json, MaybeJson, Page, Path, Query, Refused, Register, Segment,
};
use crate::platform::ids::PatientId;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    patient::routes(config);
    config
        .service(instrument::show_instrument)
        .service(list_entries)
        .service(record_entry)
        .service(read_entry)
        .service(void_entry)
        .service(list_revisions);
}

/// A week that does not exist is told apart from one without an entry: somebody miscounted.
impl Segment for Week {
    fn read(text: &str) -> Result<Self, HttpError> {
        text.parse().map_err(|_| Refusal::WeekNotValid.into())
    }
}

/// Lists the entries of a diary. Removed weeks are left out; the history has them.
#[utoipa::path(
    tag = "diary",
    params(("patient" = PatientId, Path), ListEntries),
    responses((status = 200, body = Page<EntryBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/entries")]
pub async fn list_entries(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    asked: Query<ListEntries>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let read = Action::EntriesRead;
    let page = audit::reading::<Read, _>(&app, caller, patient.0, read, move |conn, access| {
        list::entries(conn, access, &key, &asked.0)
    })
    .await?;
    page.map(|entry| RevisionBody::new(patient.0, &entry))
        .answer(&request)
}

/// Records a week, for the patient or for whoever may write on their behalf.
///
/// The week is the key: the same rating sent twice changes nothing, so a phone may try for days.
/// Other content needs `If-Match` with the version it replaces, which stays in the history, and so does
/// a week that was removed. What its author sent before the current version was there is a copy that
/// comes late: it is answered with the current version and `superseded`.
#[utoipa::path(
    tag = "diary",
    params(
        ("patient" = PatientId, Path), ("week" = Week, Path),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the version or removal that this replaces", example = "\"v1\""),
        ("If-None-Match" = Option<String>, Header, description = "`*`: only if the week has no entry, and never had one", pattern = "^[*]$", example = "*"),
    ),
    request_body = RecordEntry,
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
    _: Query<NoParameters>,
    request: HttpRequest,
    body: Json<RecordEntry>,
) -> HttpResult<HttpResponse> {
    let (patient, week) = path.0;
    let seen = Precondition::of(&request)?;
    let latest_day = latest_day_on_earth(app.clock.now());
    let (recorded, entry) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Write>(conn, &caller, patient)?;
            let sender = (access.standing(), access.who().role());
            let sent = body.0.clone().read(week, latest_day, sender)?;
            record::record(conn, &access, week, sent, &seen)
        })
        .await?;
    let body = RevisionBody::new(patient, &entry);
    let (response, body) = match recorded {
        Recorded::New => (HttpResponse::Created(), body),
        Recorded::Superseded => (HttpResponse::Ok(), body.superseding()),
        Recorded::AsBefore | Recorded::Revised => (HttpResponse::Ok(), body),
    };
    Ok(with_version(response, &entry).json(body))
}

fn with_version(mut response: HttpResponseBuilder, entry: &Entry) -> HttpResponseBuilder {
    response.insert_header((ETAG, etag::of_shown(entry.revision, entry.shows_words)));
    response
}

/// Shows the entry of one week.
#[utoipa::path(
    tag = "diary",
    params(("patient" = PatientId, Path), ("week" = Week, Path)),
    responses((status = 200, body = EntryBody), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/entries/{week}")]
pub async fn read_entry(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, Week)>,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, week) = path.0;
    let read = Action::EntriesRead;
    let entry = audit::reading::<Read, _>(&app, caller, patient, read, move |conn, access| {
        let entry = store::current(conn, access, week)?;
        let entry = entry.filter(|entry| entry.content.is_some());
        Ok(entry.ok_or(Refused::NotFound)?)
    })
    .await?;
    let body = RevisionBody::new(patient, &entry);
    etag::answer_shown(&request, entry.revision, entry.shows_words, &body)
}

/// Removes a week from the diary and every trend. Its history stays.
#[utoipa::path(
    tag = "diary",
    params(
        ("patient" = PatientId, Path), ("week" = Week, Path),
        ("If-Match" = String, Header, description = "The `ETag` of the version that is removed", example = "\"v1\""),
    ),
    request_body = Option<VoidEntry>,
    responses(
        (status = 204, description = "The week is out of the diary"),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient"),
    )
)]
#[delete("/v1/patients/{patient}/entries/{week}")]
pub async fn void_entry(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, Week)>,
    _: Query<NoParameters>,
    request: HttpRequest,
    body: MaybeJson<VoidEntry>,
) -> HttpResult<HttpResponse> {
    let (patient, week) = path.0;
    let reason = body.0.read()?;
    let seen = Precondition::of(&request)?;
    app.db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<Write>(conn, &caller, patient)?;
            void::void(conn, &access, week, reason.clone(), &seen)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Shows every version of a week, oldest first: what it said, who changed it, when and why.
#[utoipa::path(
    tag = "diary",
    params(("patient" = PatientId, Path), ("week" = Week, Path), ListVersions),
    responses((status = 200, body = Page<RevisionBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/entries/{week}/revisions")]
pub async fn list_revisions(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, Week)>,
    asked: Query<ListVersions>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, week) = path.0;
    let key = app.keys.roots.cursor();
    let read = Action::HistoryRead;
    let page = audit::reading::<Read, _>(&app, caller, patient, read, move |conn, access| {
        list::versions(conn, access, &key, week, &asked.0)
    })
    .await?;
    page.map(|entry| RevisionBody::new(patient, &entry))
        .answer(&request)
}
