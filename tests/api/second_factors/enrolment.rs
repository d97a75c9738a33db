//! Enrolling an app, and taking it away.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::authenticator::Authenticator;
use crate::people::sign_in;

#[rstest]
#[tokio::test]
async fn r52_nothing_is_asked_for_before_the_first_code_came(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);

    let none = ada.confirm_first("123456").await;
    let enrolment = ada.begin_to_enrol().await.expect(201);
    let phone = Authenticator::with(enrolment.body["secret"].as_str().unwrap());
    let wrong = ada.confirm_first(&phone.code(&app, -2)).await;

    none.refused(422, "code_not_valid");
    wrong.refused(422, "code_not_valid");
    sign_in(&ada, &ada.email, &ada.password).await.expect(201);
    let factors = ada.get("/v1/account/mfa").await.expect(200);
    assert_eq!(factors.body["totp"], Value::Null);
    assert_eq!(factors.body["demanded"], false);
}

#[rstest]
#[tokio::test]
async fn r52_what_is_not_confirmed_within_ten_minutes_is_gone(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let enrolment = ada.begin_to_enrol().await.expect(201);
    let phone = Authenticator::with(enrolment.body["secret"].as_str().unwrap());

    app.clock.turn(TimeDelta::minutes(10));
    let ada = ada.on_another_device().await;

    let late = ada.confirm_first(&phone.code(&app, 0)).await;
    late.refused(422, "code_not_valid");
}

#[rstest]
#[tokio::test]
async fn r50_the_first_code_brings_ten_to_write_down(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    let enrolment = ada.begin_to_enrol().await.expect(201);
    let phone = Authenticator::with(enrolment.body["secret"].as_str().unwrap());
    let lost = ada.confirm_first(&phone.code(&app, 0)).await.expect(201);
    let ada = ada.refreshed().await;
    let confirmed = ada.confirm_first(&phone.code(&app, 0)).await.expect(201);

    assert_ne!(confirmed.body, lost.body, "what was lost is worth nothing");
    let secret = enrolment.body["secret"].as_str().unwrap();
    assert_eq!(secret.len(), 32, "R47: 160 bits");
    let uri = format!(
        "otpauth://totp/Diary:ada@example.org?secret={secret}&issuer=Diary&algorithm=SHA1&digits=6&period=30"
    );
    assert_eq!(enrolment.body["otpauth_uri"], uri);
    let codes = confirmed.body["recovery_codes"].as_array().unwrap();
    assert_eq!(codes.len(), 10);
    for (code, number) in codes.iter().zip(1..) {
        let code = code.as_str().unwrap();
        assert!(code.starts_with(&format!("{number:02}-")), "{code}");
        assert_eq!(code.len(), "03-XXXX-XXXX-XXXX-XXXX".len(), "{code}");
    }
    let factors = ada.get("/v1/account/mfa").await.expect(200);
    let since = factors.body["totp"]["since"].as_str().unwrap();
    assert!(since.starts_with("2026-11-23T12:"), "{since}");
    assert_eq!(
        factors.body,
        json!({
            "required": false, "demanded": true, "totp": { "since": since },
            "passkeys": 0, "recovery_codes": 10, "reset": null,
        })
    );
    let notice = app.mail().next_to(&ada.email).await;
    assert_eq!(notice.subject, "Signing in takes a second step now");
    assert_eq!(app.written_down("account.factor_added"), 1);
}

#[rstest]
#[tokio::test]
async fn r47_a_seed_is_shown_once_and_kept_sealed(#[values(Sqlite)] on: Database) {
    let (app, ada) = start!(on; ada);
    let enrolment = ada.begin_to_enrol().await.expect(201);
    let secret = enrolment.body["secret"].as_str().unwrap();
    let phone = Authenticator::with(secret);
    let confirmed = ada.confirm_first(&phone.code(&app, 0)).await.expect(201);
    app.sql("PRAGMA wal_checkpoint(TRUNCATE)");

    let shown = ada.get("/v1/account/mfa").await.text;
    let file = std::fs::read(app.folder().join("diary.sqlite")).unwrap();

    assert!(!shown.contains(secret));
    let seed = totp_rs::Secret::try_from_base32(secret).unwrap();
    let recovery = confirmed.body["recovery_codes"][0].as_str().unwrap();
    for plain in [secret.as_bytes(), seed.as_ref(), recovery.as_bytes()] {
        assert!(!file.windows(plain.len()).any(|part| part == plain));
    }
}

#[rstest]
#[tokio::test]
async fn r52_another_app_takes_the_place_of_the_first_without_a_gap(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let old = ada.enrol(&app).await;
    let ada = ada.with_second_factor(&old.code(&app, 0)).await;
    let enrolment = ada.begin_to_enrol().await.expect(201);
    let new = Authenticator::with(enrolment.body["secret"].as_str().unwrap());
    app.clock.turn(TimeDelta::seconds(30));

    let meanwhile = ada.with_second_factor(&old.code(&app, 0)).await;
    ada.confirm_first(&new.code(&app, 0)).await.expect(201);

    meanwhile.get("/v1/account").await.expect(200);
    app.clock.turn(TimeDelta::seconds(30));
    let token = ada.mfa_token().await;
    let with_old = crate::authenticator::second_step(&ada, &token, &old.code(&app, 0)).await;
    with_old.refused(401, "wrong_code");
    ada.with_second_factor(&new.code(&app, 0)).await;
}

#[rstest]
#[tokio::test]
async fn a_patient_may_go_back_to_the_password_alone(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    app.mail().next_to(&ada.email).await;
    let first_codes = phone.recovery_codes.clone();

    let ada = ada.stepped_up(json!({ "code": phone.code(&app, 0) })).await;
    ada.delete("/v1/account/mfa/totp").await.expect(204);
    ada.delete("/v1/account/mfa/totp").await.expect(204);

    sign_in(&ada, &ada.email, &ada.password).await.expect(201);
    let notice = app.mail().next_to(&ada.email).await;
    assert_eq!(notice.subject, "Signing in takes the password alone now");
    let factors = ada.get("/v1/account/mfa").await.expect(200);
    assert_eq!(factors.body["recovery_codes"], 0);
    assert_eq!(app.written_down("account.factor_removed"), 1);
    let given = json!({ "code": first_codes[0] });
    ada.step_up(given).await.refused(401, "wrong_code");
    let more = ada.post_nothing("/v1/account/mfa/recovery-codes").await;
    more.refused(409, "no_second_factor");
}

#[rstest]
#[tokio::test]
async fn who_types_slowly_enrols_an_app_all_the_same(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let enrolment = ada.begin_to_enrol().await.expect(201);
    let phone = Authenticator::with(enrolment.body["secret"].as_str().unwrap());

    app.clock.turn(TimeDelta::minutes(9));
    let confirmed = ada.confirm_first(&phone.code(&app, 0)).await;

    confirmed.expect(201);
    // From now on both are asked for, for another app too.
    let another = ada.begin_to_enrol().await;
    another.refused(401, "insufficient_user_authentication");
    let guessed = ada.confirm_first(&phone.code(&app, 0)).await;
    guessed.refused(401, "insufficient_user_authentication");
}

#[rstest]
#[tokio::test]
async fn what_is_touched_twice_at_once_breaks_nothing(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    for _ in 0..5 {
        let (one, other) = tokio::join!(ada.begin_to_enrol(), ada.begin_to_enrol());
        one.expect(201);
        other.expect(201);
    }
    let phone = ada.enrol(&app).await;
    let ada = ada.stepped_up(json!({ "code": phone.code(&app, 0) })).await;

    for _ in 0..5 {
        let renew = || ada.post_nothing("/v1/account/mfa/recovery-codes");
        let (one, other) = tokio::join!(renew(), renew());
        one.expect(201);
        other.expect(201);
    }

    assert_eq!(app.query_i64("select count(*) from recovery_codes"), 10);
    assert_eq!(app.query_i64("select count(*) from totp_factors"), 1);
}
