//! Refresh tokens: rotated at each use, forgiving about lost answers, unforgiving about copies.

use alsfrs_diary::platform::secret::{from_text, sha256, to_text};
use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::Client;
use crate::reply::Reply;

mod lifetimes;

async fn refresh(client: &Client, token: &str) -> Reply {
    let body = json!({ "refresh_token": token });
    client.post("/v1/sessions/refresh", body).await
}

/// The refresh token in a session.
fn token_in(session: &Reply) -> String {
    session.body["refresh_token"].as_str().unwrap().to_owned()
}

/// A client with the access token of a session.
fn bearer(app: &TestApp, session: &Reply) -> Client {
    let token = session.body["access_token"].as_str().unwrap();
    app.nobody().with_token(token)
}

fn ended_by_reuse(app: &TestApp) -> i64 {
    app.query_i64("select count(*) from audit_events where action = 'session.reuse_detected'")
}

/// The bytes inside a token.
fn inside(token: &str) -> Vec<u8> {
    from_text(token.strip_prefix("rt_").unwrap())
        .unwrap()
        .to_vec()
}

/// The token with one bit of byte `index` turned.
fn altered(token: &str, index: usize) -> String {
    let mut bytes = inside(token);
    bytes[index] ^= 1;
    format!("rt_{}", to_text(&bytes))
}

#[rstest]
#[tokio::test]
async fn what_is_no_refresh_token_is_refused_and_ends_nothing() {
    let (app, ada) = start!(Sqlite; ada);
    let good = &ada.refresh_token;
    let wrong = [
        String::new(),
        "rt_".to_owned(),
        "rt_AAAA".to_owned(),
        good.trim_start_matches("rt_").to_owned(),
        format!("{good}A"),
        good.chars().take(40).collect(),
        ada.access_token.clone(),
        // In turn another session, generation, secret and tag.
        altered(good, 0),
        altered(good, 19),
        altered(good, 20),
        altered(good, 67),
    ];

    for token in wrong {
        let reply = refresh(&app.nobody(), &token).await;
        let reply = reply.refused(401, "invalid_grant");
        assert_eq!(reply.header("www-authenticate"), "Bearer");
    }
    assert_eq!(ended_by_reuse(&app), 0);
    refresh(&app.nobody(), good).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r31_a_refresh_token_is_opaque_and_only_its_hash_is_kept() {
    let (app, ada) = start!(Sqlite; ada);
    let next = token_in(&refresh(&ada, &ada.refresh_token).await.expect(200));
    let app = app.restart().await;

    let mut kept = Vec::new();
    for file in std::fs::read_dir(app.folder()).unwrap().flatten() {
        if file.path().is_file() {
            kept.extend(std::fs::read(file.path()).unwrap());
        }
    }

    for token in [&ada.refresh_token, &next] {
        let secret = inside(token)[20..52].to_vec();
        assert!(contains(&kept, &sha256(&secret)), "the hash is there");
        assert!(!contains(&kept, &secret));
        assert!(!contains(&kept, token.as_bytes()));
    }
}

fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

#[rstest]
#[tokio::test]
async fn r32_lost_refresh_response_is_retried(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    let lost = refresh(&ada, &ada.refresh_token).await.expect(200);
    app.clock.turn(TimeDelta::days(30));
    let again = refresh(&ada, &ada.refresh_token).await.expect(200);

    assert_eq!(token_in(&lost), token_in(&again));
    assert_ne!(token_in(&again), ada.refresh_token);
    assert_ne!(lost.body["access_token"], again.body["access_token"]);
    bearer(&app, &again).get("/v1/account").await.expect(200);
    refresh(&ada, &token_in(&again)).await.expect(200);
    assert_eq!(ended_by_reuse(&app), 0);
}

#[rstest]
#[tokio::test]
async fn r32_a_session_is_the_same_before_and_after(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    let session = refresh(&app.nobody(), &ada.refresh_token).await.expect(200);

    let body = &session.body;
    assert_eq!(body["session_id"], json!(ada.session_id));
    assert_eq!(body["patient_id"], json!(ada.patient_id));
    assert_eq!(body["account"]["id"], json!(ada.account_id));
    assert_eq!(
        (&body["token_type"], &body["expires_in"]),
        (&json!("Bearer"), &json!(600))
    );
    ada.get("/v1/account").await.expect(200);
}

/// More than a request may be under way beside another.
const LATER: TimeDelta = TimeDelta::seconds(11);

#[rstest]
#[tokio::test]
async fn r32_an_access_token_does_not_prove_that_the_refresh_token_was_stored(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let killed = refresh(&ada, &ada.refresh_token).await.expect(200);
    bearer(&app, &killed).get("/v1/account").await.expect(200);

    app.clock.turn(LATER);
    let again = refresh(&ada, &ada.refresh_token).await.expect(200);

    assert_eq!(token_in(&killed), token_in(&again));
    assert_eq!(ended_by_reuse(&app), 0);
}

#[rstest]
#[tokio::test]
async fn r33_a_token_that_its_successor_overtook_is_refused_and_ends_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let next = refresh(&ada, &ada.refresh_token).await.expect(200);
    let newest = refresh(&ada, &token_in(&next)).await.expect(200);

    app.clock.turn(TimeDelta::seconds(8));
    let slow = refresh(&ada, &ada.refresh_token).await;

    slow.refused(401, "invalid_grant");
    bearer(&app, &newest).get("/v1/account").await.expect(200);
    refresh(&ada, &token_in(&newest)).await.expect(200);
    assert_eq!(ended_by_reuse(&app), 0);
}

#[rstest]
#[tokio::test]
async fn r34_the_first_of_parallel_refreshes_is_used_at_once(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("refreshing", "asking")] how: &str,
) {
    let (app, ada) = start!(on; ada);
    let first = async {
        let first = refresh(&ada, &ada.refresh_token).await.expect(200);
        if how == "refreshing" {
            refresh(&ada, &token_in(&first)).await.expect(200)
        } else {
            bearer(&app, &first).get("/v1/account").await.expect(200);
            first
        }
    };

    let all = join_all((0..15).map(|_| refresh(&ada, &ada.refresh_token)));
    let (newest, others) = tokio::join!(first, all);

    for other in others {
        assert!(how == "refreshing" || other.status == 200);
        assert!(matches!(other.status, 200 | 401));
    }
    bearer(&app, &newest).get("/v1/account").await.expect(200);
    refresh(&ada, &token_in(&newest)).await.expect(200);
    assert_eq!(ended_by_reuse(&app), 0);
}

#[rstest]
#[tokio::test]
async fn r33_a_token_whose_successor_was_used_ends_the_session(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let tablet = ada.on_another_device().await;
    let next = refresh(&ada, &ada.refresh_token).await.expect(200);
    let newest = refresh(&ada, &token_in(&next)).await.expect(200);
    app.clock.turn(LATER);

    let copy = refresh(&app.nobody(), &ada.refresh_token).await;

    copy.refused(401, "invalid_grant");
    let owner = refresh(&ada, &token_in(&newest)).await;
    owner.refused(401, "invalid_grant");
    let access = bearer(&app, &newest).get("/v1/account").await;
    access.refused(401, "invalid_token");
    tablet.get("/v1/account").await.expect(200);
    assert_eq!(ended_by_reuse(&app), 1);
    let notice = app.mail().next_to(&ada.email).await;
    assert_eq!(notice.subject, "One of your devices was signed out");
}

#[rstest]
#[tokio::test]
async fn r33_an_older_token_ends_the_session_at_once() {
    let (app, ada) = start!(Sqlite; ada);
    let second = token_in(&refresh(&ada, &ada.refresh_token).await);
    let third = token_in(&refresh(&ada, &second).await.expect(200));
    let fourth = token_in(&refresh(&ada, &third).await.expect(200));

    let copy = refresh(&ada, &ada.refresh_token).await;

    copy.refused(401, "invalid_grant");
    refresh(&ada, &fourth).await.refused(401, "invalid_grant");
    assert_eq!(ended_by_reuse(&app), 1);
}

#[rstest]
#[tokio::test]
async fn r33_reuse_is_told_once_however_often_it_is_tried() {
    let (app, ada) = start!(Sqlite; ada);
    let next = token_in(&refresh(&ada, &ada.refresh_token).await);
    refresh(&ada, &next).await.expect(200);
    app.clock.turn(LATER);

    for _ in 0..3 {
        let copy = refresh(&ada, &ada.refresh_token).await;
        copy.refused(401, "invalid_grant");
    }

    assert_eq!(ended_by_reuse(&app), 1);
}

#[rstest]
#[tokio::test]
async fn r34_twenty_parallel_refreshes_get_one_successor(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    let replies = join_all((0..20).map(|_| refresh(&ada, &ada.refresh_token))).await;

    let mut successors: Vec<String> = replies
        .into_iter()
        .map(|reply| token_in(&reply.expect(200)))
        .collect();
    assert_eq!(successors.len(), 20);
    successors.dedup();
    assert_eq!(successors.len(), 1);
    assert_eq!(
        app.query_i64("select count(*) from sessions where generation = 2"),
        1
    );
    refresh(&ada, &successors[0]).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r34_three_instances_give_one_successor(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let (second, third) = (app.another_instance().await, app.another_instance().await);
    let ada = app.patient("ada").await;
    let everywhere = [app.nobody(), second.nobody(), third.nobody()];

    let all = (0..21).map(|n| refresh(&everywhere[n % 3], &ada.refresh_token));
    let replies = join_all(all).await;

    let first = token_in(&replies[0]);
    for reply in replies {
        assert_eq!(token_in(&reply.expect(200)), first);
    }
}

#[rstest]
#[tokio::test]
async fn r35_a_restart_before_the_answer_arrives_loses_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let lost = refresh(&ada, &ada.refresh_token).await.expect(200);

    let app = app.restart().await;
    let again = refresh(&app.nobody(), &ada.refresh_token).await.expect(200);

    assert_eq!(token_in(&lost), token_in(&again));
}
