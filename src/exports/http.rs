//! Exports over HTTP.

mod files;
mod manifest;

pub use files::hand_out;

use actix_web::http::header::{CONTENT_LOCATION, LOCATION, RETRY_AFTER};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use uuid::Uuid;

use super::model::Job;
use super::request::ExportRequest;
use super::response::ExportResponse;
use super::{ask, end, store};
use crate::access::{self, AccessError, Caller, Denial, Export, SiteAccess};
use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::Conn;
use crate::platform::http::etag;
use crate::platform::http::{
    EdgeRefusal, HttpResult, Json, ListQuery, Page, Path, Query, Register, cursor,
};
use crate::platform::ids::{ExportId, SiteId};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(request_export)
        .service(list_exports)
        .service(get_export)
        .service(remove_export)
        .service(files::get_export_file)
        .service(manifest::get_export_manifest);
}

/// So many seconds a client may wait before it asks again.
const WAIT: &str = "5";

/// Opens an export of the caller's; one of another person is not there for them.
fn own(
    conn: &mut Conn,
    caller: &Caller,
    site: SiteId,
    export: ExportId,
) -> HttpResult<(SiteAccess<Export>, Job)> {
    let access = match access::to_site::<Export>(conn, caller, site) {
        Err(AccessError::By(Denial::SiteRole)) => return Err(EdgeRefusal::NotFound.into()),
        access => access?,
    };
    let job = store::find(conn, &access, export)?;
    Ok((access, job.ok_or(EdgeRefusal::NotFound)?))
}

/// Has the data of a clinic made into files, for its clinicians and data managers.
///
/// Without `identified` it has only patients who share for research, under numbers of this export alone, with days
/// counted from their first rating and no word that people wrote. Who is not in it is counted in the manifest. Each
/// patient reads in their log that they were in it.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path)),
    responses(
        (status = 202, description = "It is being made: ask at `Location` how far it is", body = ExportResponse),
        (status = 403, description = "site_role"),
        (status = 409, description = "too_many_exports"),
    )
)]
#[post("/v1/sites/{site}/exports")]
pub async fn request_export(
    app: Data<App>,
    caller: Caller,
    site: Path<SiteId>,
    Json(body): Json<ExportRequest, 4>,
) -> HttpResult<HttpResponse> {
    let (now, by) = (caller.at(), caller.account().0);
    let new = body.check(|body, faults| body.read(faults, now))?;
    let id: ExportId = app.ids.next();
    let job = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_site::<Export>(conn, &caller, site.0)?;
            if new.identified {
                access::to_account_afresh(conn, &caller)?;
            }
            Ok(ask::ask(conn, &access, id, &new)??)
        })
        .await?;
    if app.exports.is_reached_by(by, now) {
        alarm::sound(Alarm::ExportBurst);
    }
    let place = format!("/v1/sites/{}/exports/{id}", job.site);
    Ok(HttpResponse::Accepted()
        .insert_header((LOCATION, place.as_str()))
        .insert_header((CONTENT_LOCATION, place.as_str()))
        .insert_header((RETRY_AFTER, WAIT))
        .json(ExportResponse::new(job, now)))
}

/// Lists the caller's own exports of the clinic, newest first.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path), ListQuery),
    responses(
        (status = 200, body = Page<ExportResponse>),
        (status = 403, description = "site_role"),
    )
)]
#[get("/v1/sites/{site}/exports")]
pub async fn list_exports(
    app: Data<App>,
    caller: Caller,
    site: Path<SiteId>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (key, now) = (app.keys.roots.cursor(), caller.at());
    let page = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_site::<Export>(conn, &caller, site.0)?;
            let (by, place) = (access.by().0, site.0.0);
            let question: [&[u8]; 3] = [b"exports", by.as_bytes(), place.as_bytes()];
            let limit: usize = query.0.limit.get();
            let before = query.0.position(&key, &question, |place| {
                Uuid::from_slice(place).ok().map(ExportId)
            })?;
            let found = store::list(conn, &access, before, limit + 1)?;
            Ok(Page::cut(found, limit, |job| {
                cursor::seal(&key, &question, job.id.0.as_bytes())
            }))
        })
        .await?;
    page.map(|job| ExportResponse::new(job, now))
        .answer(&request)
}

/// Shows how far an export of the caller's is, and which files it has.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path), ("export" = ExportId, Path)),
    responses((status = 200, body = ExportResponse))
)]
#[get("/v1/sites/{site}/exports/{export}")]
pub async fn get_export(
    app: Data<App>,
    caller: Caller,
    Path((site, export)): Path<(SiteId, ExportId)>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let now = caller.at();
    let job = app
        .db
        .read(move |conn| -> HttpResult<_> { Ok(own(conn, &caller, site, export)?.1) })
        .await?;
    let body = ExportResponse::new(job, now);
    let mut response = etag::answer(&request, &body)?;
    if body.is_unfinished() {
        let wait = actix_web::http::header::HeaderValue::from_static(WAIT);
        response.headers_mut().insert(RETRY_AFTER, wait);
    }
    Ok(response)
}

/// Deletes the files of an export, or ends its making. Again: nothing changes.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path), ("export" = ExportId, Path)),
    responses((status = 204, description = "There is nothing to fetch any more"))
)]
#[delete("/v1/sites/{site}/exports/{export}")]
pub async fn remove_export(
    app: Data<App>,
    caller: Caller,
    Path((site, export)): Path<(SiteId, ExportId)>,
) -> HttpResult<HttpResponse> {
    app.db
        .write(move |conn| -> HttpResult<()> {
            let (access, _) = own(conn, &caller, site, export)?;
            Ok(end::delete(conn, &access, export)?)
        })
        .await?;
    // What stays for now is swept away later.
    end::sweep(&app).await.unwrap_or_default();
    Ok(HttpResponse::NoContent().finish())
}
