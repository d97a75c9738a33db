//! Somebody of the staff lost every second factor: two admins and a day bring them back in (R54).

use alsfrs_diary::access::Role;
use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::authenticator::{Authenticator, second_step};
use crate::people::{Person, sign_in};
use crate::reply::Reply;

const RESETS: &str = "/v1/staff/factor-resets";

impl TestApp {
    /// Somebody who runs the installation, and said who they are a moment ago.
    async fn admin(&self, name: &str) -> (Person, Authenticator) {
        let admin = self.staff_with_one_factor(name, Role::Admin).await;
        let phone = admin.enrol(self).await;
        self.mail().next_to(&admin.email).await;
        let admin = admin.afresh(self, &phone).await;
        (admin, phone)
    }

    /// Kim, who treats, and whom the subject of each mail about it tells what goes on.
    async fn told(&self, kim: &Person) -> String {
        self.mail().next_to(&kim.email).await.subject
    }
}

impl Person {
    /// Steps up with the code that no request has had before.
    async fn afresh(&self, app: &TestApp, phone: &Authenticator) -> Self {
        app.clock.turn(TimeDelta::seconds(30));
        self.stepped_up(json!({ "code": phone.code(app, 0) })).await
    }

    async fn ask_for(&self, email: &str) -> Reply {
        self.post(RESETS, json!({ "email": email })).await
    }

    async fn approve(&self, whom: &Self) -> Reply {
        let path = format!("{RESETS}/{}/approval", whom.account_id);
        self.post_nothing(&path).await
    }

    async fn cancel(&self, whom: &Self) -> Reply {
        self.delete(&format!("{RESETS}/{}", whom.account_id)).await
    }
}

#[rstest]
#[tokio::test]
async fn r54_two_admins_and_a_day_take_lost_factors_away(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, phone) = app.clinician("kim").await;
    let (eva, _) = app.admin("eva").await;
    let (ole, _) = app.admin("ole").await;

    let asked = eva.ask_for(&kim.email).await.expect(201);
    let alone = eva.approve(&kim).await;
    let approved = ole.approve(&kim).await.expect(200);

    assert_eq!(asked.body["due_at"], Value::Null);
    alone.refused(409, "another_admin_needed");
    assert_eq!(approved.body["account"]["email"], kim.email.as_str());
    assert_eq!(approved.body["asked_by"]["email"], eva.email.as_str());
    assert_eq!(approved.body["approved_by"]["email"], ole.email.as_str());
    assert_eq!(
        app.told(&kim).await,
        "Your second factors may be taken away"
    );
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
    for action in [
        "factor_reset_asked",
        "factor_reset_approved",
        "factors_reset",
    ] {
        assert_eq!(
            app.written_down(&format!("account.{action}")),
            1,
            "{action}"
        );
    }
}

#[rstest]
#[tokio::test]
async fn r54_it_takes_place_where_nobody_signs_in(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, _) = app.clinician("kim").await;
    let (eva, _) = app.admin("eva").await;
    let (ole, _) = app.admin("ole").await;
    eva.ask_for(&kim.email).await.expect(201);
    ole.approve(&kim).await.expect(200);
    let kim = kim.refreshed().await;

    app.clock.turn(TimeDelta::hours(24));
    let app = app.restart().await;

    let asked = std::time::Instant::now();
    while app.query_i64("select count(*) from factor_resets") > 0 {
        assert!(asked.elapsed().as_secs() < 20, "it does not take place");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(app.query_i64("select count(*) from totp_factors"), 2);
    assert_eq!(app.query_i64("select count(*) from recovery_codes"), 20);
    let token = json!({ "refresh_token": kim.refresh_token });
    let refresh = app.nobody().post("/v1/sessions/refresh", token).await;
    refresh.refused(401, "invalid_grant");
}

#[rstest]
#[tokio::test]
async fn r54_nobody_else_takes_factors_away(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let (kim, phone) = app.clinician("kim").await;
    let new = app.staff_with_one_factor("new", Role::Clinician).await;
    let (eva, _) = app.admin("eva").await;

    for person in [&ada, &kim.afresh(&app, &phone).await] {
        let refused = [
            person.get(RESETS).await,
            person.ask_for(&kim.email).await,
            person.approve(&kim).await,
            person.cancel(&kim).await,
        ];
        for reply in refused {
            reply.refused(403, "admin_only");
        }
    }
    let of_nobody = eva.ask_for("nobody@example.org").await;
    let of_ada = eva.ask_for(&ada.email).await;
    let of_new = eva.ask_for(&new.email).await;
    let own = eva.ask_for(&eva.email).await;
    let no_address = eva.ask_for("kim").await;
    let nothing = eva.approve(&kim).await;

    assert_eq!(of_nobody.indistinct(), of_ada.indistinct(), "R82");
    for reply in [of_nobody, of_ada, of_new] {
        reply.faulty("/email", "nobody_to_reset");
    }
    own.faulty("/email", "own_address");
    no_address.faulty("/email", "invalid_email");
    nothing.refused(404, "not_found");
    eva.cancel(&kim).await.expect(204);
    app.clock.turn(TimeDelta::minutes(6));
    let eva = eva.refreshed().await;
    let stale = [eva.ask_for(&kim.email).await, eva.approve(&kim).await];
    for reply in stale {
        reply.refused(401, "insufficient_user_authentication");
    }
    assert_eq!(app.query_i64("select count(*) from factor_resets"), 0);
}

#[rstest]
#[tokio::test]
async fn r54_its_owner_and_each_admin_can_say_no(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, _) = app.clinician("kim").await;
    let (eva, _) = app.admin("eva").await;
    let (ole, _) = app.admin("ole").await;

    for who in [&kim, &ole, &eva] {
        eva.ask_for(&kim.email).await.expect(201);
        let again = ole.ask_for(&kim.email).await;
        again.refused(409, "reset_waits");
        ole.approve(&kim).await.expect(200);
        let shown = kim.get("/v1/account/mfa").await.expect(200);
        assert!(shown.body["reset"]["due_at"].is_string());
        let path = if who.account_id == kim.account_id {
            "/v1/account/mfa/reset".to_owned()
        } else {
            format!("{RESETS}/{}", kim.account_id)
        };
        who.delete(&path).await.expect(204);
        who.delete(&path).await.expect(204);
        let list = eva.get(RESETS).await.expect(200);
        assert_eq!(list.body["items"], json!([]));
        let subjects = [
            app.told(&kim).await,
            app.told(&kim).await,
            app.told(&kim).await,
        ];
        assert_eq!(subjects[2], "Your second factors stay");
    }

    app.clock.turn(TimeDelta::hours(25));
    kim.mfa_token().await;
    assert_eq!(app.written_down("account.factor_reset_cancelled"), 3);
}

#[rstest]
#[tokio::test]
async fn r54_of_two_who_agree_at_once_one_does(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, _) = app.clinician("kim").await;
    let (eva, _) = app.admin("eva").await;
    let (ole, _) = app.admin("ole").await;
    let (liv, _) = app.admin("liv").await;
    let asked = join_all((0..10).map(|_| eva.ask_for(&kim.email))).await;

    let approvals = (0..10).flat_map(|_| [ole.approve(&kim), liv.approve(&kim)]);
    let approvals = join_all(approvals).await;

    let of = |replies: &[Reply], status: u16| {
        let such = replies.iter().filter(|reply| reply.status == status);
        such.count()
    };
    assert_eq!((of(&asked, 201), of(&asked, 409)), (1, 9));
    assert_eq!((of(&approvals, 200), of(&approvals, 409)), (1, 19));
    assert_eq!(app.written_down("account.factor_reset_approved"), 1);
}

#[rstest]
#[tokio::test]
async fn r54_an_admin_does_not_approve_for_themselves(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (eva, _) = app.admin("eva").await;
    let (ole, _) = app.admin("ole").await;

    eva.ask_for(&ole.email).await.expect(201);

    ole.approve(&ole).await.refused(409, "another_admin_needed");
}

#[rstest]
#[tokio::test]
async fn r54_what_nobody_agreed_to_lapses_after_a_week(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, _) = app.clinician("kim").await;
    let (eva, evas) = app.admin("eva").await;
    let (ole, oles) = app.admin("ole").await;
    eva.ask_for(&kim.email).await.expect(201);

    app.clock.turn(TimeDelta::days(7));

    let eva = eva.with_second_factor(&evas.code(&app, 0)).await;
    let ole = ole.with_second_factor(&oles.code(&app, 0)).await;
    ole.approve(&kim).await.refused(404, "not_found");
    eva.ask_for(&kim.email).await.expect(201);
    ole.approve(&kim).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r54_it_comes_to_nothing_when_an_admin_has_gone(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, _) = app.clinician("kim").await;
    let (eva, _) = app.admin("eva").await;
    let (ole, _) = app.admin("ole").await;
    eva.ask_for(&kim.email).await.expect(201);
    ole.approve(&kim).await.expect(200);
    let index = app.index_of(&eva.email);
    app.sql(&format!(
        "update accounts set disabled_at = created_at where email_index = '{index}'"
    ));

    app.clock.turn(TimeDelta::hours(25));

    kim.mfa_token().await;
    assert_eq!(app.written_down("account.factors_reset"), 0);
    assert_eq!(app.written_down("account.factor_reset_cancelled"), 1);
}
