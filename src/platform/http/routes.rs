//! Which routes there are: what an unknown path or method is answered with.

use actix_web::HttpRequest;
use actix_web::dev::ResourceDef;
use actix_web::http::header;
use actix_web::web::Data;

use super::problem::{AsProblem, HttpError, Refused};

/// The routes of the contract, with the methods each has.
pub struct Routes(Vec<(ResourceDef, String)>);

impl Routes {
    /// `routes`: a path template and its methods (`GET, PUT`).
    #[must_use]
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

/// Answers what no route takes: 405 with the methods there are, or 404.
///
/// # Errors
/// Always.
pub async fn no_such_route(request: HttpRequest, routes: Data<Routes>) -> Result<(), HttpError> {
    match routes.methods(request.path()) {
        Some(methods) => Err(Refused::MethodNotAllowed
            .problem()
            .header(header::ALLOW, methods)
            .into()),
        None => Err(Refused::NotFound.into()),
    }
}
