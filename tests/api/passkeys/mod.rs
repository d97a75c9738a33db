//! Passkeys: one touch, and nothing that could be told to somebody else (R46).

mod enrolment;
mod forgery;
mod limits;
mod sign_in;
mod staff;
mod step_up;

use alsfrs_diary::platform::config::Settings;
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::client::Client;
use crate::people::Person;
use crate::reply::Reply;
use forgery::Key;

/// Where the pages of this service are, as browsers see it.
const ORIGIN: &str = "https://diary.example.org";

/// What its passkeys are made for.
const DOMAIN: &str = "diary.example.org";

const OPTIONS: &str = "/v1/account/passkey-options";
const PASSKEYS: &str = "/v1/account/passkeys";

/// The key that signed the app for phones, as Android tells browsers of it.
const APP: &str = "android:apk-key-hash:pKNBh3s0Aw2x7d7Pq2n5sRjX8o4nq3JqU0p2l0v1mZc";

/// A service that the outside knows by name.
fn at_home(settings: &mut Settings) {
    settings.public_url = ORIGIN.parse().unwrap();
}

impl Person {
    /// The challenge for a new passkey.
    async fn challenge(&self) -> String {
        let options = self.post_nothing(OPTIONS).await.expect(200);
        options.body["challenge"].as_str().unwrap().to_owned()
    }

    /// Adds a key that the test holds.
    async fn add_key(&self, key: &Key) -> Reply {
        let made = key.made(&self.challenge().await, |_| ());
        self.add_made("A key", made).await
    }

    async fn add_made(&self, name: &str, credential: Value) -> Reply {
        let body = json!({ "name": name, "credential": credential });
        self.post(PASSKEYS, body).await
    }

    async fn passkeys(&self) -> Vec<Value> {
        let list = self.get(PASSKEYS).await.expect(200);
        list.body["items"].as_array().unwrap().clone()
    }
}

/// The challenge for a sign-in.
async fn challenge_of(client: &Client) -> String {
    let options = client.post_nothing("/v1/sessions/passkey/options").await;
    let options = options.expect(200);
    options.body["challenge"].as_str().unwrap().to_owned()
}

/// Signs in with what a passkey has signed.
async fn verify(client: &Client, credential: Value) -> Reply {
    let body = json!({ "credential": credential });
    client.post("/v1/sessions/passkey/verify", body).await
}

/// Signs in with a key that the test holds.
async fn touch(client: &Client, key: &Key, count: u32) -> Reply {
    let challenge = challenge_of(client).await;
    let signed = key.signed(&challenge, |forgery| forgery.count = count);
    verify(client, signed).await
}

impl TestApp {
    /// Somebody who keeps a diary, and a key of theirs.
    async fn patient_with_key(&self, name: &str) -> (Person, Key) {
        let person = self.patient(name).await;
        let key = Key::es256(&person);
        person.add_key(&key).await.expect(201);
        self.mail().next_to(&person.email).await;
        (person, key)
    }
}

/// A new passkey in form, and in nothing else.
pub fn registration_of_nothing() -> Value {
    let response = json!({ "clientDataJSON": "e30", "attestationObject": "oA" });
    json!({ "id": "AA", "rawId": "AA", "type": "public-key", "response": response })
}

/// A passkey in form, and in nothing else.
pub fn assertion_of_nobody() -> Value {
    let response = json!({ "clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA" });
    json!({ "id": "AA", "rawId": "AA", "type": "public-key", "response": response })
}
