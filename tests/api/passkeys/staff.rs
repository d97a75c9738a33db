//! A passkey is the second factor of clinicians and admins.

use alsfrs_diary::access::Role;
use rstest::rstest;
use serde_json::json;

use super::forgery::Key;
use super::{PASSKEYS, at_home, touch};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::authenticator::second_step;

#[rstest]
#[tokio::test]
async fn r45_a_passkey_opens_what_a_password_does_not(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(Role::Clinician, Role::Admin)] role: Role,
) {
    let app = start!(on, at_home);
    let kit = app.staff_with_one_factor("kit", role).await;
    let key = Key::es256(&kit);

    let before = kit.get("/v1/account").await;
    let made = key.made(&kit.challenge().await, |_| ());
    let lost = kit.add_made("A key", made.clone()).await.expect(201);
    let added = kit.refreshed().await.add_made("A key", made).await;
    let added = added.expect(201);

    assert_eq!(added.body["passkey"], lost.body["passkey"], "sent again");
    assert_ne!(added.body["recovery_codes"], lost.body["recovery_codes"]);
    before.refused(401, "insufficient_user_authentication");
    kit.get("/v1/account").await.expect(200);
    let session = touch(&app.nobody(), &key, 0).await.expect(201);
    kit.with(&session.body).get("/v1/account").await.expect(200);
    // R54: the codes to write down stand in for a lost phone.
    let codes = added.body["recovery_codes"].as_array().unwrap().clone();
    assert_eq!(codes.len(), 10);
    let token = kit.mfa_token().await;
    let session = second_step(&kit, &token, codes[0].as_str().unwrap()).await;
    kit.with(&session.expect(201).body)
        .get("/v1/account")
        .await
        .expect(200);
    // Another passkey leaves them as they are.
    let another = Key::es256(&kit).called(b"another");
    let another = kit
        .with(&touch(&app.nobody(), &key, 0).await.expect(201).body)
        .add_key(&another)
        .await
        .expect(201);
    assert_eq!(another.body["recovery_codes"], json!(null));
}

#[rstest]
#[tokio::test]
async fn r45_of_a_clinicians_factors_one_stays(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, at_home);
    let (kim, phone) = app.clinician("kim").await;
    let kim = kim.stepped_up(json!({ "code": phone.code(&app, 0) })).await;
    let key = Key::es256(&kim);

    let added = kim.add_key(&key).await.expect(201);
    let path = format!(
        "{PASSKEYS}/{}",
        added.body["passkey"]["id"].as_str().unwrap()
    );
    kim.delete("/v1/account/mfa/totp").await.expect(204);
    let last = kim.delete(&path).await;

    assert_eq!(added.body["recovery_codes"], json!(null), "there are some");
    last.refused(409, "last_factor");
    let factors = kim.get("/v1/account/mfa").await.expect(200);
    assert_eq!(factors.body["totp"], json!(null));
    assert_eq!(
        factors.body["recovery_codes"], 10,
        "they stay beside the passkey"
    );
    let token = kim.mfa_token().await;
    second_step(&kim, &token, &phone.code(&app, 1))
        .await
        .refused(401, "wrong_code");
    touch(&app.nobody(), &key, 0).await.expect(201);
    kim.post_nothing("/v1/account/mfa/recovery-codes")
        .await
        .expect(201);
}
