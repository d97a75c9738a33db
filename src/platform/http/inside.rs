//! Requests that come from inside: they go the way of those from outside, through the same layers to the same handlers.

use std::rc::Rc;

use actix_http::{Payload, Request};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{AppConfig, RequestHead, Service, ServiceFactory, ServiceResponse};
use actix_web::http::header::{HeaderMap, HeaderName};
use actix_web::http::{Method, Uri};
use actix_web::web::Bytes;
use actix_web::{Error, HttpRequest};
use futures_util::future::LocalBoxFuture;
use futures_util::stream;
use tokio::sync::OnceCell;

type Answered = LocalBoxFuture<'static, Option<ServiceResponse<BoxBody>>>;

/// The application of this worker, for the worker itself.
pub struct Inside(Box<dyn Fn(Request) -> Answered>);

impl Inside {
    /// What `make` makes, once it is asked for.
    pub fn new<F, S, B>(make: impl Fn() -> F + 'static) -> Self
    where
        F: ServiceFactory<
                Request,
                Config = AppConfig,
                Response = ServiceResponse<B>,
                Error = Error,
                InitError = (),
                Service = S,
            > + 'static,
        S: Service<Request, Response = ServiceResponse<B>, Error = Error> + 'static,
        B: MessageBody + 'static,
    {
        let (ready, make) = (Rc::new(OnceCell::<S>::new()), Rc::new(make));
        Self(Box::new(move |request| {
            let (ready, make) = (Rc::clone(&ready), Rc::clone(&make));
            Box::pin(async move {
                let begin = || async { make().new_service(AppConfig::default()).await };
                let service = ready.get_or_try_init(begin).await.ok()?;
                let answered = service.call(request).await.ok()?;
                Some(answered.map_into_boxed_body())
            })
        }))
    }

    /// Answers `request`; `None` where it broke before anything could be said of it.
    pub fn answer(&self, request: Request) -> Answered {
        (self.0)(request)
    }
}

/// What of the headers says who asks, and from where.
const OF_THE_ASKER: [HeaderName; 5] = [
    actix_web::http::header::AUTHORIZATION,
    actix_web::http::header::HOST,
    actix_web::http::header::USER_AGENT,
    actix_web::http::header::X_FORWARDED_FOR,
    super::apps::X_CLIENT,
];

/// A request by who sent `outer`, from where it came.
pub fn request_of(
    outer: &HttpRequest,
    (method, uri): (Method, Uri),
    headers: HeaderMap,
    body: Option<Bytes>,
) -> Request {
    let payload: Payload = match body {
        None => Payload::None,
        Some(bytes) => Payload::Stream {
            payload: Box::pin(stream::once(std::future::ready(Ok(bytes)))),
        },
    };
    let mut request = Request::with_payload(payload);
    let head: &mut RequestHead = request.head_mut();
    head.method = method;
    head.uri = uri;
    head.peer_addr = outer.peer_addr();
    head.headers = headers;
    for name in OF_THE_ASKER {
        for value in outer.headers().get_all(&name) {
            head.headers.append(name.clone(), value.clone());
        }
    }
    request
}
