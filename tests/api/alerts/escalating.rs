//! An alert that nobody answers, and one that somebody sees to.

use rstest::rstest;
use serde_json::{Value, json};

use super::{at, today};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

/// Of nothing by themselves, but where nobody before answered.
fn if_nobody_answers() -> Value {
    json!({"channels": ["mail"]})
}

#[rstest]
#[tokio::test]
async fn an_alert_without_an_answer_goes_to_the_next_person(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    let choice = json!({"site_id": clinic.site, "account_id": kim.account_id});
    let coordinator = "/v1/patients/{patient}/coordinator";
    ada.put(coordinator, choice).await.expect(200);
    let kim = kim.on(&ada);
    let rob = app.member(&ada, "rob", "read").await;
    let sue = app.member(&ada, "sue", "summary").await;
    let tom = app.member(&ada, "tom", "read").await;
    let trustee = json!({"account_id": tom.account_id});
    ada.put("/v1/patients/{patient}/trustee", trustee)
        .await
        .expect(200);
    let wim = app.member(&ada, "wim", "write").await;
    wim.follows(with(today(), "/escalate_after_hours", 2))
        .await
        .expect(200);
    let kims = with(if_nobody_answers(), "/escalate_after_hours", 3);
    kim.follows(kims).await.expect(200);
    for person in [&rob, &sue, &tom] {
        person.follows(if_nobody_answers()).await.expect(200);
    }
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;
    assert_eq!(app.tellings(), 1, "Wim");

    app.watch_at("2026-11-23T14:05:00Z").await;
    assert_eq!(app.tellings(), 2);
    app.watch_at("2026-11-23T16:50:00Z").await;
    assert_eq!(app.tellings(), 2, "she has three hours");
    app.watch_at("2026-11-23T17:10:00Z").await;
    assert_eq!(app.tellings(), 3);
    app.watch_at("2026-11-23T19:15:00Z").await;
    assert_eq!(app.tellings(), 4);
    app.watch_at("2026-11-25T19:15:00Z").await;

    assert_eq!(app.tellings(), 4, "Sue sees no flags");
    let ada = ada.on_another_device().await;
    let alert = ada.alerts().await.remove(0);
    let told: Vec<&str> = alert["told"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["by"]["display_name"].as_str().unwrap())
        .collect();
    assert_eq!(told, ["Wim", "Dr kim", "Tom", "Rob"]);
}

#[rstest]
#[tokio::test]
async fn one_who_sees_to_it_ends_it_for_all_and_is_seen_by_all(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let rob = app.member(&ada, "rob", "read").await;
    let tom = app.member(&ada, "tom", "read").await;
    for person in [&wim, &rob] {
        let impatient = with(today(), "/escalate_after_hours", 1);
        person.follows(impatient).await.expect(200);
    }
    tom.follows(if_nobody_answers()).await.expect(200);
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;
    let alert = wim.alerts().await.remove(0);
    tom.sees_to(&alert).await.refused(404, "not_found");
    app.stranger()
        .await
        .sees_to(&alert)
        .await
        .refused(404, "not_found");

    let (first, second) = tokio::join!(wim.sees_to(&alert), rob.sees_to(&alert));

    let (first, second) = (first.expect(200).body, second.expect(200).body);
    assert_eq!(
        first["acknowledged"], second["acknowledged"],
        "the first stays"
    );
    let seen = &rob.alerts().await[0]["acknowledged"];
    assert_eq!(seen, &first["acknowledged"]);
    assert_eq!(ada.alerts().await[0]["acknowledged"], first["acknowledged"]);
    assert_eq!(app.written_down("alert.acknowledged"), 1);
    app.watch_at("2026-11-24T12:00:00Z").await;
    assert_eq!(app.tellings(), 2, "Tom is not told");
}

#[rstest]
#[tokio::test]
async fn who_was_sent_away_meanwhile_is_not_the_next(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let rob = app.member(&ada, "rob", "read").await;
    let tom = app.member(&ada, "tom", "read").await;
    wim.follows(with(today(), "/escalate_after_hours", 1))
        .await
        .expect(200);
    rob.follows(if_nobody_answers()).await.expect(200);
    tom.follows(if_nobody_answers()).await.expect(200);
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;
    let place = format!("/v1/patients/{{patient}}/circle/{}", rob.account_id);
    ada.delete(&place).await.expect(204);

    app.clock.set(at("2026-11-23T13:30:00Z"));
    app.watch().await;

    assert_eq!(app.tellings(), 2);
    assert_eq!(tom.on_another_device().await.alerts().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn an_alert_that_came_back_goes_to_the_next_person_too(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let soon = with(today(), "/escalate_after_hours", 2);
    wim.follows(soon).await.expect(200);
    let rob = app.member(&ada, "rob", "read").await;
    rob.follows(if_nobody_answers()).await.expect(200);
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;

    // It looked like a slip, and was none.
    let path = "/v1/patients/{patient}/entries/2026-W47";
    for points in [4, 1] {
        let entry = ada.get(path).await.expect(200);
        let correcting = ada.with_header("If-Match", entry.etag());
        let said = with(week("2026-11-18"), "/answers/dyspnea", points);
        correcting.put(path, said).await.expect(200);
        app.watch().await;
    }
    assert_eq!(app.tellings(), 1, "Wim knows it");

    app.watch_at("2026-11-23T14:05:00Z").await;

    assert_eq!(app.tellings(), 2);
}
