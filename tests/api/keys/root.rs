//! A new root key signs nobody out.

use alsfrs_diary::audit;
use chrono::{DateTime, TimeDelta, Utc};
use rstest::rstest;
use serde_json::json;

use super::{attentive, keys, used_from};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::{Person, sign_in};
use crate::reply::Reply;
use crate::weeks::week;

/// Makes the next root key and waits until every instance knows it; from when on it is used.
async fn rotate(app: &TestApp, instances: &[&TestApp]) -> DateTime<Utc> {
    let known = |app: &TestApp| app.inside().keys.statement_keys().unwrap().len();
    let before = known(app);
    let (code, said) = keys(app, &["rotate", "root"]);
    assert_eq!(code, Some(0), "{said}");
    let asked = std::time::Instant::now();
    while instances.iter().any(|app| known(app) == before) {
        assert!(asked.elapsed().as_secs() < 20, "nobody has seen it");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    used_from(app, "root-")
}

async fn refresh(person: &Person) -> Reply {
    let body = json!({ "refresh_token": person.refresh_token });
    person.post("/v1/sessions/refresh", body).await
}

/// Waits until this instance uses that version of the root key.
async fn until_used(app: &TestApp, version: i16) {
    let asked = std::time::Instant::now();
    while app.inside().keys.roots.refresh().version() != version {
        assert!(asked.elapsed().as_secs() < 20, "nobody uses it");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

/// The version that made somebody's current refresh token.
fn made_by(app: &TestApp, version: i16) -> i64 {
    app.query_i64(&format!(
        "select count(*) from sessions where root = {version}"
    ))
}

#[rstest]
#[tokio::test]
async fn r139_a_new_root_key_signs_nobody_out(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on, attentive; ada);
    for (name, day) in [("2026-W46", "2026-11-11"), ("2026-W47", "2026-11-18")] {
        ada.record(name, week(day)).await.expect(201);
    }
    let entries = "/v1/patients/{patient}/entries?limit=1";
    let page = ada.get(entries).await.expect(200);
    let next = page.body["next"].as_str().unwrap().to_owned();
    let account = json!({
        "email": "bob@example.org", "password": "bob counts seven quiet herons",
        "display_name": "Bob", "role": "patient", "time_zone": "Europe/Berlin",
    });
    app.nobody().post("/v1/accounts", account).await.expect(202);
    let code = app.mail().next_to("bob@example.org").await.code();

    let from = rotate(&app, &[&app]).await;
    app.clock.set(from + TimeDelta::seconds(1));

    let ada = ada.refreshed().await;
    let cursor = format!("{entries}&cursor={next}");
    let second = ada.get(&cursor).await.expect(200);
    assert_eq!(second.body["items"][0]["week"], json!("2026-W47"));
    let code = json!({ "email": "bob@example.org", "code": code });
    let confirm = app.nobody().post("/v1/accounts/confirm", code).await;
    confirm.expect(201);
    assert_eq!((made_by(&app, 1), made_by(&app, 2)), (0, 1));
    let app = app.restart().await;
    ada.through(&app)
        .refreshed()
        .await
        .get("/v1/account")
        .await
        .expect(200);
}

#[rstest]
#[tokio::test]
async fn r139_an_answer_lost_before_the_switch_is_repeated_after_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, attentive; ada);
    let from = rotate(&app, &[&app]).await;
    app.clock.set(from - TimeDelta::seconds(30));

    let lost = refresh(&ada).await.expect(200);
    app.clock.set(from + TimeDelta::seconds(1));
    let again = refresh(&ada).await.expect(200);

    assert_eq!(lost.body["refresh_token"], again.body["refresh_token"]);
    let next = ada.with(&again.body).refreshed().await;
    next.get("/v1/account").await.expect(200);
    assert_eq!((made_by(&app, 1), made_by(&app, 2)), (0, 1));
}

#[rstest]
#[tokio::test]
async fn r139_twenty_with_one_token_over_the_switch_get_one_successor() {
    let app = start!(Postgres, attentive);
    let second = app.another_instance().await;
    let ada = app.patient("ada").await;
    let from = rotate(&app, &[&app, &second]).await;
    app.clock.set(from - TimeDelta::milliseconds(150));

    let mut asked = Vec::new();
    for number in 0..20_u64 {
        let ada = ada.through(if number % 2 == 0 { &app } else { &second });
        asked.push(tokio::spawn(async move {
            tokio::time::sleep(std::time::Duration::from_millis(number * 15)).await;
            refresh(&ada).await.expect(200).body["refresh_token"].clone()
        }));
    }
    let mut tokens = Vec::new();
    for one in asked {
        tokens.push(one.await.unwrap());
    }

    tokens.dedup();
    assert_eq!(tokens.len(), 1);
}

#[rstest]
#[tokio::test]
async fn r139_failures_go_on_being_counted_over_the_switch(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, |settings| settings.limits.failures = 4; ada);
    let from = rotate(&app, &[&app]).await;
    app.clock.set(from - TimeDelta::seconds(60));
    let wrong = async |wanted: &str| {
        let reply = sign_in(&app.nobody(), &ada.email, "not this one, sorry").await;
        assert_eq!(reply.body["code"], json!(wanted));
    };

    for _ in 0..3 {
        wrong("wrong_credentials").await;
    }
    let counted = app.query_i64("select count(*) from guesses");
    app.clock.set(from + TimeDelta::seconds(1));
    wrong("wrong_credentials").await;

    wrong("password_closed").await;
    assert_eq!(app.query_i64("select count(*) from guesses"), counted);
}

/// The next root key as if it had been made two days ago.
fn made_before_yesterday(app: &TestApp) {
    let folder = app.folder().join("keys");
    let files = std::fs::read_dir(&folder).unwrap();
    let mut names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let new = names.find(|name| name.starts_with("root-")).unwrap();
    let then = app.now() - TimeDelta::days(2);
    let old = folder.join(format!("root-0002-{}.key", then.format("%Y%m%dT%H%M%SZ")));
    std::fs::rename(folder.join(new), old).unwrap();
}

#[rstest]
#[tokio::test]
async fn r139_an_old_root_key_goes_when_nobody_needs_it(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, attentive);
    app.clock.turn(TimeDelta::days(-3));
    let (ada, sam) = (app.patient("ada").await, app.stranger().await);
    app.clock.turn(TimeDelta::minutes(2));
    assert_eq!(audit::checkpoint(app.inside()).await.unwrap(), 1);
    app.clock.turn(TimeDelta::days(3));
    let retire = || keys(&app, &["retire", "root"]);

    assert_eq!(
        retire(),
        (Some(0), "There is no old root key.\n".to_owned())
    );
    rotate(&app, &[&app]).await;
    let (code, said) = keys(&app, &["rotate", "root"]);
    assert_eq!(code, Some(1), "the next is waiting: {said}");
    made_before_yesterday(&app);
    until_used(&app, 2).await;
    let (code, said) = retire();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("2 sessions would end"), "{said}");

    let ada = ada.refreshed().await.refreshed().await;
    let lost = refresh(&sam).await.expect(200);
    let (code, said) = retire();
    assert!(said.contains("1 sessions would end"), "{said}");
    assert_eq!(code, Some(1), "Sam may not have the new token: {said}");
    let sam = sam.with(&refresh(&sam).await.expect(200).body);
    assert_eq!(lost.body["refresh_token"], json!(sam.refresh_token));
    let sam = sam.refreshed().await;
    let (code, said) = retire();
    assert_eq!(code, Some(0), "{said}");

    let app = app.restart().await;
    assert!(app.folder().join("keys/retired/root-0001.key").exists());
    for person in [&ada, &sam] {
        refresh(&person.through(&app)).await.expect(200);
    }
    let signed_in = sign_in(&app.nobody(), &ada.email, &ada.password).await;
    signed_in.expect(201);
    app.clock.turn(TimeDelta::minutes(2));
    assert_eq!(audit::checkpoint(app.inside()).await.unwrap(), 1);
    let data = format!("--data-dir={}", app.folder().display());
    let database = format!("--database-url={}", app.database_url());
    let (code, said) = app.run(&["audit", "verify", &data, &database]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("2 checkpoints"), "{said}");
}

#[rstest]
#[tokio::test]
async fn r139_a_stolen_root_key_is_gone_at_once(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, attentive);
    let (ada, sam) = (app.patient("ada").await, app.stranger().await);
    let (code, said) = keys(&app, &["rotate", "root", "--now"]);
    assert_eq!(code, Some(0), "{said}");
    app.clock
        .set(used_from(&app, "root-") + TimeDelta::seconds(1));
    until_used(&app, 2).await;
    let ada = ada.refreshed().await;

    let (code, said) = keys(&app, &["retire", "root"]);
    assert_eq!(code, Some(1), "codes by mail are under way: {said}");
    let (code, said) = keys(&app, &["retire", "root", "--now"]);
    assert_eq!(code, Some(0), "{said}");
    let app = app.restart().await;

    refresh(&sam.through(&app))
        .await
        .refused(401, "invalid_grant");
    refresh(&ada.through(&app)).await.expect(200);
    sign_in(&app.nobody(), &sam.email, &sam.password)
        .await
        .expect(201);
}

#[rstest]
#[tokio::test]
async fn r139_what_a_thief_signs_with_an_old_key_is_no_statement(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, attentive; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    rotate(&app, &[&app]).await;
    app.clock.turn(TimeDelta::minutes(2));
    let stolen = app.inside().keys.roots.current();
    assert_eq!(audit::checkpoint(app.inside()).await.unwrap(), 1);
    assert_eq!(app.verified(Vec::new()).await.findings, []);

    // The key that signed it was retired a day before it says that it was made.
    std::fs::rename(
        app.folder().join("keys/root-0001.key"),
        app.folder().join("root-0001.key"),
    )
    .unwrap();
    let public = app.folder().join("keys/audit-0001-20261122T000000Z.pub");
    std::fs::write(public, stolen.audit.public()).unwrap();
    until_used(&app, 2).await;

    assert_eq!(
        app.verified(Vec::new()).await.findings,
        [audit::Finding::NotSigned(1)]
    );
}
