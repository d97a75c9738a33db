//! What a `PUT` of a week meets, and what comes of it: cell by cell.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::weeks::{answers, monday, with, without};

/// Which version the phone says it has seen.
const SEEN: [&str; 4] = ["nothing", "the current", "an old one", "that there is none"];

/// What becomes of the `PUT`: status, and code or whether it was `superseded`, and the revision after it.
type Cell = (u16, &'static str, i64);

const FIRST: Cell = (201, "", 1);
const NONE_YET: Cell = (412, "precondition_failed", 0);

/// What the week holds before, what is sent then, and what becomes of it for each of [`SEEN`].
const TABLE: [(&[&str], &str, [Cell; 4]); 7] = [
    (&[], "A", [FIRST, NONE_YET, NONE_YET, FIRST]),
    (&["A"], "A", [(200, "", 1); 4]),
    (&["A", "B"], "B", [(200, "", 2); 4]),
    (
        &["A", "B"],
        "A",
        [
            (200, "superseded", 2),
            (200, "", 3),
            (412, "precondition_failed", 2),
            (200, "superseded", 2),
        ],
    ),
    (
        &["A", "B"],
        "C",
        [
            (409, "week_taken", 2),
            (200, "", 3),
            (412, "precondition_failed", 2),
            (412, "precondition_failed", 2),
        ],
    ),
    (&["A", "-"], "A", REMOVED),
    (&["A", "-"], "C", REMOVED),
];

const REMOVED: [Cell; 4] = [
    (409, "week_removed", 2),
    (201, "", 3),
    (412, "precondition_failed", 2),
    (412, "precondition_failed", 2),
];

/// A rating with a note that is sealed. Line ends and composed letters differ between phones, and
/// so does what they leave out.
fn rating(week: &str, content: &str, again: bool) -> Value {
    let body = json!({
        "assessed_on": monday(week),
        "answers": without(answers([4, 4, 4, 3, 3, 3, 4, 4, 4, 4, 4, 0]), "/respiratory_insufficiency"),
        "weight_kg": 68.4,
        "note": format!("{content}: a café\nby the lake"),
    });
    if !again {
        return body;
    }
    let body = with(body, "/answers/respiratory_insufficiency", Value::Null);
    let body = with(
        body,
        "/note",
        format!("{content}: a cafe\u{301}\r\nby the lake"),
    );
    let body = with(body, "/respondent", "self");
    with(with(body, "/cutting_form", "5a"), "/symptoms", json!({}))
}

async fn arrange(ada: &Person, week: &str, before: &[&str]) {
    let path = format!("/v1/patients/{{patient}}/entries/{week}");
    for (number, content) in before.iter().enumerate() {
        let seen = ada.with_header("If-Match", &format!("\"v{number}\""));
        match (*content, number) {
            ("-", _) => drop(seen.delete(&path).await.expect(204)),
            (content, 0) => drop(
                ada.record(week, rating(week, content, false))
                    .await
                    .expect(201),
            ),
            (content, _) => drop(
                seen.put(&path, rating(week, content, false))
                    .await
                    .expect(200),
            ),
        }
    }
}

fn seeing(ada: &Person, which: &str, current: usize) -> crate::client::Client {
    match which {
        "nothing" => (**ada).clone(),
        "the current" => ada.with_header("If-Match", &format!("\"v{}\"", current.max(1))),
        "an old one" => ada.with_header("If-Match", "\"v0\""),
        _ => ada.with_header("If-None-Match", "*"),
    }
}

fn revision(app: &TestApp, week: &str) -> i64 {
    let number = week.replace("-W", "");
    let select = "select coalesce(sum(revision), 0) from entries where week =";
    app.query_i64(&format!("{select} {number}"))
}

#[rstest]
#[tokio::test]
async fn r191_the_table_of_the_contract_holds(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let mut weeks = (10..).map(|number| format!("2026-W{number}"));

    for (before, sent, cells) in TABLE {
        for (seen, (status, code, after)) in SEEN.into_iter().zip(cells) {
            let cell = format!("{before:?}, then {sent}, having seen {seen}");
            let week = weeks.next().unwrap();
            arrange(&ada, &week, before).await;

            let client = seeing(&ada, seen, before.len());
            let path = format!("/v1/patients/{{patient}}/entries/{week}");
            let reply = client.put(&path, rating(&week, sent, true)).await;

            assert_eq!(reply.status, status, "{cell}: {}", reply.text);
            assert_eq!(revision(&app, &week), after, "{cell}");
            let what_is_there = if status < 300 {
                let superseded = reply.body.get("superseded") == Some(&json!(true));
                assert_eq!(superseded, code == "superseded", "{cell}");
                &reply.body
            } else {
                assert_eq!(reply.code(), code, "{cell}");
                &reply.body["current"]
            };
            if after == 0 {
                assert_eq!(what_is_there, &Value::Null, "{cell}");
                continue;
            }
            assert_eq!(reply.etag(), format!("\"v{after}\""), "{cell}");
            assert_eq!(what_is_there["revision"], json!(after), "{cell}");
            let removed = before.contains(&"-") && status > 300;
            assert_eq!(what_is_there["voided"], json!(removed), "{cell}");
        }
    }
}

#[rstest]
#[tokio::test]
async fn r191_a_late_copy_is_one_of_its_own_author(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let by_bob = |content| {
        with(
            rating("2026-W47", content, false),
            "/respondent",
            "self_with_help",
        )
    };
    bob.record("2026-W47", by_bob("A")).await.expect(201);
    let path = "/v1/patients/{patient}/entries/2026-W47";
    let seen = ada.with_header("If-Match", "\"v1\"");
    seen.put(path, by_bob("B")).await.expect(200);

    let his = bob.record("2026-W47", by_bob("A")).await.expect(200);
    let hers = ada.record("2026-W47", by_bob("A")).await;

    assert_eq!(his.body["superseded"], json!(true));
    hers.refused(409, "week_taken");
    // What the patient removed, only the patient writes anew.
    let remover = ada.with_header("If-Match", "\"v2\"");
    remover.delete(path).await.expect(204);
    let seen = bob.with_header("If-Match", "\"v3\"");
    seen.put(path, by_bob("A"))
        .await
        .refused(403, "recorded_by_patient");
}
