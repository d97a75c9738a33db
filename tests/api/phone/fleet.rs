//! A fleet of phones that lose answers, send twice and out of order, are killed, have wrong clocks, and one of which is sent away:
//! in the end they agree with the server.

use std::collections::BTreeSet;

use rstest::rstest;
use serde_json::{Value, json};

use super::batch::{BATCH, records};
use super::copies::{CHANGES, Copy, OF_ONE};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::weeks::{monday, week, with, without};

/// The same numbers for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % bound
    }
}

struct Phone {
    who: Person,
    waiting: Vec<Value>,
    copy: Copy,
}

impl Phone {
    fn of(who: &Person) -> Self {
        Self {
            who: who.clone(),
            waiting: Vec::new(),
            copy: Copy::default(),
        }
    }

    /// Somebody types a week; the phone's clock is years off.
    fn types(&mut self, ada: &Person, name: &str, speech: u64) {
        let body = without(week(&monday(name)), "/respondent");
        let body = with(body, "/answers/speech", speech);
        let body = with(body, "/answered_at", "1999-01-01T00:00:00Z");
        let id = self.waiting.len().to_string();
        self.waiting.push(with(records(ada, name, body), "/id", id));
    }

    /// Sends what waits; what is answered for good waits no longer, unless the answer is lost.
    async fn sends(&mut self, through: &TestApp, dice: &mut Dice) {
        if dice.below(3) == 0 {
            self.waiting.reverse();
        }
        for (place, one) in self.waiting.iter_mut().enumerate() {
            one["id"] = json!(place.to_string());
        }
        if self.waiting.is_empty() {
            return;
        }
        let sent = json!({"operations": self.waiting});
        let results = self
            .who
            .through(through)
            .post(BATCH, sent)
            .await
            .expect(200)
            .body;
        if dice.below(3) > 0 {
            let results = results["results"].as_array().unwrap();
            assert!(
                results
                    .iter()
                    .all(|one| matches!(one["status"].as_u64(), Some(200 | 201 | 404 | 409))),
                "{results:?}"
            );
            self.waiting.clear();
        }
    }

    /// Asks for a page; killed before it is stored, it asks again from where it stood.
    async fn pulls(&mut self, through: &TestApp, dice: &mut Dice) {
        let stored = self.copy.clone();
        self.copy
            .ask(&self.who.through(through), CHANGES, 3)
            .await
            .expect(200);
        if dice.below(3) == 0 {
            self.copy = stored;
        }
    }
}

#[rstest]
#[tokio::test]
async fn r205_a_fleet_of_phones_agrees_with_the_server_in_the_end(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(1, 2, 3)] seed: u64,
) {
    let app = start!(on);
    let mut instances = vec![&app];
    let (second, third);
    if matches!(on, Postgres) {
        (second, third) = (app.another_instance().await, app.another_instance().await);
        instances.extend([&second, &third]);
    }
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "write").await;
    let other = ada.on_another_device().await;
    let mut phones = [Phone::of(&ada), Phone::of(&other), Phone::of(&bob)];
    let (mut dice, mut meant) = (Dice(seed), BTreeSet::new());

    for step in 0..120 {
        if step == 80 {
            let member = format!("/v1/patients/{{patient}}/circle/{}", bob.account_id);
            ada.delete(&member).await.expect(204);
        }
        let many = u64::try_from(instances.len()).unwrap();
        let through = instances[usize::try_from(dice.below(many)).unwrap()];
        let place = usize::try_from(dice.below(3)).unwrap();
        match dice.below(4) {
            0 => {
                let name = format!("2026-W{:02}", 20 + dice.below(25));
                let speech = dice.below(5);
                phones[place].types(&ada, &name, speech);
                if place < 2 {
                    meant.insert(name);
                }
            }
            1 | 2 => phones[place].sends(through, &mut dice).await,
            _ => phones[place].pulls(through, &mut dice).await,
        }
    }
    for phone in &mut phones {
        while !phone.waiting.is_empty() {
            phone.sends(&app, &mut dice).await;
        }
    }
    for phone in &mut phones {
        phone.copy.pull(&phone.who).await;
    }

    let path = "/v1/patients/{patient}/entries?limit=200";
    let there = ada.get(path).await.expect(200).body["items"]
        .as_array()
        .unwrap()
        .clone();
    let names = there
        .iter()
        .map(|entry| entry["week"].as_str().unwrap().to_owned());
    let names: BTreeSet<String> = names.collect();
    assert!(meant.is_subset(&names), "nothing is lost");
    assert_eq!(
        app.written_down("entry.recorded"),
        i64::try_from(there.len()).unwrap(),
        "nor doubled"
    );
    for phone in &phones[..2] {
        for entry in &there {
            let name = entry["week"].as_str().unwrap();
            assert_eq!(phone.copy.one("entry", name), Some(entry));
        }
        assert_eq!(phone.copy.ids("entry").len(), there.len());
    }
    assert!(phones[2].copy.things.is_empty(), "R74");
    bob.get(OF_ONE).await.refused(404, "not_found");
}
