//! Who is told of a diary, for the patient.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, put};

use crate::access::{self, Caller, Inspect, Manage};
use crate::alerts::mute;
use crate::alerts::response::FollowerBody;
use crate::platform::App;
use crate::platform::http::{EdgeRefusal, HttpResult, Page, Path, Register};
use crate::platform::ids::{AccountId, PatientId};

pub(super) fn routes(config: &mut impl Register) {
    config
        .service(list_followers)
        .service(mute_follower)
        .service(unmute_follower);
}

/// Lists who is told of the diary and of what: everybody in the circle, and who coordinates the care, in the order in
/// which they are told while those before have not answered.
#[utoipa::path(
    tag = "phone",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 200, body = Page<FollowerBody>),
        (status = 403, description = "patient_only"),
    )
)]
#[get("/v1/patients/{patient}/alerts/followers")]
pub async fn list_followers(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let followers = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Inspect>(conn, &caller, patient.0)?;
            Ok(mute::everybody(conn, &access)?)
        })
        .await?;
    Page::whole(followers)
        .map(FollowerBody::new)
        .answer(&request)
}

/// Switches off that this person is told anything of the diary. They are not told that it was, nor why.
#[utoipa::path(
    tag = "phone",
    params(("patient" = PatientId, Path), ("account" = AccountId, Path)),
    responses(
        (status = 204, description = "They are told nothing"),
        (status = 403, description = "patient_only"),
    )
)]
#[put("/v1/patients/{patient}/alerts/followers/{account}/mute")]
pub async fn mute_follower(
    app: Data<App>,
    caller: Caller,
    Path((patient, account)): Path<(PatientId, AccountId)>,
) -> HttpResult<HttpResponse> {
    switch(&app, caller, patient, (account, true)).await
}

/// Lets this person be told again what they chose; harmless where it was not switched off.
#[utoipa::path(
    tag = "phone",
    params(("patient" = PatientId, Path), ("account" = AccountId, Path)),
    responses(
        (status = 204, description = "They are told what they chose"),
        (status = 403, description = "patient_only"),
    )
)]
#[delete("/v1/patients/{patient}/alerts/followers/{account}/mute")]
pub async fn unmute_follower(
    app: Data<App>,
    caller: Caller,
    Path((patient, account)): Path<(PatientId, AccountId)>,
) -> HttpResult<HttpResponse> {
    switch(&app, caller, patient, (account, false)).await
}

async fn switch(
    app: &App,
    caller: Caller,
    patient: PatientId,
    (account, muted): (AccountId, bool),
) -> HttpResult<HttpResponse> {
    access::changing::<Manage, _>(&app.db, caller, patient, move |conn, access| {
        mute::mute(conn, access, account, muted)?.ok_or(EdgeRefusal::NotFound.into())
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
