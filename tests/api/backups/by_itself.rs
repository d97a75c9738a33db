//! Backups that the server makes while nobody thinks of them (R178).

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use rstest::rstest;

use super::{RECIPIENT, copy, identity, restore};
use crate::alarms::wait_for;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::TestApp;
use crate::home::{Home, home};
use crate::program::Program;
use crate::weeks::week;

/// An app that backs itself up into `folder`; `None` where the database is missing.
async fn start(on: Database, folder: &Path) -> Option<TestApp> {
    let folder = folder.to_owned();
    let recipient = RECIPIENT.parse().unwrap();
    TestApp::start(on, |settings| {
        settings.backups.backup_dir = Some(folder);
        settings.backups.backup_recipients = vec![recipient];
        settings.rehearsal.test_look_again = Some(50);
    })
    .await
}

fn backups(folder: &Path) -> Vec<PathBuf> {
    let files = folder.read_dir().into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = files.map(|file| file.path()).collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "age"));
    found.sort();
    found
}

async fn wait_until(folder: &Path, holds: impl Fn(&[PathBuf]) -> bool) -> Vec<PathBuf> {
    let asked = Instant::now();
    loop {
        let found = backups(folder);
        if holds(&found) {
            return found;
        }
        assert!(asked.elapsed() < Duration::from_secs(30), "{found:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r178_a_quarter_of_an_hour_is_the_most_that_is_lost_with_the_disk(
    #[values(Sqlite)] on: Database,
) {
    let elsewhere = crate::scratch::folder();
    let key = identity(elsewhere.path());
    let Some(app) = start(on, elsewhere.path()).await else {
        return;
    };
    wait_until(elsewhere.path(), |made| made.len() == 1).await;
    let ada = app.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);

    app.clock.turn(TimeDelta::minutes(14));
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(backups(elsewhere.path()).len(), 1, "not yet");
    app.clock.turn(TimeDelta::minutes(1));
    let made = wait_until(elsewhere.path(), |made| made.len() == 2).await;

    let home = Arc::new(Home::empty(on).unwrap());
    let (code, said) = restore(&home, made.last().unwrap(), &key, &[]);
    assert_eq!(code, Some(0), "{said}");
    copy(&app.folder().join("keys"), home.folder());
    let again = TestApp::start_in(&home).await;
    assert_eq!(again.query_i64("select count(*) from entries"), 1);
    // Starting again makes no other: the last one is new enough.
    let app = app.restart().await;
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(backups(elsewhere.path()).len(), 2);
    drop(app);
}

#[rstest]
#[tokio::test]
async fn r178_old_backups_make_room_one_a_day_first(#[values(Sqlite)] on: Database) {
    let elsewhere = crate::scratch::folder();
    let at = |name: &str| elsewhere.path().join(name);
    let other = ["letter.age", "diary-2000-01-01.age", "letter.age.part"];
    let torn = at("diary-2000-01-01T000000Z.age.part");
    let Some(app) = start(on, elsewhere.path()).await else {
        return;
    };
    wait_until(elsewhere.path(), |made| made.len() == 1).await;
    let now = app.now();
    let name = |hours: i64| {
        let day = now - TimeDelta::days(hours / 24);
        let day = day.format("diary-%Y-%m-%d");
        at(&format!("{day}T{:02}0000Z.age", hours % 24))
    };
    let (first, second) = (name(24 * 10 + 1), name(24 * 10 + 2));
    let (of_34, of_36) = (name(24 * 34 + 1), name(24 * 36 + 1));
    std::fs::write(&second, "old").unwrap();
    for day in 1..=36 {
        std::fs::write(name(24 * day + 1), "old").unwrap();
    }
    std::fs::write(&torn, "what a process left that was killed").unwrap();
    for file in other {
        std::fs::write(at(file), "not ours").unwrap();
    }

    app.clock.turn(TimeDelta::minutes(15));
    wait_until(elsewhere.path(), |_| !second.exists()).await;

    assert!(!of_36.exists() && !torn.exists());
    assert!(first.exists() && of_34.exists());
    assert!(other.iter().all(|file| at(file).exists()));
}

#[rstest]
#[tokio::test]
async fn r178_a_backup_made_ahead_is_not_the_end_of_all_others(#[values(Sqlite)] on: Database) {
    let elsewhere = crate::scratch::folder();
    let Some(app) = start(on, elsewhere.path()).await else {
        return;
    };
    wait_until(elsewhere.path(), |made| made.len() == 1).await;
    for day in 1..=30 {
        let day = app.now() - TimeDelta::days(day);
        let name = day.format("diary-%Y-%m-%dT010000Z.age").to_string();
        std::fs::write(elsewhere.path().join(name), "old").unwrap();
    }

    app.clock.turn(TimeDelta::days(365));
    wait_until(elsewhere.path(), |made| made.len() == 32).await;
    app.clock.turn(TimeDelta::minutes(15));

    wait_until(elsewhere.path(), |made| made.len() == 33).await;
}

#[rstest]
#[tokio::test]
async fn r178_a_backup_that_fails_is_heard_of_and_nothing_else_suffers(
    #[values(Sqlite)] on: Database,
) {
    let home = home!(on);
    let recipients = format!("--backup-recipients={RECIPIENT}");

    let program = Program::serve(&home, &["--backup-dir=/proc", &recipients]);

    wait_for(&program, "backup_failed").await;
    let ada = program.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
}

#[rstest]
#[case(Sqlite, "--backup-dir=/nowhere", RECIPIENT, "ALSFRS_BACKUP_DIR")]
#[case(Sqlite, "--backup-dir=/tmp", "", "ALSFRS_BACKUP_RECIPIENTS")]
#[case(Postgres, "--backup-dir=/tmp", RECIPIENT, "ALSFRS_BACKUP_DIR")]
#[tokio::test]
async fn r178_backups_that_nobody_could_use_refuse_the_start(
    #[case] on: Database,
    #[case] folder: &str,
    #[case] recipient: &str,
    #[case] names: &str,
) {
    let Some(home) = Home::empty(on) else {
        return;
    };
    let [data, url] = super::flags(&home);
    let recipients = format!("--backup-recipients={recipient}");
    let mut words = vec!["serve", folder, &data, &url];
    if !recipient.is_empty() {
        words.push(&recipients);
    }

    let (code, said) = home.run(&words);

    assert_eq!(code, Some(78), "{said}");
    assert!(said.starts_with(names), "{said}");
}
