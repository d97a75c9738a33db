//! What push services say, and what is made of it.

use alsfrs_diary::channels::Channel::Push;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use super::stand_in::{Browser, PushService};
use super::{DEVICES, PUT_OFF, WAITING, mails, tell, until};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;

/// Somebody with one browser.
async fn ada(app: &TestApp, service: &PushService) -> (Person, Browser) {
    let ada = app.patient("ada").await;
    let browser = Browser::at(service.url("/send/one"));
    let place = "/v1/account/push-subscriptions";
    ada.post(place, browser.body()).await.expect(201);
    (ada, browser)
}

#[rstest]
#[tokio::test]
async fn an_end_is_an_end_as_each_service_means_it_and_the_rest_comes_by_mail(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("404 Not Found", "410 Gone")] end: &str,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| service.set(settings));
    let (ada, _) = ada(&app, &service).await;
    service.says(&[end]);

    tell(&app, &ada, &[Push]).await;
    until(&app, DEVICES, 0).await;
    until(&app, WAITING, 0).await;
    tell(&app, &ada, &[Push]).await;

    until(&app, WAITING, 0).await;
    assert_eq!(service.sent().len(), 1, "it is asked no more");
    assert_eq!(mails(&app, &ada), 2, "nothing is lost");
}

#[rstest]
#[tokio::test]
async fn who_we_are_is_said_once_more_before_a_device_is_given_up(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(
        "403 Forbidden\n\n{\"reason\":\"BadJwtToken\"}",
        "401 Unauthorized",
        "400 Bad Request"
    )]
    refusal: &str,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| service.set(settings));
    let (ada, _) = ada(&app, &service).await;
    service.says(&[refusal, refusal]);

    tell(&app, &ada, &[Push]).await;
    until(&app, PUT_OFF, 1).await;
    assert_eq!((app.query_i64(DEVICES), mails(&app, &ada)), (1, 0));
    app.clock.turn(TimeDelta::minutes(2));

    until(&app, DEVICES, 0).await;
    until(&app, WAITING, 0).await;
    assert_eq!(mails(&app, &ada), 1);
}

#[rstest]
#[tokio::test]
async fn r228_what_did_not_go_well_is_sent_again_under_the_same_name(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(
        "503 Out of order",
        "500 Oh",
        "302 Found\nlocation: https://localhost/"
    )]
    answer: &str,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| service.set(settings));
    let (ada, browser) = ada(&app, &service).await;
    service.says(&[answer]);

    tell(&app, &ada, &[Push]).await;
    until(&app, PUT_OFF, 1).await;
    app.clock.turn(TimeDelta::minutes(2));

    let sent = service.has(2).await;
    assert_eq!(sent[0].headers["topic"], sent[1].headers["topic"]);
    let said = |number: usize| browser.open(&sent[number].body)["id"].clone();
    assert_eq!(said(0), said(1));
    until(&app, WAITING, 0).await;
    assert_eq!((app.query_i64(DEVICES), mails(&app, &ada)), (1, 0));
}

#[rstest]
#[tokio::test]
async fn a_service_that_asks_to_be_left_alone_is_left_alone_by_all(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(
        "600",
        "Tue, 01 Jan 2030 00:10:00 GMT\ndate: Tue, 01 Jan 2030 00:00:00 GMT"
    )]
    ten_minutes: &str,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| service.set(settings));
    let (ada, _) = ada(&app, &service).await;
    let answer = format!("429 Too Many Requests\nretry-after: {ten_minutes}");
    service.says(&[&answer]);
    tell(&app, &ada, &[Push]).await;
    until(&app, PUT_OFF, 1).await;

    tell(&app, &ada, &[Push]).await;
    until(&app, PUT_OFF, 2).await;
    app.clock.turn(TimeDelta::minutes(9));
    // A look at the outbox later, nothing has changed.
    crate::mail::MailBox::next_to(app.mail(), &signed_up(&app).await).await;
    assert_eq!(service.sent().len(), 1);
    app.clock.turn(TimeDelta::minutes(2));

    service.has(3).await;
    until(&app, WAITING, 0).await;
}

/// Has a code sent, and says to whom.
async fn signed_up(app: &TestApp) -> String {
    let account = json!({
        "email": "bob@example.org", "password": "quiet herons by the lake",
        "display_name": "Bob", "role": "patient", "time_zone": "Europe/Berlin",
    });
    app.nobody().post("/v1/accounts", account).await.expect(202);
    "bob@example.org".to_owned()
}

#[rstest]
#[tokio::test]
async fn a_service_that_says_nothing_is_cut_off_and_holds_up_no_mail(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| {
        service.set(settings);
        settings.rehearsal.test_patience = Some(4_000);
    });
    let (ada, _) = ada(&app, &service).await;
    service.hangs();

    tell(&app, &ada, &[Push]).await;
    service.has(1).await;
    let email = signed_up(&app).await;
    app.mail().next_to(&email).await;
    let in_hand = "select count(*) from outbox where lease_until is not null";
    // The mail is read a moment before it is written down that it is out; the other hangs meanwhile.
    until(&app, in_hand, 1).await;

    until(&app, PUT_OFF, 1).await;
    app.clock.turn(TimeDelta::minutes(2));
    service.has(2).await;
    until(&app, WAITING, 0).await;
}

#[rstest]
#[tokio::test]
async fn who_hears_on_one_device_needs_no_mail_for_another(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| service.set(settings));
    let (ada, _) = ada(&app, &service).await;
    let second = Browser::at(service.url("/send/two"));
    let place = "/v1/account/push-subscriptions";
    let tablet = ada.on_another_device().await;
    tablet.post(place, second.body()).await.expect(201);
    service.says(&["410 Gone", "410 Gone"]);

    tell(&app, &ada, &[Push]).await;
    until(&app, WAITING, 0).await;

    assert_eq!(service.sent().len(), 2);
    assert_eq!((app.query_i64(DEVICES), mails(&app, &ada)), (0, 1), "once");
}

#[rstest]
#[tokio::test]
async fn a_device_that_is_never_reached_is_given_up_for_a_mail(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| service.set(settings));
    let (ada, _) = ada(&app, &service).await;
    service.says(&["503 Out of order"; 10]);
    tell(&app, &ada, &[Push]).await;

    for attempts in 1..=9 {
        let tried = format!("{PUT_OFF} and attempts = {attempts}");
        until(&app, &tried, 1).await;
        assert_eq!(mails(&app, &ada), 0);
        app.clock.turn(TimeDelta::hours(5));
    }

    until(&app, DEVICES, 0).await;
    until(&app, WAITING, 0).await;
    assert_eq!((service.sent().len(), mails(&app, &ada)), (10, 1));
}

#[rstest]
#[tokio::test]
async fn what_waits_for_a_browser_that_signs_in_anew_comes_by_mail(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| service.set(settings));
    let (ada, browser) = ada(&app, &service).await;
    service.says(&["503 Out of order"]);
    tell(&app, &ada, &[Push]).await;
    until(&app, PUT_OFF, 1).await;

    app.clock.turn(TimeDelta::seconds(1));
    let ada = ada.on_another_device().await;
    let place = "/v1/account/push-subscriptions";
    ada.post(place, browser.body()).await.expect(201);
    app.clock.turn(TimeDelta::hours(5));

    until(&app, WAITING, 0).await;
    assert_eq!((service.sent().len(), mails(&app, &ada)), (1, 1));
    assert_eq!(app.query_i64(DEVICES), 1, "the new one stays");
}
