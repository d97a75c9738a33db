//! One person, one account, however their address is spelt.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
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
