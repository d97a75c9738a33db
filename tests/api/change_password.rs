//! Changing a password, and what it ends.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::{Person, sign_in};
use crate::reply::Reply;

/// Changes a password, as the person who is signed in.
async fn change(who: &Person, current: &str, new: &str) -> Reply {
    let body = json!({ "current_password": current, "new_password": new });
    who.put("/v1/account/password", body).await
}

#[rstest]
#[tokio::test]
async fn changing_a_password_takes_the_current_one(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);

    let wrong = change(&ada, "not the password", "a new one for everybody").await;
    let short = change(&ada, &ada.password, "short").await;
    let common = change(&ada, &ada.password, "ada@example.org Ada").await;

    wrong.refused(403, "wrong_password");
    common.faulty("/new_password", "password_too_common");
    short.faulty("/new_password", "password_too_short");
    sign_in(&ada, &ada.email, &ada.password).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn a_change_whose_answer_was_lost_is_sent_again(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (old, new) = (&*ada.password.clone(), "ada now counts eight herons");
    app.clock.turn(TimeDelta::minutes(10));
    let ada = ada.refreshed().await;
    let never = change(&ada, "not the password", old).await;
    change(&ada, old, new).await.expect(204);
    let tablet = sign_in(&ada, &ada.email, new).await.expect(201);
    let tablet = ada.with(&tablet.body);

    let other = change(&ada, old, "ada never counted ten herons").await;
    for _ in 0..20 {
        change(&ada, old, new).await.expect(204);
    }

    never.refused(403, "wrong_password");
    other.refused(403, "wrong_password");
    tablet.get("/v1/account").await.expect(200);
    assert_eq!(app.written_down("account.password_changed"), 1);
    app.clock.turn(TimeDelta::minutes(10));
    let late = change(&ada.refreshed().await, old, new).await;
    late.refused(403, "wrong_password");
}

#[rstest]
#[tokio::test]
async fn r12_a_new_password_ends_every_other_session(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let tablet = ada.on_another_device().await;
    let bob = app.caregiver("bob").await;
    let new = "ada now counts eight herons";

    let reply = change(&ada, &ada.password, new).await;

    reply.expect(204);
    tablet
        .get("/v1/account")
        .await
        .refused(401, "invalid_token");
    let token = json!({ "refresh_token": tablet.refresh_token });
    let refresh = tablet.post("/v1/sessions/refresh", token).await;
    refresh.refused(401, "invalid_grant");
    ada.get("/v1/account").await.expect(200);
    bob.get("/v1/account").await.expect(200);
    let old = sign_in(&ada, &ada.email, &ada.password).await;
    old.refused(401, "wrong_credentials");
    sign_in(&ada, &ada.email, new).await.expect(201);
    let notice = app.mail().next_to(&ada.email).await;
    assert_eq!(notice.subject, "Your password was changed");
    let changed = "select count(*) from audit_events where action = 'account.password_changed'";
    assert_eq!(app.query_i64(changed), 1);
}
