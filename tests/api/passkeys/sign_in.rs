//! Who is not let in with a passkey, and who is.

use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::json;

use super::forgery::{BACKED_UP, BACKUP_ELIGIBLE, Change, Forgery, Key, PRESENT, VERIFIED};
use super::{APP, ORIGIN, at_home, challenge_of, touch, verify};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;

/// Everything about a use of a passkey that may be wrong, one at a time.
const WRONG: [(&str, Change); 19] = [
    ("another page", |f| {
        f.origin = "https://evil.example.org".into();
    }),
    ("a page below ours", |f| {
        f.origin = "https://evil.diary.example.org".into();
    }),
    ("not encrypted", |f| {
        f.origin = ORIGIN.replace("https", "http");
    }),
    ("another port", |f| {
        f.origin = format!("{ORIGIN}:8443");
    }),
    ("in another's page", |f| {
        f.cross_origin = true;
    }),
    ("for another domain", |f| {
        f.domain = "example.org".into();
    }),
    ("for a new passkey", |f| {
        f.kind = "webauthn.create";
    }),
    ("nobody was there", |f| {
        f.flags = VERIFIED;
    }),
    ("anybody was there", |f| {
        f.flags = PRESENT;
    }),
    ("it can be backed up now", |f| {
        f.flags |= BACKUP_ELIGIBLE;
    }),
    ("backed up, and cannot be", |f| {
        f.flags |= BACKED_UP;
    }),
    ("a made up challenge", |f| {
        f.challenge = "A".repeat(43);
    }),
    ("no challenge", |f| {
        f.challenge = String::new();
    }),
    ("a passkey of nobody", |f| {
        f.id = vec![7; 32];
    }),
    ("somebody else's name", |f| {
        f.user_handle = Some(vec![7; 16]);
    }),
    ("nobody's name", |f| {
        f.user_handle = Some(Vec::new());
    }),
    ("something more", |f| {
        f.rest = vec![0];
    }),
    ("changed afterwards", |f| {
        f.afterwards = |data| data[36] ^= 1;
    }),
    ("cut off", |f| {
        f.afterwards = |data| data.truncate(36);
    }),
];

#[rstest]
#[tokio::test]
async fn r46_what_is_not_as_it_was_asked_for_signs_nobody_in(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, at_home);
    let (_, key) = app.patient_with_key("ada").await;
    let nobody = app.nobody();
    let mut first = None;

    for (what, change) in WRONG {
        let challenge = challenge_of(&nobody).await;
        let reply = verify(&nobody, key.signed(&challenge, change)).await;
        assert_eq!(
            (reply.status, reply.code()),
            (401, "passkey_refused"),
            "{what}"
        );
        let said = first.get_or_insert_with(|| reply.indistinct());
        assert_eq!(
            *said,
            reply.indistinct(),
            "R6: {what} looks like the others"
        );
        // One wrong answer uses the challenge up, unless it was for none of ours.
        let again = verify(&nobody, key.signed(&challenge, |_| ())).await;
        let kept = [
            "another page",
            "a page below ours",
            "not encrypted",
            "another port",
            "in another's page",
            "for a new passkey",
            "a made up challenge",
            "no challenge",
        ];
        let expected = if kept.contains(&what) { 201 } else { 401 };
        assert_eq!(again.status, expected, "{what}");
    }

    // What names no passkey of ours, or no challenge, concerns no account.
    assert_eq!(app.written_down("session.refused"), 10);
    touch(&nobody, &key, 0).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r46_another_key_signs_for_nobody(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, at_home);
    let (ada, key) = app.patient_with_key("ada").await;
    let ben = app.patient("ben").await;
    let bens = Key::es256(&ben);
    ben.add_key(&bens).await.expect(201);
    let nobody = app.nobody();

    let stolen_name = Key::es256(&ada).called(&key.id);
    let stolen_name = touch(&nobody, &stolen_name, 0).await;
    let challenge = challenge_of(&nobody).await;
    let as_ada = bens.signed(&challenge, |f| {
        f.user_handle = Some(key.user_handle.clone());
    });
    let as_ada = verify(&nobody, as_ada).await;
    let challenge = challenge_of(&nobody).await;
    let nameless = bens.signed(&challenge, |f| f.user_handle = None);
    let nameless = verify(&nobody, nameless).await;

    stolen_name.refused(401, "passkey_refused");
    as_ada.refused(401, "passkey_refused");
    nameless.refused(401, "passkey_refused");
    let session = touch(&nobody, &bens, 0).await.expect(201);
    assert_eq!(session.body["account"]["email"], ben.email.as_str());
}

#[rstest]
#[tokio::test]
async fn r46_of_twenty_uses_of_one_assertion_one_counts(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, at_home);
    let (_, key) = app.patient_with_key("ada").await;
    let nobody = app.nobody();
    let challenge = challenge_of(&nobody).await;
    let signed = key.signed(&challenge, |_| ());

    let uses = (0..20).map(|_| verify(&nobody, signed.clone()));
    let replies = join_all(uses).await;

    let opened = replies.iter().filter(|reply| reply.status == 201).count();
    let refused = replies
        .iter()
        .filter(|reply| reply.code() == "passkey_refused");
    assert_eq!((opened, refused.count()), (1, 19));
    verify(&nobody, signed)
        .await
        .refused(401, "passkey_refused");
}

#[rstest]
#[tokio::test]
async fn r46_a_challenge_is_good_for_five_minutes_and_over_a_restart(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, at_home);
    let (_, key) = app.patient_with_key("ada").await;
    let (in_time, late) = (
        challenge_of(&app.nobody()).await,
        challenge_of(&app.nobody()).await,
    );

    let app = app.restart().await;
    app.clock.turn(TimeDelta::seconds(299));
    let in_time = verify(&app.nobody(), key.signed(&in_time, |_| ())).await;
    app.clock.turn(TimeDelta::seconds(1));
    let late = verify(&app.nobody(), key.signed(&late, |_| ())).await;

    in_time.expect(201);
    late.refused(401, "passkey_refused");
}

#[rstest]
#[tokio::test]
async fn r46_one_instance_asks_and_another_lets_in() {
    let app = start!(Postgres, at_home);
    let other = app.another_instance().await;
    let (_, key) = app.patient_with_key("ada").await;

    let signed = key.signed(&challenge_of(&app.nobody()).await, |_| ());
    let there = verify(&other.nobody(), signed.clone()).await;
    let here = verify(&app.nobody(), signed).await;

    there.expect(201);
    here.refused(401, "passkey_refused");
}

#[rstest]
#[tokio::test]
async fn r46_a_counter_that_goes_back_signs_nobody_in(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, at_home);
    let (_, key) = app.patient_with_key("ada").await;
    let nobody = app.nobody();

    let mut statuses = Vec::new();
    for count in [0, 0, 5, 5, 4, 0, 6] {
        statuses.push(touch(&nobody, &key, count).await.status);
    }

    assert_eq!(statuses, [201, 201, 201, 401, 401, 401, 201]);
}

#[rstest]
#[tokio::test]
async fn r46_one_touch_signs_in(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(Key::es256, Key::eddsa, Key::rs256)] kind: fn(&Person) -> Key,
) {
    let (app, ada) = start!(on, at_home; ada);
    let key = kind(&ada);
    let added = ada.add_key(&key).await.expect(201);
    let nobody = app.nobody();

    let session = touch(&nobody, &key, 0).await.expect(201);

    assert_eq!(added.body["passkey"]["last_used_at"], json!(null));
    assert_eq!(session.body["account"]["email"], ada.email.as_str());
    assert_eq!(session.body["patient_id"], json!(ada.patient_id));
    let ada = ada.with(&session.body);
    ada.get("/v1/patients/{patient}").await.expect(200);
    let used = ada.passkeys().await[0]["last_used_at"].clone();
    assert!(
        used.as_str().unwrap().starts_with("2026-11-23T12:"),
        "{used}"
    );
    let challenge = challenge_of(&nobody).await;
    let more_to_say = key.signed(&challenge, Forgery::extend);
    verify(&nobody, more_to_say).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r46_pages_and_apps_that_are_named_may_ask(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| {
        at_home(settings);
        settings.passkeys.passkey_domain = Some("example.org".to_owned());
        settings.passkeys.passkey_origins = vec![APP.to_owned()];
        settings.allowed_origins = vec!["https://app.example.org".to_owned()];
    });
    let ada = app.patient("ada").await;
    let key = Key::es256(&ada);
    let for_parent = |forgery: &mut Forgery| forgery.domain = "example.org".to_owned();
    let made = key.made(&ada.challenge().await, for_parent);
    ada.add_made("A key", made).await.expect(201);
    let nobody = app.nobody();

    let mut statuses = Vec::new();
    for origin in [
        ORIGIN,
        "https://app.example.org",
        APP,
        "https://www.example.org",
    ] {
        let signed = key.signed(&challenge_of(&nobody).await, |forgery| {
            for_parent(forgery);
            forgery.origin = origin.to_owned();
        });
        statuses.push(verify(&nobody, signed).await.status);
    }

    assert_eq!(statuses, [201, 201, 201, 401]);
}

#[rstest]
#[tokio::test]
async fn r43_a_disabled_account_has_no_way_in(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, at_home);
    let (ada, key) = app.patient_with_key("ada").await;
    let index = app.index_of(&ada.email);
    app.sql(&format!(
        "update accounts set disabled_at = created_at where email_index = '{index}'"
    ));

    let reply = touch(&app.nobody(), &key, 0).await;

    reply.refused(401, "passkey_refused");
}

#[rstest]
#[tokio::test]
async fn r41_each_touch_opens_a_session_of_its_own(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, at_home);
    let (ada, key) = app.patient_with_key("ada").await;
    let nobody = app.nobody();

    let challenge = challenge_of(&nobody).await;
    let body = json!({
        "credential": key.signed(&challenge, |_| ()), "device_name": "Ada's tablet",
    });
    let first = nobody
        .post("/v1/sessions/passkey/verify", body)
        .await
        .expect(201);
    let second = touch(&nobody, &key, 0).await.expect(201);

    assert_ne!(first.body["session_id"], second.body["session_id"]);
    let devices = ada.get("/v1/sessions").await.expect(200);
    let names: Vec<_> = devices.body["items"].as_array().unwrap().iter().collect();
    assert!(
        names
            .iter()
            .any(|device| device["device_name"] == "Ada's tablet")
    );
    let told = app.mail().next_to(&ada.email).await;
    assert_eq!(told.subject, "A new device signed in", "R44");
}

#[rstest]
#[tokio::test]
async fn what_is_no_passkey_in_form_is_told_where() {
    let app = start!(Sqlite, at_home);
    let good = super::assertion_of_nobody();
    let wrong = |pointer: &str, value: serde_json::Value| {
        let mut changed = good.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        changed
    };

    let kind = verify(&app.nobody(), wrong("/type", json!("password"))).await;
    let bytes = verify(&app.nobody(), wrong("/response/signature", json!("a+b="))).await;
    let number = verify(&app.nobody(), wrong("/id", json!(7))).await;

    kind.faulty("/credential/type", "invalid_value");
    bytes.faulty("/credential", "invalid_value");
    number.faulty("/credential/id", "invalid_value");
}
