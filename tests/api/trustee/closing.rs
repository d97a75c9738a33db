//! The end of a diary, and long silence: R175.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::{REQUEST, ada_and_bob, ada_and_bob_who_acts, all_is_sent, link_in, subjects, veto};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::FACTS;
use crate::people::Person;
use crate::phone::copies::{Copy, OF_ONE, short};
use crate::treatments::people::riluzole;
use crate::weeks::{week, with};

pub const CLOSURE: &str = "/v1/patients/{patient}/closure";
pub const DAY: &str = "2026-12-09";

fn his(day: &str) -> Value {
    with(week(day), "/respondent", "caregiver_proxy")
}

async fn close(bob: &Person) -> Value {
    let basis = json!({ "basis": "a quagga died" });
    bob.post(CLOSURE, basis).await.expect(202).body
}

/// Ada, whose diary Bob has closed, and Bob.
pub async fn closed(app: &TestApp) -> (Person, Person) {
    let (ada, bob) = ada_and_bob_who_acts(app).await;
    let bob = bob.on_another_device().await.on(&ada);
    close(&bob).await;
    app.clock.turn(TimeDelta::days(14));
    (ada.refreshed().await, bob.refreshed().await.on(&ada))
}

#[rstest]
#[tokio::test]
async fn r175_who_acts_for_the_patient_closes_the_diary_openly_and_after_a_time(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    let carol = app.member(&ada, "carol", "write").await;
    let basis = json!({ "basis": "a quagga died" });
    for other in [&bob, &carol] {
        let refused = other.post(CLOSURE, basis.clone()).await;
        refused.refused(403, "patient_only");
    }
    ada.post(CLOSURE, basis.clone())
        .await
        .refused(403, "trustee_only");
    bob.post_nothing(REQUEST).await.expect(202);
    app.clock.turn(TimeDelta::days(14));
    let stale = bob.refreshed().await.on(&ada);
    let stale = stale.post(CLOSURE, basis).await;
    stale.refused(401, "insufficient_user_authentication");
    let bob = bob.on_another_device().await.on(&ada);

    let asked = close(&bob).await;

    assert_eq!(asked["closed"], json!(false));
    assert_eq!(asked, close(&bob).await, "asking again changes nothing");
    app.keeps_to_itself("quagga");
    let ada = ada.refreshed().await;
    assert_eq!(ada.get(CLOSURE).await.expect(200).body, asked);
    all_is_sent(&app).await;
    assert!(subjects(&app, &ada).contains(&"Your diary will be closed".to_owned()));
    let told = app.mail().all_to(&carol.email);
    assert!(told.iter().any(|mail| mail.body.contains("closed on")));
    ada.record("2026-W50", week("2026-12-07")).await.expect(201);
    assert_eq!(app.written_down("closure.asked"), 1);
}

#[rstest]
#[tokio::test]
async fn r175_in_a_closed_diary_nobody_records_and_everybody_reads(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = closed(&app).await;

    bob.record("2026-W50", his(DAY))
        .await
        .refused(403, "diary_closed");
    ada.record("2026-W50", week(DAY))
        .await
        .refused(403, "diary_closed");
    ada.puts(riluzole(&app)).await.refused(403, "diary_closed");
    for person in [&ada, &bob] {
        let facts = person.get(FACTS).await.expect(200);
        let seen = person.with_header("If-Match", facts.etag());
        let changed = seen
            .change(FACTS, json!({"diagnosed_on": "2025-06-12"}))
            .await;
        changed.refused(403, "diary_closed");
    }

    for path in ["entries", "trend", "circle", "records"] {
        let path = format!("/v1/patients/{{patient}}/{path}");
        bob.get(&path).await.expect(200);
        ada.get(&path).await.expect(200);
    }
    let shown = ada.get(CLOSURE).await.expect(200).body;
    assert_eq!(shown["closed"], json!(true));
    ada.delete(CLOSURE).await.expect(204);
    ada.delete(CLOSURE).await.expect(204);
    ada.record("2026-W50", week(DAY)).await.expect(201);
    assert_eq!(app.written_down("closure.taken_back"), 1);
}

#[rstest]
#[tokio::test]
async fn r175_a_phone_is_told_that_the_diary_is_closed_once_its_time_has_come(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let bob = bob.on_another_device().await.on(&ada);
    close(&bob).await;
    let (mut all, mut one) = (Copy::default(), Copy::default());
    all.pull(&bob).await;
    one.pull_from(&bob, OF_ONE, 200).await;
    let kept = all.things.len();

    app.clock.turn(TimeDelta::days(14));
    let bob = bob.refreshed().await.on(&ada);
    let of_all = all.pull(&bob).await;
    let of_one = one.pull_from(&bob, OF_ONE, 200).await;

    let diary = ada.patient_id.as_deref().unwrap();
    for told in [of_all, of_one] {
        assert_eq!(short(&told), [("diary", diary, "put")]);
        assert_eq!(told[0]["data"]["closed"], json!(true));
    }
    assert_eq!(all.things.len(), kept, "the copy stays");
    assert!(all.pull(&bob).await.is_empty(), "it is told once");
}

#[rstest]
#[tokio::test]
async fn r175_a_closed_diary_is_not_silent_and_nothing_is_due_in_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let clinic = app.clinic().await;
    let (kim, phone) = clinic.staff_and_phone("kim", "clinician").await;
    ada.rate(&["2026-W45", "2026-W46", "2026-W47"]).await;
    ada.puts(riluzole(&app)).await.expect(201);
    clinic.enrol(&kim, &ada).await;
    let bob = bob.on_another_device().await.on(&ada);
    close(&bob).await;
    app.clock.turn(TimeDelta::days(56));
    let bob = bob.refreshed().await.on(&ada);
    let kim = kim.with_second_factor(&phone.code(&app, 0)).await;

    let shown = bob.get("/v1/patients/{patient}").await.expect(200).body;
    assert_eq!(shown["closed"], true);
    let may = shown["may"].to_string();
    assert!(
        may.contains("read_entries") && !may.contains("record"),
        "{may}"
    );
    let listed = bob.get("/v1/patients").await.expect(200).body;
    let of_ada = listed["items"].as_array().unwrap().iter();
    let of_ada: Vec<_> = of_ada.filter(|it| it["closed"] == true).collect();
    assert_eq!(of_ada.len(), 1, "{listed}");
    let trend = bob.get("/v1/patients/{patient}/trend").await.expect(200);
    let adherence = &trend.body["adherence"];
    assert_eq!(adherence["expected"], 3, "{adherence}");
    assert_eq!(adherence["streak"], 3);

    let cohort = clinic.at("/cohort?sort=weeks_silent");
    let row = &kim.get(&cohort).await.expect(200).body["items"][0];
    assert_eq!(row["closed"], true);
    assert_eq!(row["weeks_silent"], Value::Null);
    assert_eq!(row["treatments"], json!([]));
    assert_eq!(row["adherence"], 1.0);
    let silent = clinic.at("/cohort?silent_weeks=4");
    assert_eq!(kim.get(&silent).await.expect(200).body["items"], json!([]));
    let summary = kim
        .get(&clinic.at("/cohort/summary"))
        .await
        .expect(200)
        .body;
    assert_eq!([&summary["patients"], &summary["closed"]], [1, 1]);
    assert_eq!(summary["medians"]["total"], Value::Null);
}

#[rstest]
#[tokio::test]
async fn r175_one_touch_of_the_patient_opens_it_again(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = closed(&app).await;
    all_is_sent(&app).await;
    let mails = app.mail().all_to(&ada.email).into_iter();
    let mut mails = mails.filter(|mail| mail.subject == "Your diary will be closed");
    let (_, code) = link_in(&mails.next().unwrap());

    veto(&app, &code).await.expect(200);

    ada.record("2026-W50", week(DAY)).await.expect(201);
    bob.post(CLOSURE, json!({ "basis": "again" }))
        .await
        .refused(403, "patient_only");
}

#[rstest]
#[tokio::test]
async fn r175_the_patient_is_told_too_when_whoever_acts_opens_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = closed(&app).await;

    let copy = ada.on_another_device().await;
    let copy = copy.ask("POST", "/v1/account/export").await;
    bob.delete(CLOSURE).await.expect(204);

    assert_eq!(
        copy.expect(200).body["diary"]["closure"]["closed"],
        json!(true)
    );
    all_is_sent(&app).await;
    assert!(subjects(&app, &ada).contains(&"Your diary is open".to_owned()));
    bob.record("2026-W50", his(DAY)).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r175_silence_is_told_once_in_a_time_and_deletes_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let ben = app.patient("ben").await;
    let quiet = "Your account has been quiet".to_owned();
    app.clock.turn(TimeDelta::days(700));
    let app = app.restart().await;
    all_is_sent(&app).await;
    assert!(
        !subjects(&app, &ada).contains(&quiet),
        "not after 23 months"
    );
    ben.through(&app).on_another_device().await;
    app.clock.turn(TimeDelta::days(40));

    let app = app.restart().await;
    let app = told(app, 1).await;

    let times = |person: &Person| {
        let told = subjects(&app, person).into_iter();
        told.filter(|subject| *subject == quiet).count()
    };
    assert_eq!((times(&ada), times(&ben)), (1, 0));
    assert!(subjects(&app, &bob).contains(&"Somebody has been quiet".to_owned()));
    app.clock.turn(TimeDelta::days(300));
    let app = app.restart().await;
    let app = told(app, 1).await;
    let ada = ada.through(&app).on_another_device().await;
    ada.read("2026-W47").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r175_of_a_closed_diary_nobody_is_told_that_it_is_quiet(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = closed(&app).await;
    let ben = app.patient("ben").await;
    app.clock.turn(TimeDelta::days(740));

    let app = told(app.restart().await, 1).await;

    let quiet = |person| {
        subjects(&app, person)
            .into_iter()
            .any(|told| told.contains("quiet"))
    };
    assert_eq!([&ada, &bob, &ben].map(quiet), [false, false, true]);
}

/// Waits until silence was told so often, and the mail is out.
async fn told(app: TestApp, times: i64) -> TestApp {
    let asked = std::time::Instant::now();
    while app.written_down("silence.told") < times {
        assert!(asked.elapsed().as_secs() < 20, "nobody is told");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    all_is_sent(&app).await;
    assert_eq!(app.written_down("silence.told"), times);
    app
}
