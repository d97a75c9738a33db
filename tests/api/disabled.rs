//! An account that may be in the hands of another opens to nobody, until the operator says so.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::clinic::people::{accept, everything};
use crate::people::sign_in;

/// Shuts an account, or opens it again.
pub fn make(app: &TestApp, word: &str, account: &str) {
    let (code, said) = admin(app, word, account);
    assert_eq!(code, Some(0), "{said}");
}

/// What the command line does beside the server.
fn admin(app: &TestApp, word: &str, account: &str) -> (Option<i32>, String) {
    let flags = app.home().flags();
    let mut words = vec!["admin", word, account];
    words.extend(flags.iter().map(String::as_str));
    app.run(&words)
}

#[rstest]
#[tokio::test]
async fn r43_a_disabled_account_opens_to_nobody(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;

    let (code, said) = admin(&app, "disable", "nobody@example.org");
    assert_eq!(code, Some(1), "{said}");
    let (code, said) = admin(&app, "enable", &bob.email);
    assert_eq!(code, Some(1), "{said}");
    let (code, said) = admin(&app, "disable", &bob.account_id);
    assert_eq!(code, Some(0), "{said}");

    let refused = bob.on(&ada).get("/v1/patients/{patient}/trend").await;
    refused.refused(401, "invalid_token");
    let token = json!({ "refresh_token": bob.refresh_token });
    let refresh = app.nobody().post("/v1/sessions/refresh", token).await;
    refresh.refused(401, "invalid_grant");
    let session = sign_in(&app.nobody(), &bob.email, &bob.password).await;
    session.refused(401, "wrong_credentials");
    ada.get("/v1/account").await.expect(200);
    let (code, said) = admin(&app, "disable", &bob.email);
    assert_eq!(code, Some(1), "{said}");

    let (code, said) = admin(&app, "enable", &bob.email);
    assert_eq!(code, Some(0), "{said}");
    let refused = bob.get("/v1/account").await;
    refused.refused(401, "invalid_token");
    let session = sign_in(&app.nobody(), &bob.email, &bob.password).await;
    session.expect(201);
    assert_eq!(app.written_down("account.disabled"), 1);
    assert_eq!(app.written_down("account.enabled"), 1);
}

#[rstest]
#[tokio::test]
async fn an_erased_account_is_not_enabled_again(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    ada.ask("POST", "/v1/account/erasure").await.expect(202);
    let app = app.after_erasures().await;

    let (code, said) = admin(&app, "enable", &ada.account_id);

    assert_eq!(code, Some(1), "{said}");
    assert_eq!(app.written_down("account.enabled"), 0);
}

#[rstest]
#[tokio::test]
async fn r21_what_a_disabled_patient_sent_lets_nobody_in(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.caregiver("bob").await;
    let code = json!({ "code": app.invite(&ada, &bob.email, "write").await });
    let made = ada.post("/v1/patients/{patient}/guest-links", json!({}));
    let made = made.await.expect(201).body;
    let (_, token) = made["url"].as_str().unwrap().split_once("#guest=").unwrap();
    let token = json!({ "token": token });
    let preview = async || bob.post("/v1/invitations/preview", code.clone()).await;
    let open = async || {
        let nobody = app.nobody();
        nobody.post("/v1/guest-links/preview", token.clone()).await
    };

    make(&app, "disable", &ada.email);
    preview().await.refused(404, "not_found");
    let refused = bob.post("/v1/invitations/accept", code.clone()).await;
    refused.refused(404, "not_found");
    open().await.refused(404, "not_found");

    make(&app, "enable", &ada.email);
    preview().await.expect(200);
    open().await.expect(200);
    let let_in = bob.post("/v1/invitations/accept", code.clone()).await;
    let_in.expect(201);
    make(&app, "disable", &ada.email);
    let again = bob.post("/v1/invitations/accept", code).await;
    again.expect(201);
}

#[rstest]
#[tokio::test]
async fn r21_what_disabled_staff_sent_enrols_nobody(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let code = clinic.invite(&kim, &ada).await;

    make(&app, "disable", &kim.email);
    let refused = accept(&ada, &code, everything()).await;
    refused.refused(404, "not_found");

    make(&app, "enable", &kim.email);
    accept(&ada, &code, everything()).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r43_a_code_for_a_new_password_is_good_no_more(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let nobody = app.nobody();
    let asked = nobody.post("/v1/account/password-reset", json!({ "email": ada.email }));
    asked.await.expect(202);
    let code = app.mail().next_to(&ada.email).await.code();

    make(&app, "disable", &ada.email);
    make(&app, "enable", &ada.email);

    let new =
        json!({ "email": ada.email, "code": code, "new_password": "grey herons wade at dusk" });
    let late = nobody.post("/v1/account/password-reset/confirm", new).await;
    late.refused(422, "code_not_valid");
    sign_in(&nobody, &ada.email, &ada.password)
        .await
        .expect(201);
}

#[rstest]
#[tokio::test]
async fn r43_a_session_that_was_being_opened_is_not_opened_by_enable(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);

    make(&app, "disable", &ada.email);
    // As one whose account was read before, and which came to be after.
    app.sql("update sessions set revoked_at = null");
    make(&app, "enable", &ada.email);

    ada.get("/v1/account").await.refused(401, "invalid_token");
}

#[rstest]
#[tokio::test]
async fn r90_a_sign_in_under_way_waits_and_is_refused(#[values(Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let mut held = PgConnection::establish(&app.home().database_url()).unwrap();
    let lock = "BEGIN; SELECT FROM credentials FOR UPDATE";
    held.batch_execute(lock).unwrap();
    let (nobody, email, password) = (app.nobody(), ada.email.clone(), ada.password.clone());

    let entering = tokio::spawn(async move { sign_in(&nobody, &email, &password).await });
    app.until_a_lock_is_waited_for().await;
    make(&app, "disable", &ada.email);
    held.batch_execute("COMMIT").unwrap();

    let refused = entering.await.unwrap();
    refused.refused(401, "wrong_credentials");
    let live = "select count(*) from sessions where revoked_at is null";
    assert_eq!(app.query_i64(live), 0);
}
