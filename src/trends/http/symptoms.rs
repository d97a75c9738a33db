//! Symptoms and weight over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use super::TrendQuery;
use crate::access::{Caller, Read};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::http::etag;
use crate::platform::http::{HttpResult, Path, Query, Register};
use crate::platform::ids::PatientId;
use crate::trends::symptoms::{self, SymptomTrend};

pub(super) fn routes(config: &mut impl Register) {
    config.service(get_symptom_trend);
}

/// Shows how strong each symptom was, and the weight, week by week, each with its slope.
///
/// For who may read entries: a symptom is a single answer.
#[utoipa::path(
    tag = "trends",
    params(("patient" = PatientId, Path), TrendQuery),
    responses((status = 200, body = SymptomTrend), (status = 403, description = "summary_only"))
)]
#[get("/v1/patients/{patient}/symptom-trend")]
pub async fn get_symptom_trend(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<TrendQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (opened, span) = (Action::EntriesRead, query.0.weeks);
    let trend = audit::reading::<Read, _>(&app, caller, patient.0, opened, move |conn, access| {
        Ok(symptoms::trend(conn, access, span)?)
    })
    .await?;
    etag::answer(&request, &trend)
}
