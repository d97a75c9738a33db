//! The people in the tests: each came in through the front door.

use std::net::SocketAddr;
use std::ops::Deref;

use serde_json::{Value, json};

use crate::app::TestApp;
use crate::client::Client;
use crate::mail::MailBox;
use crate::reply::Reply;

/// Somebody with an account, signed in on a device. Requests go out as theirs: `ada.get(path)`.
#[derive(Clone)]
pub struct Person {
    pub name: String,
    pub email: String,
    pub password: String,
    pub account_id: String,
    /// Their own diary: caregivers have none.
    pub patient_id: Option<String>,
    pub session_id: String,
    pub access_token: String,
    pub refresh_token: String,
    client: Client,
}

impl Deref for Person {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl TestApp {
    /// Somebody with ALS, who keeps a diary.
    pub async fn patient(&self, name: &str) -> Person {
        sign_up(&self.nobody(), self.mail(), name, "patient").await
    }

    /// Somebody who cares, in nobody's circle yet.
    pub async fn caregiver(&self, name: &str) -> Person {
        sign_up(&self.nobody(), self.mail(), name, "caregiver").await
    }

    /// Somebody whom `patient` has let in with `level`: `summary`, `read` or `write`. `{patient}`
    /// in a path of theirs means that diary.
    pub async fn member(&self, patient: &Person, name: &str, level: &str) -> Person {
        let member = self.caregiver(name).await;
        self.let_in(patient, &member, level).await
    }

    /// The same of somebody who is there.
    pub async fn let_in(&self, patient: &Person, somebody: &Person, level: &str) -> Person {
        let code = self.invite(patient, &somebody.email, level).await;
        let accepted = somebody.post("/v1/invitations/accept", json!({ "code": code }));
        accepted.await.expect(201);
        somebody.on(patient)
    }

    /// Invites `email` into the circle of `patient`, and reads the code from the mail.
    pub async fn invite(&self, patient: &Person, email: &str, level: &str) -> String {
        self.invite_as("friend", patient, email, level).await
    }

    /// The same as this relation.
    pub async fn invite_as(
        &self,
        relation: &str,
        patient: &Person,
        email: &str,
        level: &str,
    ) -> String {
        let invitation = json!({ "email": email, "level": level, "relation": relation });
        patient
            .post("/v1/patients/{patient}/invitations", invitation)
            .await
            .expect(201);
        self.mail().next_to(email).await.code()
    }

    /// Somebody with an account who has nothing to do with anybody else here.
    pub async fn stranger(&self) -> Person {
        self.caregiver("sam").await
    }
}

/// Signs up as `role`, confirms with the code that comes by mail, and signs in.
pub async fn sign_up(nobody: &Client, mail: &MailBox, name: &str, role: &str) -> Person {
    let email = format!("{name}@example.org");
    let password = format!("{name} counts seven quiet herons");
    let account = json!({
        "email": email, "password": password, "display_name": capitalised(name),
        "role": role, "time_zone": "Europe/Berlin",
    });
    nobody.post("/v1/accounts", account).await.expect(202);
    let code = json!({ "email": email, "code": mail.next_to(&email).await.code() });
    nobody.post("/v1/accounts/confirm", code).await.expect(201);
    let session = sign_in(nobody, &email, &password).await.expect(201);
    Person::with_session(name, &password, nobody, &session.body)
}

/// Signs in, or is refused.
pub async fn sign_in(client: &Client, email: &str, password: &str) -> Reply {
    let credentials = json!({ "email": email, "password": password });
    client.post("/v1/sessions", credentials).await
}

impl Person {
    /// Somebody with an account and this session.
    pub fn with_session(name: &str, password: &str, client: &Client, session: &Value) -> Self {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let patient_id = text(&session["patient_id"]);
        let access_token = text(&session["access_token"]).expect("a token");
        let client = client.with_token(&access_token);
        Self {
            name: name.to_owned(),
            email: text(&session["account"]["email"]).expect("an address"),
            password: password.to_owned(),
            account_id: text(&session["account"]["id"]).expect("an id"),
            session_id: text(&session["session_id"]).expect("an id"),
            refresh_token: text(&session["refresh_token"]).expect("a token"),
            client: match &patient_id {
                Some(own) => client.showing(own),
                None => client,
            },
            patient_id,
            access_token,
        }
    }

    /// The same person signed in once more, on another device or after a long time.
    pub async fn on_another_device(&self) -> Self {
        let session = sign_in(&self.client, &self.email, &self.password).await;
        self.with(&session.expect(201).body)
    }

    /// The same device with its next pair of tokens.
    pub async fn refreshed(&self) -> Self {
        let token = json!({ "refresh_token": self.refresh_token });
        let session = self.client.post("/v1/sessions/refresh", token).await;
        self.with(&session.expect(200).body)
    }

    /// The same person with the session that an answer gave them.
    pub fn with(&self, session: &Value) -> Self {
        Self::with_session(&self.name, &self.password, &self.client, session)
    }

    /// The same device with another access token.
    pub fn bearing(&self, access_token: &str) -> Self {
        Self {
            client: self.client.with_token(access_token),
            access_token: access_token.to_owned(),
            ..self.clone()
        }
    }

    /// The same person with the diary of `patient` open.
    pub fn on(&self, patient: &Self) -> Self {
        let diary = patient.patient_id.as_deref().expect("a patient");
        Self {
            client: self.client.showing(diary),
            ..self.clone()
        }
    }

    /// The same person, sending to another instance.
    pub fn through(&self, instance: &TestApp) -> Self {
        self.at(instance.address())
    }

    /// The same person, sending to another address.
    pub fn at(&self, address: SocketAddr) -> Self {
        Self {
            client: self.client.at(address),
            ..self.clone()
        }
    }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}
