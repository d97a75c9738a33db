//! Apps that are too old, and times when everybody wants something.

use std::time::Duration;

use alsfrs_diary::platform::http::apps::ClientVersion;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use rstest::rstest;
use serde_json::json;

use super::batch::{BATCH, records};
use super::copies::CHANGES;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::week;

fn oldest() -> Vec<ClientVersion> {
    let oldest = ["diary-android/2.1", "diary-ios/2.0.3"];
    oldest.iter().map(|text| text.parse().unwrap()).collect()
}

#[rstest]
#[tokio::test]
async fn r209_an_app_that_is_too_old_is_told_to_update(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on, |settings| settings.minimum_clients = oldest(); ada);
    let named = |client: &str| ada.with_header("X-Client", client);

    for old in ["diary-android/2.0.9", "diary-android/1", "Diary-iOS/2.0.2"] {
        let client = named(old);
        client.get(CHANGES).await.refused(426, "client_too_old");
        let one = [records(&ada, "2026-W47", week("2026-11-18"))];
        let sent = client.post(BATCH, json!({"operations": one})).await;
        sent.refused(426, "client_too_old");
        client.get("/healthz").await.expect(200);
    }
    for (new, oldest) in [
        ("diary-android/2.1", json!("2.1")),
        ("diary-android/2.10.0", json!("2.1")),
        ("diary-ios/2.0.3.1", json!("2.0.3")),
        ("another/0.1", json!(null)),
    ] {
        let told = named(new).get(CHANGES).await.expect(200);
        assert_eq!(told.body["minimum_client"], oldest, "{new}");
    }
    assert_eq!(
        ada.get(CHANGES).await.expect(200).body["minimum_client"],
        json!(null)
    );
    for strange in [
        "diary",
        "/1",
        "diary-ios/two",
        "diary-ios/1.2.3.4.5",
        "diary ios/1",
    ] {
        named(strange)
            .get(CHANGES)
            .await
            .refused(400, "invalid_header");
    }
}

#[rstest]
#[tokio::test]
async fn r210_who_asks_while_much_waits_is_asked_to_come_later(#[values(Sqlite)] on: Database) {
    let (app, ada) = start!(on; ada);
    assert_eq!(
        ada.get(CHANGES).await.expect(200).header("sync-backoff"),
        ""
    );

    let path = app.database_url();
    let mut file = SqliteConnection::establish(path.strip_prefix("sqlite://").unwrap()).unwrap();
    // Somebody holds the file, so that what is written waits.
    file.batch_execute("BEGIN IMMEDIATE").unwrap();
    let waiting = (0..300).map(|_| {
        let ada = ada.clone();
        tokio::spawn(async move { ada.record("2026-W47", week("2026-11-18")).await })
    });
    let waiting: Vec<_> = waiting.collect();
    let mut told = String::new();
    while told.is_empty() {
        let reply = ada.get("/v1/account").await.expect(200);
        told = reply.header("sync-backoff").to_owned();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    file.batch_execute("COMMIT").unwrap();
    for one in waiting {
        let status = one.await.unwrap().status;
        assert!(matches!(status, 200 | 201), "{status}");
    }
    let seconds: u32 = told.parse().expect("seconds");
    assert!((15..45).contains(&seconds));
    assert_eq!(
        ada.get(CHANGES).await.expect(200).header("sync-backoff"),
        ""
    );
}

#[rstest]
#[tokio::test]
async fn r210_who_asks_while_every_connection_is_taken_is_asked_to_come_later(
    #[values(Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let scale = "/v1/instruments/alsfrs-r";
    let told = ada.get(scale).await.expect(200);
    assert_eq!(told.header("sync-backoff"), "");

    // Somebody holds her diary, so that what is written there waits.
    let mut holds = PgConnection::establish(&app.database_url()).unwrap();
    holds
        .batch_execute("BEGIN; SELECT FROM patients FOR UPDATE")
        .unwrap();
    let waiting = (0..4).map(|_| {
        let ada = ada.clone();
        tokio::spawn(async move { ada.record("2026-W47", week("2026-11-18")).await })
    });
    let waiting: Vec<_> = waiting.collect();
    let mut told = String::new();
    while told.is_empty() {
        let reply = ada.get(scale).await.expect(200);
        told = reply.header("sync-backoff").to_owned();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    holds.batch_execute("COMMIT").unwrap();

    for one in waiting {
        let status = one.await.unwrap().status;
        assert!(matches!(status, 200 | 201), "{status}");
    }
    let seconds: u32 = told.parse().expect("seconds");
    assert!((15..45).contains(&seconds));
}
