//! Codes that were written down, for when the phone is lost.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::authenticator::second_step;

#[rstest]
#[tokio::test]
async fn r50_a_recovery_code_stands_in_for_the_app_once(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    app.mail().next_to(&ada.email).await;
    let code = &phone.recovery_codes[2];

    let token = ada.mfa_token().await;
    second_step(&ada, &token, code).await.expect(201);
    let token = ada.mfa_token().await;
    let again = second_step(&ada, &token, code).await;

    again.refused(401, "wrong_code");
    let notice = app.mail().next_to(&ada.email).await;
    assert_eq!(notice.subject, "One of your recovery codes was used");
    assert!(notice.body.contains("9 of them are left"), "{notice:?}");
    assert_eq!(app.written_down("account.recovery_code_used"), 1);
}

#[rstest]
#[tokio::test]
async fn r50_eight_uses_of_one_recovery_code_open_one_door(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    let mut tokens = Vec::new();
    for _ in 0..8 {
        tokens.push(ada.mfa_token().await);
    }

    let code = &phone.recovery_codes[9];
    let uses = tokens.iter().map(|token| second_step(&ada, token, code));
    let replies = futures_util::future::join_all(uses).await;

    let opened = replies.iter().filter(|reply| reply.status == 201).count();
    assert_eq!(opened, 1);
}

#[rstest]
#[case::lower_case(|code: &str| code.to_lowercase())]
#[case::with_spaces(|code: &str| code.replace('-', " "))]
#[case::in_one(|code: &str| code.replace('-', ""))]
#[case::with_letters_for_digits(|code: &str| code.replace('0', "O").replace('1', "l"))]
#[tokio::test]
async fn r58_a_recovery_code_is_read_as_people_type_it(#[case] typed: fn(&str) -> String) {
    let (app, ada) = start!(Sqlite; ada);
    let phone = ada.enrol(&app).await;

    let token = ada.mfa_token().await;
    let reply = second_step(&ada, &token, &typed(&phone.recovery_codes[0])).await;

    reply.expect(201);
}

#[rstest]
#[tokio::test]
async fn r50_another_number_with_the_same_letters_is_another_code() {
    let (app, ada) = start!(Sqlite; ada);
    let phone = ada.enrol(&app).await;
    let letters = &phone.recovery_codes[0][2..];
    let token = ada.mfa_token().await;

    for wrong in [
        format!("02{letters}"),
        format!("11{letters}"),
        format!("00{letters}"),
    ] {
        let reply = second_step(&ada, &token, &wrong).await;
        reply.refused(401, "wrong_code");
    }
}

#[rstest]
#[tokio::test]
async fn r50_new_codes_take_the_place_of_the_old(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    app.mail().next_to(&ada.email).await;
    app.clock.turn(TimeDelta::minutes(6));
    let ada = ada.refreshed().await;

    let stale = ada.post_nothing("/v1/account/mfa/recovery-codes").await;
    let fresh = ada.stepped_up(json!({ "code": phone.code(&app, 0) })).await;
    let new = fresh.post_nothing("/v1/account/mfa/recovery-codes").await;

    stale.refused(401, "insufficient_user_authentication");
    let new = new.expect(201).body["recovery_codes"].clone();
    let token = ada.mfa_token().await;
    let old = second_step(&ada, &token, &phone.recovery_codes[0]).await;
    old.refused(401, "wrong_code");
    let new = new[0].as_str().unwrap();
    second_step(&ada, &token, new).await.expect(201);
    let notice = app.mail().next_to(&ada.email).await;
    assert_eq!(notice.subject, "You have new recovery codes");
}
