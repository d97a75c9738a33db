//! A flood of wrong sign-ins, half of whose senders hang up: how much memory it takes, and how a
//! patient who records a week meanwhile fares.
//!
//! It comes as if from two hundred networks, and tries another address each time, so that no limit
//! holds it back but the turns that passwords wait for.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::client::{self, Client};
use crate::load::count;
use crate::people::{self, Patient};
use crate::place::Place;
use crate::report::{Reach, Report, millis, say};
use crate::server::Server;
use crate::weeks;

const CONNECTIONS: usize = 200;
const EACH: usize = 10;

/// How soon half of them give up.
const HANGS_UP: Duration = Duration::from_millis(10);

/// A patient sends the next week so long after the answer to the one before.
const PAUSE: Duration = Duration::from_millis(10);

/// What one password takes, and what everything else may, in MiB.
const PASSWORD: f64 = 19.0;
const SPARE: f64 = 64.0;

/// The slowest of a hundred writes meanwhile, in milliseconds.
const SLOWEST_WRITE: f64 = 500.0;

/// Floods the server on `place`, which has the usual number of permits: one a core.
pub async fn measure(place: &Place, report: &mut Report) {
    let name = place.name;
    say(&format!("{name}: a flood of wrong sign-ins"));
    let server = Server::start(place.folder.path(), &place.served).await;
    let mail = place.folder.path().join("mail");
    let patient = people::arrive(server.address, &mail, 1).await.remove(0);
    server.stop();

    // Started anew: what signing up took is not what the flood takes.
    let server = Server::start(place.folder.path(), &place.served).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let idle = server.memory("VmRSS");
    let began = Instant::now();
    let flood = join_all((0..CONNECTIONS).map(|number| one(server.address, number)));
    let (told, mut times) = while_it_lasts(flood, server.address, &patient).await;
    let took = began.elapsed();
    let peak = server.memory("VmHWM");
    server.stop();

    let told: Vec<u16> = told.into_iter().flatten().collect();
    let with = |status: u16| told.iter().filter(|told| **told == status).count();
    let (wrong, waited) = (with(401), with(503));
    assert_eq!(wrong + waited, told.len(), "{told:?}");
    say(&format!(
        "{name}: {:.0} s; of {} that waited {wrong} were told that it is wrong, {waited} to come back",
        took.as_secs_f64(),
        told.len(),
    ));
    let permits = std::thread::available_parallelism().map_or(1, usize::from);
    let most = idle + count(permits) * PASSWORD + SPARE;
    report.add(
        (
            &format!("{name}: memory in a flood of sign-ins"),
            CONNECTIONS,
        ),
        (format!("{peak:.1} MiB"), peak),
        (
            &format!("{most:.1} MiB: idle {idle:.1}, {permits} × {PASSWORD}, {SPARE}"),
            most,
        ),
        Reach::AtMost(1.0),
    );
    times.sort_unstable();
    let p99 = times.get((times.len() - 1) * 99 / 100).copied();
    let p99 = millis(p99.unwrap_or_default());
    let p50 = millis(times.get(times.len() / 2).copied().unwrap_or_default());
    report.add(
        (&format!("{name}: PUT an entry in that flood"), 1),
        (
            format!("{} of them, p50 {p50:.1} ms, p99 {p99:.1} ms", times.len()),
            p99,
        ),
        (&format!("p99 {SLOWEST_WRITE} ms"), SLOWEST_WRITE),
        Reach::AtMost(1.0),
    );
}

/// One of those who try: each second one does not wait for what it is told.
async fn one(address: SocketAddr, number: usize) -> Vec<u16> {
    let request = |time: usize| {
        let mut request = Vec::new();
        let body = format!(
            r#"{{"email": "f{number}.{time}@example.org", "password": "eight loud crows at dusk"}}"#
        );
        client::write(&mut request, "POST /v1/sessions", None, Some(&body));
        request
    };
    let mut told = Vec::new();
    if number.is_multiple_of(2) {
        let mut client = Client::connect(address).await;
        for time in 0..EACH {
            told.push(client.send(&request(time)).await.status);
        }
        return told;
    }
    for time in 0..EACH {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(&request(time)).await.unwrap();
        tokio::time::sleep(HANGS_UP).await;
        drop(stream);
    }
    told
}

/// Records week after week until `flood` is over; how long each took.
async fn while_it_lasts<T>(
    flood: impl Future<Output = T>,
    address: SocketAddr,
    patient: &Patient,
) -> (T, Vec<Duration>) {
    let mut client = Client::connect(address).await;
    let mut times = Vec::new();
    let recording = async {
        for week in weeks::all() {
            let mut request = Vec::new();
            let line = format!("PUT /v1/patients/{}/entries/{week}", patient.id);
            let body = weeks::body(0, week);
            client::write(&mut request, &line, Some(&patient.token), Some(&body));
            let asked = Instant::now();
            assert_eq!(client.send(&request).await.status, 201);
            times.push(asked.elapsed());
            tokio::time::sleep(PAUSE).await;
        }
        std::future::pending::<()>().await;
    };
    let told = tokio::select! {
        told = flood => told,
        () = recording => unreachable!("it never ends"),
    };
    (told, times)
}
