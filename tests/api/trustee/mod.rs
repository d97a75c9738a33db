//! Who acts for a patient when hands, voice or strength go.

mod acting;
mod asking;
mod choosing;
mod closing;
mod ending;
mod leaving;
mod refusing;

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::mail::Mail;
use crate::people::Person;
use crate::reply::Reply;

const TRUSTEE: &str = "/v1/patients/{patient}/trustee";
const REQUEST: &str = "/v1/patients/{patient}/trustee/request";
const CIRCLE: &str = "/v1/patients/{patient}/circle";
const PATIENT: &str = "/v1/patients/{patient}";

async fn choose(ada: &Person, account: &str) -> Reply {
    ada.put(TRUSTEE, json!({ "account_id": account })).await
}

/// Ada, and Bob, whom she let in and chose.
async fn ada_and_bob(app: &TestApp) -> (Person, Person) {
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "read").await;
    choose(&ada, &bob.account_id).await.expect(200);
    (ada, bob)
}

/// The same once Bob asked and nobody said no.
async fn ada_and_bob_who_acts(app: &TestApp) -> (Person, Person) {
    let (ada, bob) = ada_and_bob(app).await;
    bob.post_nothing(REQUEST).await.expect(202);
    app.clock.turn(TimeDelta::days(14));
    (ada.refreshed().await, bob.refreshed().await)
}

/// The mail to Ada that says that somebody asks.
async fn mail_that_asks(app: &TestApp, ada: &Person) -> Mail {
    loop {
        let mail = app.mail().next_to(&ada.email).await;
        if mail.subject == "Somebody asks to act for you" {
            return mail;
        }
    }
}

/// The link that says no.
fn link_in(mail: &Mail) -> (String, String) {
    let link = mail.body.lines().find(|line| line.contains("/veto#"));
    let link = link.unwrap_or_else(|| panic!("no link in {mail:?}"));
    let (page, code) = link.trim().split_once('#').unwrap();
    (page.to_owned(), code.to_owned())
}

/// Says no as the page does that the link leads to.
async fn veto(app: &TestApp, code: &str) -> Reply {
    let nobody = app.nobody();
    nobody
        .post("/v1/trustee/veto", json!({ "code": code }))
        .await
}

async fn state_of(person: &Person) -> Value {
    person.get(TRUSTEE).await.expect(200).body["state"].clone()
}

/// Whether they may do what only the patient may, or who acts for them.
async fn acts(bob: &Person) -> bool {
    match bob.get("/v1/patients/{patient}/invitations").await.status {
        200 => true,
        403 => false,
        other => panic!("{other}"),
    }
}

/// Waits until no mail waits.
async fn all_is_sent(app: &TestApp) {
    let asked = std::time::Instant::now();
    while app.query_i64("select count(*) from outbox") > 0 {
        assert!(asked.elapsed().as_secs() < 20, "mail waits");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

fn subjects(app: &TestApp, to: &Person) -> Vec<String> {
    let mails = app.mail().all_to(&to.email).into_iter();
    mails.map(|mail| mail.subject).collect()
}
