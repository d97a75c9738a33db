//! What changed since an app last asked.

use rstest::rstest;
use serde_json::{Value, json};

use super::copies::{CHANGES, Copy, OF_ONE, short};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::treatments::people::{at, id_of, injection, riluzole};
use crate::weeks::{week, with, without};

#[rstest]
#[tokio::test]
async fn who_was_never_let_in_is_told_of_no_change(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let eve = app.patient("eve").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);

    let mut copy = Copy::default();
    copy.pull(&eve).await;

    let of_ada = ada.patient_id.clone().unwrap();
    assert!(copy.things.keys().all(|(diary, ..)| *diary != of_ada));
    let refused = eve.on(&ada).get(OF_ONE).await;
    refused.refused(404, "not_found");
    app.nobody()
        .get(CHANGES)
        .await
        .refused(401, "unauthenticated");
}

#[rstest]
#[tokio::test]
async fn r203_a_phone_is_told_what_changed_in_its_order_and_nothing_twice(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let mut copy = Copy::default();

    let first = copy.pull(&ada).await;
    let id = ada.patient_id.clone().unwrap();
    assert_eq!(
        short(&first),
        [("diary", id.as_str(), "put"), ("facts", id.as_str(), "put")],
        "a new diary"
    );
    assert_eq!(copy.pull(&ada).await, Vec::<Value>::new());

    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    let newest = ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let medicine = riluzole(&app);
    ada.puts(medicine.clone()).await.expect(201);
    let whole = ada.with_header("If-Match", "\"v1\"");
    whole
        .change(FACTS, json!({"sex": "female"}))
        .await
        .expect(200);
    let told = copy.pull(&ada).await;
    assert_eq!(
        short(&told),
        [
            ("entry", "2026-W46", "put"),
            ("entry", "2026-W47", "put"),
            ("record", id_of(&medicine), "put"),
            ("diary", &id, "put"),
            ("facts", &id, "put"),
        ]
    );
    assert_eq!(told[1]["data"], newest.body, "as reading shows it");
    assert_eq!(told[1]["etag"], newest.etag());
    assert_eq!(told[1]["revision"], 1);

    let revised = with(week("2026-11-18"), "/note", "slept badly");
    let seen = ada.with_header("If-Match", newest.etag());
    let path = "/v1/patients/{patient}/entries/2026-W47";
    seen.put(path, revised).await.expect(200);
    let held = ada.get(path).await;
    let removed = ada.with_header("If-Match", "\"v1\"");
    removed
        .delete("/v1/patients/{patient}/entries/2026-W46")
        .await
        .expect(204);
    let told = copy.pull(&ada).await;
    assert_eq!(
        short(&told),
        [("entry", "2026-W47", "put"), ("entry", "2026-W46", "void")],
        "removals are changes, in their order"
    );
    assert_eq!(told[0]["data"], held.body);
    assert_eq!(told[1]["etag"], "\"v2\"", "what writes it anew");
    assert_eq!(copy.ids("entry"), ["2026-W47"]);
    assert_eq!(copy.pull(&ada).await, Vec::<Value>::new());
}

#[rstest]
#[tokio::test]
async fn r204_pages_of_any_size_tell_the_same_while_somebody_writes(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    for day in 9..=15 {
        let day = format!("2026-11-{day:02}");
        let record =
            json!({"kind": "milestone", "milestone": "nasogastric_tube", "reached_on": day});
        let id = crate::treatments::people::new_id(&app);
        ada.put(&at(&id), record).await.expect(201);
    }
    let course = ada.treated(&app).await;
    for _ in 0..3 {
        ada.given(&app, &course).await;
    }
    for number in 30..=40 {
        let name = format!("2026-W{number}");
        let day = crate::weeks::monday(&name);
        ada.record(&name, week(&day)).await.expect(201);
    }

    let mut whole = Copy::default();
    whole.pull(&ada).await;
    let mut by_one = Copy::default();
    by_one.pull_from(&ada, CHANGES, 1).await;
    assert_eq!(by_one.things, whole.things);
    assert_eq!(by_one.next, whole.next);

    // A treatment takes what belongs to it along: one change, and more things than a page.
    let removed = ada.with_header("If-Match", "\"v1\"");
    removed.delete(&at(&course)).await.expect(204);
    let mut told = Vec::new();
    loop {
        let page = by_one.ask(&ada, CHANGES, 1).await.expect(200).body;
        told.extend(page["changes"].as_array().unwrap().clone());
        if told.len() == 2 {
            ada.record("2026-W41", week("2026-10-07")).await.expect(201);
        }
        if page["more"] == false {
            break;
        }
    }
    let ops: Vec<&str> = told.iter().map(|it| it["op"].as_str().unwrap()).collect();
    assert_eq!(ops, ["void", "void", "void", "void", "put"], "{told:?}");
    whole.pull(&ada).await;
    assert_eq!(by_one.things, whole.things);
    assert_eq!(whole.ids("record").len(), 7, "the milestones alone");

    // And brings it back.
    let back = ada.with_header("If-Match", "\"v2\"");
    let treatment = crate::treatments::people::cells(&app);
    back.put(&at(&course), without(treatment, "/id"))
        .await
        .expect(201);
    whole.pull(&ada).await;
    assert_eq!(whole.ids("record").len(), 11);
}

#[rstest]
#[tokio::test]
async fn nothing_new_is_nothing_to_send(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);

    for (client, path) in [
        (&ada, CHANGES),
        (&ada, OF_ONE),
        (&bob, CHANGES),
        (&bob, OF_ONE),
    ] {
        let mut copy = Copy::default();
        copy.pull_from(client, path, 200).await;
        let before = copy.next.clone();
        let empty = copy.ask(client, path, 50).await.expect(200);
        assert_eq!(empty.body["changes"], json!([]));
        assert_eq!(copy.next, before, "the cursor stays");
        assert!(empty.body["server_time"].is_string());
        app.clock.turn(chrono::TimeDelta::minutes(1));
        let held = client.with_header("If-None-Match", empty.etag());
        let again = copy.ask(&held, path, 50).await;
        assert_eq!((again.status, again.text.as_str()), (304, ""));
    }
}

#[rstest]
#[tokio::test]
async fn r203_a_cursor_that_is_not_good_any_more_says_where_to_begin(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let eve = app.patient("eve").await;
    let (mut copy, mut other) = (Copy::default(), Copy::default());
    copy.pull(&ada).await;

    for path in [CHANGES, OF_ONE] {
        ada.get(&format!("{path}?since=abc"))
            .await
            .refused(400, "invalid_query");
    }
    let of_ada = copy.next.clone().unwrap();
    let foreign = eve.get(&format!("{CHANGES}?since={of_ada}")).await;
    let foreign = foreign.refused(410, "resync_required");
    assert!(!foreign.text.contains(&of_ada));
    // A backup was restored: fewer changes than the phone knows of.
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    copy.pull(&ada).await;
    app.sql("update patients set last_change = 0");
    let refused = copy.ask(&ada, CHANGES, 50).await;
    let refused = refused.refused(410, "resync_required");

    other.next = refused.body["next"].as_str().map(str::to_owned);
    other.pull(&ada).await;
    assert_eq!(other.ids("entry"), ["2026-W47"], "all of it, anew");
}

#[rstest]
#[tokio::test]
async fn r211_five_years_come_in_a_few_answers(#[values(Sqlite)] on: Database) {
    let (app, ada) = start!(on; ada);
    let medicine = riluzole(&app);
    ada.puts(medicine).await.expect(201);
    let course = ada.treated(&app).await;
    ada.puts(injection(&app, &course)).await.expect(201);
    for year in 2022..=2026 {
        for number in 1..=47 {
            let name = format!("{year}-W{number:02}");
            let day = crate::weeks::monday(&name);
            ada.record(&name, without(week(&day), "/respondent"))
                .await
                .expect(201);
        }
    }

    let mut copy = Copy::default();
    let mut answers = 0;
    loop {
        answers += 1;
        // Killed between any two: what it stored is where it goes on.
        let mut again = copy.clone();
        let page = copy.ask(&ada, CHANGES, 200).await.expect(200);
        again.ask(&ada, CHANGES, 200).await.expect(200);
        assert_eq!(again.things, copy.things);
        if page.body["more"] == false {
            break;
        }
    }
    assert!(answers <= 3, "{answers}");
    assert_eq!(copy.ids("entry").len(), 235);
    assert_eq!(copy.ids("record").len(), 3);
}
