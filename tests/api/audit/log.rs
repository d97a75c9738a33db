//! What the patient reads of who did what.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::{Person, sign_in};
use crate::weeks::week;

const LOG: &str = "/v1/patients/{patient}/access-log";

/// Everything in Ada's log, newest first.
async fn log(ada: &Person) -> Vec<Value> {
    let page = ada.get(&format!("{LOG}?limit=200")).await.expect(200);
    page.body["items"].as_array().unwrap().clone()
}

async fn texts(ada: &Person) -> Vec<String> {
    let log = log(ada).await;
    let text = |event: &Value| event["text"].as_str().unwrap().to_owned();
    log.iter().map(text).collect()
}

/// The same once `text` is there: what was refused is written down beside the answer.
async fn until_told(ada: &Person, text: &str) {
    let asked = Instant::now();
    while !texts(ada).await.iter().any(|told| told == text) {
        let waited = asked.elapsed() < Duration::from_secs(5);
        assert!(waited, "{text}: {:?}", texts(ada).await);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[rstest]
#[tokio::test]
async fn r152_the_patient_reads_who_did_what_in_plain_words(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    bob.get("/v1/patients/{patient}").await.expect(200);
    bob.get("/v1/patients/{patient}/trend").await.expect(200);
    bob.read("2026-W47").await.expect(200);
    bob.get("/v1/patients/{patient}/entries/2026-W47/revisions")
        .await
        .expect(200);
    sign_in(&app.nobody(), &ada.email, "not her password").await;

    let told = texts(&ada).await;

    assert_eq!(
        told,
        [
            "Somebody tried to sign in with your address, and was refused.",
            "Bob, a friend of yours, read what your entries said before.",
            "Bob, a friend of yours, read your entries.",
            "Bob, a friend of yours, opened your trend.",
            "Bob, a friend of yours, opened your diary.",
            "You recorded a week (2026-W47).",
            "Bob, a friend of yours, came into your circle.",
            "You invited somebody into your circle.",
            "You signed in.",
            "You opened the account.",
        ]
    );
    let trend = &log(&ada).await[3];
    assert_eq!(trend["action"], "trend.read");
    assert_eq!(trend["account_id"], json!(bob.account_id));
    assert_eq!(
        (&trend["display_name"], &trend["relation"]),
        (&json!("Bob"), &json!("friend"))
    );
}

#[rstest]
#[case("de", ["Bob, mit Ihnen befreundet: Ihren Verlauf geöffnet.", "Bob, mit Ihnen befreundet: in Ihren Kreis gekommen."])]
#[case("fr", ["Bob, de vos amis\u{a0}: évolution ouverte.", "Bob, de vos amis\u{a0}: arrivée dans votre cercle."])]
#[case("es", ["Bob, de sus amistades: evolución abierta.", "Bob, de sus amistades: entrada en su círculo."])]
#[case("nl", ["Bob, een vriend of vriendin van u: uw verloop geopend.", "Bob, een vriend of vriendin van u: in uw kring gekomen."])]
#[tokio::test]
async fn r152_the_patient_reads_it_in_their_language(
    #[case] language: &str,
    #[case] expected: [&str; 2],
) {
    let (app, ada) = start!(Sqlite; ada);
    let bob = app.member(&ada, "bob", "summary").await;
    bob.get("/v1/patients/{patient}/trend").await.expect(200);
    let ada = ada.with_header("Accept-Language", language);

    let log = ada.get(&format!("{LOG}?limit=2")).await.expect(200);

    let items = log.body["items"].as_array().unwrap();
    let told: Vec<&str> = items
        .iter()
        .map(|one| one["text"].as_str().unwrap())
        .collect();
    assert_eq!(told, expected);
    assert_eq!(items[0]["action"], "trend.read");
}

#[rstest]
#[tokio::test]
async fn r146_what_others_read_is_written_down_once_an_hour_and_ones_own_reads_never(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    let cleo = app.member(&ada, "cleo", "summary").await;
    let trend = "/v1/patients/{patient}/trend";

    for _ in 0..5 {
        ada.get(trend).await.expect(200);
        bob.get(trend).await.expect(200);
        cleo.get(trend).await.expect(200);
    }
    let app = app.restart().await;
    for reader in [&bob, &cleo] {
        let again = reader.through(&app);
        let first = again.get(trend).await.expect(200);
        // That nothing has changed is something to know too.
        let same = again.with_header("if-none-match", first.etag());
        same.get(trend).await.expect(304);
    }

    assert_eq!(app.written_down("trend.read"), 2);
    app.clock.turn(TimeDelta::hours(1));
    bob.through(&app)
        .refreshed()
        .await
        .get(trend)
        .await
        .expect(200);
    assert_eq!(app.written_down("trend.read"), 3);
}

#[rstest]
#[tokio::test]
async fn r146_three_instances_write_one_read_down_once(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let (second, third) = (app.another_instance().await, app.another_instance().await);
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "read").await;
    let instances = [&app, &second, &third];
    let bobs: Vec<_> = (0..12)
        .map(|number| bob.through(instances[number % 3]))
        .collect();

    join_all(
        bobs.iter()
            .map(|bob| bob.get("/v1/patients/{patient}/trend")),
    )
    .await;

    assert_eq!(app.written_down("trend.read"), 1);
}

#[rstest]
#[tokio::test]
async fn r147_what_cannot_be_written_down_is_not_handed_out(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    app.sql("alter table audit_events rename to audit_gone");

    for path in ["", "/trend", "/entries", "/entries/2026-W47"] {
        let path = format!("/v1/patients/{{patient}}{path}");
        bob.get(&path).await.refused(500, "internal");
        ada.get(&path).await.expect(200);
    }
}

#[rstest]
#[tokio::test]
async fn r77_only_the_patient_reads_the_log(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let sam = app.stranger().await.on(&ada);

    bob.get(LOG).await.refused(403, "patient_only");
    sam.get(LOG).await.refused(404, "not_found");
    app.nobody()
        .showing(ada.patient_id.as_deref().unwrap())
        .get(LOG)
        .await
        .refused(401, "unauthenticated");
}

#[rstest]
#[tokio::test]
async fn r146_the_patient_reads_who_was_refused(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    let cleo = app.member(&ada, "cleo", "summary").await;
    let sam = app.stranger().await.on(&ada);

    for _ in 0..3 {
        cleo.get("/v1/patients/{patient}/entries")
            .await
            .refused(403, "summary_only");
        sam.get("/v1/patients/{patient}/trend")
            .await
            .refused(404, "not_found");
        // He may look, and there is nothing there.
        bob.read("2026-W40").await.refused(404, "not_found");
    }

    let cleos = "Cleo, a friend of yours, looked for something that you do not share with them, and was not shown it.";
    until_told(&ada, cleos).await;
    let sams = "Sam asked for your diary, which is not shared with them, and was not shown it.";
    until_told(&ada, sams).await;
    assert_eq!(app.written_down("access.refused"), 2);
}

#[rstest]
#[tokio::test]
async fn r102_the_log_is_read_page_by_page_and_by_nobody_elses_cursor(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    for day in ["2026-11-04", "2026-11-11", "2026-11-18"] {
        let day: chrono::NaiveDate = day.parse().unwrap();
        let name = day.format("%G-W%V").to_string();
        ada.record(&name, week(&day.to_string())).await.expect(201);
        ada.on_another_device().await;
    }

    let mut paged = Vec::new();
    let mut path = format!("{LOG}?limit=2");
    loop {
        let page = ada.get(&path).await.expect(200);
        paged.extend(page.body["items"].as_array().unwrap().clone());
        let Some(next) = page.body["next"].as_str() else {
            break;
        };
        path = format!("{LOG}?limit=2&cursor={next}");
    }

    assert_eq!(paged, log(&ada).await);
    assert_eq!(paged.len(), 8);
    let first = ada.get(&format!("{LOG}?limit=2")).await.expect(200);
    let cursor = first.body["next"].as_str().unwrap();
    ben.get(&format!("{LOG}?limit=2&cursor={cursor}"))
        .await
        .refused(400, "invalid_query");
}
