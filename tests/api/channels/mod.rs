//! How people are told something who are not looking: on their devices, and by mail where these are not reached.

mod answers;
mod bridge;
mod push;
pub mod stand_in;
mod subscriptions;

use alsfrs_diary::channels::{self, About, Channel, Notice};
use alsfrs_diary::platform::db::DbError;
use alsfrs_diary::platform::ids::AccountId;

use crate::app::TestApp;
use crate::people::Person;

/// What the mail says.
pub const SUBJECT: &str = "Your reminder";

/// Tells a person something, on these ways.
pub async fn tell(app: &TestApp, person: &Person, ways: &'static [Channel]) {
    let (vault, now) = (app.inside().vault.clone(), app.now());
    let account = AccountId(person.account_id.parse().unwrap());
    let notice = Notice::new("mail-reminder", About::Reminder);
    let tell = app.inside().db.write(move |conn| {
        channels::tell(conn, &vault, now, account, &notice, ways)?;
        Ok::<_, DbError>(())
    });
    tell.await.unwrap();
}

/// How many mails of this kind a person has.
pub fn mails(app: &TestApp, person: &Person) -> usize {
    let all = app.mail().all_to(&person.email).into_iter();
    all.filter(|mail| mail.subject == SUBJECT).count()
}

/// Waits until a query counts so many.
pub async fn until(app: &TestApp, query: &str, number: i64) {
    let asked = std::time::Instant::now();
    while app.query_i64(query) != number {
        assert!(asked.elapsed().as_secs() < 40, "{query} is not {number}");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
}

/// What lies in the outbox.
pub const WAITING: &str = "select count(*) from outbox";

/// What was tried and waits.
pub const PUT_OFF: &str = "select count(*) from outbox where attempts > 0 and lease_until is null";

/// Devices that are told something.
pub const DEVICES: &str = "select count(*) from push_subscriptions";
