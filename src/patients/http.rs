//! Patients over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post, put};

use super::change_facts::change_facts;
use super::model::Facts;
use super::request::{FactsRequest, SeenRequest};
use super::response::{FactsResponse, PatientResponse};
use super::seen::{self, SeenMark};
use super::{diary, store};
use crate::access::{self, Caller, Inspect, Look, Manage, Summary};
use crate::accounts;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{HttpResult, Json, MaybeJson, Path, Register};
use crate::platform::ids::PatientId;
use crate::product::Product;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(get_patient)
        .service(mark_seen)
        .service(get_facts)
        .service(replace_facts);
}

/// Reads whose diary it is and what the caller may do there, and to the patient, or who acts for them, the facts about them.
#[utoipa::path(
    tag = "diary",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = PatientResponse))
)]
#[get("/v1/patients/{patient}")]
pub async fn get_patient(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let opened = Action::DiaryOpened;
    let shown = audit::reading::<Summary, _>(&app, caller, patient.0, opened, diary::show);
    let (tag, diary) = shown.await?;
    etag::answer_as(&request, &tag, &diary)
}

/// Says that the caller, a clinician, looked at the diary for their team: the patient sees it.
#[utoipa::path(
    tag = "clinic",
    params(("patient" = PatientId, Path)),
    request_body = Option<SeenRequest>,
    responses((status = 200, body = SeenMark), (status = 403, description = "clinician_only"))
)]
#[post("/v1/patients/{patient}/seen")]
pub async fn mark_seen(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    body: MaybeJson<SeenRequest>,
) -> HttpResult<HttpResponse> {
    let SeenRequest {} = body.0.whole()?;
    let mark = access::changing::<Look, _>(&app.db, caller, patient.0, |conn, access| {
        Ok(seen::look(conn, access)?)
    })
    .await?;
    Ok(HttpResponse::Ok().json(mark))
}

/// Reads the facts about the patient.
#[utoipa::path(
    tag = "diary",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = FactsResponse), (status = 403, description = "patient_only"))
)]
#[get("/v1/patients/{patient}/facts")]
pub async fn get_facts(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let opened = Action::DiaryOpened;
    let facts = audit::reading::<Inspect, _>(&app, caller, patient.0, opened, |conn, access| {
        Ok(store::facts(conn, access)?)
    })
    .await?;
    answer(&request, facts)
}

/// Replaces the facts about the patient, all of them. The weeks that are recorded stay as they are.
#[utoipa::path(
    tag = "diary",
    params(
        ("patient" = PatientId, Path),
        ("If-Match" = String, Header),
    ),
    request_body = FactsRequest,
    responses((status = 200, body = FactsResponse), (status = 403, description = "patient_only diary_closed"))
)]
#[put("/v1/patients/{patient}/facts")]
pub async fn replace_facts(
    app: Data<App>,
    product: Data<Product>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
    body: Json<FactsRequest>,
) -> HttpResult<HttpResponse> {
    let seen = Precondition::of(&request)?;
    let (latest_day, youngest) = (latest_day_on_earth(app.clock.now()), product.minimum_age);
    let draft = (body.0).check(|facts, faults| facts.read(faults, latest_day, youngest))?;
    let facts = access::changing::<Manage, _>(&app.db, caller, patient.0, move |conn, access| {
        let before = store::facts(conn, access)?;
        seen.demand(before.version, || FactsResponse::from(before.clone()))?;
        let time_zone = match draft.time_zone {
            Some(time_zone) => time_zone,
            None => accounts::time_zone_of(conn, access.owner())?,
        };
        let facts = draft.facts(time_zone, &before);
        change_facts(conn, access, before, facts)
    })
    .await?;
    answer(&request, facts)
}

fn answer(request: &HttpRequest, facts: Facts) -> HttpResult<HttpResponse> {
    etag::answer_version(request, facts.version, &FactsResponse::from(facts))
}
