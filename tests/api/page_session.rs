//! How the page stays signed in: a cookie that no script reads, and that only its own routes are sent.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::Client;
use crate::people::Person;
use crate::reply::Reply;

const SESSION: &str = "/v1/page-session";

/// The page of this server, as a browser says of it.
fn page(app: &TestApp) -> Client {
    app.nobody().with_header("sec-fetch-site", "same-origin")
}

fn cookie_of(reply: &Reply) -> String {
    reply.header("set-cookie").to_owned()
}

/// The page with what the browser keeps of `reply`'s cookie.
fn holding(app: &TestApp, reply: &Reply) -> Client {
    let cookie = cookie_of(reply);
    let (pair, _) = cookie.split_once(';').unwrap();
    page(app).with_header("cookie", pair)
}

async fn keep(client: &Client, who: &Person, stays: bool) -> Reply {
    let body = json!({ "refresh_token": who.refresh_token, "stay_signed_in": stays });
    client.post(SESSION, body).await
}

async fn go_on(client: &Client) -> Reply {
    client.post_nothing("/v1/page-session/refresh").await
}

#[rstest]
#[case("same-site")]
#[case("cross-site")]
#[case("none")]
#[tokio::test]
async fn another_page_is_given_no_session(#[case] site: &str) {
    let (app, ada) = start!(Sqlite; ada);
    let kept = keep(&page(&app), &ada, true).await.expect(200);
    let cookie = cookie_of(&kept);
    let (pair, _) = cookie.split_once(';').unwrap();
    let other = app
        .nobody()
        .with_header("cookie", pair)
        .with_header("sec-fetch-site", site);

    go_on(&other).await.refused(403, "not_the_page");
    other.delete(SESSION).await.refused(403, "not_the_page");
    keep(&other, &ada, true).await.refused(403, "not_the_page");

    go_on(&holding(&app, &kept)).await.expect(200);
}

#[tokio::test]
async fn an_older_browser_says_its_origin() {
    let (app, ada) = start!(Sqlite; ada);
    let own = app.inside().public_url.origin().ascii_serialization();

    let foreign = app
        .nobody()
        .with_header("origin", "https://diary.example.org.evil.com");
    keep(&foreign, &ada, true)
        .await
        .refused(403, "not_the_page");
    keep(&app.nobody(), &ada, true)
        .await
        .refused(403, "not_the_page");

    keep(&app.nobody().with_header("origin", &own), &ada, true)
        .await
        .expect(200);
}

#[rstest]
#[tokio::test]
async fn no_script_reads_the_refresh_token(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    let kept = keep(&page(&app), &ada, true).await.expect(200);
    let next = go_on(&holding(&app, &kept)).await.expect(200);

    for reply in [&kept, &next] {
        assert!(!reply.text.contains("rt_") && reply.body.get("refresh_token").is_none());
        let cookie = cookie_of(reply);
        for part in [
            "HttpOnly",
            "SameSite=Strict",
            "Path=/v1/page-session",
            "Max-Age=34560000",
        ] {
            assert!(cookie.contains(part), "{part} of {cookie}");
        }
    }
    assert_eq!(next.body["session_id"], kept.body["session_id"]);
    let token = next.body["access_token"].as_str().unwrap();
    app.nobody()
        .with_token(token)
        .get("/v1/account")
        .await
        .expect(200);
}

#[tokio::test]
async fn a_device_that_others_use_forgets_the_session_with_its_window() {
    let (app, ada) = start!(Sqlite; ada);

    let kept = keep(&page(&app), &ada, false).await.expect(200);
    let next = go_on(&holding(&app, &kept)).await.expect(200);

    for reply in [kept, next] {
        assert!(
            !cookie_of(&reply).contains("Max-Age"),
            "{}",
            cookie_of(&reply)
        );
    }
}

#[rstest]
#[tokio::test]
async fn r32_an_answer_that_was_lost_is_asked_for_again(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let kept = keep(&page(&app), &ada, true).await.expect(200);

    let lost = go_on(&holding(&app, &kept)).await.expect(200);
    let again = go_on(&holding(&app, &kept)).await.expect(200);

    assert_eq!(cookie_of(&lost), cookie_of(&again));
    go_on(&holding(&app, &again)).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r40_signing_out_ends_the_session_and_removes_the_cookie(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let kept = keep(&page(&app), &ada, true).await.expect(200);
    let token = kept.body["access_token"].as_str().unwrap().to_owned();
    let held = holding(&app, &kept);

    let gone = held.delete(SESSION).await.expect(204);

    assert!(
        cookie_of(&gone).contains("Max-Age=0"),
        "{}",
        cookie_of(&gone)
    );
    go_on(&held).await.refused(401, "invalid_grant");
    let after = app.nobody().with_token(&token);
    after.get("/v1/account").await.refused(401, "invalid_token");
    held.delete(SESSION).await.expect(204);
    page(&app).delete(SESSION).await.expect(204);
}

#[rstest]
#[case(json!({ "stay_signed_in": true }), "/refresh_token", "missing_member")]
#[case(json!({ "refresh_token": "rt_x", "stay_signed_in": "yes" }), "/stay_signed_in", "invalid_value")]
#[tokio::test]
async fn what_is_no_session_is_not_kept(
    #[case] body: Value,
    #[case] pointer: &str,
    #[case] code: &str,
) {
    let app = start!(Sqlite);

    page(&app).post(SESSION, body).await.faulty(pointer, code);

    let forged = json!({ "refresh_token": "rt_forged", "stay_signed_in": true });
    page(&app)
        .post(SESSION, forged)
        .await
        .refused(401, "invalid_grant");
    go_on(&page(&app)).await.refused(401, "invalid_grant");
    let nonsense = page(&app).with_header("cookie", "page-session=stays.rt_nonsense");
    go_on(&nonsense).await.refused(401, "invalid_grant");
}
