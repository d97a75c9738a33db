//! How much of what one may have, with the limits as they are unless somebody sets them (R53,
//! R59–R66).

mod guesses;
mod mail;
mod quotas;
mod settings;

use alsfrs_diary::platform::config::Settings;
use serde_json::json;

use crate::app::TestApp;
use crate::client::Client;
use crate::home::usual_limits;
use crate::people::{Person, sign_in};
use crate::reply::Reply;

const HOME: &str = "203.0.113.7";
const ELSEWHERE: &str = "198.51.100.9";

/// The usual limits, and a proxy that says where everybody is.
fn usual(settings: &mut Settings) {
    settings.limits = usual_limits();
    settings.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
}

/// As [`usual`], for tests in which one network signs in more often than thirty times a minute.
fn usual_but_for_networks(settings: &mut Settings) {
    usual(settings);
    settings.limits.sign_in = "off".parse().unwrap();
}

impl TestApp {
    /// A client at this address.
    fn nobody_at(&self, address: &str) -> Client {
        self.nobody().with_header("x-forwarded-for", address)
    }
}

/// Signs in as `person` with a password that is not theirs.
async fn guess(client: &Client, email: &str) -> Reply {
    sign_in(client, email, "twelve loud sparrows at dusk").await
}

/// Fails so many times in a row, and is looked at each time.
async fn fail(client: &Client, email: &str, times: usize) {
    for _ in 0..times {
        guess(client, email).await.refused(401, "wrong_credentials");
    }
}

async fn change_password(person: &Person, current: &str) -> Reply {
    let new = format!("{} again", person.password);
    let body = json!({ "current_password": current, "new_password": new });
    person.put("/v1/account/password", body).await
}
