//! What the spine costs, beside what this machine can do at all, measured in the same run.
//!
//! `cargo bench` starts the real server on each database, drives it over HTTP with connections that
//! stay open, and prints one table. `cargo bench -- postgres start` does a part of it: the parts are
//! `sqlite`, `postgres`, `phone`, `clinic`, `flood` and `start`. `small` beside `phone` and `clinic` only shows that it
//! runs; `big` beside `clinic` measures a clinic of a country, which takes long.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on ends there and says where"
)]

mod audit;
mod bare;
mod client;
mod clinic;
mod fill;
mod flood;
mod inside;
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
    let said = |part: &str| parts.iter().any(|word| *word == part);
    let wanted = |part: &str| parts.is_empty() || said(part);

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
        let size = if said("small") {
            Size::SMALL
        } else {
            Size::WHOLE
        };
        phone::measure(&Place::sqlite(), size, &mut report).await;
        if let Some(place) = Place::postgres() {
            phone::measure(&place, size, &mut report).await;
        }
    }
    // By name alone: it takes long.
    if said("clinic") {
        let size = match (said("small"), said("big")) {
            (true, _) => clinic::Size::SMALL,
            (_, true) => clinic::Size::BIG,
            _ => clinic::Size::WHOLE,
        };
        clinic::measure(&Place::sqlite(), size, &mut report).await;
        if let Some(place) = Place::postgres() {
            clinic::measure(&place, size, &mut report).await;
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
