//! Which routes there are: what an unknown path or method is answered with.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{HttpServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpRequest, HttpResponse, Route};
use utoipa_actix_web::OpenApiFactory;

use super::problem::{AsProblem, EdgeRefusal, HttpResult};
use super::query;

/// Takes the routes of a slice: a worker to answer them, the contract to describe them.
///
/// A worker that described them too would do for each request nothing, and at its start a good
/// deal: the schemas of every body.
pub trait Register: Sized {
    /// Takes a handler.
    fn service<H: HttpServiceFactory + OpenApiFactory + 'static>(
        &mut self,
        handler: H,
    ) -> &mut Self;

    /// Takes a path that is not of the contract.
    fn route(&mut self, path: &str, route: Route) -> &mut Self;
}

impl Register for actix_web::web::ServiceConfig {
    fn service<H: HttpServiceFactory + OpenApiFactory + 'static>(
        &mut self,
        handler: H,
    ) -> &mut Self {
        self.service(handler)
    }

    fn route(&mut self, path: &str, route: Route) -> &mut Self {
        self.route(path, route)
    }
}

impl Register for utoipa_actix_web::service_config::ServiceConfig<'_> {
    fn service<H: HttpServiceFactory + OpenApiFactory + 'static>(
        &mut self,
        handler: H,
    ) -> &mut Self {
        self.service(handler)
    }

    fn route(&mut self, path: &str, route: Route) -> &mut Self {
        self.route(path, route)
    }
}

/// A path of the contract.
pub struct ContractPath {
    /// Its methods, as `Allow` names them (`GET, PUT`).
    pub methods: String,
    /// Those of them that take no query.
    pub without_query: Vec<&'static str>,
}

/// The routes of the contract, each with its path template.
pub struct Routes(Vec<(String, ContractPath)>);

impl Routes {
    /// `routes`: each with its path template.
    pub fn new(routes: impl IntoIterator<Item = (String, ContractPath)>) -> Self {
        Self(routes.into_iter().collect())
    }

    fn find(&self, path: &str) -> Option<&ContractPath> {
        let mut routes = self.0.iter();
        let found = routes.find(|(template, _)| is_match(template, path));
        found.map(|(_, known)| known)
    }
}

/// Whether `path` has the parts of `template`: anything where that has a parameter.
fn is_match(template: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    let mut is_like = |expected: &str| {
        let is_parameter = expected.starts_with('{');
        parts
            .next()
            .is_some_and(|part| part == expected || (is_parameter && !part.is_empty()))
    };
    template.split('/').all(&mut is_like) && parts.next().is_none()
}

/// Refuses a query where the contract has none.
pub async fn refuse_query<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let query = request.query_string();
    if !query.is_empty()
        && let Some(routes) = request.app_data::<Data<Routes>>()
        && let Some(known) = routes.find(request.path())
        && known.without_query.contains(&request.method().as_str())
        && let Err(refused) = query::read::<query::NoParameters>(query)
    {
        return Ok(request.error_response(refused).map_into_right_body());
    }
    Ok(next.call(request).await?.map_into_left_body())
}

/// Answers what no route takes: `OPTIONS` with the methods there are, other methods with 405 and those, or 404.
pub async fn no_such_route(request: HttpRequest, routes: Data<Routes>) -> HttpResult<HttpResponse> {
    match routes
        .find(request.path())
        .map(|known| known.methods.as_str())
    {
        Some(methods) if request.method() == Method::OPTIONS => Ok(HttpResponse::NoContent()
            .insert_header((header::ALLOW, methods))
            .finish()),
        Some(methods) => Err(EdgeRefusal::MethodNotAllowed
            .problem()
            .header(header::ALLOW, methods)
            .into()),
        None => Err(EdgeRefusal::NotFound.into()),
    }
}
