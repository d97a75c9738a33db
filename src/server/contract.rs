//! The contract: `openapi.yaml` is made here, from the handlers and what is true of all of them.

mod answers;
mod examples;
mod problems;
mod refusals;
mod requests;
mod schemas;

use actix_web::dev::HttpServiceFactory;
use actix_web::{App as ActixApp, Route};
use utoipa::OpenApi as _;
use utoipa::openapi::path::{Operation, ParameterIn, PathItem, Paths};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{OpenApi, Ref, RefOr, Schema};
use utoipa_actix_web::{AppExt, OpenApiFactory};

use super::routes;
use crate::platform::http::ProblemBody;
use crate::platform::http::routes::{Register, Routes};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "ALSFRS-R diary",
        description = include_str!("contract/preface.md"),
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/", description = "Where this document comes from")),
    security(("bearer" = [])),
    tags(
        (name = "service", description = "The service itself"),
        (name = "people", description = "Accounts, sign-in and devices"),
        (name = "staff", description = "What those who run the installation do for each other"),
        (name = "diary", description = "The weekly ratings"),
        (name = "circle", description = "Who else may open a diary"),
        (name = "privacy", description = "What somebody decides about their own data"),
        (name = "treatments", description = "What was tried, and what was felt"),
        (name = "trends", description = "What the weeks add up to"),
    ),
    components(schemas(ProblemBody, crate::platform::faults::Fault)),
)]
struct Base;

/// A list is named by what is on it.
const PAGE: &str = "Page_";

/// The contract as OpenAPI 3.1.
pub fn openapi() -> OpenApi {
    let mut contract = ActixApp::new()
        .into_utoipa_app()
        .openapi(Base::openapi())
        .configure(|config| routes::slices(config))
        .split_for_parts()
        .1;
    let mut components = contract.components.take().unwrap_or_default();
    for (path, item) in &mut contract.paths.paths {
        for (method, operation) in operations(item) {
            let asked = (method, path.as_str());
            requests::complete(asked, operation);
            answers::complete(asked, operation);
            refusals::complete(asked, operation, &mut components);
            examples::add(operation, &mut components);
        }
    }
    schemas::complete(&contract, &mut components);
    refusals::list_codes(&mut components);
    components.headers = answers::headers();
    components.add_security_scheme("bearer", bearer());
    contract.components = Some(components);
    contract
}

/// The routes of the contract, for answering what is not among them. The rest of it is left out: it
/// takes twenty megabytes to make, and is asked for once in a while.
pub(super) fn routes() -> Routes {
    let mut listed = Listed::default();
    routes::slices(&mut listed);
    Routes::new(listed.0.paths.into_iter().map(|(path, mut item)| {
        let declared = operations(&mut item).flat_map(|(name, _)| match name {
            "GET" => vec!["GET", "HEAD"],
            other => vec![other],
        });
        let methods: Vec<&str> = declared.chain(["OPTIONS"]).collect();
        (path, methods.join(", "))
    }))
}

/// Takes where the routes are, and nothing of what is sent over them.
#[derive(Default)]
struct Listed(Paths);

impl Register for Listed {
    fn service<H: HttpServiceFactory + OpenApiFactory + 'static>(
        &mut self,
        handler: H,
    ) -> &mut Self {
        self.0.merge(handler.paths());
        self
    }

    fn route(&mut self, _: &str, _: Route) -> &mut Self {
        self
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    [
        ("GET", &mut item.get),
        ("PUT", &mut item.put),
        ("POST", &mut item.post),
        ("PATCH", &mut item.patch),
        ("DELETE", &mut item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}

fn bearer() -> SecurityScheme {
    let mut scheme = Http::new(HttpAuthScheme::Bearer);
    scheme.bearer_format = Some("JWT".to_owned());
    scheme.description = Some("The `access_token` of a session; ten minutes.".to_owned());
    SecurityScheme::Http(scheme)
}

/// The parameters of `operation` that stand in `place`: their names, and whether each is required.
fn parameters<'a>(
    operation: &'a Operation,
    place: &'a ParameterIn,
) -> impl Iterator<Item = (&'a str, bool)> {
    let parameters = operation.parameters.iter().flatten();
    parameters.filter_map(move |parameter| match parameter {
        RefOr::T(parameter) if parameter.parameter_in == *place => {
            let required = parameter.required == utoipa::openapi::Required::True;
            Some((parameter.name.as_str(), required))
        }
        RefOr::T(_) | RefOr::Ref(_) => None,
    })
}

/// The name of the schema that is referred to, if one is.
fn name_of(schema: Option<&RefOr<Schema>>) -> Option<&str> {
    match schema? {
        RefOr::Ref(Ref { ref_location, .. }) => ref_location.rsplit('/').next(),
        RefOr::T(_) => None,
    }
}

/// A reference to a component: `to("headers", "ETag")`.
fn to(kind: &str, name: &str) -> Ref {
    Ref::new(format!("#/components/{kind}/{name}"))
}
