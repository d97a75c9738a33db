//! What the patient sees of those who follow, and switches off.

use rstest::rstest;
use serde_json::{Value, json};

use super::{ALERTS, FOLLOWERS, SUBJECT, today};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::weeks::with;

fn mute(of: &Person) -> String {
    format!("{FOLLOWERS}/{}/mute", of.account_id)
}

#[rstest]
#[tokio::test]
async fn the_patient_sees_who_is_told_of_what(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let sue = app.member(&ada, "sue", "summary").await;
    wim.follows(with(today(), "/silence_weeks", 2))
        .await
        .expect(200);
    for person in [&wim, &sue] {
        person.get(FOLLOWERS).await.refused(403, "patient_only");
        let refused = person.ask("PUT", &mute(&wim)).await;
        refused.refused(403, "patient_only");
    }

    let followers = ada.get(FOLLOWERS).await.expect(200).body;

    assert_eq!(
        followers["items"],
        json!([
            {"account_id": wim.account_id, "display_name": "Wim", "relation": "friend",
             "silence_weeks": 2, "tiers": ["contact_today"], "channels": ["mail"],
             "escalate_after_hours": null, "sees_flags": true, "muted": false},
            {"account_id": sue.account_id, "display_name": "Sue", "relation": "friend",
             "silence_weeks": null, "tiers": [], "channels": [],
             "escalate_after_hours": null, "sees_flags": false, "muted": false},
        ])
    );
}

#[rstest]
#[tokio::test]
async fn r80_the_patient_switches_it_off_for_one_person_who_is_not_told_why(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    let rob = app.member(&ada, "rob", "read").await;
    wim.follows(today()).await.expect(200);
    rob.follows(today()).await.expect(200);
    let mails = app.mail().all_to(&wim.email).len();

    ada.ask("PUT", &mute(&wim)).await.expect(204);
    ada.ask("PUT", &mute(&wim)).await.expect(204);
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;

    app.mail().next_to(&rob.email).await;
    assert_eq!(rob.alerts().await.len(), 1);
    assert_eq!(wim.alerts().await, Vec::<Value>::new());
    assert_eq!(
        app.mail().all_to(&wim.email).len(),
        mails,
        "no message at all"
    );
    let shown = wim.get(ALERTS).await.expect(200).body;
    assert_eq!(
        shown,
        json!({
            "silence_weeks": null, "tiers": ["contact_today"], "channels": ["mail"],
            "escalate_after_hours": null, "active": false,
        })
    );
    assert_eq!(
        ada.get(FOLLOWERS).await.body["items"][0]["muted"],
        json!(true)
    );
    assert_eq!(app.written_down("alerts.muted"), 1);

    ada.delete(&mute(&wim)).await.expect(204);
    ada.delete(&mute(&wim)).await.expect(204);
    app.watch().await;
    assert_eq!(wim.alerts().await.len(), 1, "what still waits");
    let nobody = format!("{FOLLOWERS}/{}/mute", ada.account_id);
    ada.ask("PUT", &nobody).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn the_access_log_says_who_was_told(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    wim.follows(today()).await.expect(200);
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;
    app.mail().next_to(&wim.email).await;

    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);

    let said: Vec<&str> = log.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["text"].as_str().unwrap())
        .collect();
    let told = "Wim, a friend of yours, was told that there is something new in your diary.";
    assert!(said.contains(&told), "{said:?}");
    let (code, said) = app.run(&["audit", "verify"]);
    assert!(code.is_some(), "{said}");
}

#[rstest]
#[tokio::test]
async fn who_is_let_in_anew_begins_anew(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    wim.follows(today()).await.expect(200);
    let place = format!("/v1/patients/{{patient}}/circle/{}", wim.account_id);
    ada.delete(&place).await.expect(204);
    app.clock.turn(chrono::TimeDelta::seconds(5));
    app.let_in(&ada, &wim, "read").await;

    let chosen = wim.get(ALERTS).await.expect(200);

    assert_eq!(chosen.body["tiers"], json!([]), "on other terms");
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;
    assert_eq!(app.tellings(), 0);
    wim.follows(today()).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn the_copy_of_everything_has_alerts_and_an_erasure_leaves_none(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    wim.follows(today()).await.expect(200);
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;

    let mine = ada
        .post_nothing("/v1/account/export")
        .await
        .expect(200)
        .body;
    let alert = &mine["diary"]["alerts"][0];
    assert_eq!(alert["told"][0]["by"]["display_name"], "Wim");
    let his = wim
        .post_nothing("/v1/account/export")
        .await
        .expect(200)
        .body;
    assert_eq!(his["follows"][0]["tiers"], json!(["contact_today"]));
    assert_eq!(app.mail().next_to(&wim.email).await.subject, SUBJECT);
    ada.ask("POST", "/v1/account/erasure").await.expect(202);
    let app = app.after_erasures().await;

    for table in ["followers", "watches", "alerts", "alert_tellings"] {
        let left = app.query_i64(&format!("select count(*) from {table}"));
        assert_eq!(left, 0, "{table}");
    }
}
