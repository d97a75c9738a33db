//! Clinicians and admins: made by the installation, and nothing to them without a second factor.

use std::sync::Arc;

use alsfrs_diary::access::Role;
use alsfrs_diary::accounts::{EmailAddress, Person as Whom, StaffInvitation, add_staff};
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::authenticator::{Authenticator, second_step};
use crate::home::Home;
use crate::people::{Person, sign_in};
use crate::program::Program;
use crate::reply::Reply;

/// What the command line does.
async fn add(app: &TestApp, name: &str, role: Role) -> StaffInvitation {
    let person = Whom {
        email: EmailAddress::parse(&format!("{name}@example.org")).unwrap(),
        display_name: format!("Dr {name}"),
        role,
        time_zone: "Europe/Berlin".parse().unwrap(),
        locale: None,
    };
    add_staff(app.inside(), person).await.unwrap()
}

fn password_of(name: &str) -> String {
    format!("{name} counts seven quiet herons")
}

async fn activate(app: &TestApp, email: &str, code: &str, password: &str) -> Reply {
    let body = json!({ "email": email, "code": code, "password": password });
    app.nobody().post("/v1/accounts/activate", body).await
}

impl TestApp {
    /// Somebody who treats, or runs the installation, and has enrolled nothing yet.
    pub async fn staff_with_one_factor(&self, name: &str, role: Role) -> Person {
        assert_eq!(add(self, name, role).await, StaffInvitation::Made);
        let email = format!("{name}@example.org");
        let code = self.mail().next_to(&email).await.code();
        let password = password_of(name);
        activate(self, &email, &code, &password).await.expect(201);
        let session = sign_in(&self.nobody(), &email, &password).await;
        Person::with_session(name, &password, &self.nobody(), &session.expect(201).body)
    }

    /// Somebody who treats, and the phone that shows their codes.
    pub async fn clinician(&self, name: &str) -> (Person, Authenticator) {
        let kim = self.staff_with_one_factor(name, Role::Clinician).await;
        let phone = kim.enrol(self).await;
        self.mail().next_to(&kim.email).await;
        (kim, phone)
    }
}

#[rstest]
#[tokio::test]
async fn r14_an_account_without_a_password_opens_for_nobody(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    assert_eq!(
        add(&app, "kim", Role::Clinician).await,
        StaffInvitation::Made
    );
    let email = "kim@example.org";
    let older = app.mail().next_to(email).await.code();
    assert_eq!(
        add(&app, "kim", Role::Clinician).await,
        StaffInvitation::AskedAgain
    );
    let code = app.mail().next_to(email).await.code();
    let nobody = app.nobody();

    for password in ["", "kim", "admin", &password_of("kim")] {
        let reply = sign_in(&nobody, email, password).await;
        reply.refused(401, "wrong_credentials");
    }
    let reset = json!({ "email": email });
    nobody
        .post("/v1/account/password-reset", reset)
        .await
        .expect(202);
    assert_eq!(app.mail().all_to(email).len(), 2, "nor by mail");
    let password = password_of("kim");
    for (email, code) in [
        (email, "made up"),
        (email, &older),
        ("sam@example.org", &code),
    ] {
        let reply = activate(&app, email, code, &password).await;
        reply.refused(422, "code_not_valid");
    }
    let common = activate(&app, email, &code, "kim@example.orgkim@example.org").await;
    common.faulty("/password", "password_too_common");
    activate(&app, email, &code, &password).await.expect(201);
    let other = activate(&app, email, &code, "another that kim never chose").await;
    other.refused(422, "code_not_valid");
    // The answer may have been lost.
    activate(&app, email, &code, &password).await.expect(201);
    assert_eq!(app.written_down("account.confirmed"), 1);
    assert_eq!(
        add(&app, "kim", Role::Clinician).await,
        StaffInvitation::Taken
    );
}

#[rstest]
#[tokio::test]
async fn r14_a_code_is_good_for_a_week(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    add(&app, "kim", Role::Clinician).await;
    let code = app.mail().next_to("kim@example.org").await.code();

    app.clock.turn(TimeDelta::days(7));

    let late = activate(&app, "kim@example.org", &code, &password_of("kim")).await;
    late.refused(422, "code_not_valid");
}

#[rstest]
#[tokio::test]
async fn r14_nobody_becomes_staff_who_signed_up(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    assert_eq!(add(&app, "ada", Role::Admin).await, StaffInvitation::Taken);

    let account = ada.get("/v1/account").await.expect(200);
    assert_eq!(account.body["role"], "patient");
}

#[rstest]
#[tokio::test]
async fn r45_a_password_alone_opens_the_enrolment_and_nothing_else(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(Role::Clinician, Role::Admin)] role: Role,
) {
    let app = start!(on);
    let kit = app.staff_with_one_factor("kit", role).await;
    let ada = app.patient("ada").await;

    let code = app.invite(&ada, &kit.email, "read").await;
    let refused = [
        kit.get("/v1/account").await,
        kit.get("/v1/patients").await,
        kit.get("/v1/sessions").await,
        kit.on(&ada).get("/v1/patients/{patient}/trend").await,
        kit.post("/v1/invitations/accept", json!({ "code": code }))
            .await,
    ];

    for reply in refused {
        let reply = reply.refused(401, "insufficient_user_authentication");
        let asked = reply.header("www-authenticate");
        assert!(asked.contains("acr_values=\"aal2\""), "R26: {asked}");
    }
    let factors = kit.get("/v1/account/mfa").await.expect(200);
    assert_eq!(factors.body["required"], true);
    assert_eq!(factors.body["totp"], Value::Null);
    kit.enrol(&app).await;
    let account = kit.get("/v1/account").await.expect(200);
    assert_eq!(account.body["email"], kit.email.as_str());
}

#[rstest]
#[tokio::test]
async fn r45_a_clinician_keeps_a_second_factor(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, phone) = app.clinician("kim").await;

    let kim = kim.stepped_up(json!({ "code": phone.code(&app, 0) })).await;

    let reply = kim.delete("/v1/account/mfa/totp").await;
    reply.refused(409, "last_factor");
    kim.get("/v1/account").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r45_a_clinician_signs_in_with_both(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (kim, phone) = app.clinician("kim").await;

    let token = kim.mfa_token().await;
    let wrong = second_step(&kim, &token, "000000").await;
    let session = second_step(&kim, &token, &phone.code(&app, 0)).await;

    wrong.refused(401, "wrong_code");
    let session = session.expect(201);
    assert_eq!(session.body["account"]["role"], "clinician");
    assert_eq!(session.body["expires_in"], 300, "R18");
    assert_eq!(session.body["patient_id"], Value::Null);
}

#[rstest]
#[tokio::test]
async fn a_patient_lets_a_clinician_in_like_anybody_else(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (kim, _) = app.clinician("kim").await;
    let invitation = json!({ "email": kim.email, "level": "read", "relation": "clinician" });
    let path = "/v1/patients/{patient}/invitations";
    ada.post(path, invitation).await.expect(201);
    let code = app.mail().next_to(&kim.email).await.code();

    let joined = kim
        .post("/v1/invitations/accept", json!({ "code": code }))
        .await;

    joined.expect(201);
    kim.on(&ada)
        .get("/v1/patients/{patient}/trend")
        .await
        .expect(200);
    let diaries = kim.get("/v1/patients").await.expect(200);
    assert_eq!(diaries.body["items"][0]["relation"], "clinician");
    let way_out = format!("/v1/patients/{{patient}}/circle/{}", kim.account_id);
    ada.delete(&way_out).await.expect(204);
    let gone = kim.on(&ada).get("/v1/patients/{patient}/trend").await;
    gone.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn r14_the_server_mails_the_code_of_the_command_line_whether_or_not_it_runs_meanwhile(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let Some(home) = Home::new(on) else {
        return;
    };
    let home = Arc::new(home);
    let create = |email: &str| {
        home.program()
            .args(["admin", "create", "--role=clinician", "--name=Dr Kim"])
            .arg(format!("--email={email}"))
            .args(home.flags())
            .output()
            .unwrap()
    };

    let migrated = home.program().arg("migrate").args(home.flags()).status();
    assert!(migrated.unwrap().success());
    let no_address = create("kim");
    let made = create("kim@example.org");

    assert_eq!(no_address.status.code(), Some(1));
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    // Its settings are not those of the server: mail would go elsewhere.
    assert!(home.mail().all_to("kim@example.org").is_empty());
    let program = Program::serve(&home, &["--test-look-again=50"]);
    let code = home.mail().next_to("kim@example.org").await.code();
    let password = password_of("kim");
    let body = json!({ "email": "kim@example.org", "code": code, "password": password });
    let reply = program.nobody().post("/v1/accounts/activate", body).await;
    assert_eq!(reply.expect(201).body["account"]["role"], "clinician");

    let beside_it = create("lou@example.org");

    assert_eq!(beside_it.status.code(), Some(0), "{beside_it:?}");
    let code = home.mail().next_to("lou@example.org").await.code();
    let password = password_of("lou");
    let body = json!({ "email": "lou@example.org", "code": code, "password": password });
    let reply = program.nobody().post("/v1/accounts/activate", body).await;
    assert_eq!(reply.expect(201).body["account"]["role"], "clinician");
}

#[rstest]
fn a_command_in_the_wrong_place_makes_no_database_there(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(
        &["admin", "create", "--role=admin", "--name=Kim", "--email=kim@example.org"][..],
        &["outbox", "status"],
        &["outbox", "retry"],
        &["retention", "run"]
    )]
    command: &[&str],
) {
    let Some(home) = Home::empty(on) else { return };
    let flags = home.flags();
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();

    let (code, said) = home.run(&[command, &flags].concat());

    assert_eq!(code, Some(1), "{said}");
    assert_eq!(home.folder().read_dir().unwrap().count(), 0, "{said}");
    if on == Postgres {
        let tables = "select count(*) from pg_tables where schemaname = current_schema()";
        assert_eq!(home.query_i64(tables), 0, "{said}");
    }
}
