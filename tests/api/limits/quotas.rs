//! What costs something each time: sign-ins, sign-ups, mail, refreshes, requests.

use alsfrs_diary::platform::ids::Ids;
use alsfrs_diary::platform::limit::{Limit, Requests};
use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::json;

use super::{ELSEWHERE, HOME, guess, usual};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::held_clock;
use crate::reply::Reply;
use crate::weeks::week;

async fn sign_up(app: &TestApp, from: &str, email: &str) -> Reply {
    let account = json!({
        "email": email, "password": "quiet herons by the lake",
        "display_name": "Somebody", "role": "caregiver", "time_zone": "Europe/Berlin",
    });
    app.nobody_at(from).post("/v1/accounts", account).await
}

#[rstest]
#[tokio::test]
async fn r59_three_instances_count_together(#[values(Postgres)] on: Database) {
    let app = start!(on, usual);
    let (second, third) = (app.another_instance().await, app.another_instance().await);
    let instances = [&app, &second, &third];

    let tried = (0..45).map(|number| {
        let client = instances[number % 3].nobody_at(ELSEWHERE);
        async move { guess(&client, &format!("p{number}@example.org")).await }
    });
    let tried = join_all(tried).await;

    let refused = tried.iter().filter(|reply| reply.status == 429).count();
    // One is free again every two seconds.
    assert!((12..=15).contains(&refused), "{refused}");
}

#[rstest]
#[tokio::test]
async fn r59_a_network_is_an_address_or_half_of_a_long_one(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| {
        usual(settings);
        settings.limits.sign_in = "2/min".parse().unwrap();
    });
    let tries = [
        ("198.51.100.9", 401),
        ("198.51.100.9", 401),
        ("::ffff:198.51.100.9", 429),
        ("198.51.100.10", 401),
        ("2001:db8:1:2::1", 401),
        ("2001:db8:1:2:ffff::2", 401),
        ("2001:db8:1:2:3:4:5:6", 429),
        ("2001:db8:1:3::1", 401),
    ];

    for (number, (from, status)) in tries.into_iter().enumerate() {
        let email = format!("p{number}@example.org");
        let reply = guess(&app.nobody_at(from), &email).await;
        assert_eq!(reply.status, status, "{from}");
    }
}

#[rstest]
#[tokio::test]
async fn r59_a_restart_forgets_no_count(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| {
        usual(settings);
        settings.limits.sign_in = "3/h".parse().unwrap();
    });
    for number in 0..3 {
        let email = format!("p{number}@example.org");
        let looked_at = guess(&app.nobody_at(ELSEWHERE), &email).await;
        looked_at.refused(401, "wrong_credentials");
    }
    let app = app.restart().await;

    let one_more = guess(&app.nobody_at(ELSEWHERE), "p3@example.org").await;

    let one_more = one_more.refused(429, "quota_exceeded");
    assert_eq!(
        one_more.header("ratelimit-policy"),
        r#""sign_in";q=3;w=3600"#
    );
    app.clock.turn(TimeDelta::minutes(20));
    let later = guess(&app.nobody_at(ELSEWHERE), "p3@example.org").await;
    later.refused(401, "wrong_credentials");
}

#[rstest]
#[tokio::test]
async fn r60_five_sign_ups_an_hour_from_one_network(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, usual);
    for number in 0..5 {
        let email = format!("p{number}@example.org");
        sign_up(&app, ELSEWHERE, &email).await.expect(202);
    }

    let sixth = sign_up(&app, ELSEWHERE, "p5@example.org").await;

    let sixth = sixth.refused(429, "quota_exceeded");
    assert_eq!(sixth.header("ratelimit-policy"), r#""sign_up";q=5;w=3600"#);
    sign_up(&app, HOME, "p5@example.org").await.expect(202);
    app.clock.turn(TimeDelta::minutes(12));
    sign_up(&app, ELSEWHERE, "p6@example.org").await.expect(202);
}

#[rstest]
#[tokio::test]
async fn r60_three_mails_an_hour_to_one_address_whether_or_not_it_has_an_account(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, usual);
    app.patient("ada").await;

    for (email, before) in [("ada@example.org", 1), ("nobody@example.org", 0)] {
        for number in before..3 {
            let from = format!("198.51.100.{number}");
            sign_up(&app, &from, email).await.expect(202);
        }
        let one_more = sign_up(&app, HOME, email).await;
        let one_more = one_more.refused(429, "quota_exceeded");
        assert_eq!(one_more.header("ratelimit-policy"), r#""mail";q=3;w=3600"#);
    }
}

#[rstest]
#[tokio::test]
async fn r59_all_mail_together_is_limited(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| {
        usual(settings);
        settings.limits.all_mail = "2/h".parse().unwrap();
    });
    for number in 0..2 {
        let (from, email) = (
            format!("198.51.100.{number}"),
            format!("p{number}@example.org"),
        );
        sign_up(&app, &from, &email).await.expect(202);
    }

    let third = sign_up(&app, HOME, "p3@example.org").await;

    let third = third.refused(429, "quota_exceeded");
    assert_eq!(third.header("ratelimit-policy"), r#""all_mail";q=2;w=3600"#);
}

#[rstest]
#[tokio::test]
async fn r60_sixty_refreshes_an_hour_of_one_session(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on, usual; ada);
    let tablet = ada.on_another_device().await;
    let mut phone = ada.clone();
    for _ in 0..60 {
        phone = phone.refreshed().await;
    }

    let token = json!({ "refresh_token": phone.refresh_token });
    let one_more = app.nobody().post("/v1/sessions/refresh", token).await;

    one_more.refused(429, "quota_exceeded");
    tablet.refreshed().await;
    app.clock.turn(TimeDelta::minutes(1));
    phone.refreshed().await;
}

#[rstest]
#[tokio::test]
async fn r60_invitations_are_not_tried_without_end(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| {
        usual(settings);
        settings.limits.invitations = "3/h".parse().unwrap();
    });
    let sam = app.stranger().await;
    let code = json!({ "code": "of somebody else" });
    for path in ["preview", "accept", "preview"] {
        let path = format!("/v1/invitations/{path}");
        sam.post(&path, code.clone())
            .await
            .refused(404, "not_found");
    }

    for path in ["/v1/invitations/preview", "/v1/invitations/accept"] {
        let one_more = sam.post(path, code.clone()).await;
        one_more.refused(429, "quota_exceeded");
    }
}

#[rstest]
#[tokio::test]
async fn r60_one_session_asks_no_more_than_its_share(#[values(Sqlite)] on: Database) {
    let app = start!(on, |settings| {
        usual(settings);
        settings.limits.requests = "20/min".parse().unwrap();
    });
    let ada = app.patient("ada").await;
    let tablet = ada.on_another_device().await;
    for _ in 0..20 {
        ada.get("/v1/account").await.expect(200);
    }

    let one_more = ada.get("/v1/account").await;

    let one_more = one_more.refused(429, "quota_exceeded");
    assert_eq!(
        one_more.header("ratelimit-policy"),
        r#""requests";q=20;w=60"#
    );
    tablet.get("/v1/account").await.expect(200);
    app.clock.turn(TimeDelta::seconds(3));
    ada.get("/v1/account").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r66_a_phone_that_was_offline_for_two_years_is_never_told_to_wait(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on, usual; ada);
    let phone = ada.refreshed().await;
    let mut day = chrono::NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();

    for _ in 0..104 {
        let name = day.format("%G-W%V").to_string();
        phone
            .record(&name, week(&day.to_string()))
            .await
            .expect(201);
        day -= TimeDelta::weeks(1);
    }

    phone.get("/v1/patients/{patient}/trend").await.expect(200);
}

#[test]
fn r65_however_many_sessions_there_are_a_hundred_thousand_are_remembered() {
    let clock = held_clock();
    let ids = Ids::new(clock.clone());
    let requests = Requests::new("2/min".parse::<Limit>().unwrap());
    let restless = ids.next();

    for _ in 0..250_000 {
        requests.take(ids.next(), clock.now()).unwrap();
    }
    requests.take(restless, clock.now()).unwrap();
    requests.take(restless, clock.now()).unwrap();

    assert_eq!(requests.remembered(), 100_000);
    assert!(requests.take(restless, clock.now()).is_err());
}

#[rstest]
#[tokio::test]
async fn r65_counts_that_say_nothing_any_more_are_forgotten(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, usual);
    for number in 0..20 {
        let email = format!("p{number}@example.org");
        guess(&app.nobody_at(ELSEWHERE), &email).await;
    }
    let counts = "select (select count(*) from guesses) + (select count(*) from quotas)";
    assert_eq!(app.query_i64(counts), 41);
    app.clock.turn(TimeDelta::days(2));

    let app = app.restart().await;

    let asked = std::time::Instant::now();
    while app.query_i64(counts) > 0 && asked.elapsed().as_secs() < 5 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(app.query_i64(counts), 0);
}

#[rstest]
#[tokio::test]
async fn r60_a_copy_of_everything_is_had_five_times_an_hour(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.caregiver("bob").await;
    let copy = "/v1/account/export";

    for _ in 0..5 {
        ada.ask("POST", copy).await.expect(200);
    }
    let refused = ada.ask("POST", copy).await.refused(429, "quota_exceeded");

    assert!(refused.header("ratelimit").starts_with("\"exports\";r=0"));
    bob.ask("POST", copy).await.expect(200);
    assert_eq!(app.written_down("account.exported"), 6);
    app.clock.turn(TimeDelta::minutes(12));
    let ada = ada.on_another_device().await;
    ada.ask("POST", copy).await.expect(200);
    ada.ask("POST", copy).await.refused(429, "quota_exceeded");
}
