//! New keys while people are at work.

mod load;
mod lost;
mod root;

use std::time::{Duration, Instant};

use alsfrs_diary::platform::config::Settings;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::{Home, said_by};
use crate::people::Person;
use crate::weeks::{week, with};

/// `alsfrs-diary keys …` beside the running server.
fn keys(app: &TestApp, words: &[&str]) -> (Option<i32>, String) {
    let data = format!("--data-dir={}", app.folder().display());
    let database = format!("--database-url={}", app.database_url());
    let words = [&["keys"], words, &[&data, &database]].concat();
    app.run(&words)
}

/// Looks at the key folder all the time.
fn attentive(settings: &mut Settings) {
    settings.rehearsal.test_look_again = Some(20);
}

/// From when on the newest key of a kind is used, by the name of its file.
fn used_from(app: &TestApp, kind: &str) -> DateTime<Utc> {
    let files = std::fs::read_dir(app.folder().join("keys")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let newest = names.filter(|name| name.starts_with(kind)).max().unwrap();
    let stamp = newest.split(['-', '.']).nth(2).unwrap();
    NaiveDateTime::parse_from_str(stamp, "%Y%m%dT%H%M%SZ")
        .unwrap()
        .and_utc()
}

async fn published(app: &TestApp) -> Vec<String> {
    let list = app.nobody().get("/.well-known/jwks.json").await.expect(200);
    let keys = list.body["keys"].as_array().unwrap();
    keys.iter()
        .map(|key| key["kid"].as_str().unwrap().to_owned())
        .collect()
}

async fn until_published(app: &TestApp, count: usize) -> Vec<String> {
    let asked = Instant::now();
    loop {
        let list = published(app).await;
        if list.len() == count {
            return list;
        }
        assert!(asked.elapsed() < Duration::from_secs(20), "{list:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn signed_by(person: &Person) -> String {
    let header = person.access_token.split('.').next().unwrap();
    let header = URL_SAFE_NO_PAD.decode(header).unwrap();
    let header: Value = serde_json::from_slice(&header).unwrap();
    header["kid"].as_str().unwrap().to_owned()
}

#[rstest]
#[tokio::test]
async fn r23_the_next_key_is_published_long_before_it_signs(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, attentive; ada);

    let asked = app.now();
    let (code, said) = keys(&app, &["rotate", "signing"]);
    assert_eq!(code, Some(0), "{said}");
    let list = until_published(&app, 2).await;
    let (code, said) = keys(&app, &["rotate", "signing"]);
    assert_eq!(code, Some(1), "the next key is waiting already: {said}");
    let from = used_from(&app, "signing");
    app.clock.set(from - TimeDelta::seconds(200));
    let before = ada.refreshed().await;
    app.clock.set(from + TimeDelta::seconds(1));
    let after = before.refreshed().await;

    assert!(from - asked > TimeDelta::seconds(300));
    assert_eq!(
        [signed_by(&before), signed_by(&after)],
        [list[0].clone(), list[1].clone()]
    );
    before.get("/v1/account").await.expect(200);
    after.get("/v1/account").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r23_a_retired_key_is_worth_nothing_on_any_instance(#[values(Postgres)] on: Database) {
    let app = start!(on, attentive);
    let second = app.another_instance().await;
    let ada = app.patient("ada").await;
    let (code, said) = keys(&app, &["rotate", "signing", "--now"]);
    assert_eq!(code, Some(0), "{said}");
    until_published(&app, 2).await;
    until_published(&second, 2).await;
    let from = used_from(&app, "signing");
    app.clock.set(from - TimeDelta::seconds(60));
    let old = ada.refreshed().await;
    app.clock.set(from + TimeDelta::seconds(60));
    let new = old.refreshed().await;
    old.through(&second).get("/v1/account").await.expect(200);

    let (early, said) = keys(&app, &["retire", "signing"]);
    assert_eq!(early, Some(1), "tokens of the old key are good: {said}");
    old.get("/v1/account").await.expect(200);
    let (stolen, said) = keys(&app, &["retire", "signing", "--now"]);
    assert_eq!(stolen, Some(0), "{said}");
    until_published(&app, 1).await;
    until_published(&second, 1).await;

    for instance in [&app, &second] {
        let refused = old.through(instance).get("/v1/account").await;
        refused.refused(401, "invalid_token");
        new.through(instance).get("/v1/account").await.expect(200);
    }
}

#[rstest]
#[tokio::test]
async fn r162_data_keys_are_wrapped_anew_while_people_read(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, attentive; ada);
    let written = with(week("2026-11-18"), "/note", "before");
    ada.record("2026-W47", written).await.expect(201);
    app.sql("create table copied as select * from data_keys");

    let (code, said) = keys(&app, &["retire", "kek"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("no old key-encryption key"), "{said}");
    let (code, said) = keys(&app, &["rotate", "kek", "--now"]);
    assert_eq!(code, Some(0), "{said}");
    app.clock
        .set(used_from(&app, "kek") + TimeDelta::seconds(1));
    let ada = ada.refreshed().await;
    until_wrapped(&app, 0).await;
    ada.read("2026-W47").await.expect(200);

    // Interrupted in the middle: both versions are readable, and a restart goes on.
    app.sql(
        "update data_keys set kek = 1, wrapped = (select copied.wrapped from copied \
         where copied.subject = data_keys.subject) where subject in (select id from patients)",
    );
    assert_eq!(
        ada.read("2026-W47").await.expect(200).body["note"],
        json!("before")
    );
    let (code, said) = keys(&app, &["retire", "kek"]);
    assert_eq!(code, Some(1), "{said}");
    let app = app.restart().await;
    until_wrapped(&app, 0).await;
    let (code, said) = keys(&app, &["status"]);
    assert!(
        code == Some(0) && said.contains("wraps, 4 data keys"),
        "{said}"
    );
    let (code, said) = keys(&app, &["retire", "kek"]);
    assert_eq!(code, Some(0), "{said}");
    let app = app.restart().await;

    assert!(app.folder().join("keys/retired/kek-0001.key").exists());
    let ada = crate::people::sign_in(&app.nobody(), &ada.email, &ada.password).await;
    ada.expect(201);
}

async fn until_wrapped(app: &TestApp, old: i64) {
    let asked = Instant::now();
    while app.query_i64("select count(*) from data_keys where kek = 1") != old {
        assert!(asked.elapsed() < Duration::from_secs(20), "not wrapped");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[test]
fn r24_keys_are_made_once_and_the_folder_can_be_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = folder.path().join("elsewhere");
    // Before there is any database.
    let variables = [
        ("ALSFRS_KEY_DIR", elsewhere.to_str().unwrap()),
        ("ALSFRS_DATABASE_URL", "postgres:///nowhere?host=/nowhere"),
    ];

    let home = Home::empty(Sqlite).unwrap();
    let init = || said_by(home.program().args(["keys", "init"]).envs(variables));
    let (code, said) = init();
    let (again, said_again) = init();

    assert_eq!((code, again), (Some(0), Some(0)), "{said}");
    assert_eq!(said, said_again);
    assert!(said.contains("signing-0001.pk8  signs"), "{said}");
    assert!(said.contains("kek-0001.key  wraps"), "{said}");
    assert_eq!(std::fs::read_dir(elsewhere).unwrap().count(), 4);
}

#[rstest]
fn nothing_is_retired_before_the_next_key_is_in_use(
    #[values("root", "signing", "kek", "push")] kind: &str,
) {
    let home = Home::empty(Sqlite).unwrap();
    let data = format!("--data-dir={}", home.folder().display());
    home.run(&["keys", "init", &data]);
    let (code, said) = home.run(&["keys", "rotate", kind, &data]);
    assert_eq!(code, Some(0), "{said}");

    let (code, said) = home.run(&["keys", "retire", kind, "--now", &data]);

    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("nothing to retire"), "{said}");
    assert!(said.contains("-0002"), "{said}");
}
