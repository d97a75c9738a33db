//! Drives a server with so many connections, and times each answer.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::join_all;

use crate::client::Client;
use crate::report::millis;
use crate::server::Server;

/// What a drive has found.
pub struct Figure {
    pub per_second: f64,
    pub p50: Duration,
    pub p99: Duration,
    /// Processor time of the server for each: what does not depend on who else is on the machine.
    pub each: Duration,
}

impl Figure {
    /// As the table shows it.
    pub fn shown(&self) -> String {
        format!(
            "{:.0}/s, p50 {:.2} ms, p99 {:.2} ms, CPU {} µs",
            self.per_second,
            millis(self.p50),
            millis(self.p99),
            self.each.as_micros(),
        )
    }
}

/// What is asked: writes the next request, or says that there is none left.
pub trait Ask: Fn(&mut Vec<u8>) -> bool + Send + Sync + 'static {}
impl<F: Fn(&mut Vec<u8>) -> bool + Send + Sync + 'static> Ask for F {}

/// Not counted: connections open, caches fill.
const WARM_UP: Duration = Duration::from_millis(700);

/// Connections over which requests come at a rate.
const PACED: usize = 16;

/// Asks over `connections` for `time`; every answer must have the status `expected`.
pub async fn drive(
    server: &Server,
    connections: usize,
    time: Duration,
    expected: u16,
    ask: impl Ask,
) -> Figure {
    let ask = Arc::new(ask);
    let address = server.address;
    let from = Instant::now() + WARM_UP;
    let ends = from + time;
    let tasks = (0..connections).map(|_| {
        let ask = Arc::clone(&ask);
        tokio::spawn(one(address, expected, ask, from, ends))
    });
    let tasks: Vec<_> = tasks.collect();
    tokio::time::sleep_until(from.into()).await;
    let before = server.processor_time();
    let done = join_all(tasks).await.into_iter().map(Result::unwrap);
    let done: Vec<Vec<Answer>> = done.collect();
    let used = server.processor_time().saturating_sub(before);
    let last = done.iter().flatten().map(|answer| answer.at).max();
    let took = last.expect("answers in time") - from;
    let mut times: Vec<Duration> = done
        .into_iter()
        .flatten()
        .map(|answer| answer.took)
        .collect();
    times.sort_unstable();
    let at = |percent: usize| times.get((times.len() - 1) * percent / 100).copied();
    Figure {
        per_second: count(times.len()) / took.as_secs_f64(),
        p50: at(50).unwrap_or_default(),
        p99: at(99).unwrap_or_default(),
        each: used.div_f64(count(times.len())),
    }
}

/// Asks the `requests` so many times a second, whatever the answers take, and says how long each took,
/// the quickest first. Whoever is late because an earlier answer was is counted from when it was due.
pub async fn at_a_rate(
    server: &Server,
    per_second: u32,
    requests: Vec<Vec<u8>>,
    expected: u16,
) -> Vec<Duration> {
    let (address, number) = (server.address, requests.len());
    let mut turns: Vec<Vec<(u32, Vec<u8>)>> = vec![Vec::new(); PACED];
    let places = (0..PACED).cycle();
    for ((number, request), place) in (0..).zip(requests).zip(places) {
        turns[place].push((number, request));
    }
    let begins = Instant::now() + WARM_UP;
    let tasks = turns.into_iter().map(|turn| {
        tokio::spawn(async move {
            let mut client = Client::connect(address).await;
            let mut times = Vec::new();
            for (number, request) in turn {
                let due = begins + Duration::from_secs(1) * number / per_second;
                let late = Instant::now() > due;
                tokio::time::sleep_until(due.into()).await;
                let asked = if late { due } else { Instant::now() };
                assert_eq!(client.send(&request).await.status, expected);
                times.push(asked.elapsed());
            }
            times
        })
    });
    let done = join_all(tasks).await.into_iter().map(Result::unwrap);
    let mut times: Vec<Duration> = done.flatten().collect();
    assert_eq!(times.len(), number);
    times.sort_unstable();
    times
}

/// The time within which 95 of 100 were answered, of `times` in order.
pub fn p95(times: &[Duration]) -> Duration {
    times[(times.len() - 1) * 95 / 100]
}

/// The same of 99.
pub fn p99(times: &[Duration]) -> Duration {
    times[(times.len() - 1) * 99 / 100]
}

struct Answer {
    at: Instant,
    took: Duration,
}

async fn one(
    address: SocketAddr,
    expected: u16,
    ask: Arc<impl Ask>,
    from: Instant,
    ends: Instant,
) -> Vec<Answer> {
    let mut client = Client::connect(address).await;
    let (mut answers, mut request) = (Vec::new(), Vec::new());
    loop {
        request.clear();
        if !ask(&mut request) {
            return answers;
        }
        let asked = Instant::now();
        let reply = client.send(&request).await;
        let at = Instant::now();
        let said = || String::from_utf8_lossy(reply.body).into_owned();
        assert_eq!(reply.status, expected, "{}", said());
        if at > ends {
            return answers;
        }
        if at > from {
            let took = at - asked;
            answers.push(Answer { at, took });
        }
    }
}

/// A count as a number to divide.
pub fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
