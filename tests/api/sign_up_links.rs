//! The link beside the code, and strangers who try codes.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::mail::Mail;
use crate::reply::Reply;

async fn signed_up(app: &TestApp) -> Mail {
    let form = json!({
        "email": "ada@example.org", "password": "ada counts seven quiet herons",
        "display_name": "Ada", "role": "patient", "time_zone": "Europe/Berlin",
    });
    let nobody = app.nobody();
    nobody.post("/v1/accounts", form).await.expect(202);
    app.mail().next_to("ada@example.org").await
}

fn link_in(mail: &Mail) -> String {
    let link = mail
        .body
        .lines()
        .find_map(|line| line.split_once("#sign-up="));
    link.expect("a link").1.trim().to_owned()
}

async fn confirm(app: &TestApp, from: &str, body: Value) -> Reply {
    let client = app.nobody().with_header("x-forwarded-for", from);
    client.post("/v1/accounts/confirm", body).await
}

async fn behind_a_proxy(on: Database) -> Option<TestApp> {
    TestApp::start(on, |settings| {
        settings.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    })
    .await
}

#[rstest]
#[tokio::test]
async fn r60_strangers_who_try_codes_end_nobodys_sign_up(#[values(Sqlite, Postgres)] on: Database) {
    let Some(app) = behind_a_proxy(on).await else {
        return;
    };
    let mail = signed_up(&app).await;
    let wrong = (mail.code().parse::<u32>().unwrap() + 1) % 100_000_000;
    let wrong = json!({ "email": "ada@example.org", "code": format!("{wrong:08}") });

    for _ in 0..10 {
        let reply = confirm(&app, "198.51.100.9", wrong.clone()).await;
        reply.refused(422, "code_not_valid");
    }
    let one_more = confirm(&app, "198.51.100.9", wrong.clone()).await;
    let right = json!({ "email": "ada@example.org", "code": mail.code() });
    let right = confirm(&app, "203.0.113.7", right).await;

    let one_more = one_more.refused(429, "quota_exceeded");
    assert!(one_more.header("ratelimit").starts_with("\"codes\";r=0"));
    right.expect(201);
}

#[rstest]
#[tokio::test]
async fn r58_the_link_is_enough_when_ten_networks_have_used_the_code_up(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let Some(app) = behind_a_proxy(on).await else {
        return;
    };
    let mail = signed_up(&app).await;
    app.sql("update sign_ups set attempts = 99");
    for code in ["00000000", "00000001"] {
        let wrong = json!({ "email": "ada@example.org", "code": code });
        let wrong = confirm(&app, "198.51.100.9", wrong).await;
        wrong.refused(422, "code_not_valid");
    }
    let code = json!({ "email": "ada@example.org", "code": mail.code() });
    let used_up = confirm(&app, "203.0.113.7", code).await;
    used_up.refused(422, "code_not_valid");

    let link = json!({ "code": link_in(&mail) });
    let other = json!({ "code": "x".repeat(43) });
    let nobodys = confirm(&app, "203.0.113.7", other).await;
    let first = confirm(&app, "203.0.113.7", link.clone()).await;
    let again = confirm(&app, "203.0.113.7", link).await;

    nobodys.refused(422, "code_not_valid");
    assert_eq!(first.body["account"]["display_name"], "Ada");
    assert_eq!(again.expect(201).body, first.expect(201).body);
}

#[rstest]
#[case(TimeDelta::hours(23), 201)]
#[case(TimeDelta::hours(24), 422)]
#[tokio::test]
async fn a_link_is_good_for_a_day(#[case] later: TimeDelta, #[case] status: u16) {
    let app = start!(Sqlite);
    let link = link_in(&signed_up(&app).await);

    app.clock.turn(later);

    let reply = confirm(&app, "203.0.113.7", json!({ "code": link })).await;
    reply.expect(status);
}
