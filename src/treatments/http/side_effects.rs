//! What may have come from a treatment.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};

use super::{recorded, with_version};
use crate::access::{self, Caller, Treat};
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::etag::Precondition;
use crate::platform::http::query::NoParameters;
use crate::platform::http::{HttpResult, Json, MaybeJson, Page, Path, Query, Register};
use crate::platform::ids::{PatientId, RecordId};
use crate::treatments::list::ListRecords;
use crate::treatments::model::SideEffect;
use crate::treatments::sent::{AddSideEffect, ChangeSideEffect, VoidRecord};
use crate::treatments::shown::{Shown, SideEffectBody, SideEffectVersion};
use crate::treatments::{add, change, of_patient};

pub(super) fn routes(config: &mut impl Register) {
    config
        .service(list_side_effects)
        .service(add_side_effect)
        .service(show_side_effect)
        .service(change_side_effect)
        .service(void_side_effect)
        .service(list_side_effect_versions);
}

/// Lists the side effects, the oldest first. Removed ones are left out; the history has them.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ListRecords),
    responses((status = 200, body = Page<SideEffectBody>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/side-effects")]
pub async fn list_side_effects(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    asked: Query<ListRecords>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    super::list::<SideEffect>(&app, caller, (patient.0, None), asked.0, &request).await
}

/// Records a side effect under the id that the client made: the same sent twice changes nothing.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path)),
    request_body = AddSideEffect,
    responses(
        (status = 200, description = "The same was there already", body = SideEffectBody),
        (status = 201, description = "It is recorded", body = SideEffectBody),
        (status = 403, description = "summary_only read_only diary_closed"),
        (status = 409, description = "id_taken too_many_records"),
    )
)]
#[post("/v1/patients/{patient}/side-effects")]
pub async fn add_side_effect(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    _: Query<NoParameters>,
    body: Json<AddSideEffect>,
) -> HttpResult<HttpResponse> {
    let patient = patient.0;
    let latest_day = latest_day_on_earth(app.clock.now());
    let (is_new, version) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Treat>(conn, &caller, patient)?;
            add::add_side_effect(conn, &access, body.0.clone(), latest_day)
        })
        .await?;
    Ok(recorded(patient, is_new, &version))
}

/// Shows a side effect.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("side_effect" = RecordId, Path)),
    responses((status = 200, body = SideEffectBody), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/side-effects/{side_effect}")]
pub async fn show_side_effect(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    super::show::<SideEffect>(&app, caller, (patient, None, id), &request).await
}

/// Corrects a side effect, or says that it has ended. What it said before stays in its history.
#[utoipa::path(
    tag = "treatments",
    params(
        ("patient" = PatientId, Path), ("side_effect" = RecordId, Path),
        ("If-Match" = String, Header, description = "The `ETag` of the version that is corrected", example = "\"v1\""),
    ),
    request_body = ChangeSideEffect,
    responses(
        (status = 200, body = SideEffectBody),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient recorded_by_clinician"),
        (status = 409, description = "too_many_versions"),
    )
)]
#[patch("/v1/patients/{patient}/side-effects/{side_effect}")]
pub async fn change_side_effect(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
    body: Json<ChangeSideEffect>,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    let seen = Precondition::of(&request)?;
    let latest_day = latest_day_on_earth(app.clock.now());
    let version = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Treat>(conn, &caller, patient)?;
            let changes = body.0.clone();
            change::change(conn, &access, id, &seen, |conn, access, current| {
                let (side_effect, reason) = changes.apply(current, latest_day)?;
                of_patient::check_suspected(conn, access, &side_effect)?;
                Ok((side_effect, reason))
            })
        })
        .await?;
    Ok(with_version(false, &version).json(SideEffect::body(patient, &version)))
}

/// Removes a side effect. Its history stays.
#[utoipa::path(
    tag = "treatments",
    params(
        ("patient" = PatientId, Path), ("side_effect" = RecordId, Path),
        ("If-Match" = String, Header, description = "The `ETag` of the version that is removed", example = "\"v1\""),
    ),
    request_body = Option<VoidRecord>,
    responses(
        (status = 204, description = "It is removed"),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient recorded_by_clinician"),
    )
)]
#[delete("/v1/patients/{patient}/side-effects/{side_effect}")]
pub async fn void_side_effect(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    _: Query<NoParameters>,
    request: HttpRequest,
    body: MaybeJson<VoidRecord>,
) -> HttpResult<HttpResponse> {
    let (patient, id) = path.0;
    super::void::<SideEffect>(&app, caller, (patient, None, id), &request, body.0).await
}

/// Shows every version of a side effect, oldest first: what it said, who changed it, when and why.
#[utoipa::path(
    tag = "treatments",
    params(("patient" = PatientId, Path), ("side_effect" = RecordId, Path), ListRecords),
    responses((status = 200, body = Page<SideEffectVersion>), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/side-effects/{side_effect}/revisions")]
pub async fn list_side_effect_versions(
    app: Data<App>,
    caller: Caller,
    path: Path<(PatientId, RecordId)>,
    asked: Query<ListRecords>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    super::versions::<SideEffect>(&app, caller, path.0, asked.0, &request).await
}
