//! Guests: who has no account records one week, with a link that is good for a day.

mod author;
mod links;
mod secrets;
mod week;

use serde_json::{Value, json};

use crate::app::TestApp;
use crate::client::Client;
use crate::people::Person;
use crate::reply::Reply;
use crate::weeks::{week as rated, with, without};

const LINKS: &str = "/v1/patients/{patient}/guest-links";
const ENTRY: &str = "/v1/patients/{patient}/entries/2026-W48";

/// Nora, who sits with Ada tonight, and what she was handed: she has no account.
struct Nora {
    client: Client,
    token: String,
}

impl Nora {
    /// With a link that `maker` made.
    async fn let_in_by(app: &TestApp, maker: &Person) -> Self {
        let made = maker.post(LINKS, json!({"shown_name": "Ada"})).await;
        Self::with(app, &made.expect(201))
    }

    fn with(app: &TestApp, made: &Reply) -> Self {
        let url = made.body["url"].as_str().expect("where it leads");
        let (_, token) = url.split_once("#guest=").expect("a token");
        Self {
            client: app.nobody(),
            token: token.to_owned(),
        }
    }

    async fn look(&self) -> Reply {
        let token = json!({"token": self.token});
        self.client.post("/v1/guest-links/preview", token).await
    }

    async fn record(&self, entry: Value) -> Reply {
        self.client
            .post("/v1/guest-entries", self.body(&entry))
            .await
    }

    async fn correct(&self, tag: &str, entry: Value) -> Reply {
        let seen = self.client.with_header("If-Match", tag);
        seen.post("/v1/guest-entries", self.body(&entry)).await
    }

    fn body(&self, entry: &Value) -> Value {
        json!({"token": self.token, "name": "Nora", "entry": entry})
    }
}

/// The night in which the tests begin, as Nora saw it.
fn night() -> Value {
    without(rated("2026-11-23"), "/respondent")
}

fn speech(points: i32) -> Value {
    with(night(), "/answers/speech", points)
}
