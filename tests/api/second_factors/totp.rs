//! Signing in with a code from an app.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::authenticator::second_step;
use crate::people::sign_in;

#[rstest]
#[case::an_age_ago(-2, 401)]
#[case::the_one_before(-1, 201)]
#[case::now(0, 201)]
#[case::a_fast_phone(1, 201)]
#[case::a_minute_ahead(2, 401)]
#[tokio::test]
async fn r47_a_code_is_good_for_its_half_minute_and_those_beside_it(
    #[case] steps: i64,
    #[case] status: u16,
) {
    let (app, ada) = start!(Sqlite; ada);
    let phone = ada.enrol(&app).await;
    app.clock.turn(TimeDelta::minutes(2));

    let token = ada.mfa_token().await;
    let reply = second_step(&ada, &token, &phone.code(&app, steps)).await;

    reply.expect(status);
}

#[rstest]
#[tokio::test]
async fn r48_twenty_uses_of_one_code_open_one_door(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    app.clock.turn(TimeDelta::minutes(2));
    let mut tokens = Vec::new();
    for _ in 0..9 {
        tokens.push(ada.mfa_token().await);
    }
    let code = phone.code(&app, 0);

    let uses = tokens.iter().map(|token| second_step(&ada, token, &code));
    let again = (0..11).map(|_| second_step(&ada, &tokens[0], &code));
    let (uses, again) = futures_util::future::join(
        futures_util::future::join_all(uses),
        futures_util::future::join_all(again),
    )
    .await;

    let all = uses.iter().chain(&again);
    assert_eq!(all.filter(|reply| reply.status == 201).count(), 1);
    let token = ada.mfa_token().await;
    let later = second_step(&ada, &token, &phone.code(&app, -1)).await;
    assert_ne!(later.status, 201, "nor does an older one");
}

#[rstest]
#[tokio::test]
async fn r49_a_sixth_try_is_one_too_many(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    let token = ada.mfa_token().await;

    for _ in 0..5 {
        let wrong = second_step(&ada, &token, "no code").await;
        wrong.refused(401, "wrong_code");
    }

    let right = second_step(&ada, &token, &phone.code(&app, 0)).await;
    right.refused(401, "mfa_token_not_valid");
    assert_eq!(app.written_down("session.second_factor_refused"), 5);
    ada.with_second_factor(&phone.code(&app, 0)).await;
}

#[rstest]
#[tokio::test]
async fn r49_the_second_step_is_for_ten_minutes_and_once(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    let (late, token) = (ada.mfa_token().await, ada.mfa_token().await);

    second_step(&ada, &token, &phone.code(&app, 0))
        .await
        .expect(201);
    app.clock.turn(TimeDelta::minutes(10));
    let again = second_step(&ada, &token, &phone.code(&app, 0)).await;
    let late = second_step(&ada, &late, &phone.code(&app, 0)).await;
    let made_up = second_step(&ada, "mfa_made-up", &phone.code(&app, 0)).await;

    for reply in [again, late, made_up] {
        reply.refused(401, "mfa_token_not_valid");
    }
}

#[rstest]
#[tokio::test]
async fn r49_a_new_password_ends_what_the_old_one_began(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    let token = ada.mfa_token().await;

    let ada = ada.stepped_up(json!({ "code": phone.code(&app, 0) })).await;
    let new =
        json!({ "current_password": ada.password, "new_password": "herons fly west at noon" });
    ada.put("/v1/account/password", new).await.expect(204);
    app.clock.turn(TimeDelta::seconds(30));

    let reply = second_step(&ada, &token, &phone.code(&app, 0)).await;
    reply.refused(401, "mfa_token_not_valid");
}

#[rstest]
#[tokio::test]
async fn r19_a_token_for_the_second_step_opens_nothing() {
    let (app, ada) = start!(Sqlite; ada);
    ada.enrol(&app).await;

    let token = ada.mfa_token().await;

    let reply = ada.with_token(&token).get("/v1/account").await;
    reply.refused(401, "invalid_token");
    let body = json!({ "refresh_token": token });
    let reply = ada.post("/v1/sessions/refresh", body).await;
    reply.refused(401, "invalid_grant");
}

#[rstest]
#[tokio::test]
async fn r13_a_new_password_by_mail_spares_nobody_the_second_factor(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    app.mail().next_to(&ada.email).await;
    let new = "herons fly west at noon";
    let nobody = app.nobody();
    let body = json!({ "email": ada.email });
    nobody
        .post("/v1/account/password-reset", body)
        .await
        .expect(202);
    let code = app.mail().next_to(&ada.email).await.code();

    let reset = json!({ "email": ada.email, "code": code, "new_password": new });
    let done = nobody
        .post("/v1/account/password-reset/confirm", reset)
        .await;
    let reply = sign_in(&nobody, &ada.email, new).await;

    assert_eq!(
        (done.status, done.text.as_str()),
        (204, ""),
        "it signs nobody in"
    );
    let token = reply.expect(200).body["mfa_token"].clone();
    let session = second_step(&nobody, token.as_str().unwrap(), &phone.code(&app, 0)).await;
    session.expect(201);
}

#[rstest]
#[tokio::test]
async fn r53_the_code_and_the_password_are_counted_together(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, |settings| settings.limits.guesses = 4; ada);
    let phone = ada.enrol(&app).await;
    let (first, second) = (ada.mfa_token().await, ada.mfa_token().await);

    for _ in 0..2 {
        second_step(&ada, &first, "000000")
            .await
            .refused(401, "wrong_code");
        second_step(&ada, &second, "01-0000-0000-0000-0000")
            .await
            .expect(401);
    }
    second_step(&ada, &first, "no code").await.expect(401);

    let right = second_step(&ada, &second, &phone.code(&app, 0)).await;
    right.refused(429, "quota_exceeded");
    let password = sign_in(&app.nobody(), &ada.email, &ada.password).await;
    password.refused(429, "quota_exceeded");
    ada.get("/v1/account").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r60_the_second_step_is_an_attempt_to_sign_in_too(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.limits.sign_in =
        "3/min".parse().unwrap());
    let nobody = app.nobody();

    for _ in 0..3 {
        let reply = second_step(&nobody, "mfa_made-up", "123456").await;
        reply.refused(401, "mfa_token_not_valid");
    }

    let fourth = second_step(&nobody, "mfa_made-up", "123456").await;
    fourth.refused(429, "quota_exceeded");
}

#[rstest]
#[tokio::test]
async fn r20_a_token_says_how_surely_and_when_its_bearer_said_who_they_are() {
    let (app, ada) = start!(Sqlite; ada);
    let phone = ada.enrol(&app).await;

    let twice = ada.with_second_factor(&phone.code(&app, 0)).await;

    let claim = |token: &str, name: &str| {
        let part = token.split('.').nth(1).unwrap();
        let claims = alsfrs_diary::platform::secret::from_text(part).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        claims[name].clone()
    };
    assert_eq!(claim(&ada.access_token, "acr"), "aal1");
    assert_eq!(claim(&twice.access_token, "acr"), "aal2");
    assert_eq!(
        claim(&twice.access_token, "auth_time"),
        claim(&twice.access_token, "iat")
    );
    let later = {
        app.clock.turn(TimeDelta::minutes(3));
        twice.refreshed().await
    };
    let same = claim(&twice.access_token, "auth_time");
    assert_eq!(claim(&later.access_token, "auth_time"), same);
}
