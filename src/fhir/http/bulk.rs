//! Bulk Data 3.0.0: what becomes of an export that a program asked for, and its files.

use actix_web::http::header::{EXPIRES, HeaderName, HeaderValue, HttpDate, RETRY_AFTER};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get};

use super::facade;
use crate::access::{self, Caller, Export, PersonOrProgram, SiteAccess};
use crate::exports::{self, Job, State};
use crate::fhir::bulk_manifest::{BulkManifest, opens};
use crate::fhir::kick_off::KickOff;
use crate::fhir::refusal::Refusal;
use crate::platform::App;
use crate::platform::db::Conn;
use crate::platform::http::{EdgeRefusal, HttpResult, Path, etag};
use crate::platform::ids::ExportId;
use crate::product::Product;
use crate::smart::Scopes;

/// So many seconds a program may wait before it asks again.
pub const WAIT: &str = "5";

/// Where an export is.
pub fn place_of(base: &str, export: ExportId) -> String {
    format!("{base}/exports/{export}")
}

/// What the token of a program lets it have.
pub fn granted(caller: &Caller) -> HttpResult<Scopes> {
    let granted = caller.scope().and_then(|scope| Scopes::read(scope).ok());
    Ok(granted.ok_or(Refusal::ScopeNeeded)?)
}

/// The export of the program that calls. One that is over is not there any more.
fn own(conn: &mut Conn, caller: &Caller, id: ExportId) -> HttpResult<(SiteAccess<Export>, Job)> {
    let site = access::to_own_site(conn, caller)?;
    let job = exports::find(conn, &site, id)?;
    let job = job.filter(|job| job.state_at(site.at()) != State::Expired);
    Ok((site, job.ok_or(EdgeRefusal::NotFound)?))
}

fn kick_off_of(job: &Job) -> HttpResult<KickOff> {
    let kick_off = job.kick_off.clone().map(serde_json::from_value);
    Ok(kick_off.and_then(Result::ok).ok_or(EdgeRefusal::Internal)?)
}

/// Shows a program how far an export of its own is: 202 while it is being made, then its manifest.
#[utoipa::path(
    tag = "fhir",
    params(("export" = ExportId, Path)),
    responses(
        (status = 200, body = BulkManifest),
        (status = 202, description = "It is being made; `X-Progress` says how far"),
        (status = 403, description = "program_only"),
        (status = 500, description = "export_failed"),
    )
)]
#[get("/fhir/exports/{export}")]
pub async fn get_bulk_export(
    app: Data<App>,
    product: Data<Product>,
    PersonOrProgram(caller): PersonOrProgram,
    export: Path<ExportId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (now, id) = (caller.at(), export.0);
    let job = app
        .db
        .read(move |conn| -> HttpResult<_> { Ok(own(conn, &caller, id)?.1) })
        .await?;
    match job.state_at(now) {
        State::Queued | State::Running => {
            let (done, of) = job.progress;
            let progress = format!("{done} of {of} patients");
            return Ok(HttpResponse::Accepted()
                .insert_header((HeaderName::from_static("x-progress"), progress))
                .insert_header((RETRY_AFTER, WAIT))
                .finish());
        }
        State::Failed => return Err(Refusal::ExportFailed.into()),
        State::Ready | State::Expired => {}
    }
    let kick_off = kick_off_of(&job)?;
    let ends = job
        .expires_at
        .map(|end| HttpDate::from(std::time::SystemTime::from(end)));
    let place = place_of(&facade(&app, &product).base, id);
    let manifest = BulkManifest::of(job, kick_off, &place).ok_or(EdgeRefusal::Internal)?;
    let mut response = etag::answer(&request, &manifest)?;
    if let Some(ends) = ends.and_then(|ends| HeaderValue::from_str(&ends.to_string()).ok()) {
        response.headers_mut().insert(EXPIRES, ends);
    }
    Ok(response)
}

/// Deletes the files of an export, or ends its making. From then on it is not there.
#[utoipa::path(
    tag = "fhir",
    params(("export" = ExportId, Path)),
    responses((status = 202, description = "There is nothing to fetch any more"), (status = 403, description = "program_only"))
)]
#[delete("/fhir/exports/{export}")]
pub async fn remove_bulk_export(
    app: Data<App>,
    PersonOrProgram(caller): PersonOrProgram,
    export: Path<ExportId>,
) -> HttpResult<HttpResponse> {
    let id = export.0;
    app.db
        .write(move |conn| -> HttpResult<()> {
            let (site, _) = own(conn, &caller, id)?;
            Ok(exports::delete(conn, &site, id)?)
        })
        .await?;
    // What stays for now is swept away later.
    exports::sweep(&app).await.unwrap_or_default();
    Ok(HttpResponse::Accepted().finish())
}

/// Hands out a file of an export, or a part of it, to the program that had it made.
///
/// Whether everyone in it still shares is asked each time: where one does not, the export ends. A token that was granted
/// less than the one it was asked for with has the files of its own types.
#[utoipa::path(
    tag = "fhir",
    params(
        ("export" = ExportId, Path), ("name" = String, Path, example = "Observation.ndjson"),
        ("Range" = Option<String>, Header, description = "One part of it", example = "bytes=65536-"),
    ),
    responses(
        (status = 200, body = String, content_type = "application/fhir+ndjson"),
        (status = 206, body = String, content_type = "application/fhir+ndjson"),
        (status = 403, description = "program_only insufficient_scope"),
        (status = 409, description = "export_not_ready"),
        (status = 410, description = "export_no_longer_shared"),
    )
)]
#[get("/fhir/exports/{export}/{name}")]
pub async fn get_bulk_file(
    app: Data<App>,
    PersonOrProgram(caller): PersonOrProgram,
    Path((export, name)): Path<(ExportId, String)>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (fetched, fence) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let (site, job) = own(conn, &caller, export)?;
            if !opens(&kick_off_of(&job)?, &name, &granted(&caller)?) {
                return Err(Refusal::ScopeNeeded.into());
            }
            Ok((exports::fetch(conn, &site, &job, &name)?, job.fence))
        })
        .await?;
    let (file, key) = fetched?.ok_or(EdgeRefusal::NotFound)?;
    let kind = "application/fhir+ndjson";
    exports::hand_out(&app, &request, (export, fence), (&file, key), kind).await
}
