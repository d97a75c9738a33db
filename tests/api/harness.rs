//! The harness itself: a broken one must not pass for a working server.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

#[rstest]
#[tokio::test]
async fn everybody_comes_in_through_the_front_door(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;

    assert_eq!(bob.get("/v1/patients/{patient}").await.status, 200);
    assert_eq!(app.query_i64("select count(*) from accounts"), 2);
}

#[rstest]
#[tokio::test]
async fn three_instances_share_what_each_was_told(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let (second, third) = (app.another_instance().await, app.another_instance().await);

    let ada = app.patient("ada").await;

    for instance in [&second, &third] {
        let reply = ada.through(instance).get("/v1/account").await;
        assert_eq!(reply.expect(200).body["email"], json!(ada.email));
    }
}
