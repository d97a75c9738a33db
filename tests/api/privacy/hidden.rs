//! What was written stays hidden where notes are not shared, and so does that it was: R170.

use rstest::rstest;
use serde_json::{Value, json};

use super::sharing::decide;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::promise;
use crate::treatments::people::{at, cells, headache, id_of, injection};
use crate::weeks::{week, with, without};

const WEEK: &str = "2026-W46";
const ENTRY: &str = "/v1/patients/{patient}/entries/2026-W46";

/// All that there is to read of a diary, lists a line at a time too.
fn routes(record: &str, account: &str) -> Vec<String> {
    let paths = promise::document()["paths"].as_object().unwrap();
    let of_a_diary = paths.iter().filter(|(path, operations)| {
        path.starts_with("/v1/patients") && !operations["get"].is_null()
    });
    let mut routes = Vec::new();
    for (path, operations) in of_a_diary {
        let path = path.replace("{week}", WEEK).replace("{record}", record);
        let path = path.replace("{account}", account);
        let is_paged = promise::parameters(&operations["get"]).any(|one| one["name"] == "limit");
        if is_paged {
            routes.push(format!("{path}?limit=1"));
        }
        routes.push(path);
    }
    routes
}

/// What `person` is answered on every route: its status, its tag and each of its bytes.
async fn shown(person: &Person, records: &[String]) -> Vec<(String, u16, String, String)> {
    let mut shown = Vec::new();
    for record in records {
        for path in routes(record, &person.account_id) {
            let reply = person.get(&path).await;
            // A refusal names its request.
            let text = if reply.status == 200 {
                // An app is told what time it is.
                let time = reply.body["server_time"].as_str().unwrap_or("never");
                reply.text.replace(time, "now")
            } else {
                reply.code().to_owned()
            };
            shown.push((path, reply.status, reply.header("etag").to_owned(), text));
        }
    }
    shown
}

/// Ada says another thing in her own words, and nothing else.
async fn rewords(ada: &Person, path: &str, body: &Value, words: &str) {
    let tag = ada.get(path).await.expect(200).etag().to_owned();
    let body = with(body.clone(), "/note", words);
    let body = with(body, "/change_reason", words);
    let corrected = ada.with_header("If-Match", &tag).put(path, body).await;
    corrected.expect(200);
}

#[rstest]
#[tokio::test]
async fn r170_that_hidden_words_were_corrected_is_told_by_no_number_tag_or_cursor(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let sue = app.member(&ada, "sue", "summary").await;
    decide(&ada, "notes_sharing", false).await;
    let entry = with(week("2026-11-11"), "/note", "slept badly");
    ada.record(WEEK, entry.clone()).await.expect(201);
    let (course, harm) = (cells(&app), headache(&app));
    ada.puts(course.clone()).await.expect(201);
    ada.puts(harm.clone()).await.expect(201);
    let given = injection(&app, id_of(&course));
    ada.puts(given.clone()).await.expect(201);
    // A correction that everybody is shown.
    let entry = with(entry, "/answers/speech", 3);
    rewords(&ada, ENTRY, &entry, "slept very badly").await;
    let all = [&course, &harm, &given];
    let records = all.map(|record| id_of(record).to_owned());
    for reader in [&bob, &sue] {
        let trend = reader.get("/v1/patients/{patient}/trend").await;
        trend.expect(200);
    }
    let before = (shown(&bob, &records).await, shown(&sue, &records).await);

    for words in ["a quagga", "two quaggas"] {
        app.clock.turn(chrono::TimeDelta::minutes(1));
        rewords(&ada, ENTRY, &entry, words).await;
        for record in all {
            let body = without(record.clone(), "/id");
            rewords(&ada, &at(id_of(record)), &body, words).await;
        }
    }

    let after = (shown(&bob, &records).await, shown(&sue, &records).await);
    for (before, after) in [(before.0, after.0), (before.1, after.1)] {
        for (before, after) in before.into_iter().zip(after) {
            assert_eq!(before, after);
        }
    }
    let hers = ada.read(WEEK).await.expect(200);
    assert_eq!(hers.body["revision"], json!(4));
    let told = bob.read(WEEK).await.expect(200);
    assert_eq!(told.body["revision"], json!(2));
    let versions = format!("{ENTRY}/revisions");
    let [hers, told] = [ada.get(&versions).await, bob.get(&versions).await];
    let [hers, told] = [hers, told].map(|reply| reply.body["items"].as_array().unwrap().len());
    assert_eq!((hers, told), (4, 2));
}

#[rstest]
#[tokio::test]
async fn r170_a_correction_by_what_was_shown_is_taken_after_hidden_words_were_corrected(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    decide(&ada, "notes_sharing", false).await;
    let his = with(week("2026-11-11"), "/respondent", "caregiver_proxy");
    let first = bob.record(WEEK, his.clone()).await.expect(201);
    rewords(&ada, ENTRY, &his, "a quagga").await;
    let told = bob.read(WEEK).await.expect(200);
    assert_eq!(told.etag(), first.etag());
    assert_eq!(told.text, first.text);

    let heavier = with(his, "/weight_kg", 60.5);
    let seen = bob.with_header("If-Match", first.etag());
    let corrected = seen.put(ENTRY, heavier.clone()).await.expect(200);
    let again = seen.put(ENTRY, with(heavier, "/weight_kg", 61.0)).await;

    assert_eq!(corrected.body["revision"], json!(2));
    again.refused(412, "precondition_failed");
    let hers = ada.read(WEEK).await.expect(200).body;
    assert_eq!(hers["note"], json!("a quagga"));
    assert_eq!(hers["weight_kg"], json!(60.5));
    assert_eq!(hers["revision"], json!(3));
}
