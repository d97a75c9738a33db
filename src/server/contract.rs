//! The contract: `openapi.yaml` is made here, from the handlers and what is true of all of them.

#![expect(
    clippy::indexing_slicing,
    reason = "JSON makes the member that is missing"
)]

mod answers;
mod examples;
mod parameters;
mod refusals;
mod requests;
mod schemas;
mod shapes;
mod yaml;

use actix_web::dev::HttpServiceFactory;
use actix_web::{App as ActixApp, Route};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::OpenApi as _;
use utoipa::openapi::RefOr;
use utoipa::openapi::path::{Parameter, ParameterIn, Paths};
use utoipa_actix_web::{AppExt, OpenApiFactory};

use super::documents::ContractBytes;
use super::routes;
use crate::platform::http::ProblemBody;
use crate::platform::http::routes::{ContractPath, Register, Routes};

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
        (name = "sign-in", description = "Signing up, signing in, and a forgotten password"),
        (name = "people", description = "One's own account, devices and second factors"),
        (name = "diary", description = "The weekly ratings"),
        (name = "trends", description = "What the weeks add up to"),
        (name = "circle", description = "Who else may open a diary"),
        (name = "treatments", description = "What was tried, and what was felt"),
        (name = "phone", description = "What an app needs that is offline half the time"),
        (name = "fhir", description = "The record in FHIR R4; refusals are an `OperationOutcome`"),
        (name = "privacy", description = "What a person decides about their own data"),
        (name = "service", description = "The service itself"),
    ),
    components(schemas(ProblemBody, crate::platform::faults::Fault)),
)]
struct Base;

/// Where people come in: the pages show it first.
const SIGN_IN: [&str; 3] = ["/v1/accounts", "/v1/sessions", "/v1/account/password-reset"];

/// OpenAPI 3.1, its parts in the order in which people read them.
#[derive(Default, Serialize, Deserialize)]
pub struct Contract {
    openapi: Value,
    info: Value,
    servers: Value,
    security: Value,
    tags: Value,
    paths: Value,
    components: Value,
}

impl Contract {
    /// As YAML.
    pub fn to_yaml(&self) -> String {
        let parts = [
            ("openapi", &self.openapi),
            ("info", &self.info),
            ("servers", &self.servers),
            ("security", &self.security),
            ("tags", &self.tags),
            ("paths", &self.paths),
            ("components", &self.components),
        ];
        let parts = parts.map(|(name, part)| yaml::write(&json!({name: part})));
        parts.concat()
    }
}

/// The contract.
pub fn openapi() -> Contract {
    let made = ActixApp::new()
        .into_utoipa_app()
        .openapi(Base::openapi())
        .configure(|config| routes::slices(config))
        .split_for_parts()
        .1;
    let made = serde_json::to_value(made).and_then(serde_json::from_value);
    let mut contract: Contract = made.unwrap_or_default();
    let (paths, components) = (&mut contract.paths, &mut contract.components);
    for (path, method, operation) in operations(paths) {
        let asked = (method.as_str(), path.as_str());
        requests::complete(asked, operation);
        answers::complete(asked, operation);
        refusals::complete(asked, operation);
        if SIGN_IN.iter().any(|start| path.starts_with(start)) {
            operation["tags"] = json!(["sign-in"]);
        }
    }
    let mut responses = refusals::responses();
    responses.insert("NotModified".to_owned(), answers::not_modified());
    responses.insert("Outcome".to_owned(), refusals::outcome());
    components["responses"] = responses.into();
    components["headers"] = answers::headers();
    components["securitySchemes"] = json!({"bearer": {
        "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
        "description": "The `access_token` of a session; ten minutes.",
    }});
    refusals::list_codes(&mut components["schemas"]);
    shapes::visit(paths, &mut schemas::tidy);
    schemas::complete(paths, &mut components["schemas"]);
    examples::add(&mut components["schemas"]);
    components["parameters"] = parameters::share(paths);
    contract
}

/// The contract as it is served.
pub(super) fn written() -> ContractBytes {
    let contract = openapi();
    ContractBytes {
        yaml: contract.to_yaml().into(),
        json: serde_json::to_vec(&contract).unwrap_or_default().into(),
    }
}

/// The routes of the contract, for refusing what is not of it. The rest of it is left out: it
/// takes twenty megabytes to make, and is asked for once in a while.
pub(super) fn routes() -> Routes {
    let mut listed = RouteList::default();
    routes::slices(&mut listed);
    Routes::new(listed.0.paths.into_iter().map(|(path, item)| {
        let declared = [
            ("GET", item.get),
            ("PUT", item.put),
            ("POST", item.post),
            ("PATCH", item.patch),
            ("DELETE", item.delete),
        ];
        let (mut methods, mut without_query) = (Vec::new(), Vec::new());
        for (method, operation) in declared {
            let Some(operation) = operation else { continue };
            methods.push(if method == "GET" { "GET, HEAD" } else { method });
            let is_query = |one: &RefOr<Parameter>| matches!(one, RefOr::T(one) if one.parameter_in == ParameterIn::Query);
            if !operation.parameters.iter().flatten().any(is_query) {
                without_query.push(method);
            }
        }
        methods.push("OPTIONS");
        let known = ContractPath {
            methods: methods.join(", "),
            without_query,
        };
        (path, known)
    }))
}

/// Takes where the routes are, and nothing of what is sent over them.
#[derive(Default)]
struct RouteList(Paths);

impl Register for RouteList {
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

/// Every operation, by its path and method.
fn operations(paths: &mut Value) -> impl Iterator<Item = (&String, &String, &mut Value)> {
    members(paths).flat_map(|(path, item)| {
        let methods = members(item);
        methods.map(move |(method, operation)| (path, method, operation))
    })
}

/// The members of an object.
fn members(object: &mut Value) -> impl Iterator<Item = (&String, &mut Value)> {
    object.as_object_mut().into_iter().flatten()
}

/// The parameters of `operation`.
fn parameters(operation: &Value) -> impl Iterator<Item = &Value> {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    parameters.into_iter().flatten()
}

fn has_parameter(operation: &Value, name: &str) -> bool {
    parameters(operation).any(|parameter| parameter["name"] == name)
}

/// The name of the schema that is referred to, if one is.
fn name_of(schema: &Value) -> Option<&str> {
    let place = schema.get("$ref")?.as_str()?;
    place.strip_prefix("#/components/schemas/")
}

/// A reference to a component: `to("headers", "ETag")`.
fn to(kind: &str, name: &str) -> Value {
    json!({"$ref": format!("#/components/{kind}/{name}")})
}
