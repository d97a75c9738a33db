//! Who acts for a patient, over HTTP.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::access::{self, Caller, Denial, Entrust, InTrust, Petition, Relation, Summary};
use crate::circle::trustee::{self, State, Trustee, Ways};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::{EdgeRefusal, HttpResult, Json, Path, etag, instant};
use crate::platform::ids::{AccountId, PatientId};
use crate::platform::limit::Quota;
use crate::product::Product;

/// The trustee that the patient chooses.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChooseTrustee)]
pub struct TrusteeRequest {
    /// A member of the circle who signed up as a caregiver or a patient.
    #[schema(format = "uuid", example = "0199c1a4-7b1e-7c4f-8d26-5a9e3f1c0b72")]
    account_id: String,
}

impl TrusteeRequest {
    fn read(self, mut faults: Faults) -> Result<AccountId, Faults> {
        let id = self.account_id.parse();
        id.map_err(|_| {
            faults.add("/account_id", "invalid_value", "This is no UUID.");
            faults
        })
    }
}

/// A patient's trustee, and how far that has come.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Trustee)]
pub struct TrusteeResponse {
    account_id: AccountId,
    display_name: String,
    relation: Relation,
    state: State,
    #[serde(serialize_with = "instant::millis")]
    named_at: DateTime<Utc>,
    /// When they asked; null unless they wait or act.
    #[serde(serialize_with = "instant::maybe_millis")]
    requested_at: Option<DateTime<Utc>>,
    /// From when on they act for the patient; null unless they wait or act.
    #[serde(serialize_with = "instant::maybe_millis")]
    acts_from: Option<DateTime<Utc>>,
    /// After a no, or after they stepped back: from when on they can ask again.
    #[serde(serialize_with = "instant::maybe_millis")]
    may_request_from: Option<DateTime<Utc>>,
}

impl TrusteeResponse {
    /// The trustee as they are at `now`.
    pub fn new(trustee: Trustee, now: DateTime<Utc>) -> Self {
        Self {
            state: trustee.state(now),
            account_id: trustee.account,
            display_name: trustee.display_name,
            relation: trustee.relation,
            named_at: trustee.named_at,
            requested_at: trustee.request.map(|request| request.asked_at),
            acts_from: trustee.request.map(|request| request.acts_from),
            may_request_from: trustee.may_ask_from.filter(|from| *from > now),
        }
    }
}

/// Shows the trustee: to the patient, and to the trustee.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = TrusteeResponse), (status = 403, description = "patient_only"))
)]
#[get("/v1/patients/{patient}/trustee")]
pub async fn get_trustee(
    app: Data<App>,
    caller: Caller,
    Path(patient): Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let now = caller.at();
    let chosen = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Summary>(conn, &caller, patient)?;
            let chosen = trustee::chosen(conn, &access)?;
            let theirs = |chosen: &Trustee| chosen.account == access.by();
            if !access.standing().is_patient() && !chosen.as_ref().is_some_and(theirs) {
                return Err(Denial::PatientOnly.into());
            }
            chosen.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    etag::answer(&request, &TrusteeResponse::new(chosen, now))
}

/// Chooses who may act for the patient one day, in the place of the trustee before.
///
/// Nothing changes until they ask, and then the patient has time to say no. It takes a sign-in or a
/// step-up within the last five minutes.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 200, description = "They are chosen", body = TrusteeResponse),
        (status = 403, description = "patient_only"),
    )
)]
#[put("/v1/patients/{patient}/trustee")]
pub async fn replace_trustee(
    app: Data<App>,
    caller: Caller,
    Path(patient): Path<PatientId>,
    Json(body): Json<TrusteeRequest, 4>,
) -> HttpResult<HttpResponse> {
    let (account, now) = (body.check(TrusteeRequest::read)?, caller.at());
    let limits = Arc::clone(&app.limits);
    let chosen = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Entrust>(conn, &caller, patient)?;
            access::to_account_afresh(conn, &caller)?;
            limits.take_in(conn, &[Quota::Caused(access.by())], access.at())??;
            Ok(trustee::choose(conn, &InTrust::from(&access), account)??)
        })
        .await?;
    Ok(HttpResponse::Ok().json(TrusteeResponse::new(chosen, now)))
}

/// Ends the choice, and that the trustee acts for the patient. The trustee can decline with it.
///
/// No version is asked for, and no sign-in: this must not fail. Doing it twice is harmless.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 204, description = "Nobody is chosen"),
        (status = 403, description = "patient_only trustee_only"),
    )
)]
#[delete("/v1/patients/{patient}/trustee")]
pub async fn remove_trustee(
    app: Data<App>,
    caller: Caller,
    Path(patient): Path<PatientId>,
) -> HttpResult<HttpResponse> {
    app.db
        .write(move |conn| -> HttpResult<()> {
            let trust = if is_patient(conn, &caller, patient)? {
                InTrust::from(&access::to_patient::<Entrust>(conn, &caller, patient)?)
            } else {
                let access = access::to_own_part::<Petition>(conn, &caller, patient)?;
                let chosen = trustee::chosen(conn, &access)?;
                if chosen.is_none_or(|chosen| chosen.account != access.by()) {
                    return Err(Denial::PatientOnly.into());
                }
                InTrust::from(&access)
            };
            Ok(trustee::forget(conn, &trust)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Asks to act for the patient: for the trustee alone.
///
/// The patient and everybody in the circle are told by mail. Unless the patient says no until
/// `acts_from`, the caller may from then on do with diary and circle what the patient may. Asking
/// again changes nothing.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 202, description = "They wait, or act already", body = TrusteeResponse),
        (status = 403, description = "trustee_only"),
        (status = 409, description = "asked_too_soon"),
    )
)]
#[post("/v1/patients/{patient}/trustee/request")]
pub async fn request_trusteeship(
    app: Data<App>,
    product: Data<Product>,
    caller: Caller,
    Path(patient): Path<PatientId>,
) -> HttpResult<HttpResponse> {
    let (ids, ways, now) = (app.ids.clone(), Ways::new(&app, &product), caller.at());
    let limits = Arc::clone(&app.limits);
    let waiting = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Petition>(conn, &caller, patient)?;
            limits.take_in(conn, &[Quota::Caused(access.by())], access.at())??;
            let asked = trustee::ask(conn, &access, &ids, &ways)?;
            Ok(asked.ok_or(Denial::TrusteeOnly)??)
        })
        .await?;
    Ok(HttpResponse::Accepted().json(TrusteeResponse::new(waiting, now)))
}

/// Says no, or takes it back: from the next request on the trustee does not act for the patient.
///
/// The patient can do so before and after it took effect. The trustee can take back what they asked
/// for. Either way they cannot ask again for a time. Doing it twice is harmless.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 204, description = "Nobody acts for the patient"),
        (status = 403, description = "trustee_only"),
    )
)]
#[delete("/v1/patients/{patient}/trustee/request")]
pub async fn cancel_trusteeship_request(
    app: Data<App>,
    product: Data<Product>,
    caller: Caller,
    Path(patient): Path<PatientId>,
) -> HttpResult<HttpResponse> {
    let ways = Ways::new(&app, &product);
    app.db
        .write(move |conn| -> HttpResult<()> {
            if is_patient(conn, &caller, patient)? {
                let access = access::to_patient::<Entrust>(conn, &caller, patient)?;
                return Ok(trustee::refuse(conn, &access, &ways)?);
            }
            let access = access::to_own_part::<Petition>(conn, &caller, patient)?;
            Ok(trustee::step_back(conn, &access, &ways)?.ok_or(Denial::TrusteeOnly)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Which of the two who may do it asks.
fn is_patient(conn: &mut Conn, caller: &Caller, patient: PatientId) -> DbResult<bool> {
    Ok(access::patient_of(conn, caller.account())? == Some(patient))
}
