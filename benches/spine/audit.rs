//! What the audit adds to the time within which 95 of 100 requests are answered, at 200 a second (R151).

use std::time::Duration;

use crate::bare;
use crate::client;
use crate::load::{at_a_rate, p95};
use crate::people::Patient;
use crate::place::Place;
use crate::report::{Reach, Report, millis};
use crate::server::Server;
use crate::spine::Writing;
use crate::weeks::Slots;

const PER_SECOND: u32 = 200;

/// How much longer it may take with the audit.
const MOST: f64 = 0.2;

/// The same of a `PUT` when as many are sent as are taken.
const MOST_AT_FULL_LOAD: f64 = 0.3;

/// A dashboard that asks every minute meets an hour of which nothing is written down once in so often.
const POLLS: usize = 60;

/// So many rounds, each beside one of the patients' own reads: what else the machine does meets both.
const ROUNDS: usize = 8;

/// How many weeks are sent.
const WEEKS: usize = 2000;

/// How long bare loops write with the audit and without.
const BARE: Duration = Duration::from_secs(4);

/// Measures reads of somebody else's entries, whose token this is, beside the patients' own, which are
/// no events.
pub async fn reads(
    name: &str,
    server: &Server,
    patients: &[Patient],
    token: &str,
    report: &mut Report,
) {
    let bob = |patient: &Patient| (patient.id.clone(), token.to_owned());
    let own = |patient: &Patient| (patient.id.clone(), patient.token.clone());
    let entries = |(id, token): (String, String)| get(&id, "entries?limit=8", &token);

    let (mut polled, mut alone) = (Vec::new(), Vec::new());
    for seen in patients.chunks(patients.len().div_ceil(ROUNDS)) {
        let asked = polling(seen).into_iter().map(own).map(entries).collect();
        alone.extend(at_a_rate(server, PER_SECOND, asked, 200).await);
        let asked = polling(seen).into_iter().map(bob).map(entries).collect();
        polled.extend(at_a_rate(server, PER_SECOND, asked, 200).await);
    }
    beside(
        report,
        (name, "polled"),
        polled,
        alone,
        Reach::AtMost(1.0 + MOST),
    );

    let treatments = |(id, token): (String, String)| get(&id, "records", &token);
    let asked = patients.iter().map(own).map(treatments).collect();
    let alone = at_a_rate(server, PER_SECOND, asked, 200).await;
    let asked = patients.iter().map(bob).map(treatments).collect();
    let first = at_a_rate(server, PER_SECOND, asked, 200).await;
    beside(
        report,
        (name, "each the first of its hour"),
        first,
        alone,
        Reach::Any,
    );
}

/// Each of `seen` is asked for [`POLLS`] times, and every so many polls one more of them is.
fn polling(seen: &[Patient]) -> Vec<&Patient> {
    (0..seen.len() * POLLS)
        .map(|turn| {
            let known = turn / POLLS;
            let since = turn % POLLS;
            &seen[if since == 0 {
                known
            } else {
                turn % (known + 1)
            }]
        })
        .collect()
}

fn get(id: &str, what: &str, token: &str) -> Vec<u8> {
    let mut request = Vec::new();
    let line = format!("GET /v1/patients/{id}/{what}");
    client::write(&mut request, &line, Some(token), None);
    request
}

fn beside(
    report: &mut Report,
    (name, how): (&str, &str),
    mut others: Vec<Duration>,
    mut own: Vec<Duration>,
    reach: Reach,
) {
    others.sort_unstable();
    own.sort_unstable();
    let (others, own) = (millis(p95(&others)), millis(p95(&own)));
    report.add(
        (
            &format!("{name}: somebody else's GETs at {PER_SECOND}/s, {how}"),
            16,
        ),
        (format!("p95 {others:.2} ms"), others),
        (&format!("p95 {own:.2} ms of their own, no events"), own),
        reach,
    );
}

/// Measures entries that come at the rate, beside what the audit of one takes in a commit of its own.
pub async fn puts(
    place: &Place,
    server: &Server,
    writing: &Writing,
    alone: f64,
    report: &mut Report,
) {
    let requests: Vec<Vec<u8>> = std::iter::from_fn(|| writing.next()).take(WEEKS).collect();
    let times = at_a_rate(server, PER_SECOND, requests, 201).await;
    let within = p95(&times).as_secs_f64();
    report.add(
        (
            &format!("{}: the audit of a PUT at {PER_SECOND}/s", place.name),
            16,
        ),
        (format!("{:.0} µs", alone * 1e6), alone),
        (
            &format!("{:.0} µs for the rest of its p95", (within - alone) * 1e6),
            within - alone,
        ),
        Reach::AtMost(MOST),
    );
}

/// Shows what the audit takes of a `PUT` when as many are sent as are taken, beside the rest of it.
pub fn at_full_load(report: &mut Report, name: &str, audit: f64, put: f64) {
    let rest = put - audit;
    report.add(
        (
            &format!("{name}: the audit of a PUT, as many as are taken"),
            64,
        ),
        (format!("{:.1} µs", audit * 1e6), audit),
        (&format!("{:.1} µs for the rest of it", rest * 1e6), rest),
        Reach::AtMost(MOST_AT_FULL_LOAD),
    );
}

/// What the audit of a week takes in commits of one, and in commits of 64, in seconds.
pub fn of_a_put(url: &str, people: &[bare::Person], slots: &Slots) -> (f64, f64) {
    let cost = |size| bare::cost_of_the_audit(size, url, people, slots, BARE);
    (cost(1), cost(64))
}
