//! What phones cost: asking whether anything changed, a first copy of a diary, what waited without a network, and
//! everybody's reminders in one hour.

mod crowd;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use alsfrs_diary::platform::ids::PatientId;
use serde_json::{Value, json};

use crate::bare;
use crate::client::{self, Client};
use crate::load::{Figure, drive};
use crate::people::{self, Patient};
use crate::place::Place;
use crate::report::{Reach, Report, millis, say};
use crate::server::Server;
use crate::weeks::{self, Slots};

/// Weeks of a diary that a new phone copies.
const WEEKS: usize = 182;

/// Weeks that were recorded without a network.
const BATCH: usize = 50;

/// Of a first copy on the wire, in KiB.
const MOST_ON_THE_WIRE: f64 = 12.0;

/// How much is measured.
#[derive(Clone, Copy)]
pub struct Size {
    /// Patients whose phones ask.
    pub patients: usize,
    /// Reminders that are due within the hour.
    pub reminders: usize,
    /// How long each figure is taken.
    pub time: Duration,
}

impl Size {
    /// As the promises say.
    pub const WHOLE: Self = Self {
        patients: 64,
        reminders: 400_000,
        time: Duration::from_secs(4),
    };

    /// To see that it runs.
    pub const SMALL: Self = Self {
        patients: 4,
        reminders: 2_000,
        time: Duration::from_secs(3),
    };
}

/// Measures it on `place`.
pub async fn measure(place: &Place, size: Size, report: &mut Report) {
    let name = place.name;
    say(&format!("{name}: patients sign up"));
    let server = Server::start(place.folder.path(), &place.served).await;
    let mail = place.folder.path().join("mail");
    let mut patients = people::arrive(server.address, &mail, size.patients + 1).await;
    let copied = patients.pop().unwrap();
    feed(name, &server, &patients, size, report).await;
    batch(place, &server, &patients, size, report).await;
    copy(place, &server, &copied, size, report).await;
    crowd::measure(place, server, &patients, size, report).await;
}

/// Nothing new, beside the cheapest answer that a signed-in person gets.
async fn feed(name: &str, server: &Server, patients: &[Patient], size: Size, report: &mut Report) {
    let cursors = caught_up(server, patients).await;
    let account = over(server, &cursors, size.time, |_| {
        "GET /v1/account".to_owned()
    })
    .await;
    let line = |cursor: &str| format!("GET /v1/changes?since={cursor}");
    let feed = over(server, &cursors, size.time, line).await;
    report.add(
        (&format!("{name}: GET changes, nothing new"), 16),
        (feed.shown(), millis(feed.p50)),
        (
            &format!("p50 {:.2} ms, GET account", millis(account.p50)),
            millis(account.p50),
        ),
        Reach::AtMost(1.3),
    );
}

/// Where each of them stands who was told everything, and their tokens.
async fn caught_up(server: &Server, patients: &[Patient]) -> Vec<(String, String)> {
    let mut cursors = Vec::new();
    for Patient { token, .. } in patients {
        let mut since = String::new();
        loop {
            let line = format!("GET /v1/changes?limit=200{since}");
            let page = ask(server, &line, token, None, &[]).await;
            let page: Value = serde_json::from_slice(&page).unwrap();
            let next = page["next"].as_str().unwrap().to_owned();
            if page["more"] == false {
                cursors.push((next, token.clone()));
                break;
            }
            since = format!("&since={next}");
        }
    }
    cursors
}

/// Asks by 16 connections, as each of these in turn.
async fn over(
    server: &Server,
    who: &[(String, String)],
    time: Duration,
    line: impl Fn(&str) -> String + Send + Sync + 'static,
) -> Figure {
    let (who, turn) = (who.to_vec(), AtomicUsize::new(0));
    let next = move |request: &mut Vec<u8>| {
        let (cursor, token) = &who[turn.fetch_add(1, Ordering::Relaxed) % who.len()];
        client::write(request, &line(cursor), Some(token), None);
        true
    };
    drive(server, 16, time, 200, next).await
}

/// Fifty weeks in one request, beside the same rows by one bare loop.
async fn batch(
    place: &Place,
    server: &Server,
    patients: &[Patient],
    size: Size,
    report: &mut Report,
) {
    let people = bare::prepare(&place.bare, patients.len());
    let slots = Slots::new(patients.len());
    let alone = bare::in_commits_of(64, &place.bare, &people, &slots, size.time);
    let writing = Arc::new((patients.to_vec(), AtomicUsize::new(0)));
    let sending = Arc::clone(&writing);
    // The newest are recorded later.
    let all: Vec<_> = weeks::all().into_iter().rev().skip(208).collect();
    let next = move |request: &mut Vec<u8>| {
        let (patients, turn) = &*sending;
        let turn = turn.fetch_add(1, Ordering::Relaxed);
        let (who, part) = (turn % patients.len(), turn / patients.len());
        let Some(part) = all.get(part * BATCH..(part + 1) * BATCH) else {
            return false;
        };
        let body = recorded(&patients[who], who, part);
        client::write(
            request,
            "POST /v1/batch",
            Some(&patients[who].token),
            Some(&body),
        );
        true
    };
    let figure = drive(server, 16, size.time, 200, next).await;
    let weeks = figure.per_second * 50.0;
    let reach = match place.name {
        "SQLite" => Reach::AtLeast(0.7),
        _ => Reach::Any,
    };
    report.add(
        (
            &format!("{}: POST a batch of {BATCH} weeks", place.name),
            16,
        ),
        (format!("{weeks:.0} weeks/s: {}", figure.shown()), weeks),
        (&format!("{alone:.0}/s bare, commits of 64"), alone),
        reach,
    );
}

/// A batch that records these weeks.
fn recorded(patient: &Patient, who: usize, all: &[alsfrs_diary::clinical::Week]) -> String {
    let id = &patient.id;
    let operations: Vec<Value> = all
        .iter()
        .map(|week| {
            let body: Value = serde_json::from_str(&weeks::body(who, *week)).unwrap();
            let path = format!("/v1/patients/{id}/entries/{week}");
            json!({"id": week.to_string(), "method": "PUT", "path": path, "body": body})
        })
        .collect();
    json!({ "operations": operations }).to_string()
}

/// The whole diary for a new phone, beside the bare read of the same rows, and how much goes over the wire.
async fn copy(place: &Place, server: &Server, fresh: &Patient, size: Size, report: &mut Report) {
    let last: Vec<_> = weeks::all().into_iter().rev().take(WEEKS).collect();
    for part in last.chunks(100) {
        let body = recorded(fresh, 1, part);
        ask(server, "POST /v1/batch", &fresh.token, Some(&body), &[]).await;
    }
    let id: PatientId = fresh.id.parse().unwrap();
    let bare = bare::read_over(8, &place.served, &[id], WEEKS, size.time);
    let line = format!("GET /v1/patients/{}/changes?limit=200", fresh.id);
    let (token, asked) = (fresh.token.clone(), line.clone());
    let next = move |request: &mut Vec<u8>| {
        client::write(request, &asked, Some(&token), None);
        true
    };
    let figure = drive(server, 16, size.time, 200, next).await;
    let work = (
        &*format!("{}: GET {WEEKS} weeks for a new phone", place.name),
        16,
    );
    report.add(
        work,
        (figure.shown(), figure.per_second),
        (&format!("{bare:.0}/s bare read, 8 threads"), bare),
        Reach::AtLeast(0.35),
    );
    let small = ask(server, &line, &fresh.token, None, &["Accept-Encoding: br"]).await;
    let kib = crate::load::count(small.len()) / 1024.0;
    report.add(
        (&format!("{}: the same on the wire", place.name), 1),
        (format!("{kib:.1} KiB"), kib),
        (&format!("{MOST_ON_THE_WIRE} KiB"), MOST_ON_THE_WIRE),
        Reach::AtMost(1.0),
    );
}

/// Asks once, with more headers.
async fn ask(
    server: &Server,
    line: &str,
    token: &str,
    body: Option<&str>,
    headers: &[&str],
) -> Vec<u8> {
    let mut line = format!("{line} HTTP/1.1\r\nHost: bench");
    for header in headers {
        line.push_str("\r\n");
        line.push_str(header);
    }
    let mut request = Vec::new();
    client::write(&mut request, "", Some(token), body);
    // After its own first two lines.
    let rest = request.splice(..b" HTTP/1.1\r\nHost: bench".len(), line.into_bytes());
    drop(rest);
    let mut client = Client::connect(server.address).await;
    let reply = client.send(&request).await;
    assert_eq!(reply.status, 200, "{}", String::from_utf8_lossy(reply.body));
    reply.body.to_vec()
}
