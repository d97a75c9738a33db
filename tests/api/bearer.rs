//! Where a token is looked for, and what else says who somebody is: nothing.

use rstest::rstest;

use crate::app::Database::Sqlite;
use crate::app::start;

#[rstest]
#[tokio::test]
async fn r25_a_token_is_taken_from_one_place_only() {
    let (app, ada) = start!(Sqlite; ada);
    let token = &ada.access_token;
    let nobody = app.nobody();

    let in_query = nobody
        .get(&format!("/v1/account?access_token={token}"))
        .await;
    let in_cookie = nobody.with_header("Cookie", &format!("access_token={token}"));
    let in_cookie = in_cookie.get("/v1/account").await;
    let twice = ada.with_header("Authorization", &format!("Bearer {token}"));
    let twice = twice.get("/v1/account").await;
    let basic = nobody.with_header("Authorization", &format!("Basic {token}"));
    let basic = basic.get("/v1/account").await;

    in_query.refused(400, "invalid_query");
    in_cookie.refused(401, "unauthenticated");
    twice.refused(400, "invalid_header");
    basic.refused(401, "invalid_token");
}

#[rstest]
#[tokio::test]
async fn r26_a_missing_token_is_no_wrong_token() {
    let app = start!(Sqlite);

    let reply = app.nobody().get("/v1/account").await;

    let reply = reply.refused(401, "unauthenticated");
    assert_eq!(reply.header("www-authenticate"), "Bearer");
}

#[rstest]
#[tokio::test]
async fn r84_nobody_becomes_somebody_else_by_a_header() {
    let app = start!(Sqlite);
    let (ada, bob) = (app.patient("ada").await, app.caregiver("bob").await);

    let bob = bob.with_header("X-User-Id", &ada.account_id);
    let bob = bob.with_header("X-Role", "admin");

    let account = bob.get("/v1/account").await.expect(200);
    assert_eq!(account.body["display_name"], "Bob");
    assert_eq!(account.body["role"], "caregiver");
}
