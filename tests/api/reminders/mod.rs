//! What people want to be reminded of.

mod choosing;
mod fleet;
mod scheduling;
mod telling;
mod travelling;

use alsfrs_diary::reminders;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::people::Person;
use crate::reply::Reply;

const REMINDERS: &str = "/v1/account/reminders";
const LATER: &str = "/v1/account/reminders/later";

impl TestApp {
    /// Reminds everybody who is due, here and now.
    async fn remind(&self) {
        let app = self.inside();
        reminders::take_up(app.clone()).await.unwrap();
        reminders::remind_due(app.clone()).await.unwrap();
    }

    /// The same at another time.
    pub async fn remind_at(&self, instant: &str) {
        self.clock.set(at(instant));
        self.remind().await;
    }

    /// How many reminders went out so far.
    fn reminded(&self) -> i64 {
        self.query_i64("select count(*) from reminded")
    }
}

impl Person {
    /// Replaces what they are reminded of, whatever it was.
    pub async fn wants(&self, body: Value) -> Reply {
        let tag = self.get(REMINDERS).await.expect(200).etag().to_owned();
        self.with_header("If-Match", &tag)
            .put(REMINDERS, body)
            .await
    }
}

fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().unwrap()
}

/// Once a week by mail, on Sundays at six in the evening.
fn on_sundays() -> Value {
    json!({
        "weekly": {"weekday": "sunday", "at": "18:00", "zone": "own"},
        "channels": ["mail"],
    })
}
