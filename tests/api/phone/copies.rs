//! The copy that an app keeps of the diaries it is told of.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::client::Client;
use crate::reply::Reply;

pub const CHANGES: &str = "/v1/changes";
pub const OF_ONE: &str = "/v1/patients/{patient}/changes";

/// Diary, kind and id.
pub type Name = (String, String, String);

/// What an app has, and how far it has come.
#[derive(Clone, Default, Debug)]
pub struct Copy {
    pub things: BTreeMap<Name, Value>,
    /// Of what is there, and of what was removed.
    tags: BTreeMap<Name, String>,
    pub next: Option<String>,
}

impl Copy {
    /// Asks once, and keeps what the answer says.
    pub async fn ask(&mut self, client: &Client, path: &str, limit: usize) -> Reply {
        let since = self.next.as_deref().map(|next| format!("&since={next}"));
        let path = format!("{path}?limit={limit}{}", since.unwrap_or_default());
        let reply = client.get(&path).await;
        if reply.status == 200 {
            self.take(&reply.body);
        }
        reply
    }

    /// Asks until there is no more; every change it was told of.
    pub async fn pull(&mut self, client: &Client) -> Vec<Value> {
        self.pull_from(client, CHANGES, 200).await
    }

    /// The same from `path`, so many at once.
    pub async fn pull_from(&mut self, client: &Client, path: &str, limit: usize) -> Vec<Value> {
        let mut told = Vec::new();
        loop {
            let reply = self.ask(client, path, limit).await.expect(200);
            told.extend(reply.body["changes"].as_array().unwrap().clone());
            if reply.body["more"] == false {
                return told;
            }
        }
    }

    /// Keeps what an answer says, and the cursor with it.
    pub fn take(&mut self, page: &Value) {
        for change in page["changes"].as_array().unwrap() {
            let text = |member: &str| change[member].as_str().unwrap().to_owned();
            let diary = text("patient_id");
            if let Some(tag) = change["etag"].as_str() {
                let name = (diary.clone(), text("kind"), text("id"));
                self.tags.insert(name, tag.to_owned());
            }
            match change["op"].as_str().unwrap() {
                "purge" => {
                    self.things.retain(|(of, ..), _| *of != diary);
                    self.tags.retain(|(of, ..), _| *of != diary);
                }
                "void" => drop(self.things.remove(&(diary, text("kind"), text("id")))),
                "put" => {
                    let thing = change["data"].clone();
                    self.things.insert((diary, text("kind"), text("id")), thing);
                }
                other => panic!("{other}"),
            }
        }
        self.next = Some(page["next"].as_str().unwrap().to_owned());
    }

    /// The ids of a kind that the copy has.
    pub fn ids(&self, kind: &str) -> Vec<&str> {
        let of_kind = self.things.keys().filter(|(_, of, _)| of == kind);
        of_kind.map(|(_, _, id)| id.as_str()).collect()
    }

    /// The tag that changes what is called so.
    pub fn tag(&self, kind: &str, id: &str) -> Option<&str> {
        let mut found = self.tags.iter();
        found
            .find(|((_, of, name), _)| of == kind && name == id)
            .map(|(_, tag)| tag.as_str())
    }

    /// Keeps the tag that a change was answered with, where it knows of the thing.
    pub fn saw(&mut self, kind: &str, id: &str, tag: &Value) {
        let mut found = self.tags.iter_mut();
        if let Some((_, known)) = found.find(|((_, of, name), _)| of == kind && name == id) {
            tag.as_str().unwrap().clone_into(known);
        }
    }

    /// What the copy has of that name.
    pub fn one(&self, kind: &str, id: &str) -> Option<&Value> {
        let mut found = self.things.iter();
        found
            .find(|((_, of, name), _)| of == kind && name == id)
            .map(|(_, thing)| thing)
    }
}

/// Kind, id and op of each change.
pub fn short(told: &[Value]) -> Vec<(&str, &str, &str)> {
    told.iter()
        .map(|change| {
            let member = |name: &str| change[name].as_str().unwrap();
            (member("kind"), member("id"), member("op"))
        })
        .collect()
}
