//! What somebody should hear of is said once, in words that stay the same (R156, R158).

use std::time::{Duration, Instant};

use alsfrs_diary::audit;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::TestApp;
use crate::home::home;
use crate::people::sign_in;
use crate::program::Program;

/// How often it has been said.
fn said(program: &Program, code: &str) -> usize {
    let wanted = format!("\"event_code\":\"{code}\"");
    program.said().matches(&wanted).count()
}

pub async fn wait_for(program: &Program, code: &str) {
    let asked = Instant::now();
    while said(program, code) == 0 {
        assert!(
            asked.elapsed() < Duration::from_secs(20),
            "{}",
            program.said()
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[rstest]
#[tokio::test]
async fn r156_a_clock_that_went_back_is_heard_of(#[values(Sqlite, Postgres)] on: Database) {
    let home = home!(on);
    let app = TestApp::start_in(&home).await;
    let ada = app.patient("ada").await;
    app.stop().await;
    home.clock.turn(TimeDelta::days(-365));

    let program = Program::serve(&home, &[]);

    wait_for(&program, "clock_went_back").await;
    // It goes on, and nobody is locked out.
    let session = sign_in(&program.nobody(), &ada.email, &ada.password).await;
    session.expect(201);
}

#[rstest]
#[tokio::test]
async fn r158_a_lost_root_key_is_told_from_an_audit_that_was_changed(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let app = TestApp::start_in(&home).await;
    app.patient("ada").await;
    home.clock.turn(TimeDelta::minutes(2));
    assert_eq!(audit::checkpoint(app.inside()).await.unwrap(), 1);
    let public = app.inside().keys.roots.current().audit.public().to_vec();
    app.stop().await;
    let keys = home.folder().join("keys");
    std::fs::remove_file(keys.join("root-0001.key")).unwrap();
    let data = format!("--data-dir={}", home.folder().display());
    let database = format!("--database-url={}", home.database_url());
    let (code, said_so) = home.run(&["keys", "init", &data, &database]);
    assert_eq!(code, Some(0), "{said_so}");

    let mut program = Program::serve(&home, &[]);
    wait_for(&program, "audit_key_unknown").await;
    program.kill();

    assert_eq!(said(&program, "audit_broken"), 0);
    let verify = || home.run(&["audit", "verify", &data, &database]);
    let (code, said) = verify();
    assert_eq!(code, Some(1), "{said}");
    // What stands in a checkpoint that was kept elsewhere is as good as the key.
    let until = home.now().format("audit-0001-%Y%m%dT%H%M%SZ.pub");
    std::fs::write(keys.join(until.to_string()), public).unwrap();
    let (code, said) = verify();
    assert_eq!(code, Some(0), "{said}");
}

#[rstest]
#[tokio::test]
async fn r158_a_copied_refresh_token_is_heard_of(#[values(Sqlite, Postgres)] on: Database) {
    let home = home!(on);
    let program = Program::serve(&home, &[]);
    let ada = program.patient("ada").await;
    let next = ada.refreshed().await.refreshed().await;
    next.refreshed().await;
    assert_eq!(said(&program, "clock_went_back"), 0);
    assert_eq!(said(&program, "refresh_reused"), 0);

    let copied = json!({ "refresh_token": ada.refresh_token });
    let reply = program.nobody().post("/v1/sessions/refresh", copied).await;

    reply.refused(401, "invalid_grant");
    wait_for(&program, "refresh_reused").await;
    assert_eq!(said(&program, "refresh_reused"), 1);
}
