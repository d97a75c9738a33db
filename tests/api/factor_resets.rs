//! Staff who lost every second factor: a command on the machine and a day bring them back in (R54).

use alsfrs_diary::access::Role;
use alsfrs_diary::accounts::{EmailAddress, ResetRequest, reset_factors};
use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::authenticator::second_step;
use crate::people::{Person, sign_in};
use crate::program::Program;

const CANCEL: &str = "/v1/account/mfa/reset";

impl TestApp {
    async fn ask_to_reset(&self, email: &str) -> ResetRequest {
        let email = EmailAddress::parse(email).unwrap();
        reset_factors(self.inside(), email).await.unwrap()
    }

    /// The subject of the next mail about it.
    async fn told(&self, kim: &Person) -> String {
        self.mail().next_to(&kim.email).await.subject
    }
}

#[rstest]
#[tokio::test]
async fn r54_after_a_day_lost_factors_are_taken_away(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, phone) = app.clinician("kim").await;

    let asked = app.ask_to_reset(&kim.email).await;

    let ResetRequest::Due(due) = asked else {
        panic!("{asked:?}")
    };
    assert!((due - app.now() - TimeDelta::hours(24)).abs() < TimeDelta::minutes(1));
    assert_eq!(
        app.told(&kim).await,
        "Your second factors will be taken away"
    );
    app.clock.turn(TimeDelta::hours(24) - TimeDelta::seconds(1));
    let token = kim.mfa_token().await;
    app.clock.turn(TimeDelta::seconds(2));
    let session = sign_in(&app.nobody(), &kim.email, &kim.password).await;
    assert_eq!(app.told(&kim).await, "Your second factors were taken away");
    let begun = second_step(&kim, &token, &phone.code(&app, 0)).await;
    begun.refused(401, "mfa_token_not_valid");
    let kim = kim.with(&session.expect(201).body);
    let account = kim.get("/v1/account").await;
    account.refused(401, "insufficient_user_authentication");
    let factors = kim.get("/v1/account/mfa").await.expect(200);
    assert_eq!(factors.body["totp"], Value::Null);
    assert_eq!(factors.body["recovery_codes"], 0);
    assert_eq!(factors.body["reset"], Value::Null);
    kim.enrol(&app).await;
    kim.get("/v1/account").await.expect(200);
    for action in ["factor_reset_asked", "factors_reset"] {
        let action = format!("account.{action}");
        assert_eq!(app.written_down(&action), 1, "{action}");
    }
}

#[rstest]
#[tokio::test]
async fn r54_it_takes_place_without_a_sign_in(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, _) = app.clinician("kim").await;
    app.clinician("ole").await;
    app.ask_to_reset(&kim.email).await;
    let kim = kim.refreshed().await;

    app.clock.turn(TimeDelta::hours(24));
    let app = app.restart().await;

    let asked = std::time::Instant::now();
    while app.query_i64("select count(*) from factor_resets") > 0 {
        assert!(asked.elapsed().as_secs() < 20, "it does not take place");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(app.query_i64("select count(*) from totp_factors"), 1);
    assert_eq!(app.query_i64("select count(*) from recovery_codes"), 10);
    let token = json!({ "refresh_token": kim.refresh_token });
    let refresh = app.nobody().post("/v1/sessions/refresh", token).await;
    refresh.refused(401, "invalid_grant");
}

#[rstest]
#[tokio::test]
async fn r54_its_owner_says_no(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, _) = app.clinician("kim").await;
    let (ole, _) = app.clinician("ole").await;
    let asked = app.ask_to_reset(&kim.email).await;
    app.told(&kim).await;

    let shown = kim.get("/v1/account/mfa").await.expect(200);
    ole.delete(CANCEL).await.expect(204);
    let still = app.ask_to_reset(&kim.email).await;
    kim.delete(CANCEL).await.expect(204);
    kim.delete(CANCEL).await.expect(204);

    assert!(shown.body["reset"]["due_at"].is_string());
    let ResetRequest::Due(due) = asked else {
        panic!("{asked:?}")
    };
    assert_eq!(still, ResetRequest::Waits(due));
    assert_eq!(app.told(&kim).await, "Your second factors stay");
    app.clock.turn(TimeDelta::hours(25));
    kim.mfa_token().await;
    assert_eq!(app.written_down("account.factor_reset_cancelled"), 1);
    assert_eq!(app.written_down("account.factors_reset"), 0);
}

#[rstest]
#[tokio::test]
async fn r54_staff_with_a_factor_alone_are_helped(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let new = app.staff_with_one_factor("new", Role::Clinician).await;

    for email in [&ada.email, &new.email, "nobody@example.org"] {
        let asked = app.ask_to_reset(email).await;
        assert_eq!(asked, ResetRequest::NoSuchStaff, "{email}");
    }

    assert_eq!(app.query_i64("select count(*) from factor_resets"), 0);
}

#[rstest]
#[tokio::test]
async fn r54_of_ten_requests_at_once_one_counts(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, _) = app.clinician("kim").await;

    let asked = join_all((0..10).map(|_| app.ask_to_reset(&kim.email))).await;

    let counted = asked
        .iter()
        .filter(|one| matches!(one, ResetRequest::Due(_)));
    assert_eq!(counted.count(), 1);
    assert_eq!(app.written_down("account.factor_reset_asked"), 1);
}

#[rstest]
#[tokio::test]
async fn r54_the_command_line_asks(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, _) = app.clinician("kim").await;
    let home = app.home();
    app.stop().await;
    let reset = |email: &str| {
        let mut program = home.program();
        program.args(["admin", "reset-factors", email]);
        program.args(home.flags()).output().unwrap()
    };

    let unknown = reset("nobody@example.org");
    let asked = reset(&kim.email);
    let again = reset(&kim.email);

    assert_eq!(unknown.status.code(), Some(1));
    assert_eq!(asked.status.code(), Some(0), "{asked:?}");
    assert_eq!(again.status.code(), Some(1), "{again:?}");
    assert!(String::from_utf8_lossy(&asked.stdout).contains("waits"));
    let _server = Program::serve(&home, &[]);
    let mail = home.mail().next_to(&kim.email).await;
    assert_eq!(mail.subject, "Your second factors will be taken away");
    assert_eq!(home.written_down("account.factor_reset_asked"), 1);
}
