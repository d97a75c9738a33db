//! Saying once more who one is, by a touch.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::forgery::Key;
use super::{OPTIONS, at_home, challenge_of, verify};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;

async fn options(person: &Person) -> Value {
    let options = person.post_nothing("/v1/sessions/step-up/options").await;
    options.expect(200).body
}

async fn challenge(person: &Person) -> String {
    options(person).await["challenge"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[rstest]
#[tokio::test]
async fn r51_a_touch_is_enough_for_what_is_dangerous(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, at_home);
    let (ada, key) = app.patient_with_key("ada").await;
    ada.enrol(&app).await;
    app.clock.turn(TimeDelta::minutes(6));

    let stale = ada.post_nothing(OPTIONS).await;
    let asked = options(&ada).await;
    let signed = key.signed(asked["challenge"].as_str().unwrap(), |_| ());
    let reply = ada.step_up(json!({ "passkey": signed })).await.expect(200);

    stale.refused(401, "insufficient_user_authentication");
    assert_eq!(asked["allowCredentials"].as_array().unwrap().len(), 1);
    assert_eq!(reply.body["acr"], "aal2");
    let ada = ada.bearing(reply.body["access_token"].as_str().unwrap());
    ada.post_nothing(OPTIONS).await.expect(200);
    let again = ada.step_up(json!({ "passkey": signed })).await;
    again.refused(401, "passkey_refused");
}

#[rstest]
#[tokio::test]
async fn r46_a_step_up_takes_ones_own_passkey_on_this_device(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, at_home);
    let (ada, key) = app.patient_with_key("ada").await;
    let ben = app.patient("ben").await;
    let bens = Key::es256(&ben);
    ben.add_key(&bens).await.expect(201);
    let tablet = ada.on_another_device().await;

    let of_ben = bens.signed(&challenge(&ada).await, |_| ());
    let of_tablet = key.signed(&challenge(&tablet).await, |_| ());
    let of_sign_in = key.signed(&challenge_of(&app.nobody()).await, |_| ());
    let of_enrolment = key.signed(&ada.challenge().await, |_| ());
    let for_sign_in = key.signed(&challenge(&ada).await, |_| ());

    for signed in [of_ben, of_tablet, of_sign_in, of_enrolment] {
        let reply = ada.step_up(json!({ "passkey": signed })).await;
        reply.refused(401, "passkey_refused");
    }
    verify(&app.nobody(), for_sign_in)
        .await
        .refused(401, "passkey_refused");
    assert_eq!(app.written_down("session.second_factor_refused"), 4);
}
