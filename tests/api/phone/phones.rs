//! A phone that is killed, and has a clock of its own, on a network that loses, repeats and delays; and what its person was told.

use std::net::SocketAddr;

use serde_json::{Value, json};

use super::batch::{BATCH, records};
use super::copies::{CHANGES, Copy};
use crate::people::Person;
use crate::weeks::{monday, week, with, without};

/// What becomes of a batch.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    Arrives,
    /// It arrives, and the phone is killed when it has stored so many results.
    KilledAfter(usize),
    Lost,
    /// It arrives, but its answer does not.
    Unheard,
    /// It arrives over two ways at the same time.
    Twice,
    /// It arrives, and once more when nobody thinks of it.
    Echoes,
}

/// What somebody wants a week to say: how they speak, or that it is not there.
pub type Meant = Option<u64>;

struct Waiting {
    week: String,
    meant: Meant,
    operation: Value,
}

/// What became of it.
#[derive(Debug)]
pub struct Told {
    pub week: String,
    pub meant: Meant,
    pub status: u64,
}

pub struct Phone {
    pub who: Person,
    pub copy: Copy,
    pub told: Vec<Told>,
    waiting: Vec<Waiting>,
    /// What the network still holds.
    late: Vec<Value>,
}

impl Phone {
    pub fn of(who: &Person) -> Self {
        Self {
            who: who.clone(),
            copy: Copy::default(),
            told: Vec::new(),
            waiting: Vec::new(),
            late: Vec::new(),
        }
    }

    /// How much waits.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Somebody types a week of the diary of `ada`, or corrects it; the year is the phone's idea of it.
    pub fn types(&mut self, ada: &Person, name: &str, speech: u64, year: i32) {
        let body = without(week(&monday(name)), "/respondent");
        let body = with(body, "/answers/speech", speech);
        let body = with(body, "/answered_at", format!("{year}-06-01T00:00:00Z"));
        self.wait(name, Some(speech), records(ada, name, body));
    }

    /// Somebody removes a week, where their copy has it.
    pub fn removes(&mut self, ada: &Person, name: &str) {
        if self.copy.one("entry", name).is_some() {
            let removal = with(records(ada, name, Value::Null), "/method", "DELETE");
            self.wait(name, None, removal);
        }
    }

    /// What waits already for this week is not meant any more.
    fn wait(&mut self, name: &str, meant: Meant, operation: Value) {
        let seen = self.copy.tag("entry", name);
        let headers = seen.map_or(json!({}), |tag| json!({ "If-Match": tag }));
        self.waiting.retain(|one| one.week != name);
        self.waiting.push(Waiting {
            week: name.to_owned(),
            meant,
            operation: with(operation, "/headers", headers),
        });
    }

    /// Sends what waits through one of `instances`, the newest first where it is `backwards`. What is answered for good
    /// waits no longer.
    pub async fn sends(
        &mut self,
        instances: &[SocketAddr],
        through: usize,
        way: Way,
        backwards: bool,
    ) {
        if backwards {
            self.waiting.reverse();
        }
        let numbered = self.waiting.iter().enumerate();
        let operations: Vec<Value> = numbered
            .map(|(place, one)| with(one.operation.clone(), "/id", place.to_string()))
            .collect();
        if operations.is_empty() || matches!(way, Way::Lost) {
            return;
        }
        let batch = json!({ "operations": operations });
        if matches!(way, Way::Echoes) {
            self.late.push(batch.clone());
        }
        let by = |way: usize| self.who.at(instances[way % instances.len()]);
        let (one, other) = (by(through), by(through + 1));
        let sent = one.try_post(BATCH, batch.clone());
        let answer = if matches!(way, Way::Twice) {
            tokio::join!(sent, other.try_post(BATCH, batch)).0
        } else {
            sent.await
        };
        // A server that was killed answers nothing.
        let Some(answer) = answer.filter(|answer| answer.status != 503) else {
            return;
        };
        let results = answer.expect(200).body["results"]
            .as_array()
            .unwrap()
            .clone();
        self.stores(
            &results,
            match way {
                Way::Unheard => 0,
                Way::KilledAfter(stored) => stored,
                _ => results.len(),
            },
        );
    }

    /// Stores the first `stored` of the results.
    fn stores(&mut self, results: &[Value], stored: usize) {
        let sent = std::mem::take(&mut self.waiting);
        for (place, (one, result)) in sent.into_iter().zip(results).enumerate() {
            let status = result["status"].as_u64().unwrap();
            if place >= stored || matches!(status, 429 | 503) {
                self.waiting.push(one);
                continue;
            }
            match status {
                200 | 201 => self
                    .copy
                    .saw("entry", &one.week, &result["headers"]["ETag"]),
                409 | 412 => assert!(result["body"]["current"].is_object(), "{result}"),
                _ => assert!(matches!(status, 204 | 403 | 404), "{result}"),
            }
            let Waiting { week, meant, .. } = one;
            self.told.push(Told {
                week,
                meant,
                status,
            });
        }
    }

    /// The network gives out what it held back; nobody hears the answers.
    pub async fn echoes(&mut self, instances: &[SocketAddr], through: usize) {
        for batch in self.late.drain(..) {
            let who = self.who.at(instances[through % instances.len()]);
            who.post(BATCH, batch).await.expect(200);
        }
    }

    /// Asks for a page. Killed before it is `stored`, it asks from where it stood the next time.
    pub async fn pulls(&mut self, through: SocketAddr, limit: usize, stored: bool) {
        let before = self.copy.clone();
        let client = self.who.at(through);
        self.copy.ask(&client, CHANGES, limit).await.expect(200);
        if !stored {
            self.copy = before;
        }
    }
}
