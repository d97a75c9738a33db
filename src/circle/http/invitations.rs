//! Sending invitations, and answering them.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};

use crate::access::{self, Caller, Inspect, Manage};
use crate::circle::list;
use crate::circle::request::{InvitationCode, InvitationRequest};
use crate::circle::response::{InvitationResponse, MembershipResponse, PreviewResponse};
use crate::circle::{Code, accept, invite, preview, withdraw};
use crate::platform::App;
use crate::platform::http::{EdgeRefusal, HttpResult, Json, ListQuery, Page, Path, Query};
use crate::platform::ids::{InvitationId, PatientId};
use crate::platform::limit::{self, Quota};
use crate::platform::words::Language;

/// Invites a person into the circle. The code goes to them by mail, and to no other address.
///
/// It can be accepted once, within 7 days. An earlier one to the same address is taken back. An address
/// that wants none is sent none, which is not told.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 201, description = "It is on its way", body = InvitationResponse),
        (status = 403, description = "patient_only"),
        (status = 409, description = "too_many_members too_many_invitations sharing_taken_back"),
    )
)]
#[post("/v1/patients/{patient}/invitations")]
pub async fn create_invitation(
    app: Data<App>,
    caller: Caller,
    Path(patient): Path<PatientId>,
    Json(body): Json<InvitationRequest, 4>,
) -> HttpResult<HttpResponse> {
    let new = body.check(InvitationRequest::read)?;
    let (ids, public_url) = (app.ids.clone(), app.public_url.clone());
    let limits = Arc::clone(&app.limits);
    let invited = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Manage>(conn, &caller, patient)?;
            let quotas = [
                Quota::Caused(access.by()),
                Quota::Invited(new.email.as_str()),
            ];
            limits.take_in(conn, &quotas, access.at())??;
            Ok(invite::invite(conn, &access, &new, &ids, &public_url)??)
        })
        .await?;
    Ok(HttpResponse::Created().json(InvitationResponse::from(invited.invitation)))
}

/// Lists the patient's invitations, newest first, and what became of them.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ListQuery),
    responses((status = 200, body = Page<InvitationResponse>), (status = 403, description = "patient_only"))
)]
#[get("/v1/patients/{patient}/invitations")]
pub async fn list_invitations(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let page = app
        .db
        .read(move |conn| {
            let access = access::to_patient::<Inspect>(conn, &caller, patient.0)?;
            list::sent(conn, &access, &key, &query.0)
        })
        .await?;
    page.map(InvitationResponse::from).answer(&request)
}

/// Takes an invitation back. One that was answered or has expired stays as it is.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ("invitation" = InvitationId, Path)),
    responses(
        (status = 204, description = "It cannot be accepted any more"),
        (status = 403, description = "patient_only"),
    )
)]
#[delete("/v1/patients/{patient}/invitations/{invitation}")]
pub async fn remove_invitation(
    app: Data<App>,
    caller: Caller,
    Path((patient, invitation)): Path<(PatientId, InvitationId)>,
) -> HttpResult<HttpResponse> {
    app.db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<Manage>(conn, &caller, patient)?;
            withdraw::one(conn, &access, invitation)?.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Shows what an invitation means before it is accepted: who invites, how far in, who else is.
///
/// Only for the invited address: a code that is unknown, used, taken back, expired or for another
/// address is not there. Looking uses nothing up.
#[utoipa::path(
    tag = "circle",
    responses(
        (status = 200, description = "It can be accepted", body = PreviewResponse),
        (status = 404, description = "not_found"),
    )
)]
#[post("/v1/invitations/preview")]
pub async fn preview_invitation(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
    Json(body): Json<InvitationCode, 4>,
) -> HttpResult<HttpResponse> {
    let code = Code::typed(&body.whole()?.code);
    limit::take(&app, [Quota::Invitation(caller.account())]).await?;
    let seen = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            preview::preview(conn, &who, &code)?.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    Ok(HttpResponse::Ok().json(PreviewResponse::new(seen, Language::liked_by(&request))))
}

/// Accepts an invitation. For a member of the circle its terms take the place of the ones before.
///
/// Sent again by the account that accepted, after an answer that was lost, it answers the same.
#[utoipa::path(
    tag = "circle",
    responses(
        (status = 201, description = "Let in", body = MembershipResponse),
        (status = 404, description = "not_found"),
    )
)]
#[post("/v1/invitations/accept")]
pub async fn accept_invitation(
    app: Data<App>,
    caller: Caller,
    Json(body): Json<InvitationCode, 4>,
) -> HttpResult<HttpResponse> {
    let code = Code::typed(&body.whole()?.code);
    limit::take(&app, [Quota::Invitation(caller.account())]).await?;
    let joined = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            accept::accept(conn, who, &code)?.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    Ok(HttpResponse::Created().json(MembershipResponse::from(joined)))
}
