//! The whole way: written, backed up meanwhile, erased, lost, restored.

use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{Days, NaiveDate};
use rstest::rstest;
use serde_json::json;

use super::{RECIPIENT, age, back_up, copy, flags, identity, left_over, restore};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::{Home, said_by};
use crate::people::{Person, sign_in};
use crate::weeks::{week, with};

/// Ada records week after week, backwards, until she is told to stop: which were acknowledged.
fn write_on(ada: &Person, over: &Arc<AtomicBool>) -> tokio::task::JoinHandle<Vec<String>> {
    let (ada, over) = (ada.clone(), Arc::clone(over));
    tokio::spawn(async move {
        let mut kept = Vec::new();
        let mut day = NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
        while !over.load(Ordering::SeqCst) {
            let name = day.format("%G-W%V").to_string();
            let entry = with(week(&day.to_string()), "/note", "a note");
            ada.record(&name, entry).await.expect(201);
            kept.push(name);
            day = day.checked_sub_days(Days::new(7)).unwrap();
        }
        kept
    })
}

async fn without_ben(app: TestApp, ben: &Person) -> TestApp {
    let ben = ben.on_another_device().await;
    ben.ask("POST", "/v1/account/erasure").await.expect(202);
    app.after_erasures().await
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r163_r166_what_was_backed_up_under_load_comes_back_and_the_erased_do_not(
    #[values(Sqlite)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    ben.record("2026-W47", week("2026-11-18")).await.expect(201);
    let elsewhere = crate::scratch::folder();
    let (backup, key) = (
        elsewhere.path().join("diary.age"),
        identity(elsewhere.path()),
    );
    let over = Arc::new(AtomicBool::new(false));
    let writing = write_on(&ada, &over);
    while app.query_i64("select count(*) from entries") < 30 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }

    let before = app.query_i64("select count(*) from entries");
    let seen = ada.get("/v1/changes").await.expect(200);
    let (code, said) = tokio::task::block_in_place(|| back_up(&app, &backup));
    over.store(true, Ordering::SeqCst);
    let kept = writing.await.unwrap();

    assert_eq!(code, Some(0), "{said}");
    let bytes = std::fs::read(&backup).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
    assert!(!bytes.windows(13).any(|part| part == b"SQLite format"));
    let mode = std::fs::metadata(&backup).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(left_over(&app), [""; 0].map(std::path::PathBuf::from));
    let (code, said) = restore(&app, &backup, &key, &["--check"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("sound") && said.contains("whole"), "{said}");
    assert_eq!(left_over(&app), [""; 0].map(std::path::PathBuf::from));

    let app = without_ben(app, &ben).await;
    let home = Arc::new(Home::empty(on).unwrap());
    let (code, said) = restore(&home, &backup, &key, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("no journal of erasures"), "{said}");
    assert!(said.contains("keys are not here"), "{said}");
    let restored = std::fs::read(home.folder().join("diary.sqlite")).unwrap();
    for file in app.folder().join("keys").read_dir().unwrap().flatten() {
        let secret = std::fs::read(file.path()).unwrap();
        let mut parts = restored.windows(secret.len());
        assert!(!parts.any(|part| part == secret), "{:?}", file.path());
    }
    copy(&app.folder().join("keys"), home.folder());
    copy(&app.folder().join("erasures.journal"), home.folder());
    let again = TestApp::start_in(&home).await;
    assert!(again.query_i64("select count(*) from entries") >= before - 1);
    let ada = sign_in(&again.nobody(), &ada.email, &ada.password).await;
    let ada = Person::with_session("ada", "", &again.nobody(), &ada.expect(201).body);
    for name in kept.iter().take(usize::try_from(before).unwrap() - 1) {
        assert_eq!(ada.read(name).await.expect(200).body["note"], "a note");
    }
    // What a phone was told after the backup is not there any more, and its number is given to something else.
    let since = format!("/v1/changes?since={}", seen.body["next"].as_str().unwrap());
    let anew = ada.get(&since).await.refused(410, "resync_required");
    let anew = anew.body["next"].as_str().unwrap();
    let all = ada.get(&format!("/v1/changes?since={anew}")).await;
    assert_ne!(all.expect(200).body["changes"], json!([]));
    let gone = sign_in(&again.nobody(), &ben.email, &ben.password).await;
    gone.refused(401, "wrong_credentials");
    assert_eq!(again.verified(Vec::new()).await.findings, []);
    let (code, said) = restore(&home, &backup, &key, &[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("a database already"), "{said}");
}

#[rstest]
#[tokio::test]
async fn r163_the_program_age_reads_ours_and_we_read_its(#[values(Sqlite)] on: Database) {
    let app = start!(on);
    app.patient("ada").await;
    let elsewhere = crate::scratch::folder();
    let at = |name: &str| elsewhere.path().join(name);
    let (ours, plain, theirs) = (at("ours.age"), at("plain.sqlite"), at("theirs.age"));
    let key = identity(elsewhere.path());
    let Some(mut decrypting) = age() else {
        return;
    };
    let (code, said) = back_up(&app, &ours);
    assert_eq!(code, Some(0), "{said}");

    let opened = decrypting
        .arg("-d")
        .arg("-i")
        .arg(&key)
        .arg("-o")
        .arg(&plain);
    assert!(opened.arg(&ours).status().unwrap().success());
    let mut sealing = age().unwrap();
    let sealed = sealing.args(["-r", RECIPIENT, "-o"]).arg(&theirs);
    assert!(sealed.arg(&plain).status().unwrap().success());

    let bytes = std::fs::read(&plain).unwrap();
    assert!(bytes.starts_with(b"SQLite format 3\0"));
    let (code, said) = restore(&app, &theirs, &key, &["--check"]);
    assert_eq!(code, Some(0), "{said}");
}

#[rstest]
#[tokio::test]
async fn r141_where_a_backup_is_restored_nobody_else_looks_and_where_it_is_checked_nothing_stays(
    #[values(Sqlite)] on: Database,
) {
    let app = start!(on);
    let elsewhere = crate::scratch::folder();
    let at = |name: &str| elsewhere.path().join(name);
    let (backup, key) = (at("diary.age"), identity(elsewhere.path()));
    let (code, said) = back_up(&app, &backup);
    assert_eq!(code, Some(0), "{said}");
    let folder = at("srv/diary");
    let restore = |more: &[&str]| {
        let data = format!("--data-dir={}", folder.display());
        let words = ["restore", &data, "--from", backup.to_str().unwrap()];
        let key = ["--identity", key.to_str().unwrap()];
        app.run(&[&words[..], &key, more].concat())
    };

    let (code, said) = restore(&["--check"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!at("srv").exists());
    let (code, said) = restore(&[]);

    assert_eq!(code, Some(0), "{said}");
    let mode = folder.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[rstest]
#[tokio::test]
async fn a_database_that_is_named_without_a_folder_is_backed_up_too(
    #[values(Sqlite)] on: Database,
) {
    let app = start!(on);
    let elsewhere = crate::scratch::folder();
    let out = format!("--out={}", elsewhere.path().join("diary.age").display());
    let words = ["backup", "--recipient", RECIPIENT, &out, "--data-dir=."];
    let mut program = app.program();
    program
        .args(words)
        .arg("--database-url=sqlite://diary.sqlite");

    let (code, said) = said_by(program.current_dir(app.folder()));

    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_backup_that_could_not_be_made_leaves_no_part() {
    let home = Home::empty(Sqlite).unwrap();
    let elsewhere = crate::scratch::folder();

    let (code, said) = back_up(&home, &elsewhere.path().join("diary.age"));

    assert_eq!(code, Some(1), "{said}");
    assert_eq!(elsewhere.path().read_dir().unwrap().count(), 0);
}

#[rstest]
#[tokio::test]
async fn a_postgresql_is_not_backed_up_by_this(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let elsewhere = crate::scratch::folder();

    let (code, said) = back_up(&app, &elsewhere.path().join("diary.age"));

    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("PostgreSQL is backed up"), "{said}");
    assert_eq!(elsewhere.path().read_dir().unwrap().count(), 0);
    let [folder, url] = flags(&app);
    let (code, _) = app.run(&["backup", "--recipient", "age1x", "--out=x", &folder, &url]);
    assert_eq!(code, Some(2), "no recipient");
}
