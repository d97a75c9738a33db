//! A copy that is long, and a reader who is slow.

use reqwest::Response;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::weeks::{week, with};

/// More than lies in sockets and in a page together.
const VERSIONS: usize = 4_000;

/// Ada, who has so many earlier versions of weeks long ago.
async fn with_many_versions(app: &TestApp) -> Person {
    let ada = app.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let columns = "change_no, shown_revision, voided, assessed_on, speech, salivation, swallowing, handwriting, cutting, \
        dressing, turning, walking, stairs, dyspnea, orthopnea, respiratory_insufficiency, tube_form, \
        gastrostomy, instrument, respondent, symptoms, weight_tenths, recorded_at, recorded_by, recorded_as";
    app.sql(&format!(
        "with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < {VERSIONS}) \
         insert into entry_revisions (patient_key, week, revision, {columns}) \
         select patient_key, (1930 + n / 50) * 100 + 1 + n % 50, 1, {columns} from entries, numbers"
    ));
    ada
}

/// Asks for the copy, and reads none of it but the head.
async fn begin(app: &TestApp, ada: &Person) -> Response {
    let url = format!("http://{}/v1/account/export", app.address());
    let request = reqwest::Client::new()
        .post(url)
        .bearer_auth(&ada.access_token);
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 200);
    response
}

async fn rest_of(mut response: Response) -> Result<Value, reqwest::Error> {
    let mut text = Vec::new();
    while let Some(bytes) = response.chunk().await? {
        text.extend_from_slice(&bytes);
    }
    Ok(serde_json::from_slice(&text).unwrap())
}

#[rstest]
#[tokio::test]
async fn r226_a_copy_that_is_read_slowly_is_one_picture_and_holds_nobody_up(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.database_connections = 1);
    let ada = with_many_versions(&app).await;

    let copy = begin(&app, &ada).await;
    let path = "/v1/patients/{patient}/entries/2026-W47";
    let now = ada.get(path).await.expect(200);
    ada.with_header("If-Match", now.header("etag"))
        .put(path, with(week("2026-11-18"), "/note", "later"))
        .await
        .expect(200);
    ada.record("2026-W48", week("2026-11-23")).await.expect(201);
    let copy = rest_of(copy).await.unwrap();

    let entries = copy["diary"]["entries"].as_array().unwrap();
    assert_eq!(entries.len(), VERSIONS + 1);
    let weeks: Vec<&str> = entries
        .iter()
        .map(|entry| entry["week"].as_str().unwrap())
        .collect();
    assert!(
        weeks.is_sorted_by(|one, next| one < next),
        "in order, and none twice"
    );
    assert_eq!(weeks.last(), Some(&"2026-W47"));
    assert_eq!(entries[VERSIONS]["note"], Value::Null);
    let events = copy["events"].as_array().unwrap();
    let last = events.last().unwrap();
    assert_eq!(last["action"], json!("account.exported"));
}

#[rstest]
#[tokio::test]
async fn r122_a_copy_ends_with_the_session_and_breaks_off_where_it_is(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = with_many_versions(&app).await;

    let copy = begin(&app, &ada).await;
    ada.ask("DELETE", "/v1/sessions/current").await.expect(204);

    rest_of(copy).await.unwrap_err();
}
