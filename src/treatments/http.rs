//! Treatments over HTTP.

mod administrations;
mod response;
mod screenings;
mod side_effects;
mod treatments;
mod vocabulary;

use actix_web::http::header::ETAG;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

use super::change;
use super::list::{self, ListRecords};
use super::model::Version;
use super::of_patient;
use super::sent::VoidRecord;
use super::shown::Shown;
use crate::access::{self, Access, Caller, Read, Treat};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::Conn;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{HttpResult, Register};
use crate::platform::ids::{PatientId, RecordId};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    vocabulary::routes(config);
    treatments::routes(config);
    administrations::routes(config);
    response::routes(config);
    screenings::routes(config);
    side_effects::routes(config);
}

const READ: Action = Action::TreatmentsRead;

/// Answers with what was recorded: 201 when it is new.
fn recorded<T: Shown>(patient: PatientId, is_new: bool, version: &Version<T>) -> HttpResponse {
    with_version(is_new, version).json(T::body(patient, version))
}

fn with_version<T>(is_new: bool, version: &Version<T>) -> HttpResponseBuilder {
    let mut response = if is_new {
        HttpResponse::Created()
    } else {
        HttpResponse::Ok()
    };
    let tag = etag::of_shown(version.revision, version.shows_words);
    response.insert_header((ETAG, tag));
    response
}

/// A page of the records of a kind, of one treatment where `treatment` names it.
async fn list<T: Shown>(
    app: &App,
    caller: Caller,
    (patient, treatment): (PatientId, Option<RecordId>),
    asked: ListRecords,
    request: &HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let page = audit::reading::<Read, _>(app, caller, patient, READ, move |conn, access| {
        if let Some(treatment) = treatment {
            of_patient::find::<super::model::Treatment>(conn, access, treatment)?;
        }
        list::records::<T>(conn, access, &key, treatment, &asked)
    })
    .await?;
    page.map(|version| T::body(patient, &version))
        .answer(request)
}

/// One record, of one treatment where `treatment` names it.
async fn show<T: Shown>(
    app: &App,
    caller: Caller,
    (patient, treatment, id): (PatientId, Option<RecordId>, RecordId),
    request: &HttpRequest,
) -> HttpResult<HttpResponse> {
    let find = move |conn: &mut Conn, access: &Access<Read>| match treatment {
        Some(treatment) => of_patient::find_of::<T>(conn, access, treatment, id),
        None => of_patient::find::<T>(conn, access, id),
    };
    let (version, _) = audit::reading::<Read, _>(app, caller, patient, READ, find).await?;
    let body = T::body(patient, &version);
    etag::answer_shown(request, version.revision, version.shows_words, &body)
}

/// Every version of one record.
async fn versions<T: Shown>(
    app: &App,
    caller: Caller,
    (patient, id): (PatientId, RecordId),
    asked: ListRecords,
    request: &HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let page = audit::reading::<Read, _>(app, caller, patient, READ, move |conn, access| {
        list::versions::<T>(conn, access, &key, id, &asked)
    })
    .await?;
    page.map(|version| T::body(patient, &version))
        .answer(request)
}

/// Removes one record, of one treatment where `treatment` names it.
async fn void<T: Shown>(
    app: &App,
    caller: Caller,
    (patient, treatment, id): (PatientId, Option<RecordId>, RecordId),
    request: &HttpRequest,
    body: VoidRecord,
) -> HttpResult<HttpResponse> {
    let reason = body.read()?;
    let seen = Precondition::of(request)?;
    app.db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<Treat>(conn, &caller, patient)?;
            change::void::<T>(conn, &access, (treatment, id), &seen, reason.clone())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
