//! The server under test: in this process, on a port and a database of its own.

use std::net::{Ipv4Addr, SocketAddr};
use std::ops::Deref;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use alsfrs_diary::platform::clock::Clock;
use alsfrs_diary::platform::config::Settings;
use alsfrs_diary::platform::db::OpenError;
use alsfrs_diary::platform::{App, StartError};
use alsfrs_diary::server::{self, Running, ServeError};
use chrono::TimeDelta;
use tokio::runtime::Runtime;

pub use crate::home::Database;
use crate::home::Home;

/// Starts the server, or ends the test where there is no PostgreSQL (which was said aloud then).
///
/// `start!(on)`, or `start!(on, |settings| settings.trusted_proxies.push(proxy))`; with `; ada` behind that a patient
/// who signs up is there, too.
macro_rules! start {
    ($on:expr; $name:ident) => {
        start!($on, |_| (); $name)
    };
    ($on:expr, $adjust:expr; $name:ident) => {{
        let app = start!($on, $adjust);
        let $name = app.patient(stringify!($name)).await;
        (app, $name)
    }};
    ($on:expr) => {
        start!($on, |_| ())
    };
    ($on:expr, $adjust:expr) => {
        match $crate::app::TestApp::start($on, $adjust).await {
            Some(app) => app,
            None => return,
        }
    };
}
pub(crate) use start;

/// One running instance.
pub struct TestApp {
    /// What it was started with.
    pub settings: Settings,
    server: Option<Running>,
    home: Arc<Home>,
}

/// Starts the server. Threads of one that has stopped may hold its SQLite file a moment longer.
async fn started(settings: &Settings, time: &Clock) -> Running {
    let asked = Instant::now();
    loop {
        let server = server::start(settings.clone(), time.clone());
        match SERVERS.spawn(server).await.unwrap() {
            Err(ServeError::Start(StartError::Database(OpenError::OpenElsewhere)))
                if asked.elapsed() < PATIENCE =>
            {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            done => return done.unwrap(),
        }
    }
}

/// How long a server may take to let go of its file.
const PATIENCE: Duration = Duration::from_secs(5);

/// Apart from the tests, so that a server outlives the test's own runtime and can be stopped.
static SERVERS: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

impl TestApp {
    /// Starts it on a fresh database; `None` where that database is missing on this machine.
    pub async fn start(on: Database, adjust: impl FnOnce(&mut Settings)) -> Option<Self> {
        let home = Home::new(on)?;
        let mut settings = home.settings();
        adjust(&mut settings);
        Some(Self::serve(Arc::new(home), settings).await)
    }

    /// Starts it on what `home` has.
    pub async fn start_in(home: &Arc<Home>) -> Self {
        Self::serve(Arc::clone(home), home.settings()).await
    }

    /// One more instance on the same database, data folder and clock: for PostgreSQL.
    pub async fn another_instance(&self) -> Self {
        Self::serve(Arc::clone(&self.home), self.settings.clone()).await
    }

    async fn serve(home: Arc<Home>, settings: Settings) -> Self {
        let server = started(&settings, &home.time()).await;
        Self {
            server: Some(server),
            settings,
            home,
        }
    }

    /// Stops it gracefully.
    pub async fn stop(mut self) {
        if let Some(server) = self.server.take() {
            SERVERS.spawn(server.stop()).await.unwrap();
        }
    }

    /// Stops it gracefully, and starts it again on what it kept.
    pub async fn restart(self) -> Self {
        let (home, settings) = (Arc::clone(&self.home), self.settings.clone());
        self.stop().await;
        Self::serve(home, settings).await
    }

    /// Starts it again when the days to think an erasure over have passed, and waits for what was
    /// asked for.
    pub async fn after_erasures(self) -> Self {
        self.clock.turn(TimeDelta::days(15));
        let app = self.restart().await;
        let asked = Instant::now();
        while app.query_i64("select count(*) from erasures") > 0 {
            assert!(asked.elapsed().as_secs() < 20, "nobody is erased");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        app
    }

    /// What it was started on, which outlives it.
    pub fn home(&self) -> Arc<Home> {
        Arc::clone(&self.home)
    }

    /// Where it is found: by IPv4 too where it listens on everything.
    pub fn address(&self) -> SocketAddr {
        let address = self.running().address();
        if address.ip().is_unspecified() {
            (Ipv4Addr::LOCALHOST, address.port()).into()
        } else {
            address
        }
    }

    /// What its handlers see.
    pub fn inside(&self) -> &App {
        self.running().app()
    }

    /// What the database finds `email` by.
    pub fn index_of(&self, email: &str) -> String {
        let columns = alsfrs_diary::platform::vault::columns::EMAIL;
        self.inside().vault.index(columns, email)
    }

    fn running(&self) -> &Running {
        self.server.as_ref().expect("not stopped")
    }
}

impl Deref for TestApp {
    type Target = Home;

    fn deref(&self) -> &Home {
        &self.home
    }
}

/// Stops it beside the tests that follow, and only then takes its database away.
impl Drop for TestApp {
    fn drop(&mut self) {
        if let Some(server) = self.server.take() {
            let home = Arc::clone(&self.home);
            SERVERS.spawn(async move {
                server.stop().await;
                drop(home);
            });
        }
    }
}
