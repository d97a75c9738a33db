//! The contract: `openapi.yaml` is made here, from the handlers and what is true of all of them.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::App as ActixApp;
use actix_web::http::StatusCode;
use utoipa::openapi::path::{Operation, ParameterIn, PathItem};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, ResponseBuilder};
use utoipa::{OpenApi as _, PartialSchema, ToSchema};
use utoipa_actix_web::AppExt;

use super::routes;
use crate::access::Denial;
use crate::accounts;
use crate::platform::http::routes::Routes;
use crate::platform::http::{Code, ProblemBody, Refused};
use crate::{circle, diary};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "ALSFRS-R diary",
        description = "One ALSFRS-R rating a week from a person with ALS, shared with the people they choose, \
                       and what the weeks add up to. Refusals are `application/problem+json` with a stable `code`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/", description = "Where this document comes from")),
    security(("bearer" = [])),
    tags(
        (name = "service", description = "The service itself"),
        (name = "people", description = "Accounts, sign-in and devices"),
        (name = "diary", description = "The weekly ratings"),
        (name = "circle", description = "Who else may open a diary"),
        (name = "trends", description = "What the weeks add up to"),
    ),
    components(schemas(ProblemBody, crate::platform::faults::Fault)),
)]
struct Base;

/// Every refusal that a slice can answer with.
const CODES: [&[Code]; 5] = [
    Refused::CODES,
    Denial::CODES,
    accounts::Refusal::CODES,
    circle::Refusal::CODES,
    diary::Refusal::CODES,
];

/// The contract as OpenAPI 3.1.
#[must_use]
pub fn openapi() -> OpenApi {
    let mut contract = ActixApp::new()
        .into_utoipa_app()
        .openapi(Base::openapi())
        .configure(routes::slices)
        .split_for_parts()
        .1;
    add_bearer(&mut contract);
    for item in contract.paths.paths.values_mut() {
        for operation in operations(item) {
            add_refusals(operation);
            describe(operation);
        }
    }
    list_codes(&mut contract);
    contract
}

/// The routes of the contract, for answering what is not among them.
pub(super) fn routes() -> Routes {
    let contract = openapi();
    Routes::new(contract.paths.paths.iter().map(|(path, item)| {
        let methods: Vec<&str> = methods(item).into_iter().map(|(name, _)| name).collect();
        (path.clone(), methods.join(", "))
    }))
}

fn methods(item: &PathItem) -> Vec<(&'static str, &Operation)> {
    [
        ("GET", &item.get),
        ("PUT", &item.put),
        ("POST", &item.post),
        ("PATCH", &item.patch),
        ("DELETE", &item.delete),
    ]
    .into_iter()
    .filter_map(|(name, operation)| Some((name, operation.as_ref()?)))
    .collect()
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [
        &mut item.get,
        &mut item.put,
        &mut item.post,
        &mut item.patch,
        &mut item.delete,
    ]
    .into_iter()
    .filter_map(Option::as_mut)
}

fn add_bearer(contract: &mut OpenApi) {
    let components = contract.components.get_or_insert_default();
    let mut scheme = Http::new(HttpAuthScheme::Bearer);
    scheme.bearer_format = Some("JWT".to_owned());
    scheme.description = Some("The `access_token` of a session; ten minutes.".to_owned());
    components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
}

/// Adds what any route of this shape can be refused with, so that no handler repeats it.
fn add_refusals(operation: &mut Operation) {
    let is_public = operation.security.is_some();
    let has_body = operation.request_body.is_some();
    let in_path = has_parameter(operation, &ParameterIn::Path, |_| true);
    let has_precondition = has_parameter(operation, &ParameterIn::Header, |name| {
        name.eq_ignore_ascii_case("If-Match")
    });
    let mut statuses = BTreeSet::from([400, 406, 500, 503]);
    if !is_public {
        statuses.insert(401);
    }
    if in_path {
        statuses.extend([403, 404, 422]);
    }
    if has_body {
        statuses.extend([408, 413, 415, 422]);
    }
    if has_precondition {
        statuses.extend([412, 428]);
    }
    for status in statuses {
        operation
            .responses
            .responses
            .entry(status.to_string())
            .or_insert_with(|| problem(status));
    }
}

/// Names an answer by its status where the handler leaves it to the body: OpenAPI wants a word.
fn describe(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            let status = StatusCode::from_bytes(status.as_bytes()).ok();
            response.description = status
                .and_then(|status| status.canonical_reason())
                .map(str::to_owned)
                .unwrap_or_default();
        }
    }
}

fn has_parameter(operation: &Operation, place: &ParameterIn, named: impl Fn(&str) -> bool) -> bool {
    operation
        .parameters
        .iter()
        .flatten()
        .any(|parameter| match parameter {
            RefOr::T(parameter) => parameter.parameter_in == *place && named(&parameter.name),
            RefOr::Ref(_) => false,
        })
}

/// The refusals of one status, as a response.
pub(super) fn problem(status: u16) -> RefOr<utoipa::openapi::Response> {
    let names: Vec<String> = codes()
        .into_iter()
        .filter(|(_, (of, _))| *of == status)
        .map(|(name, (_, title))| format!("`{name}`: {title}"))
        .collect();
    let schema = RefOr::Ref(Ref::from_schema_name(ProblemBody::name()));
    ResponseBuilder::new()
        .description(names.join(" "))
        .content(
            "application/problem+json",
            ContentBuilder::new().schema(Some(schema)).build(),
        )
        .build()
        .into()
}

/// Every code once, with its status and title.
fn codes() -> BTreeMap<&'static str, (u16, &'static str)> {
    CODES
        .iter()
        .flat_map(|codes| codes.iter())
        .map(|code| (code.name, (code.status, code.title)))
        .collect()
}

/// Lists the codes where the contract describes a problem.
fn list_codes(contract: &mut OpenApi) {
    let names: Vec<String> = codes().into_keys().map(str::to_owned).collect();
    let components = contract.components.get_or_insert_default();
    if let RefOr::T(utoipa::openapi::Schema::Object(mut object)) = ProblemBody::schema() {
        if let Some(RefOr::T(utoipa::openapi::Schema::Object(code))) =
            object.properties.get_mut("code")
        {
            code.enum_values = Some(names.into_iter().map(Into::into).collect());
        }
        components.schemas.insert(
            ProblemBody::name().into_owned(),
            RefOr::T(utoipa::openapi::Schema::Object(object)),
        );
    }
}
