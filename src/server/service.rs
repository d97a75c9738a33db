//! The service itself: is it alive, is it ready, how does it do.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{self, Data};
use actix_web::{App as ActixApp, HttpResponse, get};
use chrono::TimeDelta;
use serde::Serialize;

use super::listen;
use crate::platform::App;
use crate::platform::clock::ZoneData;
use crate::platform::db::DbError;
use crate::platform::http::{EdgeRefusal, HttpError, HttpResult, Register};
use crate::platform::{outbox, telemetry};
use crate::privacy;

pub(super) fn routes(config: &mut impl Register) {
    config.service(get_health).service(get_readiness);
}

/// The state of the process.
#[derive(Serialize, utoipa::ToSchema)]
struct Health {
    /// Always `ok`: a process that cannot say so does not answer.
    #[schema(example = "ok")]
    status: &'static str,
}

/// Whether the process is alive. It asks nothing else.
#[utoipa::path(tag = "service", security(()), responses((status = 200, body = Health)))]
#[get("/healthz")]
async fn get_health() -> HttpResponse {
    HttpResponse::Ok().json(Health { status: "ok" })
}

/// How long the database may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether this instance can take requests: its database begins a transaction that may write, and it is not stopping.
///
/// Whether there is room on the disk it does not ask.
#[utoipa::path(
    tag = "service", security(()),
    responses((status = 200, body = Health), (status = 503, description = "unavailable"))
)]
#[get("/readyz")]
async fn get_readiness(app: Data<App>) -> HttpResult<HttpResponse> {
    if app.draining.has_begun() {
        return Err(EdgeRefusal::Unavailable.into());
    }
    let answers = app.db.write(|conn| Ok::<_, DbError>(conn.answers()?));
    tokio::time::timeout(PATIENCE, answers)
        .await
        .unwrap_or(Err(DbError::Unavailable("no answer in time")))
        .map_err(HttpError::from)?;
    Ok(HttpResponse::Ok().json(Health { status: "ok" }))
}

/// Serves the metrics on a listener of their own.
pub(super) fn serve_metrics(
    listener: TcpListener,
    app: App,
) -> std::io::Result<(ServerHandle, tokio::task::JoinHandle<()>)> {
    let rehearsal = app.rehearsal;
    let server = listen::answer(
        listener,
        listen::Threads::of(1, 0),
        rehearsal,
        None,
        move || {
            ActixApp::new()
                .app_data(Data::new(app.clone()))
                .route("/metrics", web::get().to(metrics))
        },
    )?;
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
    let zones = ZoneData::in_use();
    metrics::gauge!(
        "time_zone_data_info", "version" => zones.version(), "source" => zones.source()
    )
    .set(1.0);
    let queued = app
        .db
        .read(|conn| Ok::<_, DbError>((outbox::depths(conn)?, privacy::waiting(conn)?)))
        .await;
    // Without a database the rest is worth knowing all the more.
    if let Ok((ways, erasures)) = queued {
        for depth in ways {
            let (queue, now) = (depth.way.name(), app.clock.now());
            let age = depth
                .oldest
                .map_or(TimeDelta::zero(), |oldest| now - oldest);
            let age = age.max(TimeDelta::zero()).as_seconds_f64();
            metrics::gauge!("queue_depth", "queue" => queue).set(telemetry::count(depth.waiting));
            metrics::gauge!("queue_oldest_seconds", "queue" => queue).set(age);
            metrics::gauge!("queue_parked", "queue" => queue).set(telemetry::count(depth.parked));
        }
        metrics::gauge!("queue_depth", "queue" => "erasures").set(telemetry::count(erasures));
    }
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/plain; version=0.0.4"))
        .body(telemetry::metrics_text())
}
