//! What whoever runs the service can count, without a name: each is driven once (R157, R158).

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

use alsfrs_diary::platform::burst::Burst;
use chrono::{DateTime, TimeDelta};
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::home::{Home, home, said_by};
use crate::people::sign_in;
use crate::program::Program;
use crate::raw::Wire;

/// A program, and where its metrics are.
pub fn serve(home: &Arc<Home>, flags: &[&str]) -> (Program, SocketAddr) {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let metrics = free.local_addr().unwrap();
    drop(free);
    let listen = format!("--metrics-listen={metrics}");
    let flags = [&[listen.as_str()], flags].concat();
    (Program::serve(home, &flags), metrics)
}

/// All of them.
pub async fn text(at: SocketAddr) -> String {
    Wire::to(at).await.metrics().await
}

/// The number behind `name`, with its labels as they stand there; 0 when it is not there yet.
async fn metric(at: SocketAddr, name: &str) -> f64 {
    let text = text(at).await;
    let line = text.lines().find(|line| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(' '))
    });
    let number = line.and_then(|line| line.rsplit(' ').next());
    number.map_or(0.0, |number| number.parse().unwrap())
}

/// Waits until `name` has grown past `before`: some is counted beside the answer.
pub async fn grows(at: SocketAddr, name: &str, before: f64) {
    let asked = Instant::now();
    while metric(at, name).await <= before {
        assert!(asked.elapsed() < Duration::from_secs(20), "{name}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[rstest]
#[tokio::test]
async fn r157_each_thing_that_matters_is_counted(#[values(Sqlite, Postgres)] on: Database) {
    let home = home!(on);
    let (program, at) = serve(&home, &[]);
    let ada = program.patient("ada").await;
    let bob = program.patient("bob").await;

    let failed = metric(at, "logins_failed_total").await;
    sign_in(&program.nobody(), &ada.email, "not her password").await;
    grows(at, "logins_failed_total", failed).await;

    assert!(metric(at, "authz_denied_total").await < 1.0);
    let missing = ada.get("/v1/patients/{patient}/entries/2026-W40").await;
    missing.refused(404, "not_found");
    let hers = format!("/v1/patients/{}", ada.patient_id.as_deref().unwrap());
    bob.get(&hers).await.refused(404, "not_found");
    let nobodys = "/v1/patients/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61";
    bob.get(nobodys).await.refused(404, "not_found");
    bob.get("/v1/audit/checkpoints")
        .await
        .refused(403, "admin_only");
    grows(at, "authz_denied_total", 2.0).await;
    assert!(metric(at, "authz_denied_total").await < 4.0, "Ada's own");

    let next = ada.refreshed().await;
    next.refreshed().await.refreshed().await;
    let copied = json!({ "refresh_token": ada.refresh_token });
    program.nobody().post("/v1/sessions/refresh", copied).await;
    grows(at, "refresh_reuse_total", 0.0).await;
    grows(at, "alarms_total{code=\"refresh_reused\"}", 0.0).await;

    bob.ask("POST", "/v1/account/erasure").await.expect(202);
    grows(at, "queue_depth{queue=\"erasures\"}", 0.0).await;
    assert!(metric(at, "queue_depth{queue=\"mail\"}").await >= 0.0);
    grows(at, "argon2_wait_seconds_count", 0.0).await;
    grows(at, "db_pool_wait_seconds_count", 0.0).await;
    grows(at, "disk_free_ratio", 0.0).await;

    let text = Wire::to(at).await.metrics().await;
    for personal in [&ada.email, &bob.email, &ada.account_id, &bob.account_id] {
        assert!(!text.contains(personal.as_str()), "{personal} in {text}");
    }
}

/// The names in the table of `docs/operations.md` that count.
fn documented() -> impl Iterator<Item = &'static str> {
    let rows = include_str!("../../docs/operations.md").lines();
    let names = rows.filter_map(|row| row.strip_prefix("| `")?.split(['`', '{']).next());
    names.filter(|name| name.ends_with("_total"))
}

#[tokio::test]
async fn r157_each_counter_is_there_before_it_moves() {
    let home = Home::new(Sqlite).map(Arc::new).unwrap();

    let (_program, at) = serve(&home, &[]);

    let text = text(at).await;
    assert!(documented().count() > 10);
    for name in documented() {
        let is_there = |line: &str| line.split(['{', ' ']).next() == Some(name);
        assert!(text.lines().any(is_there), "{name} in {text}");
    }
    for moved in ["alarms_total{code=\"panicked\"} 0", "panics_total 0"] {
        assert!(text.lines().any(|line| line == moved), "{moved} in {text}");
    }
}

#[tokio::test]
async fn a_taken_address_of_the_metrics_is_told_before_anything_is_begun() {
    let home = Home::new(Sqlite).map(Arc::new).unwrap();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = other.local_addr().unwrap();
    let listen = format!("--metrics-listen={taken}");
    let flags = home.flags_but(&[&listen]);

    let (code, said) = said_by(home.program().arg("serve").args(flags).arg(&listen));

    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains(&format!("cannot listen on {taken}")),
        "{said}"
    );
    assert!(
        !said.contains("panicked") && !said.contains("WARN"),
        "{said}"
    );
}

#[rstest]
#[tokio::test]
async fn r6_an_unknown_address_is_as_much_work_as_a_wrong_password(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    // A process of its own: nobody else hashes in it.
    let (program, at) = serve(&home, &[]);
    let ada = program.patient("ada").await;
    let hashed = "argon2_wait_seconds_count";

    for email in [ada.email.as_str(), "sam@example.org"] {
        let before = metric(at, hashed).await;
        let refused = sign_in(&program.nobody(), email, "not the password").await;
        refused.refused(401, "wrong_credentials");
        let hashes = metric(at, hashed).await - before;
        assert!((0.5..1.5).contains(&hashes), "{hashes} for {email}");
    }
}

#[tokio::test]
async fn r158_a_disk_that_fills_up_is_heard_of() {
    let home = Home::new(Sqlite).map(Arc::new).unwrap();

    let (program, at) = serve(&home, &["--disk-alarm-percent=100"]);

    grows(at, "alarms_total{code=\"disk_short\"}", 0.0).await;
    crate::alarms::wait_for(&program, "disk_short").await;
}

#[rstest]
#[tokio::test]
async fn r158_somebody_who_tries_one_diary_after_the_other_is_heard_of(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let (program, at) = serve(&home, &[]);
    let bob = program.patient("bob").await;

    for number in 10..30 {
        let path = format!("/v1/patients/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a{number}");
        bob.get(&path).await.refused(404, "not_found");
    }

    grows(at, "alarms_total{code=\"denial_burst\"}", 0.0).await;
    crate::alarms::wait_for(&program, "denial_burst").await;
}

#[tokio::test]
async fn r158_many_copies_of_everything_are_heard_of() {
    let home = Home::new(Sqlite).map(Arc::new).unwrap();
    let (program, at) = serve(&home, &["--limit-exports=off"]);
    let ada = program.patient("ada").await;

    for _ in 0..10 {
        assert!(metric(at, "alarms_total{code=\"export_burst\"}").await < 1.0);
        ada.ask("POST", "/v1/account/export").await.expect(200);
    }

    grows(at, "alarms_total{code=\"export_burst\"}", 0.0).await;
}

#[rstest]
#[tokio::test]
async fn r158_an_audit_that_was_changed_is_heard_of_while_serving(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let (mut program, _) = serve(&home, &[]);
    program.patient("ada").await;
    program.kill();
    assert!(!program.said().contains("audit_broken"));
    home.sql(&match on {
        Sqlite => "drop trigger audit_events_are_not_updated".to_owned(),
        Postgres => "alter table audit_events disable trigger user".to_owned(),
    });
    home.sql("update audit_events set action = 'trend.read' where seq = 1");

    let (_program, at) = serve(&home, &[]);

    grows(at, "alarms_total{code=\"audit_broken\"}", 0.0).await;
}

#[test]
fn r158_a_burst_is_told_once_and_by_each_alone() {
    let burst = Burst::of(3, TimeDelta::minutes(5));
    let (bob, olga, now) = (Uuid::from_u128(1), Uuid::from_u128(2), DateTime::UNIX_EPOCH);

    let told = [bob, bob, olga, bob, bob].map(|who| burst.is_reached_by(who, now));
    assert_eq!(told, [false, false, false, true, false]);

    let later = now + TimeDelta::minutes(5);
    let told = [bob, bob, bob].map(|who| burst.is_reached_by(who, later));
    assert_eq!(told, [false, false, true]);
}
