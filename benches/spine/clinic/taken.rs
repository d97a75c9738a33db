//! Exports that are asked for over HTTP: how long they take, and how much memory.

use std::time::Duration;

use alsfrs_diary::audit::COMMITTED;
use alsfrs_diary::platform::ids::SiteId;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::staff::Clinician;
use crate::client::{self, Client};
use crate::people::post;
use crate::server::Server;

/// An export that was made.
pub struct Taken {
    /// From its turn until its files could be fetched, by the clock of the server.
    pub took: Duration,
    /// The memory of the server at the most, in MiB.
    pub peak: f64,
    /// The length of its files, in MB.
    pub megabytes: f64,
}

/// How often it is asked whether it is there.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Has an export of everything made, and deletes it.
pub async fn take(server: &Server, kim: &mut Clinician, site: SiteId, format: &str) -> Taken {
    let mut client = Client::connect(server.address).await;
    let path = format!("/v1/sites/{site}/exports");
    // In FHIR with names only.
    let wanted = match format {
        "fhir" => json!({ "format": format, "identified": true, "reason": "bench" }),
        _ => json!({ "format": format }),
    };
    server.forget_peak();
    let asked = post(&mut client, &path, Some(&kim.token().await), &wanted, 202).await;
    let path = format!("{path}/{}", asked["id"].as_str().unwrap());
    let made = loop {
        let export = get(&mut client, &path, &kim.token().await).await;
        match export["state"].as_str().unwrap() {
            "queued" | "running" => tokio::time::sleep(LOOK_AGAIN).await,
            "ready" => break export,
            _ => panic!("it was not made: {export}"),
        }
    };
    let peak = server.memory("VmHWM");
    let mut request = Vec::new();
    let line = format!("DELETE {path}");
    client::write(&mut request, &line, Some(&kim.token().await), None);
    assert_eq!(client.send(&request).await.status, 204);
    let files = made["files"].as_array().unwrap().iter();
    let bytes: f64 = files.map(|file| file["bytes"].as_f64().unwrap()).sum();
    let instant = |name: &str| -> DateTime<Utc> { made[name].as_str().unwrap().parse().unwrap() };
    let begun = instant("cut_off") + COMMITTED;
    let took = instant("expires_at") - TimeDelta::hours(24) - begun;
    Taken {
        took: took.to_std().unwrap(),
        peak,
        megabytes: bytes / 1e6,
    }
}

async fn get(client: &mut Client, path: &str, token: &str) -> Value {
    let mut request = Vec::new();
    client::write(&mut request, &format!("GET {path}"), Some(token), None);
    let reply = client.send(&request).await;
    assert_eq!(reply.status, 200);
    serde_json::from_slice(reply.body).unwrap()
}
