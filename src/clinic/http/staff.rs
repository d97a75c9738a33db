//! Who works at a site.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};

use crate::access::{self, Caller, ManageStaff, Staff};
use crate::clinic::model::StaffMember;
use crate::clinic::request::StaffRequest;
use crate::clinic::response::AddedStaffResponse;
use crate::clinic::staff;
use crate::platform::App;
use crate::platform::http::{HttpResult, Json, Page, Path};
use crate::platform::ids::{AccountId, SiteId};
use crate::platform::limit::Quota;

/// Lets a person work at the clinic. A new one is mailed how to choose a password; a second factor is
/// demanded of each.
///
/// For its administrators, and those who run the service. Another role takes the place of the first. The answer and
/// the list are the same for every address: one that has an account of another kind is told so by mail.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path)),
    responses(
        (status = 201, description = "Its owner is told by mail", body = AddedStaffResponse),
        (status = 403, description = "site_role"),
        (status = 409, description = "too_many_staff"),
    )
)]
#[post("/v1/sites/{site}/staff")]
pub async fn add_staff(
    app: Data<App>,
    caller: Caller,
    site: Path<SiteId>,
    Json(body): Json<StaffRequest, 4>,
) -> HttpResult<HttpResponse> {
    let new = body.check(StaffRequest::read)?;
    let (work, limits) = (app.clone(), Arc::clone(&app.limits));
    let added = AddedStaffResponse { role: new.role };
    app.db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_site::<ManageStaff>(conn, &caller, site.0)?;
            limits.take_in(conn, &[Quota::OfSite(access.site())], access.at())??;
            Ok(staff::add(conn, &access, &work, new.clone())??)
        })
        .await?;
    Ok(HttpResponse::Created().json(added))
}

/// Lists who works at the clinic, and who is let in and has not chosen a password yet (`pending`).
///
/// For its administrators, and those who run the service.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path)),
    responses((status = 200, body = Page<StaffMember>), (status = 403, description = "site_role"))
)]
#[get("/v1/sites/{site}/staff")]
pub async fn list_staff(
    app: Data<App>,
    caller: Caller,
    site: Path<SiteId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let staff = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_site::<Staff>(conn, &caller, site.0)?;
            Ok(staff::list(conn, &access)?)
        })
        .await?;
    Page::whole(staff).answer(&request)
}

/// Lets a person work at the clinic no more, from the next request on. Every session of theirs ends.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path), ("account" = AccountId, Path)),
    responses(
        (status = 204, description = "They do not work there"),
        (status = 403, description = "site_role"),
    )
)]
#[delete("/v1/sites/{site}/staff/{account}")]
pub async fn remove_staff(
    app: Data<App>,
    caller: Caller,
    Path((site, account)): Path<(SiteId, AccountId)>,
) -> HttpResult<HttpResponse> {
    app.db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_site::<ManageStaff>(conn, &caller, site)?;
            Ok(staff::remove(conn, &access, account)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
