//! The application of a worker: every route, and what surrounds all of them.

use actix_service::{IntoServiceFactory as _, ServiceFactory};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::{App as ActixApp, Error};

use super::{cors, refusals, routes};
use crate::platform::http::apps::tell_apps;
use crate::platform::http::compress::compress;
use crate::platform::http::edge;
use crate::platform::http::incoming::Answer;
use crate::platform::http::inside::Inside;
use crate::platform::http::routes::refuse_query;

/// What a worker answers with. It has itself once more, for what comes in many to one request: in there is no other.
pub(super) fn around(
    shared: &routes::SharedState,
    origins: &[String],
) -> ActixApp<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<Answer>,
        Error = Error,
        InitError = (),
    > + use<>,
> {
    let (again, from) = (shared.clone(), origins.to_vec());
    let inside = Inside::new(move || layered(&again, &from).into_factory());
    layered(shared, origins).app_data(inside)
}

/// Every route, and what surrounds them.
fn layered(
    shared: &routes::SharedState,
    origins: &[String],
) -> ActixApp<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<Answer>,
        Error = Error,
        InitError = (),
    > + use<>,
> {
    ActixApp::new()
        .configure(|config| routes::all(config, shared))
        .wrap(from_fn(refusals::write_down))
        .wrap(from_fn(refuse_query))
        .wrap(from_fn(tell_apps))
        .wrap(cors::allow(origins))
        .wrap(from_fn(compress))
        .wrap(from_fn(edge::surround))
}
