//! A fleet of phones, two a person, that lose answers, send twice and out of order, are killed and have wrong clocks, one person of
//! whom is sent away: in the end all agree with the server, nothing is lost, and nothing is there twice.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::ops::Range;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rstest::rstest;
use serde_json::Value;
use tokio::runtime::Runtime;

use super::copies::{CHANGES, Copy, OF_ONE};
use super::phones::{Meant, Phone, Told, Way};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;

/// What happens next.
#[derive(Clone, Debug)]
enum Event {
    Types {
        phone: usize,
        week: u32,
        speech: u64,
        year: i32,
    },
    Removes {
        phone: usize,
        week: u32,
    },
    Sends {
        phone: usize,
        through: usize,
        way: Way,
        backwards: bool,
    },
    Pulls {
        phone: usize,
        through: usize,
        limit: usize,
        stored: bool,
    },
    Echoes {
        phone: usize,
        through: usize,
    },
    BobIsSentAway,
}

fn event() -> impl Strategy<Value = Event> {
    let (phone, week, through) = (0..4_usize, WEEKS, 0..3_usize);
    let way = prop_oneof![
        4 => Just(Way::Arrives),
        1 => (0..3_usize).prop_map(Way::KilledAfter),
        1 => Just(Way::Lost),
        1 => Just(Way::Unheard),
        1 => Just(Way::Twice),
        1 => Just(Way::Echoes),
    ];
    prop_oneof![
        8 => (phone.clone(), week.clone(), 0..5_u64, 1970..2100).prop_map(
            |(phone, week, speech, year)| Event::Types { phone, week, speech, year }
        ),
        2 => (phone.clone(), week).prop_map(|(phone, week)| Event::Removes { phone, week }),
        8 => (phone.clone(), through.clone(), way, any::<bool>()).prop_map(
            |(phone, through, way, backwards)| Event::Sends { phone, through, way, backwards }
        ),
        6 => (phone.clone(), through.clone(), 1..6_usize, prop::bool::weighted(0.7)).prop_map(
            |(phone, through, limit, stored)| Event::Pulls { phone, through, limit, stored }
        ),
        1 => (phone, through).prop_map(|(phone, through)| Event::Echoes { phone, through }),
        1 => Just(Event::BobIsSentAway),
    ]
}

/// Few, so that all are after the same.
const WEEKS: Range<u32> = 30..36;

/// Of each week, who said what.
pub type Histories = BTreeMap<String, Vec<(String, Meant)>>;

/// The week that a number stands for.
fn named(week: u32) -> String {
    format!("2026-W{week}")
}

/// A fleet, and where it sends to.
struct Fleet {
    instances: Vec<TestApp>,
    ada: Person,
    bob: Person,
    /// Two of Ada's, then two of Bob's.
    phones: Vec<Phone>,
    is_bob_away: bool,
}

impl Fleet {
    async fn of(app: TestApp, on: Database) -> Self {
        let ada = app.patient("ada").await;
        let bob = app.member(&ada, "bob", "write").await;
        let others = (ada.on_another_device().await, bob.on_another_device().await);
        let people = [&ada, &others.0, &bob, &others.1];
        let phones = people.map(Phone::of).into();
        let mut instances = vec![app];
        if matches!(on, Postgres) {
            for _ in 0..2 {
                instances.push(instances[0].another_instance().await);
            }
        }
        Self {
            instances,
            ada,
            bob,
            phones,
            is_bob_away: false,
        }
    }

    fn addresses(&self) -> Vec<SocketAddr> {
        self.instances.iter().map(TestApp::address).collect()
    }

    async fn goes_on(&mut self, event: Event) {
        let instances = &self.addresses();
        match event {
            Event::Types {
                phone,
                week,
                speech,
                year,
            } => self.phones[phone].types(&self.ada, &named(week), speech, year),
            Event::Removes { phone, week } => {
                self.phones[phone].removes(&self.ada, &named(week));
            }
            Event::Sends {
                phone,
                through,
                way,
                backwards,
            } => {
                let phone = &mut self.phones[phone];
                phone.sends(instances, through, way, backwards).await;
            }
            Event::Pulls {
                phone,
                through,
                limit,
                stored,
            } => {
                let through = instances[through % instances.len()];
                self.phones[phone].pulls(through, limit, stored).await;
            }
            Event::Echoes { phone, through } => {
                self.phones[phone].echoes(instances, through).await;
            }
            Event::BobIsSentAway if self.is_bob_away => {}
            Event::BobIsSentAway => {
                let member = format!("/v1/patients/{{patient}}/circle/{}", self.bob.account_id);
                self.ada.delete(&member).await.expect(204);
                self.is_bob_away = true;
            }
        }
    }

    /// The network is good for once.
    async fn settles(&mut self) {
        let instances = self.addresses();
        for phone in &mut self.phones {
            while phone.waiting() > 0 {
                phone.sends(&instances, 0, Way::Arrives, false).await;
            }
            phone.echoes(&instances, 0).await;
        }
        for phone in &mut self.phones {
            phone.copy.pull(&phone.who).await;
        }
    }

    async fn agrees(&self) {
        let histories = histories(&self.ada, WEEKS.map(named)).await;
        for phone in &self.phones {
            let is_bobs = phone.who.account_id == self.bob.account_id;
            for told in &phone.told {
                match told.status {
                    404 => assert!(is_bobs && self.is_bob_away, "{told:?}"),
                    403 => assert!(is_bobs, "{told:?}"),
                    // Their person was shown what is there.
                    _ => {}
                }
            }
            assert_kept(phone, &histories);
        }
        assert_once(&histories);
        let versions = histories.values().map(Vec::len).sum::<usize>();
        let app = &self.instances[0];
        let actions = ["entry.recorded", "entry.revised", "entry.voided"];
        let events: i64 = actions.map(|action| app.written_down(action)).iter().sum();
        assert_eq!(events, i64::try_from(versions).unwrap(), "nor unseen");
        self.copies_agree().await;
    }

    async fn copies_agree(&self) {
        let path = "/v1/patients/{patient}/entries?limit=200";
        let there = self.ada.get(path).await.expect(200).body["items"].clone();
        for phone in &self.phones {
            let mut anew = Copy::default();
            anew.pull_from(&phone.who, CHANGES, 3).await;
            assert_eq!(phone.copy.things, anew.things, "{}", phone.who.name);
            assert_eq!(phone.copy.next, anew.next, "{}", phone.who.name);
            let is_bobs = phone.who.account_id == self.bob.account_id;
            if is_bobs && self.is_bob_away {
                assert!(phone.copy.things.is_empty(), "R74");
                phone.who.get(OF_ONE).await.refused(404, "not_found");
                continue;
            }
            let weeks = phone
                .copy
                .things
                .iter()
                .filter(|((_, kind, _), _)| kind == "entry");
            let weeks: Vec<&Value> = weeks.map(|(_, entry)| entry).collect();
            assert_eq!(weeks, there.as_array().unwrap().iter().collect::<Vec<_>>());
        }
    }
}

/// Each version of each of these weeks, oldest first: who made it, and what it says.
pub async fn histories(ada: &Person, weeks: impl Iterator<Item = String>) -> Histories {
    let mut histories = Histories::new();
    for week in weeks {
        let path = format!("/v1/patients/{{patient}}/entries/{week}/revisions?limit=200");
        let read = ada.get(&path).await;
        if read.status == 404 {
            continue;
        }
        let mut versions = read.body["items"].as_array().unwrap().clone();
        versions.sort_by_key(|version| version["revision"].as_u64());
        let said = versions.iter().map(|version| {
            let author = version["recorded_by"]["account_id"].as_str().unwrap();
            (author.to_owned(), version["answers"]["speech"].as_u64())
        });
        histories.insert(week, said.collect());
    }
    histories
}

/// What the phone was told is done is there.
pub fn assert_kept(phone: &Phone, histories: &Histories) {
    let done = |told: &&Told| matches!(told.status, 200 | 201 | 204);
    for told in phone.told.iter().filter(done) {
        let is_there = |one: &(String, Meant)| match told.meant {
            Some(_) => *one == (phone.who.account_id.clone(), told.meant),
            // Whoever removed it.
            None => one.1.is_none(),
        };
        assert!(
            histories[&told.week].iter().any(is_there),
            "what was acknowledged is kept: {told:?} in {histories:?}"
        );
    }
}

/// No version says what the one before it says.
pub fn assert_once(histories: &Histories) {
    let doubled = |versions: &Vec<(String, Meant)>| versions.windows(2).any(|two| two[0] == two[1]);
    assert!(
        !histories.values().any(doubled),
        "nothing twice: {histories:?}"
    );
}

fn in_the_end_all_agree(on: Database, events: Vec<Event>) {
    Runtime::new().unwrap().block_on(async {
        let app = start!(on);
        let mut fleet = Fleet::of(app, on).await;
        for event in events {
            fleet.goes_on(event).await;
        }
        fleet.settles().await;
        fleet.agrees().await;
    });
}

#[rstest]
fn r205_a_fleet_of_phones_agrees_with_the_server_in_the_end(
    #[values(Sqlite, Postgres)] on: Database,
) {
    // What fails is told with the fewest events that do it, and kept beside the tests to be tried again.
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 4,
        max_shrink_iters: 60,
        source_file: Some(file!()),
        ..ProptestConfig::default()
    });
    let events = prop::collection::vec(event(), 1..90);

    let found = runner.run(&events, |events| {
        in_the_end_all_agree(on, events);
        Ok(())
    });

    assert!(found.is_ok(), "{}", found.unwrap_err());
}
