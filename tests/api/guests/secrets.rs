//! What is kept of a link and of who held it, and for how long.

use alsfrs_diary::server::retention;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use super::{LINKS, Nora, night};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::with;

#[rstest]
#[tokio::test]
async fn r67_a_token_is_kept_as_its_hash_and_names_are_sealed(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let made = ada.post(LINKS, json!({"shown_name": "okapi"})).await;
    let nora = Nora::with(&app, &made.expect(201));
    let body = with(nora.body(&night()), "/name", "quagga");

    let sent = nora
        .client
        .post("/v1/guest-entries", body)
        .await
        .expect(201);

    assert_eq!(sent.body["name"], "quagga");
    assert_eq!(nora.token.len(), 43, "256 bits");
    for secret in [&*nora.token, "okapi", "quagga"] {
        app.keeps_to_itself(secret);
    }
}

#[rstest]
#[tokio::test]
async fn guesses_are_limited_by_network(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| settings.limits.links =
        "3/min".parse().unwrap());
    let ada = app.patient("ada").await;
    let nora = Nora::let_in_by(&app, &ada).await;
    let nobody = app.nobody();
    for _ in 0..3 {
        let guess = json!({"token": "a guess"});
        let guess = nobody.post("/v1/guest-links/preview", guess);
        guess.await.refused(404, "not_found");
    }

    let seen = nora.look().await;
    let sent = nora.record(night()).await;
    app.clock.turn(TimeDelta::minutes(1));
    let later = nora.record(night()).await;

    seen.refused(429, "quota_exceeded");
    sent.refused(429, "quota_exceeded");
    later.expect(201);
}

#[rstest]
#[tokio::test]
async fn links_go_a_quarter_after_their_end_and_the_week_stays(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let nora = Nora::let_in_by(&app, &ada).await;
    nora.record(night()).await.expect(201);

    app.clock.turn(TimeDelta::days(90));
    retention::run(app.inside(), 6, false).await.unwrap();
    let kept = app.query_i64("select count(*) from guest_links");
    app.clock.turn(TimeDelta::days(2));
    retention::run(app.inside(), 6, false).await.unwrap();

    assert_eq!(kept, 1);
    assert_eq!(app.query_i64("select count(*) from guest_links"), 0);
    assert_eq!(app.query_i64("select count(*) from entries"), 1);
}

#[rstest]
#[tokio::test]
async fn r171_links_go_with_the_patient(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let nora = Nora::let_in_by(&app, &ada).await;
    nora.record(night()).await.expect(201);
    let again = ada.on_another_device().await;
    again.ask("POST", "/v1/account/erasure").await.expect(202);

    let app = app.after_erasures().await;

    assert_eq!(app.query_i64("select count(*) from guest_links"), 0);
    assert_eq!(app.query_i64("select count(*) from entries"), 0);
    let nora = Nora {
        client: app.nobody(),
        ..nora
    };
    nora.look().await.refused(404, "not_found");
}
