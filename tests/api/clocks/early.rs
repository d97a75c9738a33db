//! What cannot be undone waits until the clock is believed.

use std::time::{Duration, Instant};

use alsfrs_diary::platform::settled::SettledClock;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use crate::alarms::wait_for;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::TestApp;
use crate::home::{Home, held_clock, home};
use crate::people::sign_in;
use crate::program::Program;

/// Nothing happens in this test that takes an hour.
const AN_HOUR: &str = "--test-settle=3600000";

/// Three days of hours of ten milliseconds.
const A_MOMENT: &str = "--test-settle=10";

const LOOK_AGAIN: &str = "--test-look-again=20";

/// What is erased, and what is only forgotten, once its time is over.
const WAITING: &str = "select (select count(*) from erasures) + (select count(*) from sign_ups \
     where account_id is null)";

/// Often enough that a job that looks every 20 milliseconds has looked.
const LOOKS: usize = 25;

#[rstest]
#[tokio::test]
async fn r224_a_start_with_a_wrong_clock_erases_and_forgets_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let app = TestApp::start_in(&home).await;
    let ada = app.patient("ada").await;
    ada.ask("POST", "/v1/account/erasure").await.expect(202);
    let cleo = json!({
        "email": "cleo@example.org", "password": "cleo counts seven quiet herons",
        "display_name": "Cleo", "role": "caregiver", "time_zone": "Europe/Berlin",
    });
    app.nobody().post("/v1/accounts", cleo).await.expect(202);
    app.stop().await;

    home.clock.turn(TimeDelta::days(30));
    let mut program = Program::serve(&home, &[AN_HOUR, LOOK_AGAIN]);
    wait_for(&program, "clock_jumped").await;
    for _ in 0..LOOKS {
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(home.query_i64(WAITING), 2);
    }
    program.terminate();
    program.ended().await;
    home.clock.turn(TimeDelta::days(-30));
    let mut program = Program::serve(&home, &[A_MOMENT, LOOK_AGAIN]);
    for _ in 0..LOOKS {
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(home.query_i64(WAITING), 2);
    }
    let session = sign_in(&program.nobody(), &ada.email, &ada.password).await;
    session.expect(201);
    program.terminate();
    program.ended().await;

    // And where the clock is right it is done a little later.
    home.clock.turn(TimeDelta::days(15));
    let program = Program::serve(&home, &[A_MOMENT, LOOK_AGAIN]);
    let asked = Instant::now();
    while home.query_i64(WAITING) > 0 {
        assert!(asked.elapsed().as_secs() < 20, "{}", program.said());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[test]
fn r224_a_time_counts_once_it_was_seen_to_pass() {
    let settled = SettledClock::new(held_clock(), None);

    assert_eq!(settled.now(), None, "an hour is not over");
    assert_eq!(settled.now(), None);
}

#[test]
fn r224_a_clock_that_jumps_is_believed_much_later() {
    let home = Home::new(Sqlite).unwrap();
    let hour = Duration::from_millis(5);
    let settled = SettledClock::new(home.time(), Some(hour));
    let right = believed(&settled);

    home.clock.turn(TimeDelta::days(2));
    let ahead = settled.now();
    assert!(ahead.is_none_or(|ahead| ahead < right + TimeDelta::days(1)));
    home.clock.turn(TimeDelta::days(-2));
    assert!(believed(&settled) < right + TimeDelta::days(1));

    home.clock.turn(TimeDelta::days(30));
    let jumped = Instant::now();
    assert_eq!(settled.now(), None);
    believed(&settled);
    assert!(jumped.elapsed() >= 72 * hour);
}

fn believed(settled: &SettledClock) -> chrono::DateTime<chrono::Utc> {
    loop {
        if let Some(time) = settled.now() {
            return time;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}
