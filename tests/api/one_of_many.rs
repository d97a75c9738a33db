//! One row that cannot be read keeps nobody else waiting (R227).

use chrono::TimeDelta;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::{Person, sign_in};

impl TestApp {
    /// From now on who they are cannot be read: what is sealed there belongs elsewhere.
    fn break_account_of(&self, person: &Person) {
        let index = self.index_of(&person.email);
        self.sql(&format!(
            "update accounts set email = display_name where email_index = '{index}'"
        ));
    }
}

async fn asks_to_be_erased(person: &Person) {
    person.ask("POST", "/v1/account/erasure").await.expect(202);
}

#[rstest]
#[tokio::test]
async fn r227_who_cannot_be_read_is_erased_and_so_are_the_others(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    asks_to_be_erased(&ada).await;
    asks_to_be_erased(&ben).await;
    app.mail().next_to(&ben.email).await;
    app.break_account_of(&ada);

    let app = app.after_erasures().await;

    assert_eq!(app.written_down("account.erased"), 2);
    let told = app.mail().next_to(&ben.email).await;
    assert_eq!(told.subject, "Your account was erased");
}

#[rstest]
#[tokio::test]
async fn r227_a_start_serves_on_and_forgets_whom_it_cannot_read(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    app.break_account_of(&ada);
    let line = format!("{} {}\n", app.now().to_rfc3339(), ada.account_id);
    std::fs::write(app.folder().join("erasures.journal"), line).unwrap();

    let app = app.restart().await;

    assert_eq!(app.written_down("account.erased"), 1);
    sign_in(&app.nobody(), &ben.email, &ben.password)
        .await
        .expect(201);
}

#[rstest]
#[tokio::test]
async fn r227_one_key_that_does_not_open_refuses_no_start(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    let key_of = |person: &Person| {
        let index = app.index_of(&person.email);
        format!("subject = (select id from accounts where email_index = '{index}')")
    };
    app.sql(&format!(
        "update data_keys set wrapped = (select wrapped from data_keys where {}) where {}",
        key_of(&ada),
        key_of(&ben)
    ));

    let app = app.restart().await;

    sign_in(&app.nobody(), &ada.email, &ada.password)
        .await
        .expect(201);
}

#[rstest]
#[tokio::test]
async fn r227_who_cannot_be_told_keeps_nobody_from_being_told(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    app.break_account_of(&ada);
    app.clock.turn(TimeDelta::days(740));

    let app = app.restart().await;

    let told = app.mail().next_to(&ben.email).await;
    assert_eq!(told.subject, "Your account has been quiet");
    assert_eq!(app.written_down("silence.told"), 1);
}
