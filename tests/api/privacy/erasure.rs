//! The end of an account.

use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use crate::alarms::wait_for;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::{Home, home};
use crate::people::{Person, sign_in};
use crate::program::Program;
use crate::weeks::{week, with};

const ERASURE: &str = "/v1/account/erasure";

async fn ask(person: &Person) -> serde_json::Value {
    person.ask("POST", ERASURE).await.expect(202).body
}

#[rstest]
#[tokio::test]
async fn r171_nobody_is_erased_before_their_time_or_against_their_will(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.get(ERASURE).await.refused(404, "not_found");

    let first = ask(&ada).await;
    app.clock.turn(TimeDelta::days(1));
    let stale = ada.refreshed().await.ask("POST", ERASURE).await;
    stale.refused(401, "insufficient_user_authentication");
    let ada = ada.on_another_device().await;
    let again = ask(&ada).await;

    assert_eq!(first, again, "asking again changes nothing");
    let erased_at = first["erased_at"].as_str().unwrap();
    assert!(erased_at.starts_with("2026-12-07T12:00"), "{erased_at}");
    assert_eq!(first["stays"].as_array().unwrap().len(), 5);
    let mail = app.mail().next_to(&ada.email).await;
    assert_eq!(mail.subject, "Your account will be erased");
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    ada.delete(ERASURE).await.expect(204);
    ada.delete(ERASURE).await.expect(204);
    let mail = app.mail().next_to(&ada.email).await;
    assert_eq!(mail.subject, "Your account stays");
    app.clock.turn(TimeDelta::days(20));
    let app = app.restart().await;
    let session = sign_in(&app.nobody(), &ada.email, &ada.password).await;
    session.expect(201);
}

#[rstest]
#[tokio::test]
async fn r171_what_has_begun_is_not_taken_back_and_what_was_never_begins(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on, |settings| settings.rehearsal.test_look_again = Some(20); ada);
    let ben = app.patient("ben").await;
    ask(&ada).await;
    ask(&ben).await;
    ben.delete(ERASURE).await.expect(204);
    let journal = app.folder().join("erasures.journal");
    let written = std::fs::read_to_string(&journal).unwrap();
    assert!(!written.contains(&ada.account_id), "she could take it back");
    std::fs::remove_file(&journal).unwrap();

    // What follows once it has begun cannot be written down: the disk is full.
    std::os::unix::fs::symlink("/dev/full", &journal).unwrap();
    app.clock.turn(TimeDelta::days(15));
    let begun = "select count(*) from erasures where begun_at is not null";
    until(|| app.query_i64(begun) == 1).await;
    let ada = ada.on_another_device().await;
    let refused = ada.delete(ERASURE).await;

    refused.refused(409, "erasure_begun");
    std::fs::remove_file(&journal).unwrap();
    std::fs::write(&journal, written).unwrap();
    until(|| app.query_i64("select count(*) from erasures") == 0).await;
    let app = app.restart().await;
    let gone = sign_in(&app.nobody(), &ada.email, &ada.password).await;
    gone.refused(401, "wrong_credentials");
    let kept = sign_in(&app.nobody(), &ben.email, &ben.password).await;
    kept.expect(201);
}

#[rstest]
#[tokio::test]
async fn r171_without_a_journal_nothing_begins_and_that_is_heard_of(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let flags = ["--test-look-again=50", "--erasure-days=0"];
    let program = Program::serve(&home, &flags);
    let ada = program.patient("ada").await;
    let journal = home.folder().join("erasures.journal");
    std::fs::create_dir(&journal).unwrap();

    ask(&ada).await;
    wait_for(&program, "due_failed").await;

    let waits = "select count(*) from erasures where begun_at is null";
    assert_eq!(home.query_i64(waits), 1);
    std::fs::remove_dir(&journal).unwrap();
    until(|| home.query_i64("select count(*) from erasures") == 0).await;
}

async fn until(done: impl Fn() -> bool) {
    let asked = Instant::now();
    while !done() {
        assert!(asked.elapsed().as_secs() < 20, "it does not come");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[rstest]
#[tokio::test]
async fn r172_who_is_erased_is_told_what_stays_why_and_until_when(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);

    let asked = ask(&ada).await;

    let shown = ada.get(ERASURE).await.expect(200).body;
    assert_eq!(asked, shown);
    let retained = asked["retained"].as_array().unwrap();
    let categories: Vec<_> = retained.iter().map(|kept| &kept["category"]).collect();
    let all = [
        "audit",
        "consents",
        "written_for_others",
        "erasure_journal",
        "backups",
    ];
    assert_eq!(categories, all);
    let mail = app.mail().next_to(&ada.email).await;
    for kept in retained {
        for said in ["why", "legal_basis", "until"] {
            let words = kept[said].as_str().unwrap();
            assert!(mail.body.contains(words), "{words} is not in the mail");
        }
    }
}

#[rstest]
#[tokio::test]
async fn r171_an_erased_patient_leaves_no_word(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let code = app.invite(&ada, "eve@example.org", "read").await;
    let eve = app.caregiver("eve").await;
    let written = with(week("2026-11-18"), "/note", "a note");
    let hard = with(written, "/answers/dyspnea", 1);
    ada.record("2026-W47", hard).await.expect(201);
    ada.knows_all().await;

    ask(&ada).await;
    let told = app.mail().next_to(&ada.email).await;
    assert_eq!(told.subject, "Your account will be erased");
    let app = app.after_erasures().await;

    let told = app.mail().next_to(&ada.email).await;
    assert_eq!(told.subject, "Your account was erased");
    let gone = sign_in(&app.nobody(), &ada.email, &ada.password).await;
    gone.refused(401, "wrong_credentials");
    let token = json!({ "refresh_token": ada.refresh_token });
    let refresh = app.nobody().post("/v1/sessions/refresh", token).await;
    refresh.refused(401, "invalid_grant");
    let bob = bob.through(&app).on_another_device().await.on(&ada);
    bob.get("/v1/patients/{patient}")
        .await
        .refused(404, "not_found");
    bob.get("/v1/patients/{patient}/trend")
        .await
        .refused(404, "not_found");
    let eve = eve.through(&app).on_another_device().await;
    let accept = json!({ "code": code });
    let accept = eve.post("/v1/invitations/accept", accept).await;
    accept.refused(404, "not_found");
    for (what, left) in [
        ("from entries", 0),
        ("from flag_acknowledgements", 0),
        ("from invitations", 0),
        ("from grants where revoked_at is null", 0),
        ("from credentials", 2),
        // Bob, Eve, the house and its index.
        ("from data_keys", 4),
        ("from audit_events where action = 'account.erased'", 1),
    ] {
        assert_eq!(
            app.query_i64(&format!("select count(*) {what}")),
            left,
            "{what}"
        );
    }
    // Her address is free again, and what begins with it knows nothing of before.
    let ada = app.patient("ada").await;
    let entries = ada.get("/v1/patients/{patient}/entries").await.expect(200);
    assert_eq!(entries.body["items"], json!([]));
}

#[rstest]
#[tokio::test]
async fn r174_what_a_caregiver_wrote_stays_without_their_name(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let seen = with(week("2026-11-18"), "/respondent", "caregiver_proxy");
    bob.record("2026-W47", with(seen, "/note", "she smiled"))
        .await
        .expect(201);

    ask(&bob).await;
    let app = app.after_erasures().await;

    let ada = ada.through(&app).on_another_device().await;
    let entry = ada.read("2026-W47").await.expect(200).body;
    assert_eq!(entry["note"], json!("she smiled"));
    assert_eq!(
        entry["recorded_by"]["display_name"],
        json!("former caregiver")
    );
    assert_eq!(entry["recorded_by"]["account_id"], json!(bob.account_id));
    let circle = ada.get("/v1/patients/{patient}/circle").await.expect(200);
    assert_eq!(circle.body["items"], json!([]));
}

#[rstest]
#[tokio::test]
async fn r173_a_restored_backup_forgets_again(#[values(Sqlite)] on: Database) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    ask(&ben).await;
    app.sql("PRAGMA wal_checkpoint(TRUNCATE)");
    let (file, backup) = (
        app.folder().join("diary.sqlite"),
        app.folder().join("backup.sqlite"),
    );
    std::fs::copy(&file, &backup).unwrap();
    ask(&ada).await;
    ben.delete(ERASURE).await.expect(204);
    let app = app.after_erasures().await;

    let journal = app.folder().join("erasures.journal");
    let torn = std::fs::read_to_string(&journal).unwrap() + "2026-12-08T12:0";
    std::fs::write(&journal, torn).unwrap();
    let home = Arc::new(Home::empty(on).unwrap());
    for (from, to) in [
        ("keys", ""),
        ("erasures.journal", ""),
        ("backup.sqlite", "diary.sqlite"),
    ] {
        let copied = Command::new("cp")
            .args(["-a", "--"])
            .args([app.folder().join(from), home.folder().join(to)])
            .status();
        assert!(copied.unwrap().success());
    }
    let app = TestApp::start_in(&home).await;

    let gone = sign_in(&app.nobody(), &ada.email, &ada.password).await;
    gone.refused(401, "wrong_credentials");
    assert_eq!(app.query_i64("select count(*) from entries"), 0);
    let kept = sign_in(&app.nobody(), &ben.email, &ben.password).await;
    kept.expect(201);
}
