//! A fleet of phones on a server behind a pooler, while PostgreSQL behind that is killed and its standby takes over (R217).

use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use alsfrs_diary::platform::db::Db;

use super::{BACK, Pair, execute, folder_of};
use crate::app::Database::Postgres;
use crate::app::start;
use crate::edge::proxies::find;
use crate::people::Person;
use crate::phone::phones::{Phone, Way};
use crate::postgres::IN_MEMORY;
use crate::postgres::cluster::{Cluster, run_unprivileged, short_folder};

/// As docs/operations.md has it, but for its size.
const SETTINGS: &str = "
    [pgbouncer]
    listen_addr =
    listen_port = 6432
    auth_type = any
    pool_mode = transaction
    default_pool_size = 8
    query_wait_timeout = 2
    server_login_retry = 1
    server_connect_timeout = 2
";

/// `pgbouncer` before one cluster after the other; it ends with the test.
struct Pooler {
    program: Child,
    folder: PathBuf,
}

impl Pooler {
    /// `None` on a machine without the program, which `CI=true` forbids.
    fn before(cluster: &Cluster) -> Option<Self> {
        let mut program = Command::new(find("pgbouncer")?);
        let folder = short_folder(&IN_MEMORY);
        program.arg(folder.join("conf")).stderr(Stdio::null());
        run_unprivileged(&mut program, &folder);
        write(&folder, cluster);
        let program = program.spawn().unwrap();
        let asked = Instant::now();
        while !folder.join(".s.PGSQL.6432").exists() {
            assert!(asked.elapsed() < BACK, "pgbouncer does not listen");
            std::thread::sleep(Duration::from_millis(10));
        }
        Some(Self { program, folder })
    }

    fn url(&self) -> String {
        let folder = self.folder.display();
        format!("postgres:///postgres?host={folder}&port=6432&user=postgres&pool_mode=transaction")
    }

    /// As an operator does it, or what watches the primary for them.
    fn lead_to(&self, cluster: &Cluster) {
        write(&self.folder, cluster);
        signal("-HUP", &self.program.id().to_string());
    }
}

impl Drop for Pooler {
    fn drop(&mut self) {
        drop(self.program.kill());
        drop(self.program.wait());
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn write(folder: &Path, cluster: &Cluster) {
    let (at, to) = (folder.display(), folder_of(cluster));
    let mut file = std::fs::File::create(folder.join("conf")).unwrap();
    write!(
        file,
        "[databases]\n* = host={} user=postgres\n{SETTINGS}\nunix_socket_dir = {at}\nlogfile = {at}/log\n",
        to.display()
    )
    .unwrap();
}

fn signal(which: &str, process: &str) {
    let told = Command::new("kill").args([which, process]).status();
    assert!(told.unwrap().success());
}

/// Ends the server that the others of a cluster come from: they go too.
fn kill(cluster: &Cluster) {
    let file = folder_of(cluster).join("data/postmaster.pid");
    let text = std::fs::read_to_string(file).unwrap();
    signal("-KILL", text.lines().next().unwrap());
}

/// What the phones of a fleet were told so far.
#[derive(Default)]
struct Progress {
    accepted: AtomicUsize,
    sent_in_vain: AtomicUsize,
    is_over: AtomicBool,
}

/// Weeks are typed from `year` on, and sent, until it is over.
async fn keeps_writing(
    phone: &mut Phone,
    ada: &Person,
    address: &[SocketAddr],
    year: u32,
    told: &Progress,
) {
    for number in 0..500 {
        let before = phone.told.len();
        if phone.waiting() < 50 {
            let week = format!("{}-W{:02}", year + number / 50, 1 + number % 50);
            phone.types(ada, &week, u64::from(number % 5), 1999);
        }
        phone.sends(address, 0, Way::Arrives, false).await;
        told.accepted
            .fetch_add(phone.told.len() - before, Ordering::Relaxed);
        if phone.waiting() > 0 {
            told.sent_in_vain.fetch_add(1, Ordering::Relaxed);
            tokio::time::sleep(Duration::from_millis(50)).await;
        } else if told.is_over.load(Ordering::Relaxed) {
            return;
        }
    }
}

async fn until(number: &AtomicUsize, most: usize, what: &str) {
    let asked = Instant::now();
    while number.load(Ordering::Relaxed) < most {
        assert!(asked.elapsed() < BACK, "{what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn r217_a_fleet_behind_a_pooler_loses_nothing_when_the_standby_takes_over() {
    let Some(pair) = Pair::start() else {
        return;
    };
    let Some(pooler) = Pooler::before(&pair.primary) else {
        return;
    };
    let refused = Db::open(&pooler.url(), 1).unwrap().migrate();
    assert!(
        refused.unwrap_err().to_string().contains("without one"),
        "tables are made without a pooler"
    );
    Db::open(pair.primary.url.as_str(), 1)
        .unwrap()
        .migrate()
        .unwrap();
    let app = start!(Postgres, |settings| settings.database_url =
        Some(pooler.url()));
    let ada = app.patient("ada").await;
    let (tablet, third) = (ada.on_another_device().await, ada.on_another_device().await);
    let [mut one, mut two, mut three] = [&ada, &tablet, &third].map(Phone::of);
    let (address, told) = ([app.address()], Progress::default());

    let fails = async {
        until(&told.accepted, 30, "nothing is recorded").await;
        kill(&pair.primary);
        until(&told.sent_in_vain, 1, "nobody notices").await;
        execute(&pair.standby.url, "select pg_promote(wait => false)");
        pooler.lead_to(&pair.standby);
        let before = told.accepted.load(Ordering::Relaxed);
        until(&told.accepted, before + 10, "nothing is recorded any more").await;
        told.is_over.store(true, Ordering::Relaxed);
    };
    tokio::join!(
        keeps_writing(&mut one, &ada, &address, 1990, &told),
        keeps_writing(&mut two, &ada, &address, 2000, &told),
        keeps_writing(&mut three, &ada, &address, 2010, &told),
        fails,
    );

    one.copy.pull(&ada).await;
    let phones = [&one, &two, &three];
    let told: Vec<_> = phones.iter().flat_map(|phone| &phone.told).collect();
    for week in &told {
        assert!(matches!(week.status, 200 | 201), "{week:?}");
        let there = one
            .copy
            .one("entry", &week.week)
            .expect("it was acknowledged");
        assert_eq!(there["answers"]["speech"].as_u64(), week.meant);
        assert_eq!(there["revision"], 1);
    }
    assert_eq!(one.copy.ids("entry").len(), told.len());
}
