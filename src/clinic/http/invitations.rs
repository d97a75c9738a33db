//! Inviting patients to a site.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};

use crate::access::{self, Caller, Enrol, Roster};
use crate::clinic::import;
use crate::clinic::invite::{self, Ways};
use crate::clinic::request::{InvitationRequest, read_table};
use crate::clinic::response::{ImportResponse, InvitationResponse};
use crate::platform::App;
use crate::platform::http::{Csv, EdgeRefusal, HttpResult, Json, ListQuery, Page, Path, Query};
use crate::platform::ids::{InvitationId, SiteId};
use crate::platform::limit::Quota;

fn ways(app: &App) -> Ways {
    Ways {
        ids: app.ids.clone(),
        public_url: Arc::clone(&app.public_url),
    }
}

/// Invites a patient to the clinic. The code goes to them by mail, and to no other address.
///
/// It can be accepted once, within 7 days. An earlier one to the same address is taken back. An address
/// that wants none is sent none, which is not told.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path)),
    responses(
        (status = 201, description = "It is on its way", body = InvitationResponse),
        (status = 403, description = "site_role"),
        (status = 409, description = "subject_id_taken"),
    )
)]
#[post("/v1/sites/{site}/invitations")]
pub async fn create_site_invitation(
    app: Data<App>,
    caller: Caller,
    site: Path<SiteId>,
    Json(body): Json<InvitationRequest, 4>,
) -> HttpResult<HttpResponse> {
    let new = body.check(InvitationRequest::read)?;
    let (ways, limits) = (ways(&app), Arc::clone(&app.limits));
    let invitation = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_site::<Enrol>(conn, &caller, site.0)?;
            let quotas = [
                Quota::OfSite(access.site()),
                Quota::Invited(new.email.as_str()),
            ];
            limits.take_in(conn, &quotas, access.at())??;
            Ok(invite::invite(conn, &access, &new, &ways)??)
        })
        .await?;
    Ok(HttpResponse::Created().json(InvitationResponse::from(invitation)))
}

/// Invites up to 200 patients by a table with the columns `email,subject_id`.
///
/// A table with a fault in any row is refused whole, and `errors` names every faulty row: `/rows/7/email`,
/// where the row of names is 1. Of a sound one every row has its result, and those that cannot be invited
/// now keep none of the others back.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path)),
    request_body(content = String, content_type = "text/csv", example = "email,subject_id\nada@example.org,MN-017\n"),
    responses(
        (status = 200, body = ImportResponse),
        (status = 403, description = "site_role"),
        (status = 422, description = "too_many_rows"),
    )
)]
#[post("/v1/sites/{site}/invitations:import")]
pub async fn import_invitations(
    app: Data<App>,
    caller: Caller,
    site: Path<SiteId>,
    table: Csv<1024>,
) -> HttpResult<HttpResponse> {
    let rows = read_table(&table.0)?;
    let (ways, limits) = (ways(&app), Arc::clone(&app.limits));
    let outcomes = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_site::<Enrol>(conn, &caller, site.0)?;
            import::import(conn, &access, &rows, &ways, &limits)
        })
        .await?;
    Ok(HttpResponse::Ok().json(ImportResponse::from(outcomes)))
}

/// Lists the clinic's invitations, newest first, and what became of them.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path), ListQuery),
    responses(
        (status = 200, body = Page<InvitationResponse>),
        (status = 403, description = "site_role"),
    )
)]
#[get("/v1/sites/{site}/invitations")]
pub async fn list_site_invitations(
    app: Data<App>,
    caller: Caller,
    site: Path<SiteId>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let page = app
        .db
        .read(move |conn| {
            let access = access::to_site::<Roster>(conn, &caller, site.0)?;
            invite::list(conn, &access, &key, &query.0)
        })
        .await?;
    page.map(InvitationResponse::from).answer(&request)
}

/// Takes an invitation back. One that was answered or has expired stays as it is.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path), ("invitation" = InvitationId, Path)),
    responses(
        (status = 204, description = "It cannot be accepted any more"),
        (status = 403, description = "site_role"),
    )
)]
#[delete("/v1/sites/{site}/invitations/{invitation}")]
pub async fn remove_site_invitation(
    app: Data<App>,
    caller: Caller,
    Path((site, invitation)): Path<(SiteId, InvitationId)>,
) -> HttpResult<HttpResponse> {
    app.db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_site::<Enrol>(conn, &caller, site)?;
            invite::take_back(conn, &access, invitation)?.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
