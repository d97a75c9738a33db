//! Which routes there are: what an unknown path or method is answered with.

use actix_web::dev::{HttpServiceFactory, ResourceDef};
use actix_web::http::{Method, header};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, Route};
use utoipa_actix_web::OpenApiFactory;

use super::problem::{AsProblem, HttpResult, Refused};

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

/// The routes of the contract, with the methods each has.
pub struct Routes(Vec<(ResourceDef, String)>);

impl Routes {
    /// `routes`: a path template and its methods (`GET, PUT`).
    pub fn new(routes: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(
            routes
                .into_iter()
                .map(|(path, methods)| (ResourceDef::new(path), methods))
                .collect(),
        )
    }

    fn methods(&self, path: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(route, _)| route.is_match(path))
            .map(|(_, methods)| methods.as_str())
    }
}

/// Answers what no route takes: `OPTIONS` with the methods there are, other methods with 405 and those, or 404.
pub async fn no_such_route(request: HttpRequest, routes: Data<Routes>) -> HttpResult<HttpResponse> {
    match routes.methods(request.path()) {
        Some(methods) if request.method() == Method::OPTIONS => Ok(HttpResponse::NoContent()
            .insert_header((header::ALLOW, methods))
            .finish()),
        Some(methods) => Err(Refused::MethodNotAllowed
            .problem()
            .header(header::ALLOW, methods)
            .into()),
        None => Err(Refused::NotFound.into()),
    }
}
