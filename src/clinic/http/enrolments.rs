//! The patient's side: where they are enrolled, and what they share there.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};

use crate::access::{self, Caller, Inspect, Manage};
use crate::accounts::MailedCode;
use crate::clinic::request::{AcceptRequest, ShareRequest};
use crate::clinic::response::EnrolmentResponse;
use crate::clinic::{accept, share, store};
use crate::platform::App;
use crate::platform::http::etag::Precondition;
use crate::platform::http::{EdgeRefusal, HttpResult, Json, Page, Path};
use crate::platform::ids::{PatientId, SiteId};
use crate::platform::limit::{self, Quota};

/// Accepts the invitation of a clinic, and says what is shared with it.
///
/// Sent again by the patient who accepted, after an answer that was lost, it answers the same.
#[utoipa::path(
    tag = "clinic",
    responses(
        (status = 201, description = "Enrolled", body = EnrolmentResponse),
        (status = 404, description = "not_found"),
        (status = 409, description = "sharing_taken_back"),
    )
)]
#[post("/v1/enrolments/accept")]
pub async fn accept_enrolment(
    app: Data<App>,
    caller: Caller,
    Json(body): Json<AcceptRequest, 4>,
) -> HttpResult<HttpResponse> {
    let body = body.whole()?;
    let (code, shared) = (MailedCode::typed(&body.code), body.share);
    limit::take(&app, [Quota::Invitation(caller.account())]).await?;
    let enrolment = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            let own = access::patient_of(conn, who.account())?.ok_or(EdgeRefusal::NotFound)?;
            let access = access::to_patient::<Manage>(conn, &caller, own)?;
            let enrolment = accept::accept(conn, &access, &code, shared)??;
            enrolment.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    Ok(HttpResponse::Created().json(EnrolmentResponse::from(enrolment)))
}

/// Lists the clinics at which the patient is enrolled, and what is shared with each.
#[utoipa::path(
    tag = "clinic",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 200, body = Page<EnrolmentResponse>),
        (status = 403, description = "patient_only"),
    )
)]
#[get("/v1/patients/{patient}/sites")]
pub async fn list_enrolments(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let enrolments = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Inspect>(conn, &caller, patient.0)?;
            Ok(store::enrolments::list(conn, &access)?)
        })
        .await?;
    Page::whole(enrolments)
        .map(EnrolmentResponse::from)
        .answer(&request)
}

/// Changes what is shared with a clinic, from the next request on. To share more takes `If-Match` with the version of what
/// is shared; to share less takes nothing.
///
/// The trustee who acts for the patient cannot give research what the patient did not.
#[utoipa::path(
    tag = "clinic",
    params(("patient" = PatientId, Path), ("site" = SiteId, Path)),
    responses(
        (status = 200, description = "As it is now", body = EnrolmentResponse),
        (status = 403, description = "patient_only"),
        (status = 412, description = "precondition_failed"),
        (status = 428, description = "precondition_required"),
    )
)]
#[put("/v1/patients/{patient}/sites/{site}")]
pub async fn change_share(
    app: Data<App>,
    caller: Caller,
    Path((patient, site)): Path<(PatientId, SiteId)>,
    Json(body): Json<ShareRequest, 4>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let shared = body.whole()?.share;
    let seen = Precondition::of(&request)?;
    let limits = Arc::clone(&app.limits);
    let enrolment = access::changing::<Manage, _>(&app.db, caller, patient, move |conn, access| {
        if access.standing().is_trustee() {
            // The patient is mailed what they changed.
            limits.take_in(conn, &[Quota::Caused(access.by())], access.at())??;
        }
        let changed = share::share(conn, access, site, shared, &seen)?;
        changed.ok_or(EdgeRefusal::NotFound.into())
    })
    .await?;
    Ok(HttpResponse::Ok().json(EnrolmentResponse::from(enrolment)))
}

/// Leaves a clinic: its staff see nothing from the next request on.
#[utoipa::path(
    tag = "clinic",
    params(("patient" = PatientId, Path), ("site" = SiteId, Path)),
    responses(
        (status = 204, description = "The patient is not enrolled there"),
        (status = 403, description = "patient_only"),
    )
)]
#[delete("/v1/patients/{patient}/sites/{site}")]
pub async fn leave_site(
    app: Data<App>,
    caller: Caller,
    Path((patient, site)): Path<(PatientId, SiteId)>,
) -> HttpResult<HttpResponse> {
    access::changing::<Manage, _>(&app.db, caller, patient, move |conn, access| {
        share::leave(conn, access, site)?.ok_or(EdgeRefusal::NotFound.into())
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
