//! The service itself: is it alive, is it ready, what does it offer, how does it do.

use std::net::TcpListener;

use actix_web::dev::ServerHandle;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::web::{self, Data};
use actix_web::{App as ActixApp, HttpRequest, HttpResponse, HttpServer, get};
use serde::Serialize;
use utoipa_actix_web::service_config::ServiceConfig;

use super::contract;
use crate::platform::App;
use crate::platform::db::DbError;
use crate::platform::http::query::NoParameters;
use crate::platform::http::{HttpError, HttpResult, Query, Refused};
use crate::platform::telemetry;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(healthz)
        .service(readyz)
        .service(openapi_yaml)
        .service(openapi_json)
        .service(docs)
        .service(docs_file);
}

/// The state of the process.
#[derive(Serialize, utoipa::ToSchema)]
struct Health {
    /// Always `ok`: whoever cannot say so does not answer.
    #[schema(example = "ok")]
    status: &'static str,
}

/// Whether the process is alive. It asks nothing else.
#[utoipa::path(tag = "service", security(()), responses((status = 200, body = Health)))]
#[get("/healthz")]
async fn healthz(_: Query<NoParameters>) -> HttpResponse {
    HttpResponse::Ok().json(Health { status: "ok" })
}

/// Whether this instance can take requests: its database answers, and it is not stopping.
#[utoipa::path(tag = "service", security(()), responses((status = 200, body = Health)))]
#[get("/readyz")]
async fn readyz(app: Data<App>, _: Query<NoParameters>) -> HttpResult<HttpResponse> {
    if app.draining.has_begun() {
        return Err(Refused::Unavailable.into());
    }
    app.db
        .read(|conn| Ok::<_, DbError>(conn.answers()?))
        .await
        .map_err(HttpError::from)?;
    Ok(HttpResponse::Ok().json(Health { status: "ok" }))
}

/// The contract, and the pages that show it.
pub(super) struct Documents {
    yaml: String,
    json: String,
    pages: std::sync::Arc<utoipa_swagger_ui::Config<'static>>,
}

impl Documents {
    pub(super) fn new() -> Self {
        let contract = contract::openapi();
        Self {
            yaml: contract.to_yaml().unwrap_or_default(),
            json: contract.to_json().unwrap_or_default(),
            pages: std::sync::Arc::new(utoipa_swagger_ui::Config::from("/openapi.json")),
        }
    }
}

const FOR_AN_HOUR: (actix_web::http::header::HeaderName, &str) =
    (CACHE_CONTROL, "public, max-age=3600");

/// This contract, as YAML.
#[utoipa::path(tag = "service", security(()), responses((status = 200, content_type = "application/yaml", body = String)))]
#[get("/openapi.yaml")]
async fn openapi_yaml(documents: Data<Documents>, _: Query<NoParameters>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(FOR_AN_HOUR)
        .insert_header((CONTENT_TYPE, "application/yaml"))
        .body(documents.yaml.clone())
}

/// This contract, as JSON.
#[utoipa::path(tag = "service", security(()), responses((status = 200, content_type = "application/json", body = String)))]
#[get("/openapi.json")]
async fn openapi_json(documents: Data<Documents>, _: Query<NoParameters>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(FOR_AN_HOUR)
        .insert_header((CONTENT_TYPE, "application/json"))
        .body(documents.json.clone())
}

/// The contract as a page to browse.
#[utoipa::path(tag = "service", security(()), responses((status = 200, content_type = "text/html", body = String)))]
#[get("/docs")]
async fn docs(documents: Data<Documents>) -> HttpResult<HttpResponse> {
    page(&documents, "index.html")
}

/// A file of that page.
#[utoipa::path(
    tag = "service", security(()),
    params(("file" = String, Path, description = "The name of the file", example = "swagger-ui.css")),
    responses((status = 200, content_type = "text/css", body = String))
)]
#[get("/docs/{file}")]
async fn docs_file(documents: Data<Documents>, request: HttpRequest) -> HttpResult<HttpResponse> {
    page(&documents, request.match_info().query("file"))
}

fn page(documents: &Documents, name: &str) -> HttpResult<HttpResponse> {
    /// The page runs its own scripts and asks this server, nobody else.
    const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
                          img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
    let file = utoipa_swagger_ui::serve(name, documents.pages.clone())
        .map_err(|_| Refused::Internal)?
        .ok_or(Refused::NotFound)?;
    // The page lies at /docs, so its files are named from there.
    let bytes = if name == "index.html" {
        String::from_utf8_lossy(&file.bytes)
            .replace("\"./", "\"/docs/")
            .replace("href=\"index.css\"", "href=\"/docs/index.css\"")
            .into_bytes()
    } else {
        file.bytes.into_owned()
    };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, file.content_type))
        .insert_header((CONTENT_SECURITY_POLICY, POLICY))
        .body(bytes))
}

/// Serves the metrics on a listener of their own.
pub(super) fn serve_metrics(
    listener: TcpListener,
    app: App,
) -> std::io::Result<(ServerHandle, tokio::task::JoinHandle<()>)> {
    let server = HttpServer::new(move || {
        ActixApp::new()
            .app_data(Data::new(app.clone()))
            .route("/metrics", web::get().to(metrics))
    })
    .workers(1)
    .disable_signals()
    .listen(listener)?
    .run();
    let handle = server.handle();
    let task = tokio::spawn(async move {
        if let Err(error) = server.await {
            tracing::warn!(%error, "the metrics listener ended");
        }
    });
    Ok((handle, task))
}

async fn metrics(app: Data<App>) -> HttpResponse {
    let (in_use, waiting) = app.db.load();
    metrics::gauge!("db_connections_in_use").set(f64::from(in_use));
    metrics::gauge!("db_writes_waiting").set(telemetry::count(waiting));
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/plain; version=0.0.4"))
        .body(telemetry::metrics_text())
}
