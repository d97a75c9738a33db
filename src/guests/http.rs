//! Guests over HTTP: links for the patient to make, and what their holders may do.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};

use super::request::{GuestLinkRequest, RecordRequest, TokenRequest, in_entry};
use super::response::{GuestEntryResponse, GuestLinkResponse, MadeResponse, OpenedResponse};
use super::{end, list, make, open, record};
use crate::access::{self, Caller, Inspect, Manage};
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::etag::Precondition;
use crate::platform::http::{
    ClientAddr, EdgeRefusal, HttpError, HttpResult, Json, ListQuery, MaybeJson, Page, Path, Query,
    Register,
};
use crate::platform::ids::{GuestLinkId, PatientId};
use crate::platform::limit::{self, Quota};
use crate::versions;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(create_guest_link)
        .service(list_guest_links)
        .service(remove_guest_link)
        .service(preview_guest_link)
        .service(record_guest_entry);
}

/// Makes a link with which a guest without an account records one week, within a day.
///
/// Who holds it sees nothing of the diary, and of the patient the name that this request says. It is shown once: hand it
/// over yourself.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    request_body = Option<GuestLinkRequest>,
    responses(
        (status = 201, description = "Good for a day", body = MadeResponse),
        (status = 403, description = "patient_only diary_closed"),
        (status = 409, description = "too_many_guest_links sharing_taken_back"),
    )
)]
#[post("/v1/patients/{patient}/guest-links")]
pub async fn create_guest_link(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    body: MaybeJson<GuestLinkRequest>,
) -> HttpResult<HttpResponse> {
    let name = body.0.check(GuestLinkRequest::read)?;
    let (ids, now) = (app.ids.clone(), app.clock.now());
    let (link, token) = access::changing::<Manage, _>(&app.db, caller, patient.0, {
        move |conn, access| make::make(conn, access, name.clone(), &ids)
    })
    .await?;
    let url = token.link(&app.public_url, "guest");
    Ok(HttpResponse::Created().json(MadeResponse::new(link, url.into(), now)))
}

/// Lists the patient's links for guests, newest first, and what became of them.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ListQuery),
    responses((status = 200, body = Page<GuestLinkResponse>), (status = 403, description = "patient_only"))
)]
#[get("/v1/patients/{patient}/guest-links")]
pub async fn list_guest_links(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (key, now) = (app.keys.roots.cursor(), app.clock.now());
    let page = app
        .db
        .read(move |conn| {
            let access = access::to_patient::<Inspect>(conn, &caller, patient.0)?;
            list::made(conn, &access, &key, &query.0)
        })
        .await?;
    page.map(|link| GuestLinkResponse::new(link, now))
        .answer(&request)
}

/// Takes a link back, from the next request on. What was recorded with it stays.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ("link" = GuestLinkId, Path)),
    responses(
        (status = 204, description = "It opens nothing any more"),
        (status = 403, description = "patient_only"),
    )
)]
#[delete("/v1/patients/{patient}/guest-links/{link}")]
pub async fn remove_guest_link(
    app: Data<App>,
    caller: Caller,
    Path((patient, link)): Path<(PatientId, GuestLinkId)>,
) -> HttpResult<HttpResponse> {
    access::changing::<Manage, _>(&app.db, caller, patient, move |conn, access| {
        end::end(conn, access, link)?.ok_or(EdgeRefusal::NotFound.into())
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Shows what a link is for, and what its holder has recorded with it.
///
/// It takes no sign-in, and uses nothing up. A link that never was, has ended or was taken back is not there.
#[utoipa::path(
    tag = "circle", security(()),
    responses(
        (status = 200, description = "It is good", body = OpenedResponse),
        (status = 404, description = "not_found"),
    )
)]
#[post("/v1/guest-links/preview")]
pub async fn preview_guest_link(
    app: Data<App>,
    from: ClientAddr,
    Json(body): Json<TokenRequest, 4>,
) -> HttpResult<HttpResponse> {
    let token = body.whole()?.read();
    limit::take(&app, [Quota::Link(from.network())]).await?;
    let (vault, now) = (app.vault.clone(), app.clock.now());
    let opened = app
        .db
        .write(move |conn| -> HttpResult<_> {
            open::open(conn, &vault, &token, now)?.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    Ok(HttpResponse::Ok().json(OpenedResponse::from(opened)))
}

/// Records the one week of a link, or corrects it while the link is good.
///
/// It takes no sign-in. The entry is that of a `PUT` of a week, with the same rules: the same sent twice changes nothing, other content
/// needs `If-Match`. Its respondent is `caregiver_proxy`, and its author a guest, whose name is shown as claimed. A week that others
/// recorded, or changed since, is refused without telling what it says.
#[utoipa::path(
    tag = "circle", security(()),
    params(("If-Match" = Option<String>, Header)),
    request_body = RecordRequest,
    responses(
        (status = 200, description = "The same was recorded before, or this corrects it", body = GuestEntryResponse),
        (status = 201, description = "The week is recorded", body = GuestEntryResponse),
        (status = 404, description = "not_found"),
        (status = 409, description = "link_used week_recorded week_taken too_many_versions"),
    )
)]
#[post("/v1/guest-entries")]
pub async fn record_guest_entry(
    app: Data<App>,
    from: ClientAddr,
    request: HttpRequest,
    body: Json<RecordRequest>,
) -> HttpResult<HttpResponse> {
    let (seen, now) = (Precondition::of(&request)?, app.clock.now());
    let latest_day = latest_day_on_earth(now);
    let (token, sent) = body.0.check(|body, faults| body.read(faults, latest_day))?;
    limit::take(&app, [Quota::Link(from.network())]).await?;
    let vault = app.vault.clone();
    let (recorded, entry) = app
        .db
        .write(move |conn| {
            let recorded = record::record(conn, &vault, &token, &sent, (&seen, now));
            recorded.map_err(|refused| refused.placed(in_entry).without_current())
        })
        .await?;
    let shown = GuestEntryResponse::answering(&entry, recorded);
    let shown = shown.ok_or(HttpError::from(EdgeRefusal::Internal))?;
    Ok(versions::answer(recorded, &entry, &shown))
}
