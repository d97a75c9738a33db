//! Passwords: which are taken, how they are kept, and what a wrong one tells.

use std::time::{Duration, Instant};

use alsfrs_diary::accounts::Password;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::sign_in;
use crate::reply::Reply;

const POLICY: &str = "$argon2id$v=19$m=19456,t=2,p=1$";

pub async fn sign_up(app: &TestApp, password: &str) -> Reply {
    let form = json!({
        "email": "ada@example.org", "password": password, "display_name": "Ada",
        "role": "patient", "time_zone": "Europe/Berlin",
    });
    app.nobody().post("/v1/accounts", form).await
}

/// An account with this password, made through the front door.
async fn account_with(app: &TestApp, password: &str) {
    sign_up(app, password).await.expect(202);
    let code = app.mail().next_to("ada@example.org").await.code();
    let body = json!({ "email": "ada@example.org", "code": code });
    let reply = app.nobody().post("/v1/accounts/confirm", body).await;
    reply.expect(201);
}

async fn sign_in_with(app: &TestApp, password: &str) -> Reply {
    sign_in(&app.nobody(), "ada@example.org", password).await
}

/// The hash of `password` with other parameters than ours.
fn hash_with(password: &str, memory: u32, passes: u32, lanes: u32) -> String {
    let params = Params::new(memory, passes, lanes, None).unwrap();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_with_salt(password.as_bytes(), b"sixteen bytes...")
        .unwrap()
        .to_string()
}

fn plant(app: &TestApp, hash: &str) {
    app.sql(&format!("update credentials set hash = '{hash}'"));
}

#[rstest]
#[case("fourteen chars")]
#[case("a")]
#[case("")]
#[case("ééééééé ééééé")]
#[tokio::test]
async fn r1_a_password_has_fifteen_characters(#[case] short: &str) {
    let app = start!(Sqlite);

    let reply = sign_up(&app, short).await;

    reply.faulty("/password", "password_too_short");
}

#[rstest]
#[case("quiet grey heron")]
#[case("correct horse battery")]
#[case("fågeln på stranden å")]
#[case("🦢🌾🌊🐟🌤🏠🌲🍂🪶🌙⭐🚣🏔🌧🌈")]
#[tokio::test]
async fn r1_any_characters_will_do(#[case] password: &str) {
    let app = start!(Sqlite);

    account_with(&app, password).await;

    sign_in_with(&app, password).await.expect(201);
}

/// 1,024 bytes that hardly repeat.
fn of_512_letters() -> String {
    let letter = |n: u32| char::from_u32(0xE0 + (n * n * 7 + n / 3) % 23).unwrap();
    (0..512).map(letter).collect()
}

#[rstest]
#[tokio::test]
async fn r2_a_long_password_counts_to_its_last_character() {
    let app = start!(Sqlite);
    let long = of_512_letters();
    account_with(&app, &long).await;

    let mut other: String = long.chars().take(511).collect();
    other.push('e');

    let reply = sign_in_with(&app, &other).await;
    reply.refused(401, "wrong_credentials");
    sign_in_with(&app, &long).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r2_a_password_of_1025_bytes_is_refused_before_it_is_hashed() {
    let app = start!(Sqlite);

    let reply = sign_up(&app, &"a".repeat(1025)).await;

    reply.faulty("/password", "password_too_long");
}

#[rstest]
#[tokio::test]
async fn r3_a_password_is_taken_as_it_was_typed_but_for_its_normal_form() {
    let app = start!(Sqlite);
    account_with(&app, "caf\u{e9} au lait twice").await;

    let others = [
        "Caf\u{e9} au lait twice",
        "caf\u{e9} au lait twice ",
        " caf\u{e9} au lait twice",
        "cafe au lait twice",
    ];
    for other in others {
        let reply = sign_in_with(&app, other).await;
        reply.refused(401, "wrong_credentials");
    }
    let decomposed = sign_in_with(&app, "cafe\u{301} au lait twice").await;
    decomposed.expect(201);
}

#[rstest]
#[tokio::test]
async fn r5_only_argon2id_is_kept_each_with_its_own_salt(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    sign_up(&app, "the same herons twice").await.expect(202);
    sign_up(&app, "the same herons twice").await.expect(202);

    let ours = format!("select count(*) from sign_ups where password_hash like '{POLICY}%'");
    let different = "select count(distinct password_hash) from sign_ups";

    assert_eq!((app.query_i64(&ours), app.query_i64(different)), (2, 2));
}

/// Answers to the same question, but for what differs from request to request.
fn told(reply: &Reply) -> (u16, String, String) {
    let text = reply.text.replace(reply.header("x-request-id"), "");
    (
        reply.status,
        text,
        reply.header("www-authenticate").to_owned(),
    )
}

#[rstest]
#[tokio::test]
async fn r6_unknown_wrong_disabled_and_unconfirmed_look_the_same(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.caregiver("bob").await;
    app.sql("update accounts set disabled_at = created_at where role = 2");
    let eve = json!({
        "email": "eve@example.org", "password": "eve has not confirmed", "display_name": "Eve",
        "role": "caregiver", "time_zone": "UTC",
    });
    app.nobody().post("/v1/accounts", eve).await.expect(202);

    let nobody = app.nobody();
    let wrong = sign_in(&nobody, &ada.email, &bob.password).await;
    let others = [
        sign_in(&nobody, "unknown@example.org", &ada.password).await,
        sign_in(&nobody, &bob.email, &bob.password).await,
        sign_in(&nobody, "eve@example.org", "eve has not confirmed").await,
        sign_in(&nobody, "admin", "admin").await,
    ];

    let wrong = wrong.refused(401, "wrong_credentials");
    for other in &others {
        assert_eq!(told(other), told(&wrong));
    }
    let refused = "select count(*) from audit_events where action = 'session.refused'";
    assert_eq!(
        app.query_i64(refused),
        2,
        "hers, and the disabled account's"
    );
}

#[rstest]
#[tokio::test]
async fn r8_a_weak_hash_is_replaced_at_the_next_sign_in(
    #[values(Sqlite, Postgres)] on: Database,
    #[values((9216, 2), (19_456, 1))] (memory, passes): (u32, u32),
) {
    let (app, ada) = start!(on; ada);
    plant(&app, &hash_with(&ada.password, memory, passes, 1));

    sign_in(&ada, &ada.email, "not the password")
        .await
        .expect(401);
    let untouched = app.query_text("select hash from credentials");
    let all = (0..3).map(|_| sign_in(&ada, &ada.email, &ada.password));
    let replies = futures_util::future::join_all(all).await;

    assert!(!untouched.starts_with(POLICY));
    assert!(replies.iter().all(|reply| reply.status == 201));
    let hash = app.query_text("select hash from credentials");
    assert!(hash.starts_with(POLICY), "{hash}");
    sign_in(&ada, &ada.email, &ada.password).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r9_more_passwords_than_can_be_hashed_in_time_are_put_off() {
    let app = start!(Sqlite, |settings| settings.argon2_permits = Some(1));
    let nobody = app.nobody();

    let flood = (0..400).map(|_| sign_in(&nobody, "sam@example.org", "not the password"));
    let replies = futures_util::future::join_all(flood).await;

    let put_off: Vec<&Reply> = replies.iter().filter(|reply| reply.status != 401).collect();
    assert!(!put_off.is_empty() && put_off.len() < 400);
    for reply in put_off {
        assert_eq!((reply.status, reply.code()), (503, "unavailable"));
        assert_eq!(reply.header("retry-after"), "2");
    }
}

#[rstest]
#[case(64, 11, 1)]
#[case(64, 2, 5)]
#[case(262_145, 1, 1)]
#[tokio::test]
async fn r10_a_planted_hash_that_asks_for_too_much_opens_nothing(
    #[case] memory: u32,
    #[case] passes: u32,
    #[case] lanes: u32,
) {
    let (app, ada) = start!(Sqlite; ada);
    plant(&app, &hash_with(&ada.password, memory, passes, lanes));

    let reply = sign_in(&ada, &ada.email, &ada.password).await;

    reply.refused(401, "wrong_credentials");
}

#[rstest]
#[case("")]
#[case("ada counts seven quiet herons")]
#[case("$argon2id$v=19$m=4194304,t=2,p=1$c2l4dGVlbiBieXRlcy4uLg$c2l4dGVlbiBieXRlcy4uLg")]
#[case("$2b$12$abcdefghijklmnopqrstuuK7jTQ3ZbGBr1bVMv8b1hO6BvY1nLk2e")]
#[tokio::test]
async fn r10_a_hash_that_is_none_of_ours_opens_nothing(#[case] planted: &str) {
    let (app, ada) = start!(Sqlite; ada);
    plant(&app, planted);
    let started = Instant::now();

    let reply = sign_in(&ada, &ada.email, &ada.password).await;

    reply.refused(401, "wrong_credentials");
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[rstest]
#[tokio::test]
async fn r14_nobody_is_there_before_anybody_signed_up(
    #[values("admin", "root", "test", "admin@example.org")] name: &str,
) {
    let app = start!(Sqlite);

    let reply = sign_in(&app.nobody(), name, name).await;

    reply.refused(401, "wrong_credentials");
    assert_eq!(app.query_i64("select count(*) from accounts"), 0);
}

#[test]
fn r137_a_password_does_not_show_when_it_is_printed() {
    let password = Password::typed(&"correct horse battery".to_owned().into());

    assert!(!format!("{password:?}").contains("horse"));
}
