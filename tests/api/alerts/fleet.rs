//! Several instances, one that is killed, and what is noticed while others write.

use std::time::{Duration, Instant};

use alsfrs_diary::alerts::{self, Noticed};
use rstest::rstest;

use super::{SUBJECT, today};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::program::Program;

const A_MOMENT: Duration = Duration::from_millis(50);

/// Patients, each followed by one person.
async fn pairs(app: &TestApp, count: usize) -> Vec<(Person, Person)> {
    let mut pairs = Vec::new();
    for number in 0..count {
        let patient = app.patient(&format!("p{number}")).await;
        let follower = app.member(&patient, &format!("f{number}"), "read").await;
        follower.follows(today()).await.expect(200);
        pairs.push((patient, follower));
    }
    pairs
}

async fn each_was_told_once(app: &TestApp, pairs: &[(Person, Person)]) {
    for (_, follower) in pairs {
        let mail = app.mail().next_to(&follower.email).await;
        assert_eq!(mail.subject, SUBJECT);
    }
    for (_, follower) in pairs {
        let all = app.mail().all_to(&follower.email);
        let alerts = all.iter().filter(|mail| mail.subject == SUBJECT);
        assert_eq!(alerts.count(), 1, "{}", follower.email);
    }
}

#[rstest]
#[tokio::test]
async fn r212_three_instances_tell_of_a_flag_once() {
    let app = start!(Postgres);
    let pairs = pairs(&app, 12).await;
    let (second, third) = (app.another_instance().await, app.another_instance().await);
    for (patient, _) in &pairs {
        patient.breathes("2026-W47", "2026-11-18", 1).await;
    }

    let instances = [&app, &second, &third, &app];
    let runs = instances.map(|it| {
        let look = alerts::look_at_changes(it.inside().clone(), Noticed::default(), true);
        tokio::spawn(look)
    });
    for run in runs {
        run.await.unwrap().unwrap();
    }

    each_was_told_once(&app, &pairs).await;
}

#[rstest]
#[tokio::test]
async fn what_changes_is_noticed_by_what_is_written_down(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let pairs = pairs(&app, 3).await;
    let noticed = Noticed::default();
    let look = || alerts::look_at_changes(app.inside().clone(), noticed.clone(), true);
    look().await.unwrap();

    for (patient, _) in &pairs {
        patient.breathes("2026-W47", "2026-11-18", 1).await;
        look().await.unwrap();
    }
    app.clock.turn(chrono::TimeDelta::minutes(2));
    look().await.unwrap();

    assert_eq!(app.tellings(), 3);
}

#[rstest]
#[tokio::test]
async fn r228_kill_9_in_the_middle_tells_everybody_once(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let pairs = pairs(&app, 3).await;
    for (patient, _) in &pairs {
        patient.breathes("2026-W47", "2026-11-18", 1).await;
    }
    app.hold_up("alert_tellings");
    let home = app.home();
    app.stop().await;

    // It looks as soon as it is up.
    let mut program = Program::serve(&home, &[]);
    home.until_held_up().await;
    program.kill();
    home.let_on("alert_tellings");
    let app = TestApp::start_in(&home).await;

    let began = Instant::now();
    while app.tellings() < 3 {
        assert!(began.elapsed().as_secs() < 60, "not everybody is told");
        app.watch().await;
        tokio::time::sleep(A_MOMENT).await;
    }
    each_was_told_once(&app, &pairs).await;
}
