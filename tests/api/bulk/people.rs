//! What a program does that takes data out, one step after the other.

use std::collections::HashMap;
use std::time::Instant;

use serde_json::Value;

use crate::app::TestApp;
use crate::client::Client;
use crate::exports::people::A_MOMENT;
use crate::reply::Reply;
use crate::smart::people::{Key, Program};

/// A program of `site` with a token that is for all it may have.
pub async fn registry(app: &TestApp, site: &str) -> Client {
    let program = Program::let_in(app, site, Key::ec(), "system/*.rs");
    program.with(app, "system/*.rs").await
}

/// Asks for an export at `path`, as the specification wants it.
pub async fn ask(program: &Client, path: &str) -> Reply {
    let asking = program.with_header("Prefer", "respond-async");
    asking.get(path).await
}

/// The path of an address of this service.
pub fn path_of(app: &TestApp, address: &str) -> String {
    let base = app.inside().public_url.to_string();
    let path = address.strip_prefix(base.trim_end_matches('/'));
    path.unwrap_or_else(|| panic!("{address} is elsewhere"))
        .to_owned()
}

/// Where the export is that was asked for.
pub fn place_of(app: &TestApp, asked: &Reply) -> String {
    path_of(app, asked.header("content-location"))
}

/// Asks for an export when all that came before is committed for sure, and waits for its manifest.
pub async fn manifest(app: &TestApp, program: &Client, path: &str) -> Value {
    app.a_minute_goes_by();
    let asked = ask(program, path).await.expect(202);
    made(app, program, &place_of(app, &asked)).await
}

/// The manifest of what is being made at `place`.
pub async fn made(app: &TestApp, program: &Client, place: &str) -> Value {
    app.make_exports().await;
    let began = Instant::now();
    loop {
        let reply = program.get(place).await;
        if reply.status == 200 {
            return reply.body;
        }
        assert_eq!(reply.status, 202, "{}", reply.text);
        assert!(began.elapsed().as_secs() < 30, "it is never made");
        tokio::time::sleep(A_MOMENT).await;
    }
}

/// What the files of this list of a manifest have, by type; each is as long as the manifest says.
pub async fn files(app: &TestApp, program: &Client, list: &Value) -> HashMap<String, Vec<Value>> {
    let mut found = HashMap::new();
    for file in list.as_array().unwrap() {
        let path = path_of(app, file["url"].as_str().unwrap());
        let reply = program.get(&path).await.expect(200);
        let lines = reply.text.lines();
        let lines: Vec<Value> = lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(file["count"], lines.len(), "{file}");
        let kind = file["type"].as_str().unwrap().to_owned();
        assert!(
            lines
                .iter()
                .all(|line| line["resourceType"] == kind.as_str())
        );
        assert!(found.insert(kind, lines).is_none(), "two files of a type");
    }
    found
}

/// The ids of these resources.
pub fn ids(resources: &[Value]) -> Vec<&str> {
    let ids = resources.iter().map(|one| one["id"].as_str().unwrap());
    ids.collect()
}
