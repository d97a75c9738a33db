//! Adding passkeys, and taking them away.

use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::json;

use super::forgery::{BACKED_UP, Change, Key, PRESENT, VERIFIED};
use super::{OPTIONS, PASSKEYS, at_home, challenge_of, touch};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

/// Everything about a new passkey that may be wrong, one at a time.
const WRONG: [(&str, Change); 12] = [
    ("another page", |f| {
        f.origin = "https://evil.example.org".into();
    }),
    ("in another's page", |f| {
        f.cross_origin = true;
    }),
    ("for another domain", |f| {
        f.domain = "example.org".into();
    }),
    ("for a sign-in", |f| {
        f.kind = "webauthn.get";
    }),
    ("nobody was there", |f| {
        f.flags &= !PRESENT;
    }),
    ("anybody was there", |f| {
        f.flags &= !VERIFIED;
    }),
    ("backed up, and cannot be", |f| {
        f.flags |= BACKED_UP;
    }),
    ("a made up challenge", |f| {
        f.challenge = "A".repeat(43);
    }),
    ("no name", |f| {
        f.id = Vec::new();
    }),
    ("a key of another kind", |f| {
        f.cose = vec![0xA1, 0x01, 0x04];
    }),
    ("no key", |f| {
        f.cose = vec![0x01];
    }),
    ("something more", |f| {
        f.rest = vec![0];
    }),
];

#[rstest]
#[tokio::test]
async fn r46_what_is_not_as_it_was_asked_for_is_not_added(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, at_home; ada);
    let key = Key::es256(&ada);

    for (what, change) in WRONG {
        let made = key.made(&ada.challenge().await, change);
        let reply = ada.add_made("A key", made).await;
        assert_eq!(
            (reply.status, reply.code()),
            (422, "passkey_not_valid"),
            "{what}"
        );
    }
    let elsewhere = ada.on_another_device().await.challenge().await;
    let elsewhere = ada.add_made("A key", key.made(&elsewhere, |_| ())).await;
    let sign_in = challenge_of(&app.nobody()).await;
    let sign_in = ada.add_made("A key", key.made(&sign_in, |_| ())).await;
    let late = ada.challenge().await;
    app.clock.turn(TimeDelta::minutes(5));
    let ada = ada.on_another_device().await;
    let late = ada.add_made("A key", key.made(&late, |_| ())).await;

    for reply in [elsewhere, sign_in, late] {
        reply.refused(422, "passkey_not_valid");
    }
    assert!(ada.passkeys().await.is_empty());
    ada.add_key(&key).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r46_a_new_passkey_is_added_once(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on, at_home; ada);
    let sam = app.stranger().await;
    let key = Key::es256(&ada);
    let made = key.made(&ada.challenge().await, |_| ());

    let all = join_all((0..20).map(|_| ada.add_made("A key", made.clone()))).await;
    let taken = sam.add_key(&key).await;
    let again = ada.add_key(&key).await;

    for reply in all.iter().chain([&again]) {
        assert_eq!((reply.status, &reply.body), (201, &all[0].body));
    }
    assert_eq!(app.written_down("account.factor_added"), 1);
    assert_eq!(ada.passkeys().await.len(), 1);
    taken.refused(422, "passkey_not_valid");
    assert!(sam.passkeys().await.is_empty());
    let options = ada.post_nothing(OPTIONS).await.expect(200);
    let known = options.body["excludeCredentials"].as_array().unwrap();
    assert_eq!(known.len(), 1);
    assert_eq!(known[0]["transports"], json!(["internal", "hybrid"]));
}

#[rstest]
#[tokio::test]
async fn r51_a_passkey_is_added_and_removed_by_whoever_signed_in_a_moment_ago(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, at_home);
    let (ada, key) = app.patient_with_key("ada").await;
    let challenge = ada.challenge().await;
    let id = ada.passkeys().await[0]["id"].as_str().unwrap().to_owned();
    let path = format!("{PASSKEYS}/{id}");
    app.clock.turn(TimeDelta::minutes(5));

    let begun = ada.post_nothing(OPTIONS).await;
    let added = ada.add_made("Another", key.made(&challenge, |_| ())).await;
    let removed = ada.delete(&path).await;

    for reply in [begun, added, removed] {
        reply.refused(401, "insufficient_user_authentication");
    }
    let ada = ada.stepped_up(json!({ "password": ada.password })).await;
    app.stranger().await.delete(&path).await.expect(204);
    assert_eq!(ada.passkeys().await.len(), 1, "a stranger removes nothing");
    ada.delete(&path).await.expect(204);
    ada.delete(&path).await.expect(204);
    assert!(ada.passkeys().await.is_empty());
    let told = app.mail().next_to(&ada.email).await;
    assert_eq!(told.subject, "A passkey was removed from your account");
    assert!(told.body.contains("A key"), "{}", told.body);
    assert_eq!(app.written_down("account.factor_added"), 1);
    assert_eq!(app.written_down("account.factor_removed"), 1);
    touch(&app.nobody(), &key, 0)
        .await
        .refused(401, "passkey_refused");
}

#[rstest]
#[tokio::test]
async fn r46_an_account_has_twenty_passkeys_at_most(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on, at_home; ada);
    let more = ada.challenge().await;

    for number in 0..20 {
        let key = Key::es256(&ada).called(&[number; 32]);
        ada.add_key(&key).await.expect(201);
    }

    let key = Key::es256(&ada);
    let begun = ada.post_nothing(OPTIONS).await;
    let added = ada.add_made("One more", key.made(&more, |_| ())).await;
    begun.refused(409, "too_many_passkeys");
    added.refused(409, "too_many_passkeys");
}

#[rstest]
#[tokio::test]
async fn r46_a_patients_passkey_is_a_way_in_and_not_a_hurdle(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, at_home; ada);
    let key = Key::es256(&ada);

    let added = ada.add_key(&key).await.expect(201);

    assert_eq!(added.body["recovery_codes"], json!(null));
    let told = app.mail().next_to(&ada.email).await;
    assert_eq!(told.subject, "A passkey was added to your account");
    let with_password = ada.on_another_device().await;
    let factors = with_password.get("/v1/account/mfa").await.expect(200);
    assert_eq!(factors.body["demanded"], false);
    assert_eq!(factors.body["passkeys"], 1);
}

#[rstest]
#[tokio::test]
async fn r159_r171_r122_a_passkey_is_sealed_copied_and_erased(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, at_home; ada);
    let key = Key::es256(&ada);
    let made = key.made(&ada.challenge().await, |_| ());
    ada.add_made("The quagga's phone", made).await.expect(201);

    let copy = ada.ask("POST", "/v1/account/export").await.expect(200);
    ada.ask("POST", "/v1/account/erasure").await.expect(202);

    app.keeps_to_itself("quagga");
    assert_eq!(copy.body["passkeys"][0]["name"], "The quagga's phone");
    app.clock.turn(TimeDelta::days(15));
    let app = app.restart().await;
    let asked = std::time::Instant::now();
    while app.query_i64("select count(*) from passkeys") > 0 {
        assert!(asked.elapsed().as_secs() < 20, "it is not erased");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    touch(&app.nobody(), &key, 0)
        .await
        .refused(401, "passkey_refused");
}
