//! A clinician, who has a second factor.

use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use alsfrs_diary::access::{Role, SiteRole};
use alsfrs_diary::accounts::{EmailAddress, Person, add_staff, find_by_email};
use alsfrs_diary::on_each;
use alsfrs_diary::platform::App;
use alsfrs_diary::platform::clock::Clock;
use alsfrs_diary::platform::db::At;
use alsfrs_diary::platform::ids::SiteId;
use alsfrs_diary::platform::mail;
use alsfrs_diary::schema::site_staff;
use diesel::prelude::*;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret, Totp};

use crate::bare;
use crate::client::Client;
use crate::people::{self, PASSWORD, post};

const EMAIL: &str = "kim@example.org";

/// A code is good once, for half a minute.
const STEP: u64 = 30;

/// So long somebody is afresh who said with both factors who they are; a token is good for as long.
const AFRESH: Duration = Duration::from_secs(200);

/// Kim, who treats at the clinics of the bench.
pub struct Clinician {
    /// Of the server; a connection that is silent until the next code is closed.
    address: SocketAddr,
    totp: Totp,
    last_step: u64,
    since: Option<Instant>,
    token: String,
}

/// Lets Kim work at `sites`, while the server does not run.
pub async fn let_work(app: &App, url: &str, sites: &[SiteId]) {
    let email = EmailAddress::parse(EMAIL).unwrap();
    let kim = Person {
        email: email.clone(),
        display_name: "Dr Kim".to_owned(),
        role: Role::Clinician,
        time_zone: "Europe/Berlin".parse().unwrap(),
        locale: None,
    };
    add_staff(app, kim).await.unwrap();
    mail::send_due(app).await.unwrap();
    let mut conn = bare::connect(url);
    let kim = find_by_email(&mut conn, &app.vault, &email);
    let kim = kim.unwrap().unwrap().id;
    for site in sites {
        let new = diesel::insert_into(site_staff::table).values((
            site_staff::site_id.eq(site),
            site_staff::account_id.eq(kim),
            site_staff::role.eq(SiteRole::Clinician.code()),
            site_staff::created_at.eq(At::from(app.clock.now())),
        ));
        on_each!(&mut conn, |c| new.execute(c)).unwrap();
    }
}

impl Clinician {
    /// Activates the account by the code in the folder `mail`, and enrols the app that shows codes.
    pub async fn arrive(address: SocketAddr, mail: &Path) -> Self {
        let mut client = Client::connect(address).await;
        let codes = people::codes(mail, 1, |to| to == EMAIL).await;
        let chosen = json!({ "email": EMAIL, "code": codes[0].1, "password": PASSWORD });
        post(&mut client, "/v1/accounts/activate", None, &chosen, 201).await;
        let session = post(&mut client, "/v1/sessions", None, &credentials(), 201).await;
        let token = text(&session, "access_token");
        let enrol = "/v1/account/mfa/totp";
        let begun = post(&mut client, enrol, Some(&token), &Value::Null, 201).await;
        let secret = Secret::try_from_base32(text(&begun, "secret")).unwrap();
        let totp = Builder::new().with_secret(secret).build().unwrap();
        let now = seconds();
        let code = json!({ "code": totp.generate(now).to_string() });
        let confirm = "/v1/account/mfa/totp/confirm";
        post(&mut client, confirm, Some(&token), &code, 201).await;
        Self {
            address,
            totp,
            last_step: now / STEP,
            since: None,
            token,
        }
    }

    /// Goes on with the server that has been started anew.
    pub fn goes_on_at(&mut self, address: SocketAddr) {
        self.address = address;
    }

    /// A token of somebody who said a moment ago, with both factors, who they are.
    pub async fn token(&mut self) -> String {
        if self.since.is_some_and(|since| since.elapsed() < AFRESH) {
            return self.token.clone();
        }
        while seconds() / STEP == self.last_step {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let mut client = Client::connect(self.address).await;
        let first = post(&mut client, "/v1/sessions", None, &credentials(), 200).await;
        let now = seconds();
        let code = self.totp.generate(now).to_string();
        let second = json!({ "mfa_token": text(&first, "mfa_token"), "code": code });
        let session = post(&mut client, "/v1/sessions/mfa", None, &second, 201).await;
        self.token = text(&session, "access_token");
        (self.last_step, self.since) = (now / STEP, Some(Instant::now()));
        self.token.clone()
    }
}

fn credentials() -> Value {
    json!({ "email": EMAIL, "password": PASSWORD })
}

fn text(body: &Value, name: &str) -> String {
    body[name].as_str().unwrap().to_owned()
}

fn seconds() -> u64 {
    let now = Clock::machine().now().timestamp();
    now.try_into().unwrap()
}
