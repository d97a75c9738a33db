//! The role that serves on PostgreSQL reads and writes rows, and changes no table.

use alsfrs_diary::platform::config::Settings;
use alsfrs_diary::platform::db::Conn;
use alsfrs_diary::server;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use rstest::rstest;
use serde_json::json;
use url::Url;

use crate::app::Database::{self, Postgres};
use crate::app::start;
use crate::home::{Home, held_program, said_by};
use crate::people::sign_in;
use crate::serving::{as_owner, as_user};
use crate::settings::run;
use crate::weeks::{week, with};

/// Each database of the tests has a role of its own: they share a server.
fn role_of(url: &str) -> String {
    let url = Url::parse(url).unwrap();
    format!("serves_{}", url.path().trim_start_matches('/'))
}

/// The same database, as that role.
fn as_role(url: &str) -> String {
    as_user(url, &role_of(url))
}

fn connect(url: &str) -> Conn {
    Conn::Pg(PgConnection::establish(url).unwrap())
}

/// `alsfrs-diary migrate --grant-to …` as the owner.
fn granted(settings: &Settings) -> (Option<i32>, String) {
    let url = as_owner(&settings.database());
    let role = role_of(&url);
    connect(&url)
        .batch_execute(&format!("create role {role} login"))
        .unwrap();
    let database = format!("--database-url={url}");
    let data = format!("--data-dir={}", settings.data_dir.display());
    said_by(held_program().args(["migrate", "--grant-to", &role, &database, &data]))
}

/// Serves as that role from now on.
fn restrict(settings: &mut Settings) {
    let (code, said) = granted(settings);
    assert_eq!(code, Some(0), "{said}");
    settings.database_url = Some(as_role(&settings.database()));
}

#[rstest]
#[tokio::test]
async fn r140_the_role_that_serves_serves_everything(#[values(Postgres)] on: Database) {
    let (app, ada) = start!(on, restrict; ada);
    let bob = app.member(&ada, "bob", "write").await;

    let written = ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let relayed = with(week("2026-11-11"), "/respondent", "caregiver_relayed");
    bob.record("2026-W46", relayed).await.expect(201);
    assert!(written.header("etag").starts_with('"'));
    ada.get("/v1/patients/{patient}/trend").await.expect(200);
    ada.get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);
    let bob = bob.refreshed().await;
    sign_in(&app.nobody(), &bob.email, "not this one, sorry")
        .await
        .refused(401, "wrong_credentials");
    let app = app.restart().await;
    let code = json!({ "password": ada.password });
    let ada = ada.through(&app);
    ada.post("/v1/account/erasure", code).await.expect(202);
    let app = app.after_erasures().await;

    let gone = sign_in(&app.nobody(), &ada.email, &ada.password).await;
    gone.refused(401, "wrong_credentials");
    let verified = app.verified(Vec::new()).await;
    assert_eq!(verified.findings, []);
}

#[rstest]
#[tokio::test]
async fn r140_the_role_that_serves_changes_no_table_and_no_audit(#[values(Postgres)] on: Database) {
    let app = start!(on, restrict);
    app.patient("ada").await;
    let (url, role) = (app.settings.database(), role_of(&app.database_url()));
    let mut conn = connect(&url);

    for refused in [
        "create table mine (id int)",
        "create temporary table mine (id int)",
        "alter table accounts add column mine int",
        "drop trigger audit_events_stay on audit_events",
        "alter table audit_events disable trigger user",
        "update audit_events set action = 'x'",
        "delete from audit_events",
        "truncate audit_events",
        "update audit_checkpoints set document = '{}'",
        "delete from audit_checkpoints",
        "delete from consents",
        "truncate entries",
        "insert into __diesel_schema_migrations (version) values ('3')",
    ] {
        let why = conn.batch_execute(refused).expect_err(refused).to_string();
        let denied = why.contains("permission denied") || why.contains("must be owner");
        assert!(denied, "{refused}: {why}");
    }
    let beyond = format!(
        "select count(*) from information_schema.role_table_grants where grantee = '{role}'
         and (privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
              or privilege_type not in ('SELECT', 'INSERT')
                 and table_name in ('audit_events', 'audit_checkpoints', 'consents'))"
    );
    assert_eq!(app.query_i64(&beyond), 0);
    let tables = "select count(*) from pg_tables where schemaname = current_schema()";
    let granted = format!(
        "select count(distinct table_name) from information_schema.role_table_grants
         where grantee = '{role}'"
    );
    assert_eq!(app.query_i64(&granted), app.query_i64(tables), "each table");
}

#[rstest]
#[tokio::test]
async fn r140_the_role_that_serves_refuses_another_schema(#[values(Postgres)] on: Database) {
    let Some(home) = Home::new(on) else { return };
    let mut settings = home.settings();
    restrict(&mut settings);
    let database = format!("--database-url={}", settings.database());
    let data = format!("--data-dir={}", home.folder().display());
    let migrate = || home.run(&["migrate", &database, &data]);

    let (code, said) = migrate();
    assert_eq!(code, Some(0), "nothing is missing: {said}");
    home.sql("insert into __diesel_schema_migrations (version) values ('99991231235959')");
    let (code, said) = migrate();
    assert_eq!(code, Some(1));
    assert!(
        said.contains("99991231235959, which this build does not know"),
        "{said}"
    );
    home.sql("delete from __diesel_schema_migrations where version > '20261125'");
    let (code, said) = migrate();
    assert_eq!(code, Some(1));
    assert!(said.contains("as their owner first"), "{said}");
    let started = server::start(settings, home.time()).await;
    assert!(started.is_err());
}

#[rstest]
#[tokio::test]
async fn r140_the_role_that_serves_is_told_what_it_lacks(#[values(Postgres)] on: Database) {
    let Some(home) = Home::new(on) else { return };
    let mut settings = home.settings();
    restrict(&mut settings);
    let database = format!("--database-url={}", settings.database());
    let data = format!("--data-dir={}", home.folder().display());

    let (code, said) = home.run(&["retention", "run", &database, &data]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("with the owner's URL"), "{said}");
    // As after a dump that was restored before the role was there.
    let role = role_of(&home.database_url());
    home.sql(&format!(
        "revoke all on all tables in schema public from {role}"
    ));
    let (code, said) = home.run(&["migrate", &database, &data]);

    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("--grant-to"), "{said}");
}

#[test]
fn r140_a_file_has_no_roles() {
    let folder = tempfile::tempdir().unwrap();
    let data = format!("--data-dir={}", folder.path().display());

    let (code, said) = run(&["migrate", "--grant-to", "diary", &data], &[]);
    let (name, why) = run(
        &["migrate", "--grant-to", "x; drop table accounts", &data],
        &[],
    );

    assert_eq!((code, name), (Some(1), Some(2)), "{said}{why}");
    assert!(said.contains("a SQLite file has no roles"), "{said}");
}
