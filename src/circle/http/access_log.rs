//! Who did what with a record, for the patient.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::access::{self, Caller, Relation, Review};
use crate::circle::access_log::{self, AccessLogItem};
use crate::platform::App;
use crate::platform::http::{HttpResult, ListQuery, Page, Path, Query, instant};
use crate::platform::ids::{AccountId, PatientId};
use crate::platform::words::Language;

/// Something that was done with a diary, or with its owner's account.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = AccessLogEntry)]
struct LogEntryResponse {
    #[serde(serialize_with = "instant::millis")]
    at: DateTime<Utc>,
    /// What; stable, and later versions have more.
    #[schema(example = "trend.read")]
    action: String,
    /// Who; null where it was no known account.
    account_id: Option<AccountId>,
    /// What they are called; null where it was no known account, or the account is gone.
    #[schema(example = "Bob")]
    display_name: Option<String>,
    /// What they were to the patient then; null where it is about the account.
    relation: Option<Relation>,
    /// The clinic as one of whose staff they did it, or that it is about.
    #[schema(example = "Clinic by the lake")]
    site: Option<String>,
    /// The week it is about.
    #[schema(example = "2026-W47")]
    week: Option<String>,
    /// All of it as a sentence, in the language that is asked for.
    #[schema(example = "Bob, your husband, opened your trend.")]
    text: String,
}

impl From<AccessLogItem> for LogEntryResponse {
    fn from(told: AccessLogItem) -> Self {
        Self {
            at: told.at,
            action: told.action,
            account_id: told.account,
            display_name: told.display_name,
            relation: told.relation,
            site: told.site,
            week: told.week,
            text: told.text,
        }
    }
}

/// Shows who opened or changed what in this diary, and what happened to the account, newest first.
///
/// What others read is there once for each person, kind and hour. Only the patient sees it.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ListQuery),
    responses(
        (status = 200, body = Page<LogEntryResponse>),
        (status = 403, description = "patient_only"),
    )
)]
#[get("/v1/patients/{patient}/access-log")]
pub async fn list_access_log(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (key, language) = (app.keys.roots.cursor(), Language::liked_by(&request));
    let page = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Review>(conn, &caller, patient.0)?;
            access_log::read(conn, &access, &key, &query.0, language)
        })
        .await?;
    page.map(LogEntryResponse::from).answer(&request)
}
