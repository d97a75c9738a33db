//! Floor 1: what any service of this kind needs, knowing nothing about ALS.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use url::Url;
use uuid::Uuid;

pub mod address;
pub mod age;
pub mod alarm;
pub mod backup;
pub mod burst;
pub mod chance;
pub mod clock;
pub mod config;
pub mod csv;
pub mod db;
pub mod disk;
pub mod egress;
pub mod faults;
pub mod http;
pub mod ids;
pub mod jobs;
pub mod keys;
pub mod limit;
pub mod mail;
pub mod outbox;
pub mod push;
pub mod recently;
pub mod retention;
pub mod rotating;
pub mod secret;
pub mod settled;
pub mod table;
pub mod telemetry;
pub mod text;
pub mod tls;
pub mod vault;
pub mod webhook;
pub mod words;

use burst::Burst;
use clock::Clock;
use config::{Profile, Rehearsal, RelyingParty, Settings};
use db::Db;
use egress::Egress;
use http::apps::MinimumClients;
use ids::Ids;
use keys::Keys;
use limit::Limits;
use mail::Mailer;
use push::Services;
use recently::Recently;
use settled::SettledClock;
use vault::Vault;
use webhook::Webhook;

/// What a request needs from the process; clones share it.
#[derive(Clone)]
pub struct App {
    /// What time it is.
    pub clock: Clock,
    /// The time by which is done what cannot be undone.
    pub settled: Arc<SettledClock>,
    /// New identifiers and secrets.
    pub ids: Ids,
    /// The database.
    pub db: Db,
    /// The keys of this installation.
    pub keys: Arc<Keys>,
    /// Seals what identifies a person.
    pub vault: Vault,
    /// When a backup became this database, where it is one.
    pub restored_at: Option<DateTime<Utc>>,
    /// Where mail goes.
    pub mailer: Arc<Mailer>,
    /// Fetches the keys of programs.
    pub egress: Arc<Egress>,
    /// Sends to push services, and to the bridge of the operator.
    pub outward: Arc<Egress>,
    /// The push services that devices may name.
    pub push_services: Arc<Services>,
    /// The bridge of the operator to others, where there is one.
    pub webhook: Arc<Option<Webhook>>,
    /// How the outside reaches this service.
    pub public_url: Arc<Url>,
    /// The names by which requests may come, where not any will do.
    pub hosts: Arc<Option<Vec<String>>>,
    /// What passkeys are made for.
    pub relying_party: Arc<RelyingParty>,
    /// Proxies whose word about the client's address is believed.
    pub trusted_proxies: Arc<Vec<IpAddr>>,
    /// Which versions of client apps still work.
    pub minimum_clients: Arc<MinimumClients>,
    /// How much of what one may have.
    pub limits: Arc<Limits>,
    /// Where it is written down, outside the database, who was erased.
    pub erasure_journal: Arc<PathBuf>,
    /// Where the files of exports lie, sealed, until their time is over.
    pub export_folder: Arc<PathBuf>,
    /// Who did what to whose, in which hour, that was written down already.
    pub noted: Arc<Recently<(Uuid, Uuid, &'static str, i64)>>,
    /// Who is refused often enough to be looked at.
    pub denials: Arc<Burst>,
    /// Whether copies of everything are asked for often enough to be looked at.
    pub exports: Arc<Burst>,
    /// How long it waits, and how often it looks: as usual, but in a test.
    pub rehearsal: Rehearsal,
    /// Whether the process is on its way out.
    pub draining: Draining,
}

/// Set once the process has been asked to stop.
#[derive(Clone, Default)]
pub struct Draining(Arc<AtomicBool>);

impl Draining {
    /// Asks the process to take no new work.
    pub fn begin(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it has been asked.
    pub fn has_begun(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// Why the process cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A setting.
    #[error(transparent)]
    Setting(#[from] config::Weak),
    /// The data folder.
    #[error("the data folder cannot be used: {0}")]
    DataDir(std::io::Error),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] keys::KeyError),
    /// The mailer.
    #[error(transparent)]
    Mail(#[from] mail::MailerError),
    /// The database.
    #[error(transparent)]
    Database(#[from] db::OpenError),
    /// The same beside a server that has it.
    #[error(transparent)]
    Beside(#[from] db::LookError),
    /// The schema.
    #[error(transparent)]
    Migrate(#[from] db::MigrateError),
    /// What the database holds sealed.
    #[error(transparent)]
    Vault(#[from] vault::VaultError),
}

impl From<db::DbError> for StartError {
    fn from(error: db::DbError) -> Self {
        Self::Vault(error.into())
    }
}

impl App {
    /// Opens everything the settings name, and brings the database to this schema.
    pub fn open(settings: &Settings, clock: Clock) -> Result<Self, StartError> {
        Self::around(settings, clock, || {
            let db = Db::open(&settings.database(), settings.database_connections)?;
            if settings.profile == Profile::Production {
                db.refuse_forgetful()?;
            }
            let applied = db.migrate()?;
            tracing::info!(
                migrations = applied.0.len(),
                kind = db.kind(),
                "database ready"
            );
            Ok(db)
        })
    }

    /// The same for a command, beside a server that has the database: for a write now and then of what no process
    /// remembers.
    pub fn open_beside(settings: &Settings, clock: Clock) -> Result<Self, StartError> {
        Self::around(settings, clock, || {
            Ok(Db::open_beside(&settings.database())?)
        })
    }

    fn around(
        settings: &Settings,
        clock: Clock,
        open: impl FnOnce() -> Result<Db, StartError>,
    ) -> Result<Self, StartError> {
        use std::os::unix::fs::DirBuilderExt;

        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&settings.data_dir)
            .map_err(StartError::DataDir)?;
        let ids = Ids::new(clock.clone());
        let folder = settings.keys();
        if settings.profile == Profile::Development {
            keys::make_missing(&folder, &ids)?;
        }
        let keys = Arc::new(Keys::read(&folder, clock.clone())?);
        let db = open()?;
        let (vault, restored_at) = db.at_start::<_, StartError>(|conn| {
            let vault = Vault::open(conn, &keys.keks, &ids)?;
            Ok((vault, db::restored_at(conn)?))
        })?;
        Ok(Self {
            limits: Arc::new(Limits::new(&settings.limits, Arc::clone(&keys))),
            keys,
            vault,
            restored_at,
            mailer: Arc::new(Mailer::new(
                &settings.mail()?,
                &settings.mail_from,
                settings.mail_authority()?.as_deref(),
                settings.rehearsal.patience(mail::LONGEST),
            )?),
            db,
            noted: Arc::new(Recently::of(50_000)),
            egress: Arc::new(Egress::new(
                settings.fetch_authority()?.as_deref(),
                settings.rehearsal,
            )),
            outward: Arc::new(Egress::beside(
                settings.push_authority()?.as_deref(),
                settings.rehearsal,
            )),
            push_services: Arc::new(settings.push_services()?),
            webhook: Arc::new(settings.webhook()?),
            public_url: Arc::new(settings.public_url.clone()),
            hosts: Arc::new(settings.hosts()),
            relying_party: Arc::new(settings.relying_party()),
            trusted_proxies: Arc::new(canonical(&settings.trusted_proxies)),
            minimum_clients: Arc::new(MinimumClients(settings.minimum_clients.clone())),
            erasure_journal: Arc::new(settings.erasures()),
            export_folder: Arc::new(settings.exports()),
            denials: Arc::new(Burst::of(20, TimeDelta::minutes(5))),
            exports: Arc::new(Burst::of(10, TimeDelta::hours(1))),
            rehearsal: settings.rehearsal,
            draining: Draining::default(),
            settled: Arc::new(SettledClock::new(
                clock.clone(),
                settings.rehearsal.settle(),
            )),
            clock,
            ids,
        })
    }
}

/// Each address in the one form in which peers and hops are compared with it.
fn canonical(addresses: &[IpAddr]) -> Vec<IpAddr> {
    addresses.iter().map(IpAddr::to_canonical).collect()
}
