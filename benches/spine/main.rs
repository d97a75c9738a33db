//! What the spine costs, beside what this machine can do at all, measured in the same run.
//!
//! `cargo bench` starts the real server on each database, drives it over HTTP with connections that
//! stay open, and prints one table. `cargo bench -- postgres start` does a part of it: the parts are
//! `sqlite`, `postgres`, `phone`, `flood` and `start`; `small` beside `phone` only shows that it runs.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on ends there and says where"
)]

mod audit;
mod bare;
mod client;
mod flood;
mod load;
mod million;
mod people;
mod phone;
mod place;
mod report;
mod server;
mod sign_in;
mod spine;
mod weeks;

use phone::Size;
use place::Place;
use report::Report;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --all-targets` starts benches too, but without this flag.
    if !asked.iter().any(|word| word == "--bench") {
        return;
    }
    let parts: Vec<&String> = asked.iter().filter(|word| !word.starts_with('-')).collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|word| *word == part);

    let mut report = Report::new();
    if wanted("sqlite") {
        spine::measure(&Place::sqlite(), &mut report).await;
    }
    if wanted("postgres") {
        match Place::postgres() {
            Some(place) => spine::measure(&place, &mut report).await,
            None => report::say("no initdb on this machine: PostgreSQL is not measured"),
        }
    }
    if wanted("phone") {
        let size = if parts.iter().any(|word| *word == "small") {
            Size::SMALL
        } else {
            Size::WHOLE
        };
        phone::measure(&Place::sqlite(), size, &mut report).await;
        if let Some(place) = Place::postgres() {
            phone::measure(&place, size, &mut report).await;
        }
    }
    if wanted("flood") {
        flood::measure(&Place::sqlite(), &mut report).await;
        if let Some(place) = Place::postgres() {
            flood::measure(&place, &mut report).await;
        }
    }
    if wanted("start") {
        million::measure(&mut report).await;
    }
    report.print();
}
