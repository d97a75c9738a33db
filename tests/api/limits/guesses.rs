//! Guessing: counted for an account from wherever it comes, and never a lock-out.

use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::json;

use super::{ELSEWHERE, HOME, change_password, fail, guess, usual, usual_but_for_networks};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::sign_in;

#[rstest]
#[tokio::test]
async fn r60_after_ten_failures_each_further_one_locks_for_longer(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, usual_but_for_networks; ada);
    let eve = app.nobody_at(ELSEWHERE);

    fail(&eve, &ada.email, 10).await;
    for seconds in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
        fail(&eve, &ada.email, 1).await;
        let locked = guess(&eve, &ada.email).await;
        let locked = locked.refused(429, "quota_exceeded");
        let wait: i64 = locked.header("retry-after").parse().unwrap();
        assert!((seconds - 1..=seconds).contains(&wait), "{wait}, {seconds}");
        app.clock.turn(TimeDelta::seconds(seconds));
    }
    app.clock.turn(TimeDelta::days(1));
    fail(&eve, &ada.email, 10).await;
}

#[rstest]
#[tokio::test]
async fn r61_the_headers_say_of_what_and_for_how_long(#[values(Sqlite)] on: Database) {
    let app = start!(on, usual_but_for_networks);
    let eve = app.nobody_at(ELSEWHERE);
    fail(&eve, "ada@example.org", 11).await;

    let locked = guess(&eve, "ada@example.org").await;

    let locked = locked.refused(429, "quota_exceeded");
    assert_eq!(locked.header("retry-after"), "1");
    assert_eq!(locked.header("ratelimit-policy"), r#""guesses";q=10;w=900"#);
    assert_eq!(locked.header("ratelimit"), r#""guesses";r=0;t=1"#);
}

#[rstest]
#[tokio::test]
async fn r62_a_phone_that_is_signed_in_stays_so_whatever_others_try(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, usual_but_for_networks; ada);
    fail(&app.nobody_at(ELSEWHERE), &ada.email, 11).await;

    let by_password = sign_in(&app.nobody_at(HOME), &ada.email, &ada.password).await;
    let phone = ada.refreshed().await;

    by_password.refused(429, "quota_exceeded");
    phone.get("/v1/patients/{patient}").await.expect(200);
    change_password(&phone, &ada.password).await.expect(204);
}

#[rstest]
#[tokio::test]
async fn r63_while_it_is_locked_the_right_password_is_not_looked_at_either(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, usual_but_for_networks; ada);
    let eve = app.nobody_at(ELSEWHERE);
    fail(&eve, &ada.email, 11).await;

    let right = sign_in(&eve, &ada.email, &ada.password).await;
    app.clock.turn(TimeDelta::seconds(2));
    let later = sign_in(&eve, &ada.email, &ada.password).await;

    right.refused(429, "quota_exceeded");
    later.expect(201);
}

#[rstest]
#[tokio::test]
async fn r63_success_forgives_what_failed_in_the_same_place_and_nothing_else(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, usual_but_for_networks; ada);
    let (home, eve) = (app.nobody_at(HOME), app.nobody_at(ELSEWHERE));
    fail(&eve, &ada.email, 5).await;
    fail(&home, &ada.email, 4).await;

    sign_in(&home, &ada.email, &ada.password).await.expect(201);

    // Five of Eve's are still there, none of Ada's.
    fail(&home, &ada.email, 6).await;
    guess(&home, &ada.email)
        .await
        .refused(429, "quota_exceeded");
    guess(&eve, &ada.email).await.refused(429, "quota_exceeded");
}

#[rstest]
#[tokio::test]
async fn r60_twenty_guesses_at_once_are_as_many_as_one_after_the_other(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, usual_but_for_networks; ada);
    let eve = app.nobody_at(ELSEWHERE);

    let tried = join_all((0..20).map(|_| guess(&eve, &ada.email))).await;

    let looked_at = tried.iter().filter(|reply| reply.status == 401).count();
    let locked = tried.iter().filter(|reply| reply.status == 429).count();
    assert_eq!((looked_at, locked), (11, 9));
}

#[rstest]
#[tokio::test]
async fn r6_nobody_is_counted_as_somebody_is(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| {
        usual_but_for_networks(settings);
        settings.limits.failures = 13;
    });
    let ada = app.patient("ada").await;
    let eve = app.nobody_at(ELSEWHERE);

    let mut told = Vec::new();
    for email in [ada.email.as_str(), "nobody@example.org"] {
        let mut answers = Vec::new();
        for _ in 0..16 {
            let reply = guess(&eve, email).await;
            answers.push((reply.status, reply.body["code"].clone()));
            app.clock.turn(TimeDelta::seconds(3));
        }
        told.push(answers);
    }

    assert_eq!(told[0], told[1]);
    assert_eq!(told[0].last().unwrap().0, 403);
}

#[rstest]
#[tokio::test]
async fn r60_after_too_many_failures_in_a_row_a_password_opens_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| {
        usual_but_for_networks(settings);
        settings.limits.failures = 12;
    });
    let ada = app.patient("ada").await;
    let eve = app.nobody_at(ELSEWHERE);
    for _ in 0..12 {
        fail(&eve, &ada.email, 1).await;
        app.clock.turn(TimeDelta::minutes(15));
    }

    app.clock.turn(TimeDelta::days(2));
    let by_password = sign_in(&app.nobody_at(HOME), &ada.email, &ada.password).await;

    by_password.refused(403, "password_closed");
    let phone = ada.refreshed().await;
    phone.get("/v1/account").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r53_the_current_password_cannot_be_guessed_on_a_phone_that_was_left_lying(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, usual; ada);
    let tablet = ada.on_another_device().await;

    for _ in 0..11 {
        change_password(&ada, "twelve loud sparrows")
            .await
            .refused(403, "wrong_password");
    }

    let right = change_password(&ada, &ada.password).await;
    right.refused(429, "quota_exceeded");
    let outside = sign_in(&app.nobody_at(HOME), &ada.email, &ada.password).await;
    outside.refused(429, "quota_exceeded");
    change_password(&tablet, &ada.password).await.expect(204);
}

#[rstest]
#[tokio::test]
async fn r60_a_password_that_was_closed_is_replaced_by_mail(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| {
        usual_but_for_networks(settings);
        settings.limits.failures = 11;
    });
    let ada = app.patient("ada").await;
    fail(&app.nobody_at(ELSEWHERE), &ada.email, 11).await;
    app.clock.turn(TimeDelta::minutes(15));
    let home = app.nobody_at(HOME);
    let closed = sign_in(&home, &ada.email, &ada.password).await;
    closed.refused(403, "password_closed");

    let email = json!({ "email": ada.email });
    home.post("/v1/account/password-reset", email)
        .await
        .expect(202);
    let code = app.mail().next_to(&ada.email).await.code();
    let new = json!({
        "email": ada.email, "code": code, "new_password": "nine patient storks on a roof",
    });
    home.post("/v1/account/password-reset/confirm", new)
        .await
        .expect(204);

    let session = sign_in(&home, &ada.email, "nine patient storks on a roof").await;
    session.expect(201);
}

#[rstest]
#[tokio::test]
async fn r53_a_mailed_code_counts_too_and_is_locked_by_its_own_place_only(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, usual_but_for_networks; ada);
    let (home, eve) = (app.nobody_at(HOME), app.nobody_at(ELSEWHERE));
    let wrong = json!({
        "email": ada.email, "code": "not the code", "new_password": "nine patient storks on a roof",
    });
    let path = "/v1/account/password-reset/confirm";
    for _ in 0..11 {
        let reply = eve.post(path, wrong.clone()).await;
        reply.refused(422, "code_not_valid");
    }

    let of_eve = eve.post(path, wrong.clone()).await;
    let from_home = home.post(path, wrong).await;
    let by_password = sign_in(&home, &ada.email, &ada.password).await;

    of_eve.refused(429, "quota_exceeded");
    from_home.refused(422, "code_not_valid");
    by_password.refused(429, "quota_exceeded");
}
