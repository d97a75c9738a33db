//! What a clinic costs: its patients side by side, its data taken out, and how somebody fares who records meanwhile.

mod staff;
mod taken;

use std::time::{Duration, Instant};

use alsfrs_diary::platform::ids::SiteId;

use crate::client::{self, Client};
use crate::load::{at_a_rate, count, drive, p99};
use crate::people;
use crate::place::Place;
use crate::report::{Reach, Report, millis, say};
use crate::server::Server;
use crate::spine::Writing;
use crate::weeks::Slots;
use crate::{bare, fill, inside};
use staff::Clinician;
use taken::Taken;

/// How much is measured: two clinics, of which the first is the measure of the second.
#[derive(Clone, Copy)]
pub struct Size {
    patients: [usize; 2],
    /// How many weeks each has recorded.
    weeks: usize,
    /// How long each figure is taken.
    time: Duration,
}

impl Size {
    /// As the promises say.
    pub const WHOLE: Self = Self {
        patients: [100, 2_000],
        weeks: 182,
        time: Duration::from_secs(5),
    };

    /// The same of a country: it takes long, and ten gigabytes.
    pub const BIG: Self = Self {
        patients: [2_000, 40_000],
        ..Self::WHOLE
    };

    /// To see that it runs.
    pub const SMALL: Self = Self {
        patients: [5, 40],
        weeks: 26,
        time: Duration::from_secs(1),
    };
}

/// Patients who record meanwhile, and weeks that come a second.
const WRITERS: usize = 16;
const RECORDING: u32 = 50;

/// A page of the list beside that of the smaller clinic.
const AS_MANY_PATIENTS: f64 = 1.5;

/// CSV beside the database's own program.
const CSV: f64 = 2.5;

/// Other formats beside CSV; the larger ones of a clinic of up to [`MOST`] patients alone, where there is room for them.
const FORMATS: [(&str, Option<f64>); 4] = [
    ("csv", None),
    ("parquet", Some(1.5)),
    ("dataset-json", Some(2.0)),
    ("fhir", Some(4.0)),
];
const LARGER: usize = 2;
const MOST: usize = 2_000;

/// More than idle, in MiB.
const SPARE: f64 = 48.0;

/// The slowest of a hundred writes beside what it is without an export.
const SLOWER: f64 = 2.0;

/// Measures it on `place`.
pub async fn measure(place: &Place, size: Size, report: &mut Report) {
    let (name, folder) = (place.name, place.folder.path());
    let mail = folder.join("mail");
    let server = Server::start(folder, &place.served).await;
    let writers = people::arrive(server.address, &mail, WRITERS).await;
    server.stop();
    let app = inside::open(place);
    let sites = size.patients.map(|patients| {
        say(&format!(
            "{name}: {patients} patients of {} weeks",
            size.weeks
        ));
        fill::clinic(&app, &place.owned, patients, size.weeks)
    });
    staff::let_work(&app, &place.served, &sites).await;
    inside::close(app).await;
    let server = Server::start(folder, &place.served).await;
    let mut kim = Clinician::arrive(server.address, &mail).await;
    server.stop();

    let server = Server::start(folder, &place.served).await;
    kim.goes_on_at(server.address);
    side_by_side(name, &server, &mut kim, sites, size, report).await;
    server.stop();

    // Started anew: what hashing passwords took, and what lists remember, is not what an export takes.
    let server = Server::start(folder, &place.served).await;
    kim.goes_on_at(server.address);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let idle = server.memory("VmRSS");
    for (site, patients) in sites.into_iter().zip(size.patients) {
        exports(place, &server, &mut kim, (site, patients), idle, report).await;
    }
    meanwhile(
        name, &server, &mut kim, sites[1], writers, size.time, report,
    )
    .await;
    server.stop();
}

/// The first page of the list: made, and asked for again.
async fn side_by_side(
    name: &str,
    server: &Server,
    kim: &mut Clinician,
    sites: [SiteId; 2],
    size: Size,
    report: &mut Report,
) {
    let mut pages = Vec::new();
    for (site, patients) in sites.into_iter().zip(size.patients) {
        let token = kim.token().await;
        let line = format!("GET /v1/sites/{site}/cohort");
        let mut request = Vec::new();
        client::write(&mut request, &line, Some(&token), None);
        let began = Instant::now();
        let mut client = Client::connect(server.address).await;
        assert_eq!(client.send(&request).await.status, 200);
        let first = millis(began.elapsed());
        report.add(
            (
                &format!("{name}: the first list of the day, {patients} patients"),
                1,
            ),
            (
                format!("{first:.0} ms, {:.2} a patient", first / count(patients)),
                first,
            ),
            ("", first),
            Reach::Any,
        );
        let next = move |to: &mut Vec<u8>| {
            to.extend_from_slice(&request);
            true
        };
        pages.push(drive(server, 16, size.time, 200, next).await);
    }
    let [beside, page] = pages.as_slice() else {
        return;
    };
    let [few, many] = size.patients;
    report.add(
        (
            &format!("{name}: GET a page of {many} patients side by side"),
            16,
        ),
        (page.shown(), millis(page.p99)),
        (
            &format!("p99 {:.2} ms of {few}", millis(beside.p99)),
            millis(beside.p99),
        ),
        Reach::AtMost(AS_MANY_PATIENTS),
    );
}

/// Everything in each format, and how much memory that took at the most.
async fn exports(
    place: &Place,
    server: &Server,
    kim: &mut Clinician,
    (site, patients): (SiteId, usize),
    idle: f64,
    report: &mut Report,
) {
    let name = place.name;
    let bare = bare::as_csv(&place.owned, site, &place.folder.path().join("bare.csv"));
    let formats = if patients > MOST {
        LARGER
    } else {
        FORMATS.len()
    };
    let (mut csv, mut most) = (f64::NAN, (0.0_f64, ""));
    for (format, reach) in FORMATS.into_iter().take(formats) {
        say(&format!("{name}: {format} of {patients} patients"));
        let Taken {
            took,
            peak,
            megabytes,
        } = taken::take(server, kim, site, format).await;
        let took = took.as_secs_f64();
        let (named, limit, reach) = match (reach, bare) {
            (Some(reach), _) => (format!("{csv:.2} s, csv"), csv, Reach::AtMost(reach)),
            (None, Some(bare)) => {
                let bare = bare.as_secs_f64();
                (format!("{bare:.2} s bare"), bare, Reach::AtMost(CSV))
            }
            (None, None) => ("no sqlite3 or psql here".to_owned(), took, Reach::Any),
        };
        if format == "csv" {
            csv = took;
        }
        if peak > most.0 {
            most = (peak, format);
        }
        report.add(
            (&format!("{name}: {format} of {patients} patients"), 0),
            (format!("{took:.2} s, {megabytes:.0} MB"), took),
            (&named, limit),
            reach,
        );
    }
    let limit = idle + SPARE;
    report.add(
        (
            &format!("{name}: memory of any export of {patients} patients"),
            0,
        ),
        (format!("{:.1} MiB, {}", most.0, most.1), most.0),
        (&format!("{limit:.1} MiB: idle {idle:.1}, {SPARE}"), limit),
        Reach::AtMost(1.0),
    );
}

/// Weeks that are recorded while everything is taken out, again and again.
async fn meanwhile(
    name: &str,
    server: &Server,
    kim: &mut Clinician,
    site: SiteId,
    writers: Vec<people::Patient>,
    time: Duration,
    report: &mut Report,
) {
    let slots = Slots::newest(writers.len());
    let writing = Writing { writers, slots };
    let record = || {
        let number = time.as_secs() * u64::from(RECORDING);
        let requests = (0..number).map_while(|_| writing.next()).collect();
        at_a_rate(server, RECORDING, requests, 201)
    };
    // Until then it has no token to wait for.
    drop(kim.token().await);
    let alone = millis(p99(&record().await));
    let exports = async {
        loop {
            taken::take(server, kim, site, "csv").await;
        }
    };
    let times = tokio::select! {
        times = record() => times,
        () = exports => unreachable!("it never ends"),
    };
    let during = millis(p99(&times));
    report.add(
        (
            &format!("{name}: PUT an entry while everything is exported"),
            16,
        ),
        (format!("p99 {during:.1} ms"), during),
        (&format!("p99 {alone:.1} ms without"), alone),
        Reach::AtMost(SLOWER),
    );
}
