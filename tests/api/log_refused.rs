//! A log that cannot be written costs its own lines, and nothing else (R143, R215, R220).

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use alsfrs_diary::platform::db::DbError;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::home::{Home, home};
use crate::program::Program;
use crate::weeks::week;

/// More lines than a pipe holds.
const REQUESTS: usize = 600;

/// Far less than a stop has.
const A_STOP: Duration = Duration::from_secs(8);

fn full() -> Stdio {
    File::options()
        .write(true)
        .open("/dev/full")
        .unwrap()
        .into()
}

#[rstest]
#[tokio::test]
async fn r215_a_log_on_a_full_disk_stops_nothing(#[values(Sqlite, Postgres)] on: Database) {
    let home = home!(on);
    let mut program = Program::unheard(&home, full(), full()).await;

    serves_on(&home, &program).await;
    stops(&mut program).await;
}

#[rstest]
#[tokio::test]
async fn r215_a_log_into_a_pipe_that_is_never_read_stops_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let mut program = Program::unheard(&home, Stdio::piped(), Stdio::piped()).await;

    serves_on(&home, &program).await;
    stops(&mut program).await;
}

#[tokio::test]
async fn r215_a_log_into_a_pipe_that_is_closed_stops_nothing() {
    let home = Arc::new(Home::new(Sqlite).unwrap());
    let mut program = Program::unheard(&home, Stdio::piped(), Stdio::piped()).await;
    drop(program.unread());

    serves_on(&home, &program).await;
    stops(&mut program).await;
}

/// More requests than the queue has room for.
const TOO_MANY: usize = 3000;

#[tokio::test]
async fn r143_lines_that_were_dropped_are_counted() {
    let home = Arc::new(Home::new(Sqlite).unwrap());
    let mut program = Program::unheard(&home, Stdio::piped(), Stdio::null()).await;
    let nobody = program.nobody();
    for _ in 0..TOO_MANY {
        nobody.get("/healthz").await.expect(200);
    }

    let lines = BufReader::new(program.unread()).lines();

    let told = lines.map_while(Result::ok).find(|line| {
        serde_json::from_str::<serde_json::Value>(line).expect("whole lines")["lost"]
            .as_u64()
            .is_some_and(|lost| lost > 0)
    });
    assert!(told.is_some());
}

async fn serves_on(home: &Home, program: &Program) {
    for _ in 0..REQUESTS {
        program.nobody().get("/healthz").await.expect(200);
    }
    // A failure that the writer itself has to log.
    home.sql("alter table entries rename to entries_elsewhere");
    let ada = program.patient("ada").await;
    let entry = week("2024-12-04");
    ada.record("2024-W49", entry.clone())
        .await
        .refused(500, "internal");
    home.sql("alter table entries_elsewhere rename to entries");
    ada.record("2024-W49", entry).await.expect(201);
    program.nobody().get("/readyz").await.expect(200);
}

async fn stops(program: &mut Program) {
    let asked = Instant::now();
    program.terminate();
    let status = program.ended().await;

    assert_eq!(status.code(), Some(0));
    assert!(asked.elapsed() < A_STOP, "{:?}", asked.elapsed());
}

/// An answer that cannot even be thrown away.
struct Explosive;

impl Drop for Explosive {
    fn drop(&mut self) {
        assert!(
            std::thread::current().name() != Some("sqlite-writer"),
            "bang"
        );
    }
}

#[tokio::test]
async fn r217_a_writer_that_panics_writes_on() {
    let (app, ada) = start!(Sqlite; ada);
    let db = &app.inside().db;
    let slow = db.write(|_| {
        std::thread::sleep(Duration::from_millis(100));
        Ok::<_, DbError>(Explosive)
    });

    // The caller hangs up, and so the writer has to do away with the answer.
    drop(tokio::time::timeout(Duration::from_millis(10), slow).await);

    let asked = Instant::now();
    let mut reply = ada.record("2024-W49", week("2024-12-04")).await;
    while reply.status == 503 && asked.elapsed() < A_STOP {
        reply = ada.record("2024-W49", week("2024-12-04")).await;
    }
    reply.expect(201);
    app.nobody().get("/readyz").await.expect(200);
}
