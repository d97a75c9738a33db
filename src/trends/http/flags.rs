//! "We know", over HTTP.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use serde::Deserialize;

use super::question;
use crate::access::{self, Caller, Treat};
use crate::diary;
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::extract::MaybeJson;
use crate::platform::http::{HttpResult, Path, Register};
use crate::platform::ids::{FlagId, PatientId};
use crate::platform::text;
use crate::platform::words::Language;
use crate::product::Product;
use crate::trends::acknowledge::{Said, acknowledge};
use crate::trends::flags::FlagShown;
use crate::trends::window::Span;

pub(super) fn routes(config: &mut impl Register) {
    config.service(acknowledge_flag);
}

/// The longest note, in characters.
const NOTE: usize = 500;

/// What is said beside "we know".
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeFlag {
    /// At most 500 characters.
    #[schema(max_length = 500, example = "told the nurse on Tuesday")]
    note: Option<String>,
    /// The numbers that the flag showed, by their names: then it is refused (409) where they have changed since.
    #[serde(default)]
    #[schema(example = json!({"swallowing": 2}))]
    readings: Option<BTreeMap<String, f64>>,
}

impl AcknowledgeFlag {
    fn read(self, mut faults: Faults) -> Result<Said, Faults> {
        let note = self
            .note
            .map(|note| text::read(&mut faults, "/note", &note, NOTE, true))
            .filter(|note| !note.is_empty());
        let readings = self.readings;
        faults.or(Said { note, readings })
    }
}

/// Says of a flag "we know": it stays, and is quiet until the value is worse than what is known.
///
/// For the patient, who acts or writes for them, and clinicians who may read. Said twice it is the same.
#[utoipa::path(
    tag = "trends",
    params(("patient" = PatientId, Path), ("flag" = FlagId, Path)),
    request_body = Option<AcknowledgeFlag>,
    responses(
        (status = 200, description = "The flag, with who knows of it", body = FlagShown),
        (status = 403, description = "summary_only read_only diary_closed"),
        (status = 409, description = "flag_changed"),
    )
)]
#[post("/v1/patients/{patient}/flags/{flag}/acknowledge")]
pub async fn acknowledge_flag(
    app: Data<App>,
    product: Data<Product>,
    caller: Caller,
    path: Path<(PatientId, FlagId)>,
    body: MaybeJson<AcknowledgeFlag>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let ((patient, flag), with_flags) = (path.0, product.flags);
    let language = Language::liked_by(&request);
    let said = body.0.check(AcknowledgeFlag::read)?;
    let shown = access::changing::<Treat, _>(&app.db, caller, patient, move |conn, access| {
        let mut question = question(conn, access, Span::All, with_flags, language)?;
        if let Some(reader) = &mut question.companion {
            reader.part = diary::part(conn, access)?;
        }
        acknowledge(conn, access, &question, flag, said.clone())
    })
    .await?;
    Ok(HttpResponse::Ok().json(shown))
}
