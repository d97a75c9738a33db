//! What a thief finds of treatments, and what comes of meddling.

use rstest::rstest;

use super::people::{TREATMENTS, cells, headache, injection};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::with;

#[rstest]
#[tokio::test]
async fn r159_a_copied_database_says_nothing_of_what_was_tried(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let course = with(cells(&app), "/note", "the Okapi note");
    let course = with(
        with(course, "/name", "Okapi cells"),
        "/clinic",
        "Okapi Clinic",
    );
    let treatment = ada.adds(course).await;
    ada.adds(with(injection(&app, &treatment), "/place", "okapi room"))
        .await;
    let felt = with(headache(&app), "/description", "like an okapi");
    ada.adds(felt.clone()).await;
    let seen = ada.with_header("If-Match", "\"v1\"");
    let change = with(with(felt, "/severity", 3), "/change_reason", "okapi again");
    seen.puts(change).await.expect(200);

    for secret in ["okapi", "intrathecal", "autologous", "headache"] {
        app.keeps_to_itself(secret);
    }
}

#[rstest]
#[case("update records set content = (select content from records where kind = 4) where kind = 1")]
#[case("update records set revision = 2 where kind = 1")]
#[tokio::test]
async fn r160_a_treatment_that_was_moved_is_an_alarm_and_never_shown(
    #[values(Sqlite, Postgres)] on: Database,
    #[case] moved: &str,
) {
    let (app, ada) = start!(on; ada);
    ada.treated(&app).await;
    ada.felt(&app).await;

    app.sql(moved);

    let list = ada.get(TREATMENTS).await.refused(500, "internal");
    assert!(!list.text.contains("cells"), "{}", list.text);
}
