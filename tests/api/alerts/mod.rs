//! What those who follow a diary are told.

mod choosing;
mod escalating;
mod flags;
mod fleet;
mod followers;
mod silence;

use alsfrs_diary::alerts::{self, Noticed};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::people::Person;
use crate::reply::Reply;
use crate::weeks::{week, with};

const ALERTS: &str = "/v1/patients/{patient}/alerts";
const FOLLOWERS: &str = "/v1/patients/{patient}/alerts/followers";
const TOLD: &str = "/v1/alerts";
const SUBJECT: &str = "There is something new in a diary you follow";

impl TestApp {
    /// Looks at everything that changed or is due, here and now.
    async fn watch(&self) {
        let app = self.inside();
        alerts::look_at_changes(app.clone(), Noticed::default(), true)
            .await
            .unwrap();
        alerts::look_at_due(app.clone(), true).await.unwrap();
    }

    /// The same at another time.
    async fn watch_at(&self, instant: &str) {
        self.clock.set(at(instant));
        self.watch().await;
    }

    /// How many messages went out so far.
    fn tellings(&self) -> i64 {
        self.query_i64("select count(*) from alert_tellings")
    }
}

impl Person {
    /// Replaces what they want to be told of the diary that is open.
    async fn follows(&self, body: Value) -> Reply {
        let tag = self.get(ALERTS).await.expect(200).etag().to_owned();
        self.with_header("If-Match", &tag).put(ALERTS, body).await
    }

    /// What they were told, as they see it now.
    async fn alerts(&self) -> Vec<Value> {
        let reply = self.get(TOLD).await.expect(200);
        reply.body["items"].as_array().unwrap().clone()
    }

    /// Says of one that they see to it.
    async fn sees_to(&self, alert: &Value) -> Reply {
        let id = alert["id"].as_str().unwrap();
        self.post_nothing(&format!("{TOLD}/{id}/acknowledge")).await
    }

    /// A week in which dyspnea was so.
    async fn breathes(&self, name: &str, day: &str, points: i32) {
        let body = with(week(day), "/answers/dyspnea", points);
        self.record(name, body).await.expect(201);
    }
}

fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().unwrap()
}

/// By mail, of what the team should hear of today.
fn today() -> Value {
    json!({"tiers": ["contact_today"], "channels": ["mail"]})
}
