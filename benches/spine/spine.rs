//! Everything that is measured on one database.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use alsfrs_diary::platform::ids::PatientId;
use futures_util::future::join_all;

use crate::audit;
use crate::bare;
use crate::client::{self, Client};
use crate::load::{Ask, Figure, drive};
use crate::people::{self, Patient};
use crate::place::Place;
use crate::report::{Reach, Report, millis, say};
use crate::server::Server;
use crate::sign_in;
use crate::weeks::{self, Slots};

/// Patients who record week after week; a diary has room for 1,900 weeks.
const WRITERS: usize = 96;

/// Patients whose trend is read, and how many weeks they have recorded.
const READERS: usize = 8;
const WEEKS: usize = 182;

/// Windows to ask for in turn where nothing shall be remembered: a hundred megabytes of trends.
const WINDOWS: usize = 300;

/// Connections in the server's pool, unless told otherwise.
const POOL: usize = 8;

const CONNECTIONS: [usize; 3] = [1, 16, 64];
const WRITING_CONNECTIONS: [usize; 4] = [1, 8, 16, 64];

/// The part of the same rows by as few round trips as there can be on PostgreSQL, over as many connections.
const FEW: f64 = 0.6;

/// The least entries a second on PostgreSQL where the machine can do this many by itself.
const MANY: f64 = 3000.0;
const WHERE_IT_CAN: f64 = 5000.0;

const WRITING: Duration = Duration::from_secs(5);
const READING: Duration = Duration::from_secs(4);
const BARE: Duration = Duration::from_secs(3);

/// The slowest of a hundred writes at 64 connections, in milliseconds.
const SLOWEST_ON_SQLITE: f64 = 20.0;
const SLOWEST_ON_POSTGRES: f64 = 30.0;

/// Resident memory in MiB, idle and at 64 connections.
const IDLE: f64 = 36.0;
const BUSY: f64 = 120.0;

/// Measures the spine on `place`.
pub async fn measure(place: &Place, report: &mut Report) {
    let name = place.name;
    say(&format!("{name}: patients sign up"));
    let server = Server::start(place.folder.path(), &place.served).await;
    let mail = place.folder.path().join("mail");
    let mut patients = people::arrive(server.address, &mail, WRITERS + READERS + 1).await;
    // Whoever signs in again and again loses the oldest sessions.
    let restless = patients.pop().unwrap();
    sign_in::measure(name, &server, &restless.email, report).await;
    sign_in::refusals(name, &server, &patients, report).await;
    let readers = patients.split_off(WRITERS);
    say(&format!("{name}: somebody is let in by everybody"));
    let caregiver = people::caregiver(server.address, &mail, &patients).await;
    server.stop();

    // Started anew: what hashing passwords took is not what requests take.
    let server = Server::start(place.folder.path(), &place.served).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    memory(report, name, "idle", server.memory("VmRSS"), IDLE);
    put(place, &server, &patients, report).await;
    audit::reads(name, &server, &patients, &caregiver, report).await;
    say(&format!("{name}: {WEEKS} weeks to read"));
    join_all(readers.iter().map(|reader| fill(&server, reader))).await;
    trend(place, &server, readers, report).await;
    memory(
        report,
        name,
        "at 64 connections",
        server.memory("VmHWM"),
        BUSY,
    );
    server.stop();
}

fn memory(report: &mut Report, name: &str, when: &str, resident: f64, most: f64) {
    report.add(
        (&format!("{name}: memory {when}"), 0),
        (format!("{resident:.1} MiB"), resident),
        (&format!("{most} MiB"), most),
        Reach::AtMost(1.0),
    );
}

/// Durable entries, each a new week, beside the same rows by bare loops.
async fn put(place: &Place, server: &Server, writers: &[Patient], report: &mut Report) {
    let (name, url) = (place.name, place.bare.as_str());
    let on_sqlite = url.starts_with("sqlite:");
    let people = bare::prepare(url, WRITERS);
    let slots = Slots::new(WRITERS);
    let loop_of = |size| bare::in_commits_of(size, url, &people, &slots, BARE);
    let alone = on_sqlite.then(|| (loop_of(64), loop_of(1)));
    let (audit_alone, audit_grouped) = audit::of_a_put(url, &people, &slots);
    let writing = Arc::new(Writing {
        writers: writers.to_vec(),
        slots: Slots::new(WRITERS),
    });
    for connections in WRITING_CONNECTIONS {
        let sending = Arc::clone(&writing);
        let next = move |request: &mut Vec<u8>| sending.write_next(request);
        let work = (&*format!("{name}: PUT an entry"), connections);
        let figure = drive(server, connections, WRITING, 201, next).await;
        let shown = (figure.shown(), figure.per_second);
        if connections == 64 {
            audit::at_full_load(report, name, audit_grouped, 1.0 / figure.per_second);
        }
        let again = |what: &str| (format!("  {what}"), figure.per_second);
        let Some((grouped, single)) = alone else {
            let limit = bare::over(connections, url, &people, &slots, BARE);
            let named = format!("{limit:.0}/s bare, {connections} connections");
            report.add(work, shown, (&named, limit), Reach::AtLeast(0.35));
            let limit = bare::over_in_few(connections, url, &people, &slots, BARE);
            let named = format!("{limit:.0}/s bare, in four round trips");
            report.add(
                work,
                again("the same"),
                (&named, limit),
                Reach::AtLeast(FEW),
            );
            if limit >= WHERE_IT_CAN {
                let named = format!("{MANY}/s");
                report.add(work, again("the same"), (&named, MANY), Reach::AtLeast(1.0));
            }
            if connections == 64 {
                slowest(report, work, &figure, SLOWEST_ON_POSTGRES);
            }
            continue;
        };
        let at = |which, least| {
            if connections == which {
                Reach::AtLeast(least)
            } else {
                Reach::Any
            }
        };
        let named = format!("{grouped:.0}/s bare, commits of 64");
        report.add(work, shown, (&named, grouped), at(64, 0.25));
        let named = format!("{single:.0}/s bare, commits of one");
        let reach = if connections == 1 {
            at(1, 0.5)
        } else {
            at(64, 1.5)
        };
        report.add(work, again("the same"), (&named, single), reach);
        if connections == 64 {
            slowest(report, work, &figure, SLOWEST_ON_SQLITE);
        }
    }
    audit::puts(place, server, &writing, audit_alone, report).await;
}

fn slowest(report: &mut Report, work: (&str, usize), figure: &Figure, most: f64) {
    let p99 = millis(figure.p99);
    report.add(
        work,
        (format!("  p99 {p99:.2} ms"), p99),
        (&format!("{most} ms"), most),
        Reach::AtMost(1.0),
    );
}

/// Weeks that are still to be sent, each by whose it is.
pub struct Writing {
    pub writers: Vec<Patient>,
    pub slots: Slots,
}

impl Writing {
    /// Writes the next of them, or says that there is none left.
    fn write_next(&self, request: &mut Vec<u8>) -> bool {
        let Some((who, week)) = self.slots.next() else {
            return false;
        };
        let Patient { id, token, .. } = &self.writers[who];
        let line = format!("PUT /v1/patients/{id}/entries/{week}");
        let body = weeks::body(who, week);
        client::write(request, &line, Some(token), Some(&body));
        true
    }

    /// The next of them.
    pub fn next(&self) -> Option<Vec<u8>> {
        let mut request = Vec::new();
        self.write_next(&mut request).then_some(request)
    }
}

/// Records the last 182 weeks of `reader`.
async fn fill(server: &Server, reader: &Patient) {
    let mut client = Client::connect(server.address).await;
    let all = weeks::all();
    for week in all.iter().rev().take(WEEKS) {
        let mut request = Vec::new();
        let line = format!("PUT /v1/patients/{}/entries/{week}", reader.id);
        let body = weeks::body(1, *week);
        client::write(&mut request, &line, Some(&reader.token), Some(&body));
        assert_eq!(client.send(&request).await.status, 201);
    }
}

/// Trends, beside the cheapest answer of the same server and beside the bare read of the rows.
async fn trend(place: &Place, server: &Server, readers: Vec<Patient>, report: &mut Report) {
    let ids: Vec<PatientId> = readers.iter().map(|r| r.id.parse().unwrap()).collect();
    let readers = Arc::new(readers);
    for connections in CONNECTIONS {
        // As many as ask, and no more than the server has connections for.
        let threads = connections.min(POOL);
        let read = bare::read_over(threads, &place.served, &ids, WEEKS, BARE);
        let healthz = |request: &mut Vec<u8>| {
            client::write(request, "GET /healthz", None, None);
            true
        };
        let alive = drive(server, connections, BARE, 200, healthz)
            .await
            .per_second;
        let first = if connections == 64 {
            Reach::Any
        } else {
            Reach::AtLeast(0.2)
        };
        for (asked, windows, reach) in [
            ("again", 1, [Reach::AtLeast(0.08), Reach::AtLeast(0.25)]),
            ("for the first time", WINDOWS, [Reach::Any, first]),
        ] {
            let next = ask_for_trends(&readers, windows);
            let figure = drive(server, connections, READING, 200, next).await;
            let work = (
                &*format!("{}: GET a trend {asked}", place.name),
                connections,
            );
            let shown = (figure.shown(), figure.per_second);
            let named = format!("{alive:.0}/s /healthz");
            report.add(work, shown, (&named, alive), reach[0]);
            let named = format!("{read:.0}/s bare read, {threads} threads");
            let same = ("  the same".to_owned(), figure.per_second);
            report.add(work, same, (&named, read), reach[1]);
        }
    }
}

/// The readers' trends in turn, each over so many windows in turn, all of which show the same weeks.
fn ask_for_trends(readers: &Arc<Vec<Patient>>, windows: usize) -> impl Ask {
    let (readers, turn) = (Arc::clone(readers), AtomicUsize::new(0));
    move |request: &mut Vec<u8>| {
        let turn = turn.fetch_add(1, Ordering::Relaxed);
        let Patient { id, token, .. } = &readers[turn % READERS];
        let weeks = WEEKS + turn / READERS % windows;
        let line = format!("GET /v1/patients/{id}/trend?weeks={weeks}");
        client::write(request, &line, Some(token), None);
        true
    }
}
