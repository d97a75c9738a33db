//! Every key is changed while people sign in, refresh and read on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use rstest::rstest;

use super::{attentive, keys, used_from};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::{Person, sign_in};
use crate::reply::Reply;
use crate::weeks::week;

/// What was answered, until it is told to stop.
#[derive(Clone, Default)]
struct Load {
    over: Arc<AtomicBool>,
    answered: Arc<AtomicUsize>,
}

impl Load {
    fn goes_on(&self) -> bool {
        self.answered.fetch_add(1, Ordering::SeqCst);
        !self.over.load(Ordering::SeqCst)
    }

    /// Until so many requests more were answered.
    async fn go_on_for(&self, more: usize) {
        let (begun, until) = (Instant::now(), self.answered.load(Ordering::SeqCst) + more);
        while self.answered.load(Ordering::SeqCst) < until {
            assert!(begun.elapsed().as_secs() < 120, "nothing is answered");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

async fn signs_in(load: Load, person: Person, addresses: Vec<std::net::SocketAddr>) {
    for address in addresses.iter().cycle() {
        if !load.goes_on() {
            return;
        }
        let here = person.at(*address);
        let session = sign_in(&here, &person.email, &person.password).await;
        here.with(&session.expect(201).body)
            .get("/v1/account")
            .await
            .expect(200);
    }
}

async fn refreshes(load: Load, mut person: Person, addresses: Vec<std::net::SocketAddr>) {
    for address in addresses.iter().cycle() {
        if !load.goes_on() {
            return;
        }
        person = person.at(*address).refreshed().await;
        person.get("/v1/account").await.expect(200);
    }
}

async fn turns_pages(load: Load, mut person: Person, addresses: Vec<std::net::SocketAddr>) {
    let entries = "/v1/patients/{patient}/entries?limit=1";
    let mut cursor = None::<String>;
    for address in addresses.iter().cycle() {
        if !load.goes_on() {
            return;
        }
        person = person.at(*address).refreshed().await;
        let path = match &cursor {
            Some(cursor) => format!("{entries}&cursor={cursor}"),
            None => entries.to_owned(),
        };
        let page: Reply = person.get(&path).await.expect(200);
        cursor = page.body["next"].as_str().map(str::to_owned);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r139_every_key_is_changed_under_load_and_nobody_is_refused(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, attentive);
    let second = match on {
        Postgres => Some(app.another_instance().await),
        Sqlite => None,
    };
    let mut addresses = vec![app.address()];
    addresses.extend(second.as_ref().map(TestApp::address));
    let (ada, bob, eve) = (
        app.patient("ada").await,
        app.patient("bob").await,
        app.patient("eve").await,
    );
    for (name, day) in [("2026-W46", "2026-11-11"), ("2026-W47", "2026-11-18")] {
        eve.record(name, week(day)).await.expect(201);
    }
    for kind in ["root", "signing", "kek"] {
        let (code, said) = keys(&app, &["rotate", kind]);
        assert_eq!(code, Some(0), "{said}");
    }
    let last = used_from(&app, "kek-");
    app.clock
        .set(used_from(&app, "root-") - TimeDelta::seconds(4));
    let (bob, eve) = (bob.refreshed().await, eve.refreshed().await);

    let load = Load::default();
    let work = [
        tokio::spawn(signs_in(load.clone(), ada, addresses.clone())),
        tokio::spawn(refreshes(load.clone(), bob, addresses.clone())),
        tokio::spawn(turns_pages(load.clone(), eve, addresses)),
    ];
    load.go_on_for(40).await;
    while app.now() < last {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    load.go_on_for(40).await;
    load.over.store(true, Ordering::SeqCst);
    for one in work {
        one.await.unwrap();
    }

    super::until_wrapped(&app, 0).await;
    assert!(app.query_i64("select count(*) from sessions where root = 2") >= 2);
    assert_eq!(
        app.query_i64("select count(*) from audit_events where action = 'session.reuse_detected'"),
        0
    );
}
