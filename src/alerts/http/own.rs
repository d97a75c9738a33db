//! What the caller wants to be told of a diary.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, put};

use crate::access::{self, Caller, Follow, Summary};
use crate::alerts::request::AlertsRequest;
use crate::alerts::response::OwnAlertsBody;
use crate::alerts::{choose, look};
use crate::platform::App;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{HttpResult, Json, Path, Register};
use crate::platform::ids::PatientId;
use crate::product::Product;

pub(super) fn routes(config: &mut impl Register) {
    config.service(get_alerts).service(replace_alerts);
}

/// The tag tells whether it has an effect too, which changes without a new version.
fn tag(version: i32, active: bool) -> String {
    if active {
        etag::of_version(version)
    } else {
        format!("\"v{version}-off\"")
    }
}

/// Shows what one wants to be told of a diary that one was let into. Nothing is on before it was chosen.
#[utoipa::path(
    tag = "phone",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = OwnAlertsBody))
)]
#[get("/v1/patients/{patient}/alerts")]
pub async fn get_alerts(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (choice, active) = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Summary>(conn, &caller, patient.0)?;
            Ok(choose::chosen(conn, &access)?)
        })
        .await?;
    let tag = tag(choice.version, active);
    etag::answer_as(&request, &tag, &OwnAlertsBody::new(&choice, active))
}

/// Replaces what one wants to be told: that nothing was recorded for weeks, flags of these tiers, on which ways, and
/// after how many hours without an answer the next person is told.
///
/// For everybody in the circle, and the clinician who coordinates the care. It is about what comes after it; what
/// their level does not show them is not told. No message says what it is about. Next are told, of those who chose a
/// way: who coordinates the care, the trustee, and then the longest in the circle.
#[utoipa::path(
    tag = "phone",
    params(("patient" = PatientId, Path), ("If-Match" = String, Header)),
    responses(
        (status = 200, description = "As it is now", body = OwnAlertsBody),
        (status = 403, description = "own_diary coordinator_only"),
    )
)]
#[put("/v1/patients/{patient}/alerts")]
pub async fn replace_alerts(
    app: Data<App>,
    product: Data<Product>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
    Json(sent): Json<AlertsRequest, 4>,
) -> HttpResult<HttpResponse> {
    let condition = Precondition::of(&request)?;
    let (new, with_flags) = (sent.check(AlertsRequest::read)?, product.flags);
    let changed = move |conn: &mut _, access: &access::Access<Follow>| {
        choose::may_follow(conn, access)?;
        let (before, active) = choose::chosen(conn, access)?;
        if !condition.allows(&tag(before.version, active)) || condition == Precondition::None {
            condition.demand(before.version, || OwnAlertsBody::new(&before, active))?;
        }
        let told = choose::choose(conn, access, &before, new.clone(), with_flags)?;
        Ok((choose::chosen(conn, access)?, told))
    };
    let ((choice, active), told) =
        access::changing::<Follow, _>(&app.db, caller, patient.0, changed).await?;
    look::count(told);
    let tag = tag(choice.version, active);
    etag::answer_as(&request, &tag, &OwnAlertsBody::new(&choice, active))
}
