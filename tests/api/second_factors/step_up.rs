//! What is dangerous is for whoever said who they are a moment ago.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

#[rstest]
#[tokio::test]
async fn r51_six_minutes_after_signing_in_a_factor_is_not_enrolled(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    app.clock.turn(TimeDelta::minutes(6));

    let old = ada.begin_to_enrol().await;
    let refreshed = ada.refreshed().await.begin_to_enrol().await;
    let wrong = ada.step_up(json!({ "password": "not the password" })).await;
    let fresh = ada.stepped_up(json!({ "password": ada.password })).await;

    let old = old.refused(401, "insufficient_user_authentication");
    assert_eq!(
        old.header("www-authenticate"),
        "Bearer error=\"insufficient_user_authentication\", acr_values=\"aal1\", max_age=\"300\"",
        "R26"
    );
    refreshed.refused(401, "insufficient_user_authentication");
    wrong.refused(403, "wrong_password");
    fresh.begin_to_enrol().await.expect(201);
    assert_eq!(app.written_down("session.stepped_up"), 1);
}

#[rstest]
#[tokio::test]
async fn r51_an_older_token_does_not_profit_from_a_step_up(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    app.clock.turn(TimeDelta::minutes(6));

    let fresh = ada.stepped_up(json!({ "password": ada.password })).await;

    assert_eq!(fresh.session_id, ada.session_id);
    let old = ada.begin_to_enrol().await;
    old.refused(401, "insufficient_user_authentication");
    app.clock.turn(TimeDelta::minutes(5));
    let late = fresh.begin_to_enrol().await;
    late.refused(401, "insufficient_user_authentication");
    // The next pair of tokens is as fresh as the step-up was.
    let ada = ada.refreshed().await;
    ada.stepped_up(json!({ "password": ada.password })).await;
    ada.refreshed().await.begin_to_enrol().await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r51_a_password_is_not_enough_for_whoever_has_a_second_factor(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let tablet = ada.on_another_device().await;
    let phone = ada.enrol(&app).await;

    let password = tablet.step_up(json!({ "password": tablet.password })).await;
    let removal = tablet.delete("/v1/account/mfa/totp").await;
    let wrong = tablet.step_up(json!({ "code": "000000" })).await;
    let fresh = tablet
        .stepped_up(json!({ "code": phone.code(&app, 0) }))
        .await;

    for reply in [password, removal] {
        let reply = reply.refused(401, "insufficient_user_authentication");
        let asked = reply.header("www-authenticate");
        assert!(asked.contains("acr_values=\"aal2\""), "{asked}");
    }
    wrong.refused(401, "wrong_code");
    fresh.delete("/v1/account/mfa/totp").await.expect(204);
}

#[rstest]
#[tokio::test]
async fn r12_a_new_password_takes_the_second_factor_too(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let tablet = ada.on_another_device().await;
    let phone = ada.enrol(&app).await;
    let new = "herons fly west at noon";
    let change = json!({ "current_password": ada.password, "new_password": new });

    let with_one = tablet.put("/v1/account/password", change.clone()).await;
    let fresh = tablet
        .stepped_up(json!({ "code": phone.code(&app, 0) }))
        .await;
    let with_both = fresh.put("/v1/account/password", change).await;

    with_one.refused(401, "insufficient_user_authentication");
    with_both.expect(204);
}

#[rstest]
#[tokio::test]
async fn r48_a_code_that_stepped_up_signs_nobody_in(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    let code = phone.code(&app, 0);

    ada.stepped_up(json!({ "code": code })).await;

    let token = ada.mfa_token().await;
    let reply = crate::authenticator::second_step(&ada, &token, &code).await;
    reply.refused(401, "wrong_code");
}

#[rstest]
#[tokio::test]
async fn a_step_up_takes_one_thing_and_nothing_else() {
    let (_app, ada) = start!(Sqlite; ada);

    let nothing = ada.step_up(json!({})).await;
    let both = ada
        .step_up(json!({ "password": ada.password, "code": "123456" }))
        .await;
    let session = ada
        .step_up(json!({ "password": ada.password, "session_id": ada.session_id }))
        .await;

    nothing.faulty("", "one_of_them");
    both.faulty("", "one_of_them");
    session.faulty("/session_id", "unknown_member");
}
