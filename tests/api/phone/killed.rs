//! Servers that are killed while phones hand in what waited.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::future::join_all;
use rstest::rstest;

use super::copies::{CHANGES, Copy};
use super::fleet::{assert_kept, assert_once, histories};
use super::phones::{Phone, Way};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::home::{Home, home};
use crate::program::Program;

/// How often a server is killed.
const ROUNDS: u32 = 6;

/// What is typed on each phone before each time; all phones are after the same weeks.
const TYPED: u32 = 12;

#[rstest]
#[tokio::test]
async fn r213_servers_that_are_killed_under_a_fleet_lose_nothing_that_it_was_told(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let instances = if matches!(on, Postgres) { 3 } else { 1 };
    let mut servers: Vec<Program> = (0..instances).map(|_| Program::serve(&home, &[])).collect();
    let ada = servers[0].patient("ada").await;
    let mut phones: Vec<Phone> = join_all((0..4).map(|_| ada.on_another_device()))
        .await
        .iter()
        .map(Phone::of)
        .collect();

    for round in 0..ROUNDS {
        for (number, phone) in (0_u32..).zip(&mut phones) {
            for place in 0..TYPED {
                let speech = u64::from((round + number + place) % 5);
                phone.types(&ada, &named(place), speech, 2020);
            }
        }
        let dying = usize::try_from(round).unwrap() % servers.len();
        let addresses = addresses(&servers);
        let sent =
            join_all(phones.iter_mut().enumerate().map(|(number, phone)| {
                phone.sends(&addresses, number, Way::Arrives, number % 2 == 0)
            }));
        // In the midst of it, each time at another point.
        let reached = written(&home) + i64::from(1 + round);
        let killed = async {
            while written(&home) < reached {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            servers[dying].kill();
        };
        tokio::join!(sent, killed);
        servers[dying] = Program::serve(&home, &[]);
        let back = servers[dying].address();
        for phone in &mut phones {
            phone.pulls(back, 200, true).await;
        }
    }
    let addresses = addresses(&servers);
    for phone in &mut phones {
        while phone.waiting() > 0 {
            phone.sends(&addresses, 0, Way::Arrives, false).await;
        }
    }

    let ada = ada.at(addresses[0]);
    let histories = histories(&ada, (0..TYPED).map(named)).await;
    for phone in &phones {
        assert_kept(phone, &histories);
        let (mut held, mut anew) = (phone.copy.clone(), Copy::default());
        held.pull(&ada).await;
        anew.pull_from(&ada, CHANGES, 7).await;
        assert_eq!(held.things, anew.things);
    }
    assert_once(&histories);
    let versions = histories.values().map(Vec::len).sum::<usize>();
    assert_eq!(written(&home), i64::try_from(versions).unwrap());
}

/// Weeks that are over whatever day it is.
fn named(place: u32) -> String {
    format!("2020-W{}", 20 + place)
}

/// How many versions of weeks the audit knows of.
fn written(home: &Home) -> i64 {
    let actions = ["entry.recorded", "entry.revised", "entry.voided"];
    actions.map(|action| home.written_down(action)).iter().sum()
}

fn addresses(servers: &[Program]) -> Vec<SocketAddr> {
    servers.iter().map(Program::address).collect()
}
