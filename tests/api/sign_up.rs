//! Signing up: a form, a code by mail, an account.

use chrono::TimeDelta;
use insta::assert_json_snapshot;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::sign_in;
use crate::reply::Reply;

const PASSWORD: &str = "ada counts seven quiet herons";

/// What Ada fills in, with `other` instead of some of it.
fn form(other: &Value) -> Value {
    let mut form = json!({
        "email": "ada@example.org", "password": PASSWORD, "display_name": "Ada",
        "role": "patient", "time_zone": "Europe/Berlin",
    });
    for (member, value) in other.as_object().unwrap() {
        form[member] = value.clone();
    }
    form
}

async fn sign_up(app: &TestApp, other: Value) -> Reply {
    app.nobody().post("/v1/accounts", form(&other)).await
}

/// Signs up, and reads the code from the mail.
async fn code_for(app: &TestApp, other: Value) -> String {
    sign_up(app, other).await.expect(202);
    app.mail().next_to("ada@example.org").await.code()
}

async fn confirm(app: &TestApp, email: &str, code: &str) -> Reply {
    let body = json!({ "email": email, "code": code });
    app.nobody().post("/v1/accounts/confirm", body).await
}

/// A code that is not this one.
fn another(code: &str) -> String {
    let wrong = (code.parse::<u32>().unwrap() + 1) % 100_000_000;
    format!("{wrong:08}")
}

#[rstest]
#[case(json!({ "email": "ada" }), "/email", "invalid_email")]
#[case(json!({ "email": "ada@" }), "/email", "invalid_email")]
#[case(json!({ "email": "ada@exam ple.org" }), "/email", "invalid_email")]
#[case(json!({ "email": "\"ada lovelace\"@example.org" }), "/email", "invalid_email")]
#[case(json!({ "email": "ada@example.org\r\nBcc: eve@example.org" }), "/email", "invalid_email")]
#[case(json!({ "email": format!("{}@example.org", "a".repeat(300)) }), "/email", "invalid_email")]
#[case(json!({ "display_name": " " }), "/display_name", "empty")]
#[case(json!({ "display_name": "A\u{0}da" }), "/display_name", "forbidden_character")]
#[case(json!({ "display_name": "Ada\nLovelace" }), "/display_name", "forbidden_character")]
#[case(json!({ "display_name": "a".repeat(101) }), "/display_name", "too_long")]
#[case(json!({ "role": "clinician" }), "/role", "invalid_value")]
#[case(json!({ "role": "admin" }), "/role", "invalid_value")]
#[case(json!({ "time_zone": "Europe/Atlantis" }), "/time_zone", "unknown_time_zone")]
#[case(json!({ "time_zone": "+01:00" }), "/time_zone", "unknown_time_zone")]
#[case(json!({ "locale": "German, please" }), "/locale", "invalid_locale")]
#[case(json!({ "locale": "de-" }), "/locale", "invalid_locale")]
#[case(json!({ "password": 15 }), "/password", "invalid_value")]
#[tokio::test]
async fn r99_what_is_no_account_is_named_by_its_place(
    #[case] wrong: Value,
    #[case] pointer: &str,
    #[case] code: &str,
) {
    let app = start!(Sqlite);

    let reply = sign_up(&app, wrong).await;

    reply.faulty(pointer, code);
    assert_eq!(app.query_i64("select count(*) from sign_ups"), 0);
}

#[rstest]
#[tokio::test]
async fn r85_nobody_makes_themselves_more_than_they_are(
    #[values("id", "verified", "is_admin", "version", "epoch", "patient_id")] member: &str,
) {
    let app = start!(Sqlite);

    let reply = sign_up(&app, json!({ member: true })).await;

    reply.faulty(&format!("/{member}"), "unknown_member");
}

#[rstest]
#[tokio::test]
async fn every_fault_of_a_form_is_told_at_once() {
    let app = start!(Sqlite);

    let wrong = json!({ "email": "ada", "password": "short", "time_zone": "Mars" });
    let reply = sign_up(&app, wrong).await.refused(422, "invalid_content");

    let pointers: Vec<&str> = reply.faults().iter().map(|fault| fault.0).collect();
    assert_eq!(pointers, ["/password", "/time_zone", "/email"]);
}

#[rstest]
#[tokio::test]
async fn a_wrong_code_makes_no_account(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let code = code_for(&app, json!({})).await;

    for wrong in [another(&code), String::new(), "no code at all".to_owned()] {
        let reply = confirm(&app, "ada@example.org", &wrong).await;
        reply.refused(422, "code_not_valid");
    }

    assert_eq!(app.query_i64("select count(*) from accounts"), 0);
    confirm(&app, "ada@example.org", &code).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn a_code_is_bound_to_its_address() {
    let app = start!(Sqlite);
    let code = code_for(&app, json!({})).await;
    let eve = json!({ "email": "eve@example.org" });
    sign_up(&app, eve).await.expect(202);

    for email in ["eve@example.org", "nobody@example.org", "no address"] {
        let reply = confirm(&app, email, &code).await;
        reply.refused(422, "code_not_valid");
    }
}

#[rstest]
#[case(TimeDelta::hours(23), 201)]
#[case(TimeDelta::hours(24), 422)]
#[tokio::test]
async fn a_code_is_good_for_a_day(#[case] later: TimeDelta, #[case] status: u16) {
    let app = start!(Sqlite);
    let code = code_for(&app, json!({})).await;

    app.clock.turn(later);

    let reply = confirm(&app, "ada@example.org", &code).await;
    reply.expect(status);
}

#[rstest]
#[tokio::test]
async fn ten_confirmations_at_once_make_one_account(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let code = code_for(&app, json!({})).await;

    let all = (0..10).map(|_| confirm(&app, "ada@example.org", &code));
    let replies = futures_util::future::join_all(all).await;

    for reply in &replies {
        assert_eq!((reply.status, &reply.body), (201, &replies[0].body));
    }
    assert_eq!(app.query_i64("select count(*) from accounts"), 1);
    assert_eq!(app.query_i64("select count(*) from patients"), 1);
}

#[rstest]
#[tokio::test]
async fn nobody_smuggles_a_password_into_anothers_account() {
    let app = start!(Sqlite);
    let evil = json!({ "password": "eve knows this one too" });
    code_for(&app, evil).await;
    let code = code_for(&app, json!({})).await;

    confirm(&app, "ada@example.org", &code).await.expect(201);

    let nobody = app.nobody();
    let eve = sign_in(&nobody, "ada@example.org", "eve knows this one too").await;
    eve.refused(401, "wrong_credentials");
    sign_in(&nobody, "ada@example.org", PASSWORD)
        .await
        .expect(201);
}

#[rstest]
#[tokio::test]
async fn a_sixth_sign_up_drops_the_first(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let mut codes = Vec::new();
    for _ in 0..6 {
        app.clock.turn(TimeDelta::seconds(1));
        codes.push(code_for(&app, json!({})).await);
    }

    assert_eq!(app.query_i64("select count(*) from sign_ups"), 5);
    let first = confirm(&app, "ada@example.org", &codes[0]).await;
    first.refused(422, "code_not_valid");
    confirm(&app, "ada@example.org", &codes[1])
        .await
        .expect(201);
}

#[rstest]
#[tokio::test]
async fn r7_nobody_learns_who_has_an_account(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    let again = json!({ "email": " ADA@example.ORG", "password": "eve knows this one too" });
    let known = sign_up(&app, again).await.expect(202);
    let unknown = sign_up(&app, json!({ "email": "new@example.org" })).await;

    assert_eq!((known.status, &known.text), (unknown.status, &unknown.text));
    let note = app.mail().next_to(&ada.email).await;
    assert_eq!(note.subject, "You already have an account");
    assert!(!note.body.contains("Code:"));
    let code = app.mail().next_to("new@example.org").await;
    assert_eq!(code.subject, "Your code");
    assert_eq!(app.query_i64("select count(*) from accounts"), 1);
    sign_in(&ada, &ada.email, &ada.password).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn no_mail_says_what_the_service_is_about() {
    let app = start!(Sqlite);
    sign_up(&app, json!({})).await.expect(202);

    let mail = app.mail().next_to("ada@example.org").await;

    let said = format!("{} {}", mail.subject, mail.body).to_lowercase();
    for word in ["als", "patient", "diary", "symptom", "health"] {
        let mut words = said.split(|c: char| !c.is_alphanumeric());
        assert!(words.all(|said| said != word), "{word} in {said}");
    }
}

#[rstest]
#[tokio::test]
async fn a_patient_signs_up_with_the_mailed_code() {
    let app = start!(Sqlite);
    let code = code_for(&app, json!({ "locale": "de-AT" })).await;

    let reply = confirm(&app, "ada@example.org", &code).await.expect(201);

    assert_eq!(code.len(), 8);
    assert_json_snapshot!(reply.body, { ".account.id" => "[id]", ".patient_id" => "[id]" }, @r#"
    {
      "account": {
        "display_name": "Ada",
        "email": "ada@example.org",
        "id": "[id]",
        "locale": "de-AT",
        "role": "patient",
        "time_zone": "Europe/Berlin"
      },
      "patient_id": "[id]"
    }
    "#);
    let again = confirm(&app, "ada@example.org", &code).await.expect(201);
    assert_eq!(
        again.body, reply.body,
        "the first answer may have been lost"
    );
    let confirmed = "select count(*) from audit_events where action = 'account.confirmed'";
    assert_eq!(app.query_i64(confirmed), 1);
}

#[rstest]
#[tokio::test]
async fn a_code_may_be_typed_in_two_halves() {
    let app = start!(Sqlite);
    let code = code_for(&app, json!({})).await;

    let halves = format!(" {} {}", &code[..4], &code[4..]);

    confirm(&app, "Ada@Example.ORG", &halves).await.expect(201);
}

#[rstest]
#[case("Ada.Lovelace+als@EXAMPLE.org", "ada.lovelace+als@example.org")]
#[case("ada@bücher.example", "ada@xn--bcher-kva.example")]
#[case("ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example")]
#[tokio::test]
async fn r69_one_address_has_one_form(#[case] typed: &str, #[case] kept: &str) {
    let app = start!(Sqlite);
    sign_up(&app, json!({ "email": typed })).await.expect(202);
    let code = app.mail().next_to(kept).await.code();

    let account = confirm(&app, kept, &code).await.expect(201);

    assert_eq!(account.body["account"]["email"], kept);
    sign_in(&app.nobody(), typed, PASSWORD).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r192_zones_keep_their_old_and_new_names(
    #[values("Europe/Kyiv", "Europe/Kiev", "Asia/Kathmandu", "Etc/GMT+12")] zone: &str,
) {
    let app = start!(Sqlite);
    let code = code_for(&app, json!({ "time_zone": zone })).await;

    let account = confirm(&app, "ada@example.org", &code).await.expect(201);

    assert_eq!(account.body["account"]["time_zone"], zone);
}

#[rstest]
#[tokio::test]
async fn r95_no_form_is_larger_than_4_kib() {
    let app = start!(Sqlite);

    let reply = sign_up(&app, json!({ "password": "a".repeat(1_000_000) })).await;

    reply.refused(413, "body_too_large");
}

#[rstest]
#[tokio::test]
async fn old_sign_ups_are_forgotten(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    code_for(&app, json!({})).await;

    for (later, left) in [(TimeDelta::hours(47), 1), (TimeDelta::hours(2), 0)] {
        app.clock.turn(later);
        let now = app.now();
        let purge = move |conn: &mut _| alsfrs_diary::server::retention::forget(conn, now);
        app.inside().db.write(purge).await.unwrap();
        assert_eq!(app.query_i64("select count(*) from sign_ups"), left);
    }
}
