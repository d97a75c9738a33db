//! Patients over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, put};

use super::change_facts::change_facts;
use super::model::Facts;
use super::request::FactsRequest;
use super::response::{DiaryResponse, FactsResponse, PatientResponse};
use super::store;
use crate::access::{self, Caller, Inspect, Manage, Summary};
use crate::accounts;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{HttpResult, Json, Page, Path, Register};
use crate::platform::ids::PatientId;
use crate::product::Product;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(list_patients)
        .service(get_patient)
        .service(get_facts)
        .service(replace_facts);
}

/// Lists every diary that the caller may open: their own first, then those they were let into.
#[utoipa::path(
    tag = "diary",
    responses((status = 200, body = Page<DiaryResponse>))
)]
#[get("/v1/patients")]
pub async fn list_patients(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let diaries = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            Ok(access::diaries_of(conn, &who)?)
        })
        .await?;
    let items = diaries.into_iter().map(|diary| DiaryResponse {
        patient_id: diary.patient,
        display_name: diary.display_name,
        relation: diary.standing.relation(),
        level: diary.standing.level(),
        acts_for_patient: diary.standing.is_trustee(),
    });
    Page::whole(items.collect()).answer(&request)
}

/// Reads whose diary it is, and to the patient, or who acts for them, the facts about them.
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
    let (standing, name, facts) =
        audit::reading::<Summary, _>(&app, caller, patient.0, opened, |conn, access| {
            let name = access::patient_name(conn, access)?;
            Ok((access.standing(), name, store::facts(conn, access)?))
        })
        .await?;
    let version = facts.version;
    let body = PatientResponse::new(patient.0, standing, name, facts);
    if standing.acts() {
        etag::answer_version(&request, version, &body)
    } else {
        etag::answer(&request, &body)
    }
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
    responses((status = 200, body = FactsResponse), (status = 403, description = "patient_only"))
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
        let facts = draft.facts(time_zone, before.version);
        change_facts(conn, access, before, facts)
    })
    .await?;
    answer(&request, facts)
}

fn answer(request: &HttpRequest, facts: Facts) -> HttpResult<HttpResponse> {
    etag::answer_version(request, facts.version, &FactsResponse::from(facts))
}
