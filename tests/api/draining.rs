//! Being asked to stop: what was accepted is finished, nothing new is taken, one file is left (R220).

use std::sync::Arc;
use std::time::{Duration, Instant};

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::home::{Home, home};
use crate::program::Program;
use crate::raw::Wire;
use crate::reply::Reply;
use crate::weeks::week;

#[rstest]
#[tokio::test]
async fn r220_an_accepted_week_is_kept_while_the_process_stops(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let mut program = Program::serve(&home, &[]);
    let ada = program.patient("ada").await;
    let body = week("2024-11-20").to_string();
    let (first_half, second_half) = body.split_at(body.len() / 2);
    let head = format!(
        "PUT /v1/patients/{}/entries/2024-W47 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{first_half}",
        ada.patient_id.as_deref().unwrap(),
        ada.access_token,
        body.len()
    );

    let mut wire = Wire::to(program.address()).await;
    wire.send(head).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    let asked = Instant::now();
    program.terminate();
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!is_ready(&program).await, "it takes new work");
    wire.send(second_half).await;
    let answer = Reply::parse(&wire.read_to_end().await);
    let status = program.ended().await;

    answer.expect(201);
    assert_eq!(status.code(), Some(0), "{}", program.said());
    assert!(asked.elapsed() < Duration::from_secs(8));
    assert_eq!(home.query_i64("select count(*) from entries"), 1);
}

/// Refused connections are what a load balancer understands as well as 503.
async fn is_ready(program: &Program) -> bool {
    let url = format!("http://{}/readyz", program.address());
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    match client.get(url).send().await {
        Ok(reply) => reply.status() == 200,
        Err(_) => false,
    }
}

#[tokio::test]
async fn r220_an_idle_connection_does_not_hold_up_the_stop() {
    let home = Arc::new(Home::new(Sqlite).unwrap());
    let mut program = Program::serve(&home, &[]);
    let idle = program.nobody();
    idle.get("/healthz").await.expect(200);

    let asked = Instant::now();
    program.terminate();
    let status = program.ended().await;

    assert_eq!(status.code(), Some(0));
    assert!(asked.elapsed() < Duration::from_secs(5), "{asked:?}");
    drop(idle);
}

#[tokio::test]
async fn r220_a_second_signal_stops_it_at_once() {
    let home = Arc::new(Home::new(Sqlite).unwrap());
    let mut program = Program::serve(&home, &[]);
    let mut stalled = Wire::to(program.address()).await;
    stalled
        .send("POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{")
        .await;
    tokio::time::sleep(Duration::from_millis(200)).await;

    let asked = Instant::now();
    program.terminate();
    tokio::time::sleep(Duration::from_millis(300)).await;
    program.terminate();
    program.ended().await;

    assert!(asked.elapsed() < Duration::from_secs(4), "{asked:?}");
}

#[tokio::test]
async fn r142_a_second_process_on_the_same_file_does_not_start() {
    let home = Arc::new(Home::new(Sqlite).unwrap());
    let _first = Program::serve(&home, &[]);

    let second = home
        .program()
        .arg("serve")
        .args(home.flags())
        .output()
        .unwrap();

    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(!second.status.success());
    assert!(
        said.contains("another process has this SQLite file open"),
        "{said}"
    );
}

#[tokio::test]
async fn r142_nor_does_one_that_comes_by_a_link() {
    let home = Arc::new(Home::new(Sqlite).unwrap());
    let _first = Program::serve(&home, &[]);
    let link = home.folder().join("link.sqlite");
    std::os::unix::fs::symlink(home.folder().join("diary.sqlite"), &link).unwrap();
    let url = format!("--database-url=sqlite://{}", link.display());

    let flags = home.flags_but(&[url.as_str()]);
    let mut words = vec!["serve", &url];
    words.extend(flags.iter().map(String::as_str));
    let (code, said) = home.run(&words);

    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("another process has this"), "{said}");
}

#[tokio::test]
async fn r220_a_clean_stop_leaves_one_file() {
    let home = Arc::new(Home::new(Sqlite).unwrap());
    let mut program = Program::serve(&home, &[]);
    let ada = program.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);

    program.terminate();
    program.ended().await;

    let file = |name: &str| home.folder().join(name);
    for log in ["diary.sqlite-wal", "diary.sqlite-shm"] {
        assert!(!file(log).exists(), "{log}");
    }
    let copy = Arc::new(Home::new(Sqlite).unwrap());
    std::fs::copy(file("diary.sqlite"), copy.folder().join("diary.sqlite")).unwrap();
    assert_eq!(copy.query_i64("select count(*) from entries"), 1);
}

#[rstest]
#[tokio::test]
async fn r220_a_hangup_ends_nothing(#[values(Sqlite, Postgres)] on: Database) {
    let home = home!(on);
    let mut program = Program::serve(&home, &[]);

    program.signal("-HUP");

    assert!(is_ready(&program).await);
    program.terminate();
    assert_eq!(program.ended().await.code(), Some(0));
}
