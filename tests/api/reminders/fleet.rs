//! Several instances, and one that is killed.

use std::time::{Duration, Instant};

use alsfrs_diary::reminders;
use rstest::rstest;

use super::{at, on_sundays};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::program::Program;

const SUNDAY: &str = "2026-11-29T17:00:00Z";
const A_MOMENT: Duration = Duration::from_millis(50);

/// So many people who want to be reminded.
async fn everybody(app: &TestApp, count: usize) -> Vec<Person> {
    let mut people = Vec::new();
    for number in 0..count {
        let person = app.patient(&format!("p{number}")).await;
        person.wants(on_sundays()).await.expect(200);
        people.push(person);
    }
    people
}

/// Each of them has had the mail, and once only.
async fn each_was_told_once(app: &TestApp, people: &[Person]) {
    for person in people {
        let mail = app.mail().next_to(&person.email).await;
        assert_eq!(mail.subject, "Your reminder");
    }
    for person in people {
        let all = app.mail().all_to(&person.email);
        let reminders = all.iter().filter(|mail| mail.subject == "Your reminder");
        assert_eq!(reminders.count(), 1, "{}", person.email);
    }
    let count = i64::try_from(people.len()).unwrap();
    assert_eq!(app.reminded(), count);
}

#[rstest]
#[tokio::test]
async fn r212_three_instances_remind_everybody_once() {
    let app = start!(Postgres);
    let people = everybody(&app, 40).await;
    let (second, third) = (app.another_instance().await, app.another_instance().await);
    app.clock.set(at(SUNDAY));

    let instances = [&app, &second, &third, &app, &second];
    let runs = instances.map(|it| tokio::spawn(reminders::remind_due(it.inside().clone())));
    for run in runs {
        run.await.unwrap().unwrap();
    }
    // What one of them held was left to it by the others.
    app.remind().await;

    each_was_told_once(&app, &people).await;
}

#[rstest]
#[tokio::test]
async fn r228_kill_9_in_the_middle_reminds_everybody_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let people = everybody(&app, 5).await;
    app.hold_up("reminded");
    let home = app.home();
    app.stop().await;
    home.clock.set(at(SUNDAY));

    // It begins to remind as soon as it is up.
    let mut program = Program::serve(&home, &[]);
    home.until_held_up().await;
    program.kill();
    home.let_on("reminded");
    let app = TestApp::start_in(&home).await;

    let began = Instant::now();
    while app.reminded() < 5 {
        assert!(began.elapsed().as_secs() < 60, "not everybody is reminded");
        app.remind().await;
        tokio::time::sleep(A_MOMENT).await;
    }
    app.remind().await;
    each_was_told_once(&app, &people).await;
}
