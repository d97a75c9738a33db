//! What was acknowledged is there, whatever happens to the process (R35, R213, R223, R226).

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use alsfrs_diary::platform::db::{Conn, DbError};
use chrono::{Days, NaiveDate};
use diesel::connection::SimpleConnection;
use rstest::rstest;
use serde_json::json;
use tokio::task::JoinSet;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::Client;
use crate::home::{Home, home};
use crate::people::Person;
use crate::program::Program;
use crate::weeks::answers;

/// Writers at work when the process is killed.
const WRITERS: u32 = 8;

/// How often it is killed, and how many weeks are acknowledged before each time, at the least.
const ROUNDS: u32 = 3;
const BUSY: u32 = 60;

/// What a writer was told is kept: the week, and the note it sent with it.
type Acknowledged = BTreeMap<String, String>;

#[rstest]
#[tokio::test]
async fn r213_kill_9_under_load_loses_no_acknowledged_week(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let mut program = Program::serve(&home, &[]);
    let mut ada = program.patient("ada").await;
    let mut kept = Acknowledged::new();

    for round in 0..ROUNDS {
        let progress = Arc::new(Progress::from(round));
        let writers = start_writing(&ada, &progress);
        progress.wait_until_busy().await;
        program.kill();
        kept.extend(stop_writing(writers).await);
        program = Program::serve(&home, &[]);
        ada = ada.at(program.address());
    }

    for (week, note) in &kept {
        let entry = ada.read(week).await.expect(200);
        assert_eq!(&entry.body["note"], note, "{week}");
    }
    assert_books_balance(&home, kept.len());
}

/// Writers that never rest, and what each of them writes at once: without a bound the log would grow
/// to all of it.
const RESTLESS: usize = 4;
const WRITES: usize = 16;
const MEGABYTES: usize = 5;

#[tokio::test]
async fn r226_the_log_of_a_writer_that_never_rests_stays_bounded() {
    let app = start!(Sqlite);
    app.sql("create table filler (content blob)");
    let fill = format!("insert into filler values (randomblob({MEGABYTES}000000))");
    let log = app.folder().join("diary.sqlite-wal");

    let writers: JoinSet<u64> = (0..RESTLESS)
        .map(|_| {
            let (db, fill, log) = (app.inside().db.clone(), fill.clone(), log.clone());
            async move {
                let mut longest = 0;
                for _ in 0..WRITES {
                    let fill = fill.clone();
                    let write =
                        move |conn: &mut Conn| conn.batch_execute(&fill).map_err(DbError::from);
                    db.write(write).await.unwrap();
                    longest = longest.max(std::fs::metadata(&log).unwrap().len());
                }
                longest
            }
        })
        .collect();

    let longest = writers.join_all().await.into_iter().max().unwrap();
    assert!(longest > 0 && longest < 256 << 20, "{longest}");
}

/// How many refreshes a device makes before its server is killed in the midst of another.
const REFRESHES: usize = 10;

#[rstest]
#[tokio::test]
async fn r35_kill_9_between_a_refresh_and_its_answer_signs_nobody_out(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let mut program = Program::serve(&home, &[]);
    let mut held = program.patient("ada").await.refresh_token;

    for round in 0..ROUNDS {
        let (answered, mut answers) = tokio::sync::mpsc::unbounded_channel();
        let device = tokio::spawn(refresh_until_it_breaks(program.nobody(), held, answered));
        for _ in 0..REFRESHES {
            answers.recv().await.expect("a refresh");
        }
        // Each time at another point between two answers.
        tokio::time::sleep(Duration::from_micros(300 * u64::from(round))).await;
        program.kill();
        held = device.await.unwrap();
        program = Program::serve(&home, &[]);
        held = refreshed(&program.nobody(), &held)
            .await
            .expect("signed in still");
    }

    let ended = "select count(*) from sessions where revoked_at is not null";
    assert_eq!(home.query_i64(ended), 0);
}

/// What the device holds when the connection breaks: the token of the last answer that arrived.
async fn refresh_until_it_breaks(
    client: Client,
    mut held: String,
    answered: tokio::sync::mpsc::UnboundedSender<()>,
) -> String {
    while let Some(next) = refreshed(&client, &held).await {
        held = next;
        answered.send(()).unwrap();
    }
    held
}

/// The successor of a refresh token; `None` when no answer comes.
async fn refreshed(client: &Client, token: &str) -> Option<String> {
    let body = json!({ "refresh_token": token });
    let reply = client.try_post("/v1/sessions/refresh", body).await?;
    let session = reply.expect(200).body;
    session["refresh_token"].as_str().map(str::to_owned)
}

/// An entry, its first revision, its audit event and its number in the order of changes are one.
fn assert_books_balance(home: &Home, acknowledged: usize) {
    let entries = home.query_i64("select count(*) from entries");
    assert!(entries >= i64::try_from(acknowledged).unwrap());
    let last_change = home.query_i64("select last_change from patients");
    let highest = home.query_i64("select max(change_no) from entries");
    let numbered = home.query_i64("select count(*) from audit_events where change_no is not null");
    assert_eq!(last_change, numbered, "every change is in the audit");
    assert_eq!(last_change, highest, "no number was given away for nothing");
}

/// How far the writers of one round have come.
struct Progress {
    begun: AtomicU32,
    acknowledged: AtomicU32,
}

impl Progress {
    /// Each round has ten years of its own.
    fn from(round: u32) -> Self {
        Self {
            begun: AtomicU32::new(round * 520),
            acknowledged: AtomicU32::new(0),
        }
    }

    /// A week that nobody has written yet, and a day in it.
    fn next(&self) -> (String, NaiveDate) {
        let number = u64::from(self.begun.fetch_add(1, Ordering::Relaxed));
        let day = NaiveDate::from_ymd_opt(1991, 1, 7).unwrap() + Days::new(7 * number);
        (day.format("%G-W%V").to_string(), day)
    }

    async fn wait_until_busy(&self) {
        while self.acknowledged.load(Ordering::Relaxed) < BUSY {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

/// Each writes one week after another until the connection breaks.
fn start_writing(ada: &Person, progress: &Arc<Progress>) -> JoinSet<Acknowledged> {
    (0..WRITERS)
        .map(|_| write_until_it_breaks(ada.clone(), Arc::clone(progress)))
        .collect()
}

async fn write_until_it_breaks(ada: Person, progress: Arc<Progress>) -> Acknowledged {
    let mut acknowledged = Acknowledged::new();
    loop {
        let (week, day) = progress.next();
        let note = format!("the note of {week}");
        let entry = json!({ "assessed_on": day, "answers": answers([4; 12]), "note": note });
        let path = format!("/v1/patients/{{patient}}/entries/{week}");
        let Some(reply) = ada.try_put(&path, entry).await else {
            return acknowledged;
        };
        reply.expect(201);
        acknowledged.insert(week, note);
        progress.acknowledged.fetch_add(1, Ordering::Relaxed);
    }
}

async fn stop_writing(mut writers: JoinSet<Acknowledged>) -> Acknowledged {
    let mut acknowledged = Acknowledged::new();
    while let Some(more) = writers.join_next().await {
        acknowledged.extend(more.unwrap());
    }
    acknowledged
}
