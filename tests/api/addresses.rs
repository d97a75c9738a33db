//! One person, one account, however their address is spelt.

use alsfrs_diary::platform::db::Db;
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::sign_in;

#[rstest]
#[case::of_a_turkish_name("özlem", &["Özlem@example.org", "ÖZLEM@Example.ORG", "O\u{308}zlem@example.org"])]
#[case::in_cyrillic("анна", &["Анна@example.org", "АННА@EXAMPLE.ORG"])]
#[case::in_greek("νίκοσ", &["Νίκος@example.org", "ΝΊΚΟΣ@example.org", "νίκος@example.org"])]
#[tokio::test]
async fn an_address_is_the_one_that_people_see(
    #[values(Sqlite, Postgres)] on: Database,
    #[case] name: &str,
    #[case] spellings: &[&str],
) {
    let app = start!(on);
    let person = app.patient(name).await;

    for spelling in spellings {
        let session = sign_in(&app.nobody(), spelling, &person.password).await;
        let session = session.expect(201).body;
        assert_eq!(
            session["account"]["id"],
            json!(person.account_id),
            "{spelling}"
        );
        let again = json!({
            "email": spelling, "password": "another counts nine quiet herons",
            "display_name": "Another", "role": "patient", "time_zone": "Europe/Berlin",
        });
        app.nobody().post("/v1/accounts", again).await.expect(202);
    }

    assert_eq!(app.query_i64("select count(*) from accounts"), 1);
}

#[rstest]
#[tokio::test]
async fn who_signed_up_with_a_capital_letter_before_is_found_still(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ozlem = app.patient("özlem").await;
    let ada = app.patient("ada").await;
    let (as_before, now) = (
        app.index_of("Özlem@example.org"),
        app.index_of("özlem@example.org"),
    );
    let home = app.home();
    app.stop().await;
    let db = Db::open(&home.database_url(), 1).unwrap();
    db.revert_newest().unwrap();
    drop(db);
    home.sql(&format!(
        "update accounts set email_index = '{as_before}' where email_index = '{now}'"
    ));

    let app = TestApp::start_in(&home).await;

    for (person, spelling) in [(&ozlem, "Özlem@example.org"), (&ada, "Ada@example.org")] {
        let session = sign_in(&app.nobody(), spelling, &person.password).await;
        session.expect(201);
    }
}
