//! Many changes in one request.

use rstest::rstest;
use serde_json::{Value, json};

use super::copies::{CHANGES, Copy, short};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::Client;
use crate::people::Person;
use crate::treatments::people::{at, cells, id_of, injection};
use crate::weeks::{monday, week, with, without};

pub const BATCH: &str = "/v1/batch";

/// An operation that records a week in the diary of `ada`.
pub fn records(ada: &Person, name: &str, body: Value) -> Value {
    let path = format!(
        "/v1/patients/{}/entries/{name}",
        ada.patient_id.as_deref().unwrap()
    );
    with(
        json!({"id": name, "method": "PUT", "path": path}),
        "/body",
        body,
    )
}

fn of(ada: &Person, id: &str, method: &str, path: &str, body: Value) -> Value {
    let path = path.replace("{patient}", ada.patient_id.as_deref().unwrap());
    with(
        json!({"id": id, "method": method, "path": path}),
        "/body",
        body,
    )
}

/// Sends them, and reads what became of each.
pub async fn send(client: &Client, operations: &[Value]) -> Vec<Value> {
    let sent = client.post(BATCH, json!({"operations": operations})).await;
    let results = sent.expect(200).body["results"].as_array().unwrap().clone();
    let asked: Vec<_> = operations.iter().map(|one| &one["id"]).collect();
    let answered: Vec<_> = results.iter().map(|one| &one["id"]).collect();
    assert_eq!(answered, asked, "each, in its order");
    results
}

fn statuses(results: &[Value]) -> Vec<u64> {
    results
        .iter()
        .map(|one| one["status"].as_u64().unwrap())
        .collect()
}

#[rstest]
#[tokio::test]
async fn r88_a_batch_may_what_its_sender_may_and_no_more(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let eve = app.patient("eve").await;
    let rob = app.member(&ada, "rob", "read").await;
    let rated = without(week("2026-11-18"), "/respondent");

    let nobody = app.nobody();
    let one = [records(&ada, "2026-W47", rated.clone())];
    let sent = nobody.post(BATCH, json!({"operations": one})).await;
    sent.refused(401, "unauthenticated");
    let results = send(&rob, &one).await;
    assert_eq!(results[0]["body"]["code"], "read_only");
    let results = send(
        &eve,
        &[
            one[0].clone(),
            records(
                &eve,
                "2026-W46",
                with(rated.clone(), "/assessed_on", "2026-11-11"),
            ),
        ],
    )
    .await;
    assert_eq!(statuses(&results), [404, 201]);

    // Not even with the rights of its sender: sessions, accounts, other batches, reads of all.
    for (method, path) in [
        ("DELETE", "/v1/sessions"),
        ("POST", "/v1/account/export"),
        ("POST", "/v1/batch"),
        ("PUT", "/v1/account/password"),
        ("PUT", "/v1/patients/../account"),
        ("PUT", "/v1/patients/{patient}/facts?x=1"),
        ("PUT", "//v1/patients/{patient}/facts"),
        ("GET", "/v1/patients/{patient}/facts"),
    ] {
        let results = send(&ada, &[of(&ada, "a", method, path, json!({}))]).await;
        let refused = &results[0];
        assert!(
            matches!(refused["status"].as_u64(), Some(422 | 404)),
            "{path}: {refused}"
        );
    }
    // Who signed out is out for a batch too.
    ada.delete("/v1/sessions/current").await.expect(204);
    let sent = ada.post(BATCH, json!({"operations": one})).await;
    sent.refused(401, "invalid_token");
}

#[rstest]
#[tokio::test]
async fn a_batch_that_cannot_be_read_is_refused_whole(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let one = records(&ada, "2026-W47", week("2026-11-18"));
    let post = async |operations: Value| ada.post(BATCH, json!({"operations": operations})).await;

    post(json!([])).await.faulty("/operations", "empty");
    post(json!([one, one]))
        .await
        .faulty("/operations/1/id", "repeated");
    let nameless = with(one.clone(), "/id", "");
    post(json!([nameless]))
        .await
        .faulty("/operations/0/id", "empty");
    let more = with(one.clone(), "/token", "mine");
    post(json!([more]))
        .await
        .faulty("/operations/0/token", "unknown_member");
    let with_header = with(
        one.clone(),
        "/headers",
        json!({"Authorization": "Bearer of another"}),
    );
    post(json!([with_header]))
        .await
        .faulty("/operations/0/headers/Authorization", "unknown_member");
    let many: Vec<Value> = (0..101)
        .map(|id| with(one.clone(), "/id", id.to_string()))
        .collect();
    post(json!(many)).await.faulty("/operations", "too_long");
    let twice = one
        .to_string()
        .replacen("\"method\":", "\"method\":\"PUT\",\"method\":", 1);
    let twice = format!("{{\"operations\":[{twice}]}}");
    let sent = ada
        .send_bytes("POST", BATCH, "application/json", twice)
        .await;
    sent.refused(400, "malformed_json");
    let mut copy = Copy::default();
    copy.pull(&ada).await;
    assert!(copy.ids("entry").is_empty());
}

#[rstest]
#[tokio::test]
async fn r207_each_operation_is_answered_as_if_it_was_sent_alone_and_blocks_no_other(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    ada.record("2026-W45", week("2026-11-04")).await.expect(201);
    let other = with(week("2026-11-04"), "/answers/speech", 2);
    let wrong = with(week("2026-11-11"), "/answers/speech", "4");
    let operations = [
        records(&ada, "2026-W45", other),
        records(&ada, "2026-W46", wrong.clone()),
        records(&ada, "2026-W47", week("2026-11-18")),
        records(&ada, "2026-W54", week("2026-11-18")),
        of(
            &ada,
            "away",
            "DELETE",
            "/v1/patients/{patient}/entries/2026-W45",
            Value::Null,
        ),
        of(
            &ada,
            "nowhere",
            "POST",
            "/v1/patients/{patient}/entries/2026-W45",
            json!({}),
        ),
        with(
            of(
                &ada,
                "gone",
                "DELETE",
                "/v1/patients/{patient}/entries/2026-W45",
                Value::Null,
            ),
            "/headers",
            json!({"If-Match": "\"v1\""}),
        ),
    ];

    let results = send(&ada, &operations).await;

    assert_eq!(statuses(&results), [409, 422, 201, 422, 428, 405, 204]);
    assert_eq!(results[0]["body"]["code"], "week_taken");
    assert_eq!(results[0]["body"]["current"]["answers"]["speech"], 4);
    assert_eq!(results[0]["headers"]["ETag"], "\"v1\"");
    let alone = ada
        .record("2026-W46", wrong)
        .await
        .refused(422, "invalid_content");
    assert_eq!(results[1]["body"]["errors"], alone.body["errors"]);
    assert!(results[1]["headers"]["X-Request-Id"].is_string());
    let there = ada.read("2026-W47").await.expect(200);
    assert_eq!(results[2]["body"], there.body);
    assert_eq!(results[6]["body"], Value::Null);

    // The answer was lost: all of it once more.
    let again = send(&ada, &operations).await;
    assert_eq!(statuses(&again)[2], 200);
    assert_eq!(again[2]["body"], there.body);
    assert_eq!(again[0]["body"]["code"], "week_removed");
    let versions = ada
        .get("/v1/patients/{patient}/entries/2026-W47/revisions")
        .await;
    assert_eq!(versions.body["items"].as_array().unwrap().len(), 1);
}

#[rstest]
#[tokio::test]
async fn r206_what_hangs_on_what_is_missing_is_refused_and_comes_in_with_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let course = cells(&app);
    let day = injection(&app, id_of(&course));
    let put = |body: &Value| {
        let path = at(id_of(body));
        of(
            &ada,
            id_of(body),
            "PUT",
            &path,
            without(body.clone(), "/id"),
        )
    };

    let early = send(&ada, &[put(&day), put(&course)]).await;
    assert_eq!(statuses(&early), [422, 201], "never partly applied");
    let late = send(&ada, &[put(&course), put(&day)]).await;
    assert_eq!(statuses(&late), [200, 201]);
}

#[rstest]
#[tokio::test]
async fn r66_three_years_of_weeks_come_in_with_two_requests_and_in_their_order(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let names =
        (2023..=2026).flat_map(|year| (1..=46).map(move |week| format!("{year}-W{week:02}")));
    let names: Vec<String> = names.collect();
    assert_eq!(names.len(), 184);

    for (part, weeks) in names.chunks(92).enumerate() {
        let operations: Vec<Value> = weeks
            .iter()
            .map(|name| records(&ada, name, week(&monday(name))))
            .collect();
        let results = send(&ada, &operations).await;
        assert!(
            statuses(&results).iter().all(|status| *status == 201),
            "{part}"
        );
    }

    let mut copy = Copy::default();
    let told = copy.pull_from(&ada, CHANGES, 200).await;
    let told: Vec<_> = short(&told)
        .into_iter()
        .filter(|(kind, ..)| *kind == "entry")
        .map(|(_, id, _)| id.to_owned())
        .collect();
    assert_eq!(told, names);
    assert_eq!(app.written_down("entry.recorded"), 184);
}

#[rstest]
// Half an emoji: a note that was cut in two.
#[case("\"note\":\"HERE\"", "\"note\":\"\\ud83d\"", 422)]
// A member twice.
#[case("\"note\":\"HERE\"", "\"note\":\"a\",\"note\":\"b\"", 400)]
#[tokio::test]
async fn a_week_that_cannot_be_read_holds_up_no_other(
    #[case] sound: &str,
    #[case] broken: &str,
    #[case] status: u64,
) {
    let (_app, ada) = start!(Sqlite; ada);
    let bad = with(week("2026-11-18"), "/note", "HERE");
    let good = week("2026-11-11");
    let operations = [
        records(&ada, "2026-W47", bad),
        records(&ada, "2026-W46", good),
    ];
    let body = json!({ "operations": operations }).to_string();
    assert!(body.contains(sound), "{body}");

    let sent = ada.send_bytes(
        "POST",
        BATCH,
        "application/json",
        body.replace(sound, broken),
    );

    let results = sent.await.expect(200).body["results"].clone();
    assert_eq!(statuses(results.as_array().unwrap()), [status, 201]);
    ada.read("2026-W46").await.expect(200);
    ada.read("2026-W47").await.refused(404, "not_found");
}
