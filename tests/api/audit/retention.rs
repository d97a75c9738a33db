//! Events go when their time is over, signed for, and in no other way (R154, R176).

use alsfrs_diary::audit;
use alsfrs_diary::server::retention;
use chrono::TimeDelta;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::{Home, said_by};
use crate::people::{Person, sign_in};
use crate::serving::by_the_owner;
use crate::weeks::week;

/// Ada recorded two weeks and somebody guessed at an address, all of which is signed; six years later
/// she recorded a third.
async fn six_years_on(on: Database) -> Option<(TestApp, Person)> {
    // The role that serves lets no event go.
    let app = TestApp::start(on, by_the_owner).await?;
    let ada = app.patient("ada").await;
    for (name, day) in [("2026-W46", "2026-11-11"), ("2026-W47", "2026-11-18")] {
        ada.record(name, week(day)).await.expect(201);
    }
    sign_in(&app.nobody(), "nobody@example.org", "a password of nobody").await;
    app.clock.turn(TimeDelta::minutes(5));
    audit::checkpoint(app.inside()).await.unwrap();
    app.clock.turn(TimeDelta::days(6 * 366));
    let ada = ada.signed_in_again(&app).await;
    ada.record("2026-W45", week("2026-11-04")).await.expect(201);
    Some((app, ada))
}

impl TestApp {
    /// What `retention run` does; how many events went, or would.
    async fn retain(&self, dry_run: bool) -> u64 {
        let gone = retention::run(self.inside(), 6, dry_run).await.unwrap();
        let of_audit = gone.iter().find(|(table, ..)| *table == "audit_events");
        of_audit.unwrap().2
    }

    fn events(&self) -> i64 {
        self.query_i64("select count(*) from audit_events")
    }
}

impl Person {
    async fn signed_in_again(&self, app: &TestApp) -> Self {
        let session = sign_in(&app.nobody(), &self.email, &self.password).await;
        Self::with_session(
            "ada",
            &self.password,
            &app.nobody(),
            &session.expect(201).body,
        )
    }
}

#[rstest]
#[tokio::test]
async fn r154_old_events_go_and_the_rest_is_as_good_as_the_whole(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let Some((app, ada)) = six_years_on(on).await else {
        return;
    };
    let before = app.events();

    let would = app.retain(true).await;
    assert_eq!(app.events(), before, "a dry run changes nothing");
    let went = app.retain(false).await;

    assert!(went >= 3, "{went}");
    assert_eq!(went, would);
    assert_eq!(app.written_down("audit.cut"), 1);
    let verified = app.verified(Vec::new()).await;
    assert_eq!(verified.findings, []);
    assert_eq!(verified.gone, went);
    assert_eq!(app.retain(false).await, 0, "there is nothing more to do");

    ada.record("2026-W44", week("2026-10-28")).await.expect(201);
    assert_eq!(app.findings().await, Vec::<String>::new());
    let log = ada.get("/v1/patients/{patient}/access-log").await;
    assert!(!log.expect(200).body["items"].as_array().unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn r154_what_is_young_or_not_signed_stays(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    app.clock.turn(TimeDelta::days(7 * 366));
    assert_eq!(app.retain(false).await, 0, "no checkpoint covers it");

    audit::checkpoint(app.inside()).await.unwrap();
    app.clock.turn(TimeDelta::days(6 * 365 - 3));
    assert_eq!(app.retain(false).await, 0, "what is signed is too young");
    assert_eq!(app.findings().await, Vec::<String>::new());
}

#[rstest]
#[tokio::test]
async fn r154_after_a_cut_the_first_bad_event_is_still_named(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let Some((app, ada)) = six_years_on(on).await else {
        return;
    };
    ada.record("2026-W44", week("2026-10-28")).await.expect(201);
    app.retain(false).await;
    let first = "patient_key is not null order by seq limit 1";
    let first = app.query_i64(&format!("select key from audit_events where {first}"));
    app.unguard();

    app.sql(&format!(
        "update audit_events set action = 'trend.read' where key = {first}"
    ));
    let found = app.findings().await;
    assert!(
        found[0].starts_with(&format!("event {first} (number ")),
        "{found:?}"
    );
    let refused = retention::run(app.inside(), 6, false).await;
    assert!(refused.is_ok(), "nothing is left to go");

    app.sql(&format!("delete from audit_events where key = {first}"));
    let found = app.findings().await;
    assert!(found[0].contains("of a chain is missing"), "{found:?}");
}

#[rstest]
#[tokio::test]
async fn r154_nothing_goes_from_an_audit_that_is_not_as_it_was_written(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let Some((app, _ada)) = six_years_on(on).await else {
        return;
    };
    app.unguard();
    app.sql("update audit_events set action = 'trend.read' where seq = 1");
    let before = app.events();

    let refused = retention::run(app.inside(), 6, false).await;

    assert!(
        refused
            .unwrap_err()
            .to_string()
            .contains("not as it was written")
    );
    assert!(app.events() >= before);
    assert_eq!(app.written_down("audit.cut"), 0);
}

#[rstest]
#[tokio::test]
async fn r154_a_cut_without_its_record_or_with_a_forged_one_is_found(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let Some((app, _ada)) = six_years_on(on).await else {
        return;
    };
    app.retain(false).await;
    app.unguard();

    let document = app.query_text("select document from audit_checkpoints where number = 2");
    let forged = document.replacen("\"events\":", "\"events\":1", 1);
    app.sql(&format!(
        "update audit_checkpoints set document = '{forged}' where number = 2"
    ));
    let found = app.findings().await;
    let not_signed = "checkpoint 2 was not signed with our key";
    assert!(found.iter().any(|one| one == not_signed), "{found:?}");

    app.sql("delete from audit_checkpoints where number = 2");
    let found = app.findings().await;
    assert!(
        found[0].starts_with("number 1 of a chain is missing"),
        "{found:?}"
    );
}

/// What somebody with a connection to the database tries who would rather not be seen.
#[rstest]
#[case::any("delete from audit_events")]
#[case::one("delete from audit_events where key = (select min(key) from audit_events)")]
#[case::nobodys("delete from audit_events where seq is null")]
#[case::a_young_cut("insert into audit_checkpoints values (99, NOW, 100000, '', NOW)")]
#[case::all_with_a_cut(
    "insert into audit_checkpoints values (99, NOW, 100000, '', OLD);
     delete from audit_events"
)]
#[tokio::test]
async fn r148_events_go_in_no_other_way(
    #[values(Sqlite, Postgres)] on: Database,
    #[case] tried: &str,
) {
    let Some((app, ada)) = six_years_on(on).await else {
        return;
    };
    app.retain(false).await;
    ada.record("2026-W44", week("2026-10-28")).await.expect(201);
    let before = app.events();
    let (now, old) = match on {
        Sqlite => ("1900000000000000", "1000000000000000"),
        Postgres => ("now()", "now() - interval '10 years'"),
    };
    let tried = tried.replace("NOW", now).replace("OLD", old);

    let refused = app.try_sql(&format!("begin; {tried}; commit"));

    assert!(refused.is_err());
    assert_eq!(app.events(), before);
    let cuts = "select count(*) from audit_checkpoints where cut_before is not null";
    assert_eq!(app.query_i64(cuts), 1);
}

#[rstest]
#[tokio::test]
async fn r176_the_command_says_what_goes_and_then_that_there_is_nothing_to_do(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    app.member(&ada, "bob", "read").await;
    app.sql(&match on {
        Sqlite => {
            "update invitations set expires_at = 0; update sessions set expires_at = 0".to_owned()
        }
        Postgres => ["invitations", "sessions"]
            .map(|table| format!("update {table} set expires_at = '2001-01-01'"))
            .join(";"),
    });
    let home = app.home();
    app.stop().await;
    home.clock.turn(TimeDelta::days(4));
    let retain = |more: &[&str]| said(&home, more);

    let would = retain(&["--dry-run"]);
    assert!(would.contains("invitations: 1 would go"), "{would}");
    assert!(would.contains("sessions: 2 would go"), "{would}");
    assert_eq!(retain(&["--dry-run"]), would, "nothing went");
    let mut unsure = home.program();
    let (code, refused) = said_by(unsure.args(["retention", "run"]).args(flags(&home)));
    assert_eq!(code, Some(1), "{refused}");
    assert!(refused.contains("the clock is days away"), "{refused}");
    let sure = ["--clock-is-right"];
    let went = retain(&sure);
    assert_eq!(went, would.replace("would go", "went"));
    assert_eq!(retain(&sure), "There is nothing to do.\n");

    assert_eq!(home.written_down("retention.run"), 1);
    assert_eq!(home.query_i64("select count(*) from sessions"), 0);
}

/// Those of the owner of the database.
fn flags(home: &Home) -> Vec<String> {
    let url = format!("--database-url={}", home.database_url());
    let mut flags = home.flags_but(&[url.as_str()]);
    flags.push(url);
    flags
}

fn said(home: &Home, more: &[&str]) -> String {
    let mut program = home.program();
    let program = program.args(["retention", "run"]).args(flags(home));
    let (code, said) = said_by(program.args(more));
    assert_eq!(code, Some(0), "{said}");
    said
}
