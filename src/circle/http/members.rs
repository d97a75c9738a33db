//! Who is in the circle, how far, and how they leave it.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, put};

use crate::access::{self, Belong, Caller, Denial, Inspect, Leave, Manage};
use crate::circle::change_terms::change_terms;
use crate::circle::list;
use crate::circle::model::NewTerms;
use crate::circle::request::TermsRequest;
use crate::circle::response::MemberResponse;
use crate::circle::revoke;
use crate::circle::store::grants;
use crate::platform::App;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{EdgeRefusal, HttpResult, Json, ListQuery, Page, Path, Query};
use crate::platform::ids::{AccountId, PatientId};
use crate::platform::limit::Quota;

/// Lists the circle: all of it to the patient or who acts for them, and only themselves to everybody in it.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ListQuery),
    responses((status = 200, body = Page<MemberResponse>), (status = 403, description = "patient_only"))
)]
#[get("/v1/patients/{patient}/circle")]
pub async fn list_members(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app.keys.roots.cursor();
    let page = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let own = access::to_patient::<Belong>(conn, &caller, patient.0)?;
            if own.standing().acts() {
                let access = access::to_patient::<Inspect>(conn, &caller, patient.0)?;
                return list::members(conn, &access, &key, &query.0);
            }
            let own = grants::find(conn, &own, own.by())?;
            Ok(Page::whole(own.into_iter().collect()))
        })
        .await?;
    page.map(MemberResponse::from).answer(&request)
}

/// Shows one member: any to the patient, and themselves to everybody in it.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ("account" = AccountId, Path)),
    responses((status = 200, body = MemberResponse), (status = 403, description = "patient_only"))
)]
#[get("/v1/patients/{patient}/circle/{account}")]
pub async fn get_member(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
    Path((patient, account)): Path<(PatientId, AccountId)>,
) -> HttpResult<HttpResponse> {
    let member = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let found = if account == caller.account() {
                let access = access::to_patient::<Belong>(conn, &caller, patient)?;
                grants::find(conn, &access, account)?
            } else {
                let access = access::to_patient::<Inspect>(conn, &caller, patient)?;
                grants::find(conn, &access, account)?
            };
            found.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    etag::answer_version(&request, member.version, &MemberResponse::from(member))
}

/// Replaces the terms of a member: how far they are let in, and what they are to the patient.
#[utoipa::path(
    tag = "circle",
    params(
        ("patient" = PatientId, Path), ("account" = AccountId, Path),
        ("If-Match" = String, Header),
    ),
    responses(
        (status = 200, description = "As they are now", body = MemberResponse),
        (status = 403, description = "patient_only"),
    )
)]
#[put("/v1/patients/{patient}/circle/{account}")]
pub async fn replace_terms(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
    Path((patient, account)): Path<(PatientId, AccountId)>,
    Json(body): Json<TermsRequest>,
) -> HttpResult<HttpResponse> {
    let condition = Precondition::of(&request)?;
    let (new, limits) = (NewTerms::from(body.whole()?), Arc::clone(&app.limits));
    let member = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Manage>(conn, &caller, patient)?;
            // The trustee who acts for the patient cannot raise themselves for the time after.
            if account == access.by() && access.standing().is_trustee() {
                return Err(Denial::PatientOnly.into());
            }
            let member = grants::find(conn, &access, account)?.ok_or(EdgeRefusal::NotFound)?;
            condition.demand(member.version, || MemberResponse::from(member.clone()))?;
            if access.standing().is_trustee() {
                // The patient is mailed what they changed.
                limits.take_in(conn, &[Quota::Caused(access.by())], access.at())??;
            }
            Ok(change_terms(conn, &access, member, new)?)
        })
        .await?;
    etag::answer_version(&request, member.version, &MemberResponse::from(member))
}

/// Ends a membership: the patient any member's, a member their own. It holds from the next request on.
///
/// No version is asked for: this must not fail because something else has changed.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ("account" = AccountId, Path)),
    responses(
        (status = 204, description = "They are not in the circle"),
        (status = 403, description = "patient_only"),
    )
)]
#[delete("/v1/patients/{patient}/circle/{account}")]
pub async fn remove_member(
    app: Data<App>,
    caller: Caller,
    Path((patient, account)): Path<(PatientId, AccountId)>,
) -> HttpResult<HttpResponse> {
    app.db
        .write(move |conn| -> HttpResult<()> {
            let ended = if account == caller.account() {
                let access = access::to_own_part::<Leave>(conn, &caller, patient)?;
                revoke::leave(conn, &access)?
            } else {
                let access = access::to_patient::<Manage>(conn, &caller, patient)?;
                revoke::revoke(conn, &access, account)?
            };
            ended.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
