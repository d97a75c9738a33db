//! The app on somebody's phone that shows a code every half minute: made with another implementation
//! than the server's.

use serde_json::json;
use totp_rs::{Builder, Secret, Totp};

use crate::app::TestApp;
use crate::client::Client;
use crate::people::Person;
use crate::reply::Reply;

/// What the app keeps.
pub struct Authenticator {
    totp: Totp,
    /// Written down when it was enrolled.
    pub recovery_codes: Vec<String>,
}

impl Authenticator {
    /// An app that was given `secret`.
    pub fn with(secret: &str) -> Self {
        let secret = Secret::try_from_base32(secret).unwrap();
        Self {
            totp: Builder::new().with_secret(secret).build().unwrap(),
            recovery_codes: Vec::new(),
        }
    }

    /// The code that it shows `steps` half minutes from now.
    pub fn code(&self, app: &TestApp, steps: i64) -> String {
        let at = app.now().timestamp() + steps * 30;
        self.totp.generate(at.try_into().unwrap()).to_string()
    }
}

impl Person {
    /// Enrols an app. Its first code is used up: half a minute goes by.
    pub async fn enrol(&self, app: &TestApp) -> Authenticator {
        let enrolment = self.begin_to_enrol().await.expect(201);
        let mut phone = Authenticator::with(enrolment.body["secret"].as_str().unwrap());
        let code = phone.code(app, 0);
        let confirmed = self.confirm_first(&code).await.expect(201);
        let codes = confirmed.body["recovery_codes"].as_array().unwrap();
        phone.recovery_codes = codes
            .iter()
            .map(|code| code.as_str().unwrap().to_owned())
            .collect();
        app.clock.turn(chrono::TimeDelta::seconds(30));
        phone
    }

    pub async fn begin_to_enrol(&self) -> Reply {
        self.post_nothing("/v1/account/mfa/totp").await
    }

    pub async fn confirm_first(&self, code: &str) -> Reply {
        let body = json!({ "code": code });
        self.post("/v1/account/mfa/totp/confirm", body).await
    }

    /// The first step of a sign-in: what is to be given back in the second.
    pub async fn mfa_token(&self) -> String {
        let reply = crate::people::sign_in(self, &self.email, &self.password).await;
        let reply = reply.expect(200);
        assert_eq!(reply.body["mfa_required"], true);
        reply.body["mfa_token"].as_str().unwrap().to_owned()
    }

    /// Signs in anew with both factors.
    pub async fn with_second_factor(&self, code: &str) -> Self {
        let token = self.mfa_token().await;
        let session = second_step(self, &token, code).await.expect(201);
        self.with(&session.body)
    }

    /// Says once more who they are.
    pub async fn step_up(&self, given: serde_json::Value) -> Reply {
        self.post("/v1/sessions/step-up", given).await
    }

    /// The same device with an access token that is good for what is dangerous.
    pub async fn stepped_up(&self, given: serde_json::Value) -> Self {
        let reply = self.step_up(given).await.expect(200);
        self.bearing(reply.body["access_token"].as_str().unwrap())
    }
}

/// The second step of a sign-in.
pub async fn second_step(client: &Client, mfa_token: &str, code: &str) -> Reply {
    let body = json!({ "mfa_token": mfa_token, "code": code });
    client.post("/v1/sessions/mfa", body).await
}
