//! A PostgreSQL to test on: a throwaway cluster a process, and in it a fresh database a test.
//!
//! `TEST_DATABASE_URL` names a server to use instead of the throwaway one. The last databases of a
//! run may stay on it, as `alsfrs_test_…`: the process ends before they are dropped.

pub mod binaries;
pub mod cluster;

use std::io::Write;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use alsfrs_diary::platform::db::Db;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use url::Url;

/// A database of its own for one test: it goes when the test is over.
pub struct TestDatabase {
    name: String,
    server: &'static Server,
}

/// Where databases are made.
struct Server {
    /// Leads to the database `postgres`, as somebody who may create others.
    admin: Url,
    /// Ends a statement that creates a database: how to copy the migrated template, if there is one.
    like_template: &'static str,
}

/// Where a cluster is fastest.
pub const IN_MEMORY: [&str; 2] = ["/dev/shm", "/tmp"];

/// What is tested here survives no power loss.
const FORGETFUL: [&str; 4] = ["-c", "fsync=off", "-c", "full_page_writes=off"];

static SERVER: LazyLock<Option<Server>> = LazyLock::new(Server::find);
static MADE: AtomicU32 = AtomicU32::new(0);

/// What the role that serves is called, where there is a template that knows it.
pub const SERVING: &str = "diary_server";

const MISSING: &str = "
############################################################################
#  PostgreSQL WAS NOT TESTED: there is no initdb on this machine, and      #
#  TEST_DATABASE_URL names no server. Half of the tests did nothing.       #
############################################################################
";

impl TestDatabase {
    /// A database, `migrated` or without a single table; `None` on a machine without PostgreSQL
    /// (which `CI=true` forbids).
    pub fn create(migrated: bool) -> Option<Self> {
        let server = SERVER.as_ref()?;
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("alsfrs_test_{}_{number}", std::process::id());
        let like = if migrated { server.like_template } else { "" };
        server.run(&format!("CREATE DATABASE {name} {like}"));
        Some(Self { name, server })
    }

    /// Leads to this database, as its owner.
    pub fn url(&self) -> String {
        self.server.url_of(&self.name)
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        if !std::thread::panicking() {
            self.server.run(&drop);
        }
    }
}

impl Server {
    fn find() -> Option<Self> {
        if let Some(url) = environment("TEST_DATABASE_URL") {
            return Some(Self {
                admin: Url::parse(&url).expect("TEST_DATABASE_URL is a URL"),
                like_template: "",
            });
        }
        if let Some(folder) = binaries::find() {
            let cluster = cluster::start(&folder, &IN_MEMORY, &FORGETFUL, None);
            return Some(Self::with_template(cluster.kept()));
        }
        assert_ne!(environment("CI").as_deref(), Some("true"), "{MISSING}");
        // Not through `eprintln!`, which the test runner keeps to itself.
        drop(std::io::stderr().write_all(MISSING.as_bytes()));
        None
    }

    /// Migrates once what every test begins with.
    fn with_template(admin: Url) -> Self {
        let plain = Self {
            admin,
            like_template: "",
        };
        plain.run("CREATE DATABASE template_diary");
        plain.run(&format!("CREATE ROLE {SERVING} LOGIN"));
        let template = Db::open(&plain.url_of("template_diary"), 1).expect("the template opens");
        template.migrate().expect("the template is migrated");
        let role = SERVING.parse().expect("a name");
        template.grant_serving(&role).expect("the role may serve");
        Self {
            like_template: plain.how_to_copy(),
            ..plain
        }
    }

    /// Copying files is twice as fast as writing the copy through the log, where there is a choice.
    fn how_to_copy(&self) -> &'static str {
        let probe = "CREATE DATABASE probe TEMPLATE template_diary STRATEGY file_copy";
        if self.connect().batch_execute(probe).is_ok() {
            "TEMPLATE template_diary STRATEGY file_copy"
        } else {
            "TEMPLATE template_diary"
        }
    }

    fn url_of(&self, database: &str) -> String {
        let mut url = self.admin.clone();
        url.set_path(database);
        url.to_string()
    }

    fn run(&self, statement: &str) {
        self.connect()
            .batch_execute(statement)
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }

    fn connect(&self) -> PgConnection {
        PgConnection::establish(self.admin.as_str()).expect("PostgreSQL answers")
    }
}

/// What a variable of the environment says.
#[expect(clippy::disallowed_methods, reason = "no setting of the program")]
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
