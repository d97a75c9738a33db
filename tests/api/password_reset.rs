//! A forgotten password: a code by mail, and a new one.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::Client;
use crate::people::{Person, sign_in};
use crate::reply::Reply;

const NEW: &str = "grey herons wade at dusk";

async fn ask(client: &Client, email: &str) -> Reply {
    let body = json!({ "email": email });
    client.post("/v1/account/password-reset", body).await
}

async fn confirm(client: &Client, email: &str, code: &str, new: &str) -> Reply {
    let body = json!({ "email": email, "code": code, "new_password": new });
    client
        .post("/v1/account/password-reset/confirm", body)
        .await
}

/// Asks for a code, and reads it from the mail.
async fn code_for(app: &TestApp, who: &Person) -> String {
    ask(&app.nobody(), &who.email).await.expect(202);
    app.mail().next_to(&who.email).await.code()
}

#[rstest]
#[tokio::test]
async fn r7_nobody_learns_from_a_reset_who_has_an_account(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.caregiver("bob").await;
    app.sql("update accounts set disabled_at = created_at where role = 2");
    let nobody = app.nobody();

    let known = ask(&nobody, &ada.email).await.expect(202);
    let disabled = ask(&nobody, &bob.email).await;
    let unknown = ask(&nobody, "sam@example.org").await;
    let no_address = ask(&nobody, "sam").await;

    assert_eq!(disabled.indistinct(), known.indistinct());
    assert_eq!(unknown.indistinct(), known.indistinct());
    no_address.faulty("/email", "invalid_email");
    app.mail().next_to(&ada.email).await;
    assert_eq!(app.mail().all_to("sam@example.org").len(), 0);
    assert_eq!(app.query_i64("select count(*) from account_codes"), 1);
    // What concerns no account is not kept for six years.
    assert_eq!(app.written_down("account.password_reset_asked"), 2);
}

#[rstest]
#[tokio::test]
async fn r7_two_questions_at_once_are_answered_alike(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let nobody = app.nobody();

    let asked = (0..8).map(|_| ask(&nobody, &ada.email));
    let asked = futures_util::future::join_all(asked).await;

    for reply in asked {
        reply.expect(202);
    }
    assert_eq!(app.query_i64("select count(*) from account_codes"), 1);
}

#[rstest]
#[tokio::test]
async fn r13_a_code_that_is_not_the_one_that_was_mailed_changes_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = (app.patient("ada").await, app.caregiver("bob").await);
    let nobody = app.nobody();
    let older = code_for(&app, &ada).await;
    let code = code_for(&app, &ada).await;

    let wrong = [
        confirm(&nobody, &ada.email, "no code", NEW).await,
        confirm(&nobody, &ada.email, &older, NEW).await,
        confirm(&nobody, &bob.email, &code, NEW).await,
        confirm(&nobody, "sam@example.org", &code, NEW).await,
        confirm(&nobody, "sam", &code, NEW).await,
    ];

    for reply in wrong {
        reply.refused(422, "code_not_valid");
    }
    sign_in(&nobody, &ada.email, &ada.password)
        .await
        .expect(201);
    confirm(&nobody, &ada.email, &code, NEW).await.expect(204);
}

#[rstest]
#[tokio::test]
async fn r13_a_code_is_good_for_half_an_hour(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let code = code_for(&app, &ada).await;

    app.clock.turn(TimeDelta::minutes(30));

    let late = confirm(&app.nobody(), &ada.email, &code, NEW).await;
    late.refused(422, "code_not_valid");
}

#[rstest]
#[tokio::test]
async fn r13_a_changed_password_makes_the_code_worthless(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let code = code_for(&app, &ada).await;

    let change = json!({ "current_password": ada.password, "new_password": NEW });
    ada.put("/v1/account/password", change).await.expect(204);

    let reply = confirm(&app.nobody(), &ada.email, &code, "herons fly west at noon").await;
    reply.refused(422, "code_not_valid");
    ada.get("/v1/account").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r4_a_new_password_is_judged_like_the_first() {
    let (app, ada) = start!(Sqlite; ada);
    let nobody = app.nobody();
    let code = code_for(&app, &ada).await;

    let short = confirm(&nobody, &ada.email, &code, "short").await;
    let common = confirm(&nobody, &ada.email, &code, "ada@example.org Ada").await;
    // Who has no code does not learn whose name is a bad password.
    let guessed = confirm(&nobody, &ada.email, "no code", "ada@example.org Ada").await;

    short.faulty("/new_password", "password_too_short");
    common.faulty("/new_password", "password_too_common");
    guessed.refused(422, "code_not_valid");
    confirm(&nobody, &ada.email, &code, NEW).await.expect(204);
}

#[rstest]
#[tokio::test]
async fn r13_of_twenty_uses_of_one_code_one_counts(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on, |settings| settings.argon2_permits = Some(2); ada);
    let code = code_for(&app, &ada).await;
    let nobody = app.nobody();

    let passwords: Vec<String> = (0..20).map(|n| format!("{NEW}, {n} of them")).collect();
    let uses = passwords
        .iter()
        .map(|new| confirm(&nobody, &ada.email, &code, new));
    let replies = futures_util::future::join_all(uses).await;

    let done = replies.iter().filter(|reply| reply.status == 204).count();
    assert_eq!(done, 1);
    assert_eq!(app.written_down("account.password_reset"), 1);
}

#[rstest]
#[tokio::test]
async fn r13_a_new_password_ends_every_session_and_is_told(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.caregiver("bob").await;
    let nobody = app.nobody();
    ask(&nobody, &ada.email).await.expect(202);
    let mail = app.mail().next_to(&ada.email).await;
    let code = mail.code();

    confirm(&nobody, &ada.email, &code, NEW).await.expect(204);

    assert!(
        mail.body.contains(&format!("/#password-reset={code}")),
        "{mail:?}"
    );
    ada.get("/v1/account").await.refused(401, "invalid_token");
    let token = json!({ "refresh_token": ada.refresh_token });
    let refresh = ada.post("/v1/sessions/refresh", token).await;
    refresh.refused(401, "invalid_grant");
    bob.get("/v1/account").await.expect(200);
    let old = sign_in(&nobody, &ada.email, &ada.password).await;
    old.refused(401, "wrong_credentials");
    sign_in(&nobody, &ada.email, NEW).await.expect(201);
    let notice = app.mail().next_to(&ada.email).await;
    assert_eq!(notice.subject, "Your password was changed");
    let again = confirm(&nobody, &ada.email, &code, "herons fly west at noon").await;
    again.refused(422, "code_not_valid");
}

#[rstest]
#[tokio::test]
async fn r13_a_reset_whose_answer_was_lost_is_sent_again(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let nobody = app.nobody();
    let code = code_for(&app, &ada).await;
    confirm(&nobody, &ada.email, &code, NEW).await.expect(204);
    let signed_in = sign_in(&nobody, &ada.email, NEW).await.expect(201);
    let ada = ada.with(&signed_in.body);

    let other = confirm(&nobody, &ada.email, &code, "herons fly west at noon").await;
    let wrong = confirm(&nobody, &ada.email, "no code", NEW).await;
    for _ in 0..20 {
        confirm(&nobody, &ada.email, &code, NEW).await.expect(204);
    }

    other.refused(422, "code_not_valid");
    wrong.refused(422, "code_not_valid");
    ada.get("/v1/account").await.expect(200);
    assert_eq!(app.written_down("account.password_reset"), 1);
    app.clock.turn(TimeDelta::minutes(30));
    let late = confirm(&nobody, &ada.email, &code, NEW).await;
    late.refused(422, "code_not_valid");
}

#[rstest]
#[tokio::test]
async fn r31_a_mailed_code_is_not_kept(#[values(Sqlite)] on: Database) {
    let (app, ada) = start!(on; ada);
    let code = code_for(&app, &ada).await;
    while app.query_i64("select count(*) from outbox") > 0 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    app.sql("PRAGMA wal_checkpoint(TRUNCATE)");

    let file = std::fs::read(app.folder().join("diary.sqlite")).unwrap();

    let kept = file.windows(code.len()).any(|part| part == code.as_bytes());
    assert!(!kept);
}

#[rstest]
#[tokio::test]
async fn a_new_password_that_is_sent_twice_at_once_is_taken_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let change =
        json!({"current_password": ada.password, "new_password": "a quagga under the oak"});
    let send = || ada.put("/v1/account/password", change.clone());

    let (one, other) = tokio::join!(send(), send());

    one.expect(204);
    other.expect(204);
    assert_eq!(app.written_down("account.password_changed"), 1);
}
