//! FHIR over HTTP.

mod answer;
mod bulk;
mod find;
mod kick_off;
mod read;

use actix_web::http::header::LOCATION;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, get, post};
use serde::Deserialize;

use super::capability;
use super::facade::{Facade, version_id};
use super::kind::Kind;
use super::questionnaire_response::response;
use super::rated::Rated;
use super::refusal::Refusal;
use super::request::{ResponseRequest, place};
use super::search::is_json;
use crate::access::{Caller, PersonOrProgram};
use crate::audit::Subject;
use crate::diary;
use crate::platform::App;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::etag::Precondition;
use crate::platform::http::{
    EdgeRefusal, HttpError, HttpResult, Json, Path, Query, Register, Segment,
};
use crate::platform::ids::PatientId;
use crate::product::Product;
use crate::smart::{Interaction, Scopes};
use crate::versions::{self, Outcome};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(get_capabilities)
        .service(kick_off::start_system_export)
        .service(kick_off::start_system_export_with_parameters)
        .service(kick_off::start_patient_export)
        .service(kick_off::start_patient_export_with_parameters)
        .service(kick_off::start_group_export)
        .service(kick_off::start_group_export_with_parameters)
        .service(bulk::get_bulk_export)
        .service(bulk::remove_bulk_export)
        .service(bulk::get_bulk_file)
        .service(search_responses)
        .service(create_response)
        .service(search_resources)
        .service(read_resource);
}

/// A resource of FHIR R4: `metadata` says which there are.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "the contract describes it")]
struct FhirResource {
    #[schema(rename = "resourceType", example = "Observation")]
    resource_type: String,
}

impl Segment for Kind {
    fn read(text: &str) -> Result<Self, HttpError> {
        let mut all = Self::ALL.into_iter();
        let known = all.find(|kind| kind.name() == text);
        known.ok_or_else(|| EdgeRefusal::NotFound.into())
    }
}

/// In which format to answer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormatQuery {
    _format: Option<Format>,
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Format;

impl TryFrom<String> for Format {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, &'static str> {
        is_json(&name)
            .then_some(Self)
            .ok_or("JSON is the one format")
    }
}

/// What the facade can do, as a `CapabilityStatement`.
#[utoipa::path(
    tag = "fhir", security(()),
    params(("_format" = Option<String>, Query)),
    responses((status = 200, body = FhirResource, content_type = "application/fhir+json"))
)]
#[get("/fhir/metadata")]
async fn get_capabilities(
    app: Data<App>,
    product: Data<Product>,
    _: Query<FormatQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    answer::read(
        &request,
        None,
        &capability::statement(&facade(&app, &product)),
    )
}

/// Searches the answers of a patient's weeks.
#[utoipa::path(
    tag = "fhir",
    params(
        ("patient" = Option<String>, Query), ("subject" = Option<String>, Query),
        ("authored" = Option<String>, Query), ("_lastUpdated" = Option<String>, Query),
        ("_count" = Option<u16>, Query), ("_format" = Option<String>, Query),
        ("cursor" = Option<String>, Query),
    ),
    responses((status = 200, body = FhirResource, content_type = "application/fhir+json"), (status = 400, description = "patient_needed"), (status = 403, description = "insufficient_scope"))
)]
#[get("/fhir/QuestionnaireResponse")]
async fn search_responses(
    app: Data<App>,
    product: Data<Product>,
    PersonOrProgram(caller): PersonOrProgram,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let kind = Kind::QuestionnaireResponse;
    permit(&caller, kind, Interaction::Search)?;
    find::search(&app, facade(&app, &product), caller, kind, &request).await
}

/// Records the week of a `QuestionnaireResponse`, as a `PUT` of that week does.
#[utoipa::path(
    tag = "fhir",
    params(
        ("If-Match" = Option<String>, Header),
        ("If-None-Match" = Option<String>, Header, description = "`*`: only if there is none, and never was one", pattern = "^[*]$", example = "*"),
    ),
    request_body(content = FhirResource, content_type = "application/fhir+json"),
    responses(
        (status = 200, body = FhirResource, content_type = "application/fhir+json"),
        (status = 201, body = FhirResource, content_type = "application/fhir+json"),
        (status = 403, description = "summary_only read_only diary_closed recorded_by_patient insufficient_scope"),
        (status = 409, description = "week_taken week_removed too_many_versions"),
    )
)]
#[post("/fhir/QuestionnaireResponse")]
async fn create_response(
    app: Data<App>,
    product: Data<Product>,
    PersonOrProgram(caller): PersonOrProgram,
    request: HttpRequest,
    body: Json<ResponseRequest, 1024>,
) -> HttpResult<HttpResponse> {
    if caller.scope().is_some() {
        return Err(Refusal::ScopeNeeded.into());
    }
    let facade = facade(&app, &product);
    let seen = answer::precondition(Precondition::of(&request)?);
    let latest_day = latest_day_on_earth(app.clock.now());
    let sent = (body.0).check(|sent, faults| sent.read(faults, &facade, latest_day))?;
    let (patient, week) = (sent.patient, sent.week);
    about(&request, patient);
    let recorded = diary::recording(
        &app.db,
        caller,
        patient,
        week,
        move |conn, access, known| {
            let mut draft = sent.draft.by(access)?;
            // The form asks for less than a week holds: what else was said of it stays.
            draft.keep = Some(|sent, before| {
                sent.symptoms = before.symptoms;
                sent.weight = before.weight;
                sent.note.clone_from(&before.note);
            });
            versions::put_onto(conn, access, week, known, &draft, &seen)
        },
    );
    let (recorded, entry) = recorded.await.map_err(|refused| refused.placed(place))?;
    let rated = Rated::of_week(&entry).ok_or(EdgeRefusal::Internal)?;
    let body = response(patient, &rated);
    let location = format!("{}/QuestionnaireResponse/{}", facade.base, body.id);
    let mut made = match recorded {
        Outcome::New => HttpResponse::Created(),
        Outcome::AsBefore | Outcome::Superseded | Outcome::Revised => HttpResponse::Ok(),
    };
    made.insert_header((LOCATION, location));
    answer::written(&mut made, &version_id(&entry), &body)
}

/// Searches resources of one type, as `metadata` says. Pages are linked in the `Bundle`.
#[utoipa::path(
    tag = "fhir",
    params(
        ("resource" = String, Path, example = "Observation"),
        ("patient" = Option<String>, Query), ("subject" = Option<String>, Query),
        ("date" = Option<String>, Query), ("code" = Option<String>, Query),
        ("_lastUpdated" = Option<String>, Query), ("_id" = Option<String>, Query),
        ("url" = Option<String>, Query), ("version" = Option<String>, Query),
        ("_count" = Option<u16>, Query), ("_format" = Option<String>, Query),
        ("cursor" = Option<String>, Query),
    ),
    responses((status = 200, body = FhirResource, content_type = "application/fhir+json"), (status = 400, description = "patient_needed"), (status = 403, description = "insufficient_scope"))
)]
#[get("/fhir/{resource}")]
async fn search_resources(
    app: Data<App>,
    product: Data<Product>,
    PersonOrProgram(caller): PersonOrProgram,
    kind: Path<Kind>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    permit(&caller, kind.0, Interaction::Search)?;
    find::search(&app, facade(&app, &product), caller, kind.0, &request).await
}

/// Reads a resource.
#[utoipa::path(
    tag = "fhir",
    params(
        ("resource" = String, Path, example = "Questionnaire"), ("id" = String, Path, example = "alsfrs-r"),
        ("_format" = Option<String>, Query),
    ),
    responses((status = 200, body = FhirResource, content_type = "application/fhir+json"), (status = 403, description = "insufficient_scope"), (status = 410, description = "deleted"))
)]
#[get("/fhir/{resource}/{id}")]
async fn read_resource(
    app: Data<App>,
    product: Data<Product>,
    PersonOrProgram(caller): PersonOrProgram,
    path: Path<(Kind, String)>,
    _: Query<FormatQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (kind, id) = path.0;
    permit(&caller, kind, Interaction::Read)?;
    read::read(&app, &facade(&app, &product), caller, (kind, &id), &request).await
}

/// A program may do what it was granted; people are not asked.
fn permit(caller: &Caller, kind: Kind, interaction: Interaction) -> HttpResult<()> {
    let may = caller.scope().is_none_or(|granted| {
        Scopes::read(granted).is_ok_and(|scopes| scopes.allow(kind.name(), interaction))
    });
    may.then_some(()).ok_or_else(|| Refusal::ScopeNeeded.into())
}

fn facade(app: &App, product: &Product) -> Facade {
    Facade::new(&app.public_url, product.inferred_codes)
}

/// A refusal is written down where the patient is told of it.
fn about(request: &HttpRequest, patient: PatientId) {
    let subject = Subject {
        patient,
        unseen: false,
    };
    request.extensions_mut().insert(subject);
}
