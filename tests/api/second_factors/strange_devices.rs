//! A sign-in where somebody was not seen before is told by mail.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;

async fn sign_in_on(app: &TestApp, who: &Person, device: Option<&str>, from: &str) {
    let mut body = json!({ "email": who.email, "password": who.password });
    if let Some(device) = device {
        body["device_name"] = json!(device);
    }
    let client = app.nobody().with_header("X-Forwarded-For", from);
    client.post("/v1/sessions", body).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r44_a_strange_device_or_network_is_told(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| settings
        .trusted_proxies
        .push([127, 0, 0, 1].into()));
    let ada = app.patient("ada").await;
    let told = || async {
        let quiet = "select count(*) from outbox";
        while app.query_i64(quiet) > 0 {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
        let all = app.mail().all_to(&ada.email).into_iter();
        all.filter(|mail| mail.subject == "A new device signed in")
            .count()
    };

    let first = told().await;
    sign_in_on(&app, &ada, Some("Ada's tablet"), "198.51.100.7").await;
    let strange = told().await;
    sign_in_on(&app, &ada, Some("Ada's tablet"), "198.51.100.9").await;
    let known = told().await;
    sign_in_on(&app, &ada, Some("Ada's tablet"), "203.0.113.7").await;
    let elsewhere = told().await;
    sign_in_on(&app, &ada, Some("A stranger's phone"), "198.51.100.7").await;
    let of_somebody_else = told().await;
    sign_in_on(&app, &ada, None, "127.0.0.1").await;
    let unnamed = told().await;

    let counts = [first, strange, known, elsewhere, of_somebody_else, unnamed];
    assert_eq!(counts, [0, 1, 1, 2, 3, 3]);
    let mails = app.mail().all_to(&ada.email);
    let mail = &mails.last().unwrap().body;
    assert!(mail.contains("A stranger's phone"), "{mail}");
    assert!(mail.contains("198.51.100.0/24"), "{mail}");
    for word in ["diary", "patient", "ALS", "symptom"] {
        assert!(!mail.contains(word), "{word} in {mail}");
    }
}
