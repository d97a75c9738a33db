//! The list of the diaries that people may open.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{answers, week, with};

#[rstest]
#[tokio::test]
async fn everybody_lists_the_diaries_they_may_open(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    app.let_in(&ada, &ben, "read").await;

    let listed = ben.get("/v1/patients").await.expect(200);

    let rows: Vec<_> = listed.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["display_name"].as_str().unwrap(),
                row["relation"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(rows, [("Ben", "self"), ("Ada", "friend")]);
    let alone = app.stranger().await.get("/v1/patients").await.expect(200);
    assert_eq!(alone.body, json!({"items": [], "next": null}));
}

#[rstest]
#[tokio::test]
async fn the_list_has_the_last_week_flags_and_what_is_new(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let wim = app.member(&ada, "wim", "write").await;
    let sue = app.member(&ada, "sue", "summary").await;
    app.let_in(&ben, &wim, "read").await;
    let trend = "/v1/patients/{patient}/trend";
    let low = answers([4, 4, 4, 4, 4, 4, 4, 4, 4, 1, 4, 4]);
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    wim.get(trend).await.expect(200);
    let worse = with(week("2026-11-18"), "/answers", low);
    let worse = ada.record("2026-W47", worse).await.expect(201);

    let own = ada.get("/v1/patients").await.expect(200).body["items"][0].take();
    assert_eq!(
        (
            &own["last_week"],
            &own["total"],
            &own["flags"],
            own.get("new_weeks")
        ),
        (&json!("2026-W47"), &json!(45), &json!(1), None)
    );
    let first = wim.get("/v1/patients?limit=1").await.expect(200).body;
    let next = first["next"].as_str().unwrap();
    let second = wim
        .get(&format!("/v1/patients?limit=1&cursor={next}"))
        .await;
    let second = second.expect(200).body;
    assert_eq!(second["next"], Value::Null);
    let mut rows = [&first["items"][0], &second["items"][0]];
    rows.sort_by_key(|row| row["display_name"].as_str().unwrap().to_owned());
    assert_eq!(
        (&rows[0]["flags"], &rows[0]["new_weeks"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(
        (&rows[1]["last_week"], &rows[1]["new_weeks"]),
        (&Value::Null, &json!(0))
    );
    let hers = sue.get("/v1/patients").await.expect(200).body["items"][0].take();
    assert_eq!(
        (&hers["total"], hers.get("flags"), &hers["new_weeks"]),
        (&json!(45), None, &json!(2))
    );

    // What is only worded anew is not new, and what was looked at in another hour is not either.
    let reworded = with(
        with(
            week("2026-11-18"),
            "/answers",
            answers([4, 4, 4, 4, 4, 4, 4, 4, 4, 1, 4, 4]),
        ),
        "/note",
        "better",
    );
    let entry = "/v1/patients/{patient}/entries/2026-W47";
    let seen = ada.with_header("If-Match", worse.etag());
    let reworded = seen.put(entry, reworded).await.expect(200);
    let again = sue.get("/v1/patients").await.expect(200).body["items"][0].take();
    assert_eq!(again["new_weeks"], json!(2));
    let seen = ada.with_header("If-Match", reworded.etag());
    seen.delete(entry).await.expect(204);
    let removed = sue.get("/v1/patients").await.expect(200).body["items"][0].take();
    assert_eq!(removed["new_weeks"], json!(1));
    app.clock.turn(chrono::TimeDelta::hours(1));
    let wim = wim.refreshed().await;
    wim.get(trend).await.expect(200);
    let seen = wim.get("/v1/patients").await.expect(200).body;
    for row in seen["items"].as_array().unwrap() {
        assert_eq!(row["new_weeks"], json!(0));
    }
    // Wim's, for two hours, and Sue's.
    assert_eq!(app.written_down("patient.listed"), 5);
}

#[rstest]
#[tokio::test]
async fn a_page_of_many_diaries_says_of_each_what_is_its_own(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, wim) = start!(on; wim);
    wim.record("2026-W45", week("2026-11-04")).await.expect(201);
    let low = answers([4, 4, 4, 4, 4, 4, 4, 4, 4, 1, 4, 4]);
    for (name, level, weeks) in [
        ("ann", "read", 0),
        ("bea", "read", 2),
        ("cem", "write", 2),
        ("dan", "summary", 2),
        ("eve", "read", 1),
    ] {
        let patient = app.patient(name).await;
        let code = json!({ "code": app.invite(&patient, &wim.email, level).await });
        let joined = wim.post("/v1/invitations/accept", code).await;
        joined.expect(201);
        if weeks > 0 {
            let before = week("2026-11-11");
            patient.record("2026-W46", before).await.expect(201);
        }
        if weeks > 1 {
            let worse = with(week("2026-11-18"), "/answers", low.clone());
            patient.record("2026-W47", worse).await.expect(201);
        }
        match name {
            "cem" => patient.knows_all().await,
            "eve" => _ = wim.on(&patient).read("2026-W46").await.expect(200),
            _ => {}
        }
    }

    let page = wim.get("/v1/patients").await.expect(200).body;

    let members = ["display_name", "last_week", "total", "flags", "new_weeks"];
    let row = |row: &Value| members.map(|member| row[member].clone());
    let mut rows: Vec<_> = page["items"].as_array().unwrap().iter().map(row).collect();
    rows.sort_by_key(|row| row[0].to_string());
    assert_eq!(
        json!(rows),
        json!([
            ["Ann", null, null, 0, 0],
            ["Bea", "2026-W47", 45, 1, 2],
            ["Cem", "2026-W47", 45, 0, 2],
            ["Dan", "2026-W47", 45, null, 2],
            ["Eve", "2026-W46", 45, 0, 0],
            ["Wim", "2026-W45", 45, 0, null],
        ])
    );
    assert_eq!(page["items"][0]["relation"], json!("self"));
}
