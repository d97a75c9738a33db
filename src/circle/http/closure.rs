//! Closing a diary, over HTTP.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::access::closures::{self, Closure};
use crate::access::{self, Caller, Denial, Inspect, Manage};
use crate::circle::closure;
use crate::circle::trustee::Ways;
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::{EdgeRefusal, HttpResult, Json, Path, etag, instant};
use crate::platform::ids::PatientId;
use crate::platform::limit::Quota;
use crate::platform::text;
use crate::product::Product;

/// Why a trustee closes the diary.
#[derive(Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CloseDiary)]
pub struct ClosureRequest {
    /// On what they decide it: that the patient died, or wished it so.
    #[schema(min_length = 1, max_length = 500, example = "She died in March.")]
    basis: String,
}

impl ClosureRequest {
    fn read(self, mut faults: Faults) -> Result<String, Faults> {
        let basis = text::read_name(&mut faults, "/basis", &self.basis, 500);
        faults.or(basis)
    }
}

/// That a diary is closed, or will be.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Closure)]
pub struct ClosureResponse {
    #[serde(serialize_with = "instant::millis")]
    asked_at: DateTime<Utc>,
    /// From when on it takes no records.
    #[serde(serialize_with = "instant::millis")]
    closes_at: DateTime<Utc>,
    /// Whether that time has come.
    closed: bool,
    basis: String,
}

impl ClosureResponse {
    /// As it stands `now`.
    pub fn new(closure: Closure, now: DateTime<Utc>) -> Self {
        Self {
            asked_at: closure.asked_at,
            closes_at: closure.closes_at,
            closed: closure.closes_at <= now,
            basis: closure.basis,
        }
    }
}

/// Shows whether the diary is closed or will be: to the patient, and to the trustee who acts for them.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = ClosureResponse), (status = 403, description = "patient_only"))
)]
#[get("/v1/patients/{patient}/closure")]
pub async fn get_closure(
    app: Data<App>,
    caller: Caller,
    Path(patient): Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let now = caller.at();
    let closure = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Inspect>(conn, &caller, patient)?;
            Ok(closures::find(conn, &access)?.ok_or(EdgeRefusal::NotFound)?)
        })
        .await?;
    etag::answer(&request, &ClosureResponse::new(closure, now))
}

/// Asks for the diary to be closed after some days: for the trustee who acts for the patient.
///
/// The patient and everybody in the circle are told by mail. From `closes_at` on it takes no records,
/// and everybody goes on reading; nothing is deleted. Until then and afterwards the patient can say no
/// with one touch. Asking again changes nothing, and after it was taken back it takes a time. It takes a sign-in or a step-up within the last five
/// minutes.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 202, description = "It will be closed, or is", body = ClosureResponse),
        (status = 403, description = "patient_only trustee_only"),
        (status = 409, description = "asked_too_soon"),
    )
)]
#[post("/v1/patients/{patient}/closure")]
pub async fn request_closure(
    app: Data<App>,
    product: Data<Product>,
    caller: Caller,
    Path(patient): Path<PatientId>,
    Json(body): Json<ClosureRequest, 4>,
) -> HttpResult<HttpResponse> {
    let (basis, ways, now) = (
        body.check(ClosureRequest::read)?,
        Ways::new(&app, &product),
        caller.at(),
    );
    let (waits, limits) = (product.erasure_after, Arc::clone(&app.limits));
    let closure = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Manage>(conn, &caller, patient)?;
            access::to_account_afresh(conn, &caller)?;
            limits.take_in(conn, &[Quota::Caused(access.by())], access.at())??;
            let asked = closure::ask(conn, &access, basis.clone(), waits, &ways)?;
            Ok(asked.ok_or(Denial::TrusteeOnly)??)
        })
        .await?;
    Ok(HttpResponse::Accepted().json(ClosureResponse::new(closure, now)))
}

/// Keeps the diary open, or opens it again: for the patient, and for the trustee who acts for them. Doing it
/// twice is harmless.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 204, description = "The diary is open"),
        (status = 403, description = "patient_only"),
    )
)]
#[delete("/v1/patients/{patient}/closure")]
pub async fn cancel_closure(
    app: Data<App>,
    product: Data<Product>,
    caller: Caller,
    Path(patient): Path<PatientId>,
) -> HttpResult<HttpResponse> {
    let ways = Ways::new(&app, &product);
    app.db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<Manage>(conn, &caller, patient)?;
            Ok(closure::take_back(conn, &access, &ways)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
