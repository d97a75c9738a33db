//! Floor 5: every slice's routes, what surrounds them, start and graceful stop.

mod backups;
mod contract;
mod cors;
mod counters;
mod documents;
mod housekeeping;
mod layers;
mod line;
mod listen;
mod page;
mod refusals;
pub mod retention;
mod rotation;
mod routes;
mod service;

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use tokio::task::JoinHandle;

use crate::access::{TokenError, Tokens};
use crate::accounts::{self, HashingError, Passwords};
use crate::audit;
use crate::circle;
use crate::diary;
use crate::platform::clock::Clock;
use crate::platform::config::Settings;
use crate::platform::db::DbError;
use crate::platform::tls::Certificate;
use crate::platform::{App, StartError, jobs, telemetry};
use crate::privacy;
use crate::product::Product;
use crate::{alerts, channels, clinic, exports, fhir, reminders};

pub use contract::openapi;
use documents::Documents;
pub use page::InventedPerson;
use page::Page;

/// How long a proxy has to notice that this instance is not ready any more.
const NOTICE: Duration = Duration::from_secs(1);

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);

/// How long what is on its way may take to be out when the process ends.
const LAST_MESSAGES: Duration = Duration::from_secs(3);

/// How long the database may take to be one whole file when the process ends.
const LAST_WRITE: Duration = Duration::from_secs(5);

/// Why the server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Something that the settings name.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The signing keys.
    #[error(transparent)]
    Tokens(#[from] TokenError),
    /// The hashing of passwords.
    #[error(transparent)]
    Hashing(#[from] HashingError),
    /// The address.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    /// The listener, without being asked.
    #[error("the listener has ended")]
    Ended,
    /// The database, while the server was made ready.
    #[error(transparent)]
    Database(#[from] DbError),
    /// A setting.
    #[error(transparent)]
    Setting(#[from] crate::platform::config::Weak),
}

/// A server that runs.
pub struct Running {
    app: App,
    address: SocketAddr,
    handles: Vec<ServerHandle>,
    done: JoinHandle<std::io::Result<()>>,
    senders: [JoinHandle<()>; 3],
    jobs: Vec<JoinHandle<()>>,
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What its requests work with.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Serves until the process is told to stop: the first signal lets accepted requests finish,
    /// the second does not.
    pub async fn until_told(mut self) -> Result<(), ServeError> {
        tokio::select! {
            () = told() => {}
            _ = &mut self.done => return Err(ServeError::Ended),
        }
        tracing::info!("stopping: accepted requests finish");
        self.app.draining.begin();
        tokio::select! {
            () = self.stop_after(NOTICE) => {}
            () = told() => tracing::warn!("stopping at once"),
        }
        Ok(())
    }

    /// Serves on for a moment, so that a proxy sees `/readyz` refuse before connections do.
    async fn stop_after(self, notice: Duration) {
        tokio::time::sleep(notice).await;
        self.stop().await;
    }

    /// Takes no new requests, lets the accepted ones finish, and ends.
    pub async fn stop(self) {
        self.app.draining.begin();
        for handle in &self.handles {
            handle.stop(true).await;
        }
        if let Ok(Err(error)) = self.done.await {
            tracing::warn!(%error, "the server ended with an error");
        }
        self.app.db.bell().close();
        // What is half out goes out again after the next start, so it is waited for.
        let last = tokio::time::Instant::now() + LAST_MESSAGES;
        for mut sender in self.senders {
            if tokio::time::timeout_at(last, &mut sender).await.is_err() {
                end(sender).await;
            }
        }
        for job in self.jobs {
            end(job).await;
        }
        let closing = self.app.db.closing();
        drop(self.app);
        closing.wait(LAST_WRITE).await;
    }
}

/// Ends a job, which has let go of the database only when it is over.
async fn end(job: JoinHandle<()>) {
    job.abort();
    drop(job.await);
}

/// Waits for SIGTERM or an interrupt from the keyboard.
async fn told() {
    use tokio::signal::unix::{SignalKind, signal};

    let terminate = signal(SignalKind::terminate());
    let interrupt = signal(SignalKind::interrupt());
    let (Ok(mut terminate), Ok(mut interrupt)) = (terminate, interrupt) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}

/// SIGHUP ends nothing, and there is nothing to reload: keys are looked at again by themselves, and settings
/// are read at the start.
fn ignore_hangup() {
    use tokio::signal::unix::{SignalKind, signal};

    // Once it was asked for, it is not what the system makes of it any more.
    drop(signal(SignalKind::hangup()));
}

/// Opens what the settings name, brings the database to this schema, and serves.
pub async fn start(settings: Settings, clock: Clock) -> Result<Running, ServeError> {
    let app = prepare(&settings, clock).await?;
    let listener = bind(&settings)?;
    serve(&settings, app, listener, &[])
}

/// The same where the address is taken already and people are invented: the demo's.
pub async fn start_demo(
    settings: &Settings,
    clock: Clock,
    listener: TcpListener,
    people: &[InventedPerson],
) -> Result<Running, ServeError> {
    let app = prepare(settings, clock).await?;
    serve(settings, app, listener, people)
}

/// Takes the address that the settings name. A client that connects waits until it is served.
pub fn bind(settings: &Settings) -> Result<TcpListener, ServeError> {
    listen::on(settings.listen, settings.rehearsal)
}

/// Opens what the settings name, and brings what they keep up to now.
async fn prepare(settings: &Settings, clock: Clock) -> Result<App, ServeError> {
    if let Some(weak) = settings.check().into_iter().next() {
        return Err(weak.into());
    }
    telemetry::collect_metrics();
    counters::begin(&settings.limits);
    ignore_hangup();
    let app = open(settings, clock).await?;
    let now = app.clock.now();
    if app
        .db
        .read(move |conn| audit::clock_jumped(conn, now))
        .await?
    {
        app.settled.doubt();
    }
    privacy::replay(&app).await?;
    Ok(app)
}

/// Opens what the settings name, with the database at this schema.
pub async fn open(settings: &Settings, clock: Clock) -> Result<App, ServeError> {
    let settings = settings.clone();
    tokio::task::spawn_blocking(move || Ok(App::open(&settings, clock)?))
        .await
        .unwrap_or(Err(ServeError::Database(DbError::Panicked)))
}

/// Serves with an `app` that is open.
///
/// Fails when the keys cannot sign, passwords cannot be hashed, or the address cannot be used.
fn serve(
    settings: &Settings,
    app: App,
    listener: TcpListener,
    people: &[InventedPerson],
) -> Result<Running, ServeError> {
    // A job that has begun is not ended by an address that is taken.
    let metrics = settings.metrics_listen.0;
    let metrics = metrics.map(|address| listen::on(address, settings.rehearsal));
    let metrics = metrics.transpose()?;
    let issuer = app.public_url.as_str().trim_end_matches('/').to_owned();
    let tokens = Tokens::new(&app.keys, &issuer, &app.ids, app.clock.now())?;
    let tokens = Data::new(tokens);
    let product = Product::from(settings);
    let cohorts = Data::new(clinic::Cohorts::default());
    let shared = routes::SharedState {
        app: Data::new(app.clone()),
        product: Data::new(product.clone()),
        tokens: tokens.clone(),
        passwords: Data::new(Passwords::new(settings.argon2_permits, app.ids.clone())?),
        memo: Data::default(),
        cohorts: cohorts.clone(),
        known: Data::new(contract::routes()),
        documents: Data::new(Documents::new(settings.profile, contract::written)),
        page: Data::new(Page::new(people)),
    };
    let address = listener
        .local_addr()
        .map_err(|error| ServeError::Listen(settings.listen, error))?;
    let origins = settings.allowed_origins.clone();
    let workers = settings.workers.map_or_else(cores, usize::from);
    let app_of_a_worker = move || layers::around(&shared, &origins);
    let certificate = settings.tls.certificate()?.map(Arc::new);
    let tls = certificate.clone().map(Certificate::server);
    let threads = listen::Threads::of(workers, settings.database_connections);
    let server = listen::answer(listener, threads, settings.rehearsal, tls, app_of_a_worker)
        .map_err(|error| ServeError::Listen(settings.listen, error))?;

    let mut handles = vec![server.handle()];
    let follow_the_keys = move |app| rotation::follow_the_keys(app, tokens.clone());
    let (folder, percent) = (settings.data_dir.clone(), settings.disk_alarm_percent);
    let (of_trustees, inferred_codes) = (product.clone(), product.inferred_codes);
    let of_alerts = product.clone();
    let mut jobs = vec![
        job(&app, follow_the_keys),
        jobs::every(&app, MINUTE, "an erasure failed", privacy::erase_due),
        jobs::every(
            &app,
            MINUTE,
            "a reset of factors failed",
            accounts::reset_due,
        ),
        jobs::every(&app, MINUTE, "a trustee was not announced", move |app| {
            circle::keep_word(app, of_trustees.clone())
        }),
        jobs::every(&app, HOUR, "silence was not told", move |app| {
            circle::tell_the_silent(app, product.clone(), diary::recorded_since)
        }),
        jobs::every(
            &app,
            HOUR,
            "what has ended was not forgotten",
            housekeeping::forget_what_has_ended,
        ),
        job(&app, housekeeping::state_where_the_audit_stands),
        jobs::every(
            &app,
            MINUTE,
            "the room on the disk is not known",
            move |_| std::future::ready(housekeeping::watch_the_disk(&folder, percent)),
        ),
    ];
    let fhir = fhir::exported(&app.public_url, inferred_codes);
    jobs.extend(exports::jobs(&app, &fhir));
    jobs.extend(reminders::jobs(&app));
    jobs.extend(alerts::jobs(&app, &of_alerts));
    jobs.push(clinic::jobs(&app, &cohorts.into_inner(), of_alerts.flags));
    if let Some(shown) = certificate {
        jobs.extend(rotation::of_the_certificate(&app, &shown));
    }
    if let Some(plan) = settings.backup_plan() {
        jobs.push(job(&app, move |app| backups::back_up(app, plan.clone())));
    }
    if let Some((address, listener)) = settings.metrics_listen.0.zip(metrics) {
        let (handle, task) = service::serve_metrics(listener, app.clone())
            .map_err(|error| ServeError::Listen(address, error))?;
        handles.push(handle);
        jobs.push(task);
    }
    tracing::info!(%address, "serving");
    Ok(Running {
        senders: channels::senders(&app),
        app,
        address,
        handles,
        done: tokio::spawn(server),
        jobs,
    })
}

fn job<F>(app: &App, work: impl Fn(App) -> F + Send + 'static) -> JoinHandle<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    let app = app.clone();
    jobs::start(move || work(app.clone()))
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}
