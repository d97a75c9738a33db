//! A PostgreSQL that cannot go on for now: the app is told to come back, and finds it again (R215, R217).

mod pooled;

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use rstest::rstest;
use tempfile::TempDir;
use url::Url;

use crate::app::Database::Postgres;
use crate::app::start;
use crate::people::Person;
use crate::postgres::cluster::{self, Cluster};
use crate::postgres::{IN_MEMORY, binaries};
use crate::reply::Reply;
use crate::weeks::week;

/// What a server says in the midst of a week that is written, by its code.
#[rstest]
#[case::its_disk_is_full(
    "raise exception 'could not extend file \"base/1/2\": No space left on device' using errcode = '53100'"
)]
#[case::it_has_no_memory("raise exception 'out of memory' using errcode = '53200'")]
#[case::it_is_told_to_stop("perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5)")]
#[case::it_takes_too_long("perform pg_cancel_backend(pg_backend_pid()); perform pg_sleep(5)")]
#[case::it_may_only_be_read("set local transaction_read_only = on; update accounts set id = id")]
#[case::another_holds_the_lock("raise exception 'could not obtain lock' using errcode = '55P03'")]
#[tokio::test]
async fn r215_a_week_that_cannot_be_written_now_is_asked_for_again(#[case] happens: &str) {
    let (app, ada) = start!(Postgres; ada);
    app.sql(&format!(
        "create function mishap() returns trigger language plpgsql as $$ begin {happens}; return new; end $$;
         create trigger mishap before insert on entries execute function mishap()"
    ));

    let refused = ada.record("2026-W47", week("2026-11-18")).await;
    assert_come_back(refused);

    app.sql("drop trigger mishap on entries");
    let again = ada.record("2026-W47", week("2026-11-18")).await;
    again.expect(201);
}

fn assert_come_back(reply: Reply) {
    let reply = reply.refused(503, "unavailable");
    assert!(!reply.header("Retry-After").is_empty());
}

/// How long a diary may be away after its standby was promoted.
const BACK: Duration = Duration::from_secs(10);

#[tokio::test]
async fn r217_a_week_is_kept_by_the_standby_that_was_promoted() {
    let Some(pair) = Pair::start() else {
        return;
    };
    let app = start!(Postgres, |settings| settings.database_url =
        Some(pair.url()));
    let ada = app.patient("ada").await;
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);

    let standby = pair.fail();
    assert_come_back(ada.record("2026-W47", week("2026-11-18")).await);
    app.nobody()
        .get("/readyz")
        .await
        .refused(503, "unavailable");
    app.nobody().get("/healthz").await.expect(200);

    standby.promote();
    recorded_in_time(&ada).await;
    ada.read("2026-W46").await.expect(200);
    app.nobody().get("/readyz").await.expect(200);
}

async fn recorded_in_time(ada: &Person) {
    let promoted = Instant::now();
    loop {
        let reply = ada.record("2026-W47", week("2026-11-18")).await;
        if reply.status == 201 {
            return;
        }
        assert_come_back(reply);
        assert!(promoted.elapsed() < BACK, "it does not find its database");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A server, one that follows it, and an address that leads to the first until it fails.
struct Pair {
    primary: Cluster,
    standby: Cluster,
    address: TempDir,
}

/// What is left of a pair: clients are led to the standby, which can only be read yet.
struct Standby {
    cluster: Cluster,
    _address: TempDir,
}

impl Pair {
    /// `None` where there is no PostgreSQL to start, which was said aloud.
    fn start() -> Option<Self> {
        let binaries = binaries::find()?;
        let primary = cluster::start(&binaries, &IN_MEMORY, &[], None);
        let standby = cluster::start(&binaries, &IN_MEMORY, &[], Some(&primary));
        // From here on, what is acknowledged is on both.
        execute(
            &primary.url,
            "alter system set synchronous_standby_names = '*'",
        );
        execute(&primary.url, "select pg_reload_conf()");
        let address = tempfile::tempdir_in(IN_MEMORY[0]).unwrap();
        let pair = Self {
            primary,
            standby,
            address,
        };
        pair.lead_to(&pair.primary);
        Some(pair)
    }

    fn url(&self) -> String {
        let folder = link(self.address.path());
        format!(
            "postgres:///postgres?host={}&user=postgres",
            folder.display()
        )
    }

    fn lead_to(&self, cluster: &Cluster) {
        let link = link(self.address.path());
        if link.is_symlink() {
            std::fs::remove_file(&link).unwrap();
        }
        symlink(folder_of(cluster), link).unwrap();
    }

    fn fail(self) -> Standby {
        self.lead_to(&self.standby);
        drop(self.primary);
        Standby {
            cluster: self.standby,
            _address: self.address,
        }
    }
}

impl Standby {
    fn promote(&self) {
        execute(&self.cluster.url, "select pg_promote(wait => false)");
    }
}

/// The name of a Unix socket has at most 107 bytes: its folder has a short name.
fn link(folder: &Path) -> PathBuf {
    folder.join("s")
}

fn folder_of(cluster: &Cluster) -> PathBuf {
    let mut parameters = cluster.url.query_pairs();
    let (_, folder) = parameters.find(|(name, _)| name == "host").unwrap();
    folder.into_owned().into()
}

fn execute(url: &Url, statement: &str) {
    let mut server = PgConnection::establish(url.as_str()).unwrap();
    server.batch_execute(statement).unwrap();
}
