//! How a program has the data of its clinic taken out.

use actix_web::http::header::{CONTENT_LOCATION, HeaderMap, RETRY_AFTER};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};

use super::bulk::{WAIT, granted, place_of};
use super::{FhirResource, facade};
use crate::access::{self, PersonOrProgram};
use crate::exports::{self, Filter, Format, NewExport};
use crate::fhir::kick_off::{Handling, Wanted};
use crate::fhir::parameters::ParametersRequest;
use crate::fhir::refusal::Refusal;
use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::http::{EdgeRefusal, HttpError, HttpResult, MaybeJson, Path};
use crate::platform::ids::{ExportId, SiteId};
use crate::product::Product;

/// What every kick-off is made from.
type Asked = (Data<App>, Data<Product>, PersonOrProgram, HttpRequest);

/// How each of them is answered.
#[derive(utoipa::IntoResponses)]
#[expect(dead_code, reason = "the contract alone reads it")]
enum KickedOff {
    #[response(
        status = 202,
        description = "It is being made: ask at `Content-Location` how far it is"
    )]
    Begun,
    #[response(status = 400, description = "async_needed")]
    NotAsync,
    #[response(status = 403, description = "insufficient_scope program_only")]
    NotGranted,
    #[response(status = 429, description = "exports_running")]
    Running,
}

/// Has what patients share for research made into files, for a program of their clinic.
///
/// A program of a clinic alone asks; it gets what it may read here, and was granted.
#[utoipa::path(
    tag = "fhir",
    params(
        ("_type" = Option<String>, Query), ("_since" = Option<String>, Query),
        ("_outputFormat" = Option<String>, Query), ("Prefer" = String, Header),
    ),
    responses(KickedOff)
)]
#[get("/fhir/$export")]
pub async fn start_system_export(asked: Asked) -> HttpResult<HttpResponse> {
    by_query(asked, None).await
}

/// The same, asked with `Parameters`.
#[utoipa::path(
    tag = "fhir",
    params(("Prefer" = String, Header)),
    request_body(content = Option<FhirResource>, content_type = "application/fhir+json"),
    responses(KickedOff)
)]
#[post("/fhir/$export")]
pub async fn start_system_export_with_parameters(
    asked: Asked,
    body: MaybeJson<ParametersRequest>,
) -> HttpResult<HttpResponse> {
    by_body(asked, None, body).await
}

/// Has what is known of all patients made into files: the same as of the whole system.
#[utoipa::path(
    tag = "fhir",
    params(
        ("_type" = Option<String>, Query), ("_since" = Option<String>, Query),
        ("_outputFormat" = Option<String>, Query), ("Prefer" = String, Header),
    ),
    responses(KickedOff)
)]
#[get("/fhir/Patient/$export")]
pub async fn start_patient_export(asked: Asked) -> HttpResult<HttpResponse> {
    by_query(asked, None).await
}

/// The same, asked with `Parameters`.
#[utoipa::path(
    tag = "fhir",
    params(("Prefer" = String, Header)),
    request_body(content = Option<FhirResource>, content_type = "application/fhir+json"),
    responses(KickedOff)
)]
#[post("/fhir/Patient/$export")]
pub async fn start_patient_export_with_parameters(
    asked: Asked,
    body: MaybeJson<ParametersRequest>,
) -> HttpResult<HttpResponse> {
    by_body(asked, None, body).await
}

/// Has what is known of the patients of a clinic made into files. The group is the clinic, by its id.
#[utoipa::path(
    tag = "fhir",
    params(
        ("site" = SiteId, Path), ("_type" = Option<String>, Query), ("_since" = Option<String>, Query),
        ("_outputFormat" = Option<String>, Query), ("Prefer" = String, Header),
    ),
    responses(KickedOff)
)]
#[get("/fhir/Group/{site}/$export")]
pub async fn start_group_export(asked: Asked, site: Path<SiteId>) -> HttpResult<HttpResponse> {
    by_query(asked, Some(site.0)).await
}

/// The same, asked with `Parameters`.
#[utoipa::path(
    tag = "fhir",
    params(("site" = SiteId, Path), ("Prefer" = String, Header)),
    request_body(content = Option<FhirResource>, content_type = "application/fhir+json"),
    responses(KickedOff)
)]
#[post("/fhir/Group/{site}/$export")]
pub async fn start_group_export_with_parameters(
    asked: Asked,
    site: Path<SiteId>,
    body: MaybeJson<ParametersRequest>,
) -> HttpResult<HttpResponse> {
    by_body(asked, Some(site.0), body).await
}

async fn by_query(asked: Asked, group: Option<SiteId>) -> HttpResult<HttpResponse> {
    let (.., request) = &asked;
    let query = url::form_urlencoded::parse(request.query_string().as_bytes());
    let parameters: Vec<_> = query.into_owned().collect();
    kick_off(asked, group, parameters).await
}

async fn by_body(
    asked: Asked,
    group: Option<SiteId>,
    MaybeJson(body): MaybeJson<ParametersRequest>,
) -> HttpResult<HttpResponse> {
    let parameters = body.check(|sent, faults| {
        if sent.is_sent() {
            sent.read(faults)
        } else {
            faults.or(Vec::new())
        }
    })?;
    kick_off(asked, group, parameters).await
}

async fn kick_off(
    (app, product, PersonOrProgram(caller), request): Asked,
    group: Option<SiteId>,
    parameters: Vec<(String, String)>,
) -> HttpResult<HttpResponse> {
    let (now, by) = (caller.at(), caller.account().0);
    let preferred = Preferred::of(request.headers());
    let (public, id) = (facade(&app, &product).base, app.ids.next::<ExportId>());
    let place = place_of(&public, id);
    let address = address(&public, &request);
    let wanted = Wanted::read(address, &parameters, preferred.handling, now)?;
    app.db
        .write(move |conn| -> HttpResult<()> {
            let site = access::to_own_site(conn, &caller)?;
            if group.is_some_and(|group| group != site.site()) {
                return Err(EdgeRefusal::NotFound.into());
            }
            if !preferred.is_async {
                return Err(Refusal::AsyncNeeded.into());
            }
            let granted = granted(&caller)?;
            let wanted = wanted.of(&granted)?;
            let new = NewExport {
                format: Format::Fhir,
                filter: Filter::ALL,
                identified: false,
                labels: false,
                reason: None,
                kick_off: Some(serde_json::to_value(&wanted).map_err(|_| EdgeRefusal::Internal)?),
            };
            let asked = exports::ask(conn, &site, id, &new)?;
            asked.map(|_| ()).map_err(|refused| match refused {
                exports::Refusal::TooManyExports => Refusal::ExportsRunning.into(),
                other => HttpError::from(other),
            })
        })
        .await?;
    if app.exports.is_reached_by(by, now) {
        alarm::sound(Alarm::ExportBurst);
    }
    Ok(HttpResponse::Accepted()
        .insert_header((CONTENT_LOCATION, place))
        .insert_header((RETRY_AFTER, WAIT))
        .finish())
}

/// What the client prefers (RFC 7240).
#[derive(Clone, Copy)]
struct Preferred {
    is_async: bool,
    handling: Handling,
}

impl Preferred {
    fn of(headers: &HeaderMap) -> Self {
        let values = headers.get_all("prefer").filter_map(|it| it.to_str().ok());
        let wishes = values.flat_map(|value| value.split([',', ';']).map(str::trim));
        let mut preferred = Self {
            is_async: false,
            handling: Handling::Usual,
        };
        for wish in wishes {
            match wish {
                "respond-async" => preferred.is_async = true,
                "handling=strict" => preferred.handling = Handling::Strict,
                "handling=lenient" => preferred.handling = Handling::Lenient,
                _ => {}
            }
        }
        preferred
    }
}

/// The address that was asked, by the name that we go by.
fn address(base: &str, request: &HttpRequest) -> String {
    let path = request.path().trim_start_matches("/fhir");
    match request.query_string() {
        "" => format!("{base}{path}"),
        query => format!("{base}{path}?{query}"),
    }
}
