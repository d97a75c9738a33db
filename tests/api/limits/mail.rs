//! Mail cannot be turned against anybody.

use rstest::rstest;
use serde_json::json;

use super::{ELSEWHERE, HOME, usual};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::usual_limits;
use crate::mail::Mail;
use crate::people::Person;
use crate::reply::Reply;

const RESET: &str = "/v1/account/password-reset";

async fn invite(person: &Person, email: &str) -> Reply {
    let invitation = json!({ "email": email, "level": "read", "relation": "friend" });
    person
        .post("/v1/patients/{patient}/invitations", invitation)
        .await
}

#[test]
fn r60_no_ones_own_limit_is_more_than_a_small_part_of_a_shared_one() {
    let limits = usual_limits();

    for (own, shared) in limits.shares() {
        let (own, shared) = (own.0.unwrap(), shared.0.unwrap());
        assert!(own.is_small_part_of(shared, 20), "{own} of {shared}");
    }
    assert!(!limits.are_unfair());
    let mut unfair = limits;
    unfair.all_mail = "100/h".parse().unwrap();
    assert!(unfair.are_unfair());
}

#[rstest]
#[tokio::test]
async fn r60_one_network_does_not_use_up_the_mail_of_all(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| {
        usual(settings);
        settings.limits.all_mail = "21/h".parse().unwrap();
    });
    for number in 0..20 {
        let body = json!({ "email": format!("p{number}@example.org") });
        let asked = app.nobody_at(ELSEWHERE).post(RESET, body).await;
        asked.expect(202);
    }

    let body = json!({ "email": "p20@example.org" });
    let one_more = app.nobody_at(ELSEWHERE).post(RESET, body.clone()).await;

    let one_more = one_more.refused(429, "quota_exceeded");
    let policy = one_more.header("ratelimit-policy");
    assert_eq!(policy, r#""network_mail";q=20;w=3600"#);
    app.nobody_at(HOME).post(RESET, body).await.expect(202);
}

#[rstest]
#[tokio::test]
async fn r60_a_stranger_is_invited_three_times_a_day_by_everybody_together(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| {
        settings.limits.invited = usual_limits().invited;
    });
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    for person in [&ada, &ben, &ada] {
        invite(person, "eve@example.org").await.expect(201);
    }

    let fourth = invite(&ben, "eve@example.org").await;

    let fourth = fourth.refused(429, "quota_exceeded");
    assert_eq!(
        fourth.header("ratelimit-policy"),
        r#""invited";q=3;w=86400"#
    );
    invite(&ben, "sam@example.org").await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r60_who_mails_others_does_so_only_so_often(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| {
        settings.limits.caused_mail = "3/d".parse().unwrap();
    });
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "read").await;
    let carol = app.member(&ada, "carol", "read").await;
    let choose = |whom: &Person| {
        let (ada, body) = (ada.clone(), json!({ "account_id": whom.account_id }));
        async move { ada.put("/v1/patients/{patient}/trustee", body).await }
    };

    choose(&bob).await.expect(200);
    let over = choose(&carol).await;

    over.refused(429, "quota_exceeded");
    let over = invite(&ada, "eve@example.org").await;
    over.refused(429, "quota_exceeded");
}

async fn mail_to(app: &TestApp, email: &str) -> Mail {
    app.mail().next_to(email).await
}

#[rstest]
#[tokio::test]
async fn who_wants_no_invitation_gets_none_again_and_nobody_is_told(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    invite(&ada, "eve@example.org").await.expect(201);
    let mail = mail_to(&app, "eve@example.org").await;
    let link = mail
        .body
        .lines()
        .find_map(|line| line.split_once("/never-again#"));
    let code = link.expect("a link").1.trim().to_owned();
    let say = |code: String, never: bool| {
        let (nobody, body) = (app.nobody(), json!({ "code": code, "never": never }));
        async move { nobody.post("/v1/invitations/never-again", body).await }
    };
    let page = app.nobody().get("/never-again").await.expect(200);
    assert!(page.text.contains("<button"), "{}", page.text);
    assert!(!page.header("content-security-policy").contains("unsafe"));
    for wrong in ["", "x", &code[..40], &format!("AAAA{}", &code[4..])] {
        say(wrong.to_owned(), true).await.refused(404, "not_found");
    }

    for _ in 0..2 {
        say(code.clone(), true).await.expect(204);
    }
    let told = invite(&ben, "eve@example.org").await.expect(201).body;

    assert_eq!(told["status"], "pending");
    invite(&ben, "sam@example.org").await.expect(201);
    mail_to(&app, "sam@example.org").await;
    assert_eq!(app.mail().all_to("eve@example.org").len(), 1);
    say(code, false).await.expect(204);
    invite(&ben, "eve@example.org").await.expect(201);
    mail_to(&app, "eve@example.org").await;
}

#[rstest]
#[tokio::test]
async fn no_name_in_a_mail_is_a_link(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    let evil = "Win at https://evil.example/x or evil.example, J.R. Bob";
    for person in [&ada, &bob] {
        let named = json!({ "display_name": evil });
        let person = person.with_header("If-Match", "*");
        person.change("/v1/account", named).await.expect(200);
    }

    invite(&ada, "eve@example.org").await.expect(201);
    let chosen = json!({ "account_id": bob.account_id });
    let chosen = ada.put("/v1/patients/{patient}/trustee", chosen).await;
    chosen.expect(200);
    let asked = bob
        .post_nothing("/v1/patients/{patient}/trustee/request")
        .await;
    asked.expect(202);

    let invitation = mail_to(&app, "eve@example.org").await;
    assert!(invitation.body.contains("J. R. Bob"), "{}", invitation.body);
    let asks = "Somebody asks to act for you";
    while mail_to(&app, &ada.email).await.subject != asks {}
    for address in ["eve@example.org", &ada.email, &bob.email] {
        for mail in app.mail().all_to(address) {
            let carried = ["evil.example", "://evil", "J.R."];
            let found = carried.iter().find(|link| mail.body.contains(**link));
            assert_eq!(found, None, "{}", mail.body);
        }
    }
}
