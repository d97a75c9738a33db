//! Sites, and who is enrolled there.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde_json::json;

use crate::access::{self, Caller, Roster};
use crate::audit::{self, Action};
use crate::clinic::model::Site;
use crate::clinic::request::SiteRequest;
use crate::clinic::response::SiteResponse;
use crate::clinic::roster::{self, RosterEntry};
use crate::clinic::staff::make_site;
use crate::clinic::store;
use crate::platform::App;
use crate::platform::db::DbResult;
use crate::platform::http::{HttpResult, Json, ListQuery, Page, Path, Query};
use crate::platform::ids::SiteId;

/// Makes a clinic, for those who run the service. The first who works there is added by them too.
#[utoipa::path(
    tag = "clinic",
    responses(
        (status = 201, description = "It is there", body = SiteResponse),
        (status = 403, description = "admin_only"),
    )
)]
#[post("/v1/sites")]
pub async fn create_site(
    app: Data<App>,
    caller: Caller,
    Json(body): Json<SiteRequest, 4>,
) -> HttpResult<HttpResponse> {
    let new = body.check(SiteRequest::read)?;
    let id = app.ids.next();
    let site = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let admin = access::to_admin(conn, &caller)?;
            make_site(conn, &admin, id, &new)?;
            Ok(Site {
                id,
                name: new.name.clone(),
                time_zone: new.time_zone,
                role: None,
            })
        })
        .await?;
    Ok(HttpResponse::Created().json(SiteResponse::from(site)))
}

/// Lists the clinics at which the caller works; all of them to those who run the service.
#[utoipa::path(tag = "clinic", responses((status = 200, body = Page<SiteResponse>)))]
#[get("/v1/sites")]
pub async fn list_sites(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let sites = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            Ok(store::sites::of(conn, &who)?)
        })
        .await?;
    Page::whole(sites).map(SiteResponse::from).answer(&request)
}

/// Lists who is enrolled at the clinic, for its clinicians and administrators, and nothing that was recorded
/// but the last week.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path), ListQuery),
    responses((status = 200, body = Page<RosterEntry>), (status = 403, description = "site_role"))
)]
#[get("/v1/sites/{site}/patients")]
pub async fn list_roster(
    app: Data<App>,
    caller: Caller,
    site: Path<SiteId>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let page = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_site::<Roster>(conn, &caller, site.0)?;
            let page = roster::read(conn, &access, &key, &query.0)?;
            let noted: DbResult<()> = audit::record_by(
                conn,
                access.who(),
                Action::RosterRead,
                &json!({ "site": site.0 }),
            );
            noted?;
            Ok(page)
        })
        .await?;
    page.answer(&request)
}
