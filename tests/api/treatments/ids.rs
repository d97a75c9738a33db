//! One id, one record; and not without end.

use rstest::rstest;
use serde_json::json;

use super::people::{TREATMENTS, at, headache, id_of, injection, renamed, riluzole};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::weeks::{with, without};

/// Copies the one record of this kind until there are `rows` of it.
fn fill(app: &TestApp, on: Database, kind: i32, rows: i64) {
    let new_id = match on {
        Sqlite => "randomblob(16)",
        Postgres => "gen_random_uuid()",
    };
    let columns = "patient_key, kind, treatment_id, began_on, ended_on, revision, change_no, shown_revision, voided, \
                   content, change_reason, recorded_at, recorded_by, recorded_as";
    app.sql(&format!(
        "insert into records (id, {columns})
         with recursive n (i) as (select 2 union all select i + 1 from n where i < {rows})
         select {new_id}, {columns} from records, n where kind = {kind}"
    ));
}

#[rstest]
#[tokio::test]
async fn nobody_is_given_something_ten_thousand_times(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let treatment = ada.treated(&app).await;
    ada.given(&app, &treatment).await;
    fill(&app, on, 2, 1999);
    let last = injection(&app, &treatment);

    ada.puts(last.clone()).await.expect(201);
    let refused = ada.puts(renamed(&app, &last)).await;
    refused.refused(409, "too_many_records");

    ada.puts(last).await.expect(200);
    let course = ada
        .get(&format!("{}/course", at(&treatment)))
        .await
        .expect(200);
    assert_eq!(course.body["administrations"], json!(2000));
    let another = ada.treated(&app).await;
    ada.given(&app, &another).await;
}

#[rstest]
#[tokio::test]
async fn r195_an_id_is_used_once(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let first = riluzole(&app);
    let recorded = ada.puts(first.clone()).await.expect(201);
    let again = ada.puts(first.clone()).await.expect(200);
    assert_eq!(
        (again.body, again.headers.get("etag")),
        (recorded.body.clone(), recorded.headers.get("etag"))
    );

    let other = ada.puts(with(first.clone(), "/dose", "100 mg")).await;
    let other = other.refused(409, "id_taken");
    assert_eq!(other.body["current"], recorded.body);
    assert_eq!(other.etag(), "\"v1\"");

    let his = ben.puts(first.clone()).await.refused(409, "id_taken");
    assert_eq!(his.body.get("current"), None);
    let kinds = with(headache(&app), "/id", id_of(&first));
    let kinds = ada.puts(kinds).await.refused(409, "id_taken");
    assert_eq!(kinds.body["current"], recorded.body);
    let kinds = with(headache(&app), "/id", id_of(&first));
    let seen = ada.with_header("If-Match", "\"v1\"");
    seen.puts(kinds).await.faulty("/kind", "cannot_change");

    // A copy that comes late, after a correction, is no conflict.
    let seen = ada.with_header("If-Match", "\"v1\"");
    let corrected = seen.puts(with(first.clone(), "/dose", "25 mg")).await;
    let late = ada.puts(first.clone()).await.expect(200);
    assert_eq!(late.body["superseded"], json!(true));
    assert_eq!(
        without(late.body, "/superseded"),
        corrected.expect(200).body
    );

    // What was removed stays removed.
    let seen = ada.with_header("If-Match", "\"v2\"");
    seen.delete(&at(id_of(&first))).await.expect(204);
    let gone = ada.puts(first.clone()).await;
    let gone = gone.refused(409, "record_removed");
    assert_eq!(gone.body["current"]["voided"], json!(true));
    assert_eq!(gone.body["current"]["kind"], json!("treatment"));
    assert_eq!(app.written_down("treatment.recorded"), 1);
    let knowing = ada.with_header("If-Match", gone.etag());
    let anew = knowing.puts(first).await.expect(201);
    assert_eq!(anew.body["revision"], json!(4));
}

#[rstest]
#[tokio::test]
async fn r198_twenty_phones_that_send_the_same_record_it_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let body = riluzole(&app);

    let sent = (0..20).map(|_| ada.puts(body.clone()));
    let replies = futures_util::future::join_all(sent).await;

    let new = replies.iter().filter(|reply| reply.status == 201).count();
    let known = replies.iter().filter(|reply| reply.status == 200).count();
    assert_eq!((new, known), (1, 19));
    let list = ada.get(TREATMENTS).await.expect(200).body;
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
}
