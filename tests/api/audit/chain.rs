//! That nothing of the audit can be changed, left out, moved or cut off unseen.

use alsfrs_diary::audit::{self, Patrol, Seen};
use alsfrs_diary::platform::db::DbError;
use futures_util::future::join_all;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::weeks::week;

/// Ada has recorded four weeks, and Bob has looked.
async fn four_weeks(app: &TestApp) -> (Person, Person) {
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "read").await;
    for (name, day) in [
        ("2026-W44", "2026-10-28"),
        ("2026-W45", "2026-11-04"),
        ("2026-W46", "2026-11-11"),
        ("2026-W47", "2026-11-18"),
    ] {
        ada.record(name, week(day)).await.expect(201);
    }
    bob.get("/v1/patients/{patient}/trend").await.expect(200);
    (ada, bob)
}

/// The key of the event with this number in Ada's chain.
fn event(app: &TestApp, number: i64) -> i64 {
    app.query_i64(&format!(
        "select key from audit_events where patient_key is not null and seq = {number}"
    ))
}

#[rstest]
#[tokio::test]
async fn r149_an_audit_that_nobody_touched_is_as_it_was_written(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    four_weeks(&app).await;

    let verified = app.verified(Vec::new()).await;

    assert_eq!(verified.findings, []);
    // Ada's record and two accounts.
    assert_eq!(verified.chains, 3);
    let chained = "select count(*) from audit_events where hash is not null";
    assert_eq!(
        i64::try_from(verified.events).unwrap(),
        app.query_i64(chained)
    );
}

#[rstest]
#[case::what("action = 'entry.voided'")]
#[case::when("at = (select at from audit_events order by key limit 1)")]
#[case::who("actor = session_id")]
#[case::as_what("relation = 1")]
#[case::which("change_no = 99")]
#[case::about_what(r#"detail = '{"week": "2026-W01", "revision": 1}'"#)]
#[tokio::test]
async fn r149_an_event_that_was_changed_is_named(
    #[values(Sqlite, Postgres)] on: Database,
    #[case] change: &str,
) {
    let app = start!(on);
    four_weeks(&app).await;
    app.unguard();
    let changed = event(&app, 4);

    app.sql(&format!(
        "update audit_events set {change} where key = {changed}"
    ));

    assert_eq!(
        app.findings().await,
        [format!(
            "event {changed} (number 4 of its chain) was changed, or put in another's place"
        )]
    );
}

#[rstest]
#[tokio::test]
async fn r149_an_event_that_was_deleted_is_missed(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    four_weeks(&app).await;
    app.unguard();
    let next = event(&app, 5);

    app.sql("delete from audit_events where patient_key is not null and seq = 4");

    assert_eq!(
        app.findings().await,
        [format!(
            "number 4 of a chain is missing, before event {next}"
        )]
    );
}

#[rstest]
#[tokio::test]
async fn r149_events_that_changed_places_are_found(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    four_weeks(&app).await;
    app.unguard();
    let (fourth, fifth) = (event(&app, 4), event(&app, 5));

    app.sql(&format!(
        "update audit_events set seq = 0 where key = {fourth};
         update audit_events set seq = 4 where key = {fifth};
         update audit_events set seq = 5 where key = {fourth}"
    ));

    assert_eq!(
        app.findings().await,
        [format!(
            "event {fifth} (number 4 of its chain) was changed, or put in another's place"
        )]
    );
}

#[rstest]
#[tokio::test]
async fn r149_an_end_that_was_cut_off_is_missed(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    four_weeks(&app).await;
    app.unguard();
    let last = event(&app, 5);

    app.sql("delete from audit_events where patient_key is not null and seq > 5");

    assert_eq!(
        app.findings().await,
        [format!(
            "a chain ends at event {last} with number 5, and should have 7"
        )]
    );
}

#[rstest]
#[tokio::test]
async fn r149_many_at_once_make_one_chain_without_gaps(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = four_weeks(&app).await;
    let mut members = vec![bob];
    for name in ["cleo", "dora", "emil", "fred"] {
        members.push(app.member(&ada, name, "write").await);
    }
    let day = |weeks: i64| {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 21).unwrap();
        day - chrono::TimeDelta::weeks(weeks)
    };

    let reads = members.iter().flat_map(|member| {
        ["/trend", "/entries", ""]
            .map(|path| member.get(format!("/v1/patients/{{patient}}{path}").leak()))
    });
    let writes = (0..12).map(|weeks| {
        let (ada, day) = (ada.clone(), day(weeks));
        async move {
            let name = day.format("%G-W%V").to_string();
            ada.record(&name, week(&day.to_string())).await
        }
    });
    let (reads, writes) = tokio::join!(join_all(reads), join_all(writes));

    assert!(reads.iter().all(|reply| reply.status == 200));
    assert!(writes.iter().all(|reply| reply.status == 201));
    assert_eq!(app.findings().await, Vec::<String>::new());
    let last = "select audit_seq from patients";
    let all = "select count(*) from audit_events where patient_key is not null";
    assert_eq!(app.query_i64(last), app.query_i64(all));
}

#[rstest]
#[tokio::test]
async fn r148_an_event_never_changes(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    four_weeks(&app).await;

    for change in [
        "update audit_events set hash = null",
        "update audit_events set action = 'nothing'",
        "update audit_events set seq = seq + 1",
        "delete from audit_events",
    ] {
        let refused = app.try_sql(change).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{change}: {refused}");
    }
    assert_eq!(app.findings().await, Vec::<String>::new());
}

#[rstest]
#[tokio::test]
async fn r149_an_event_that_cannot_be_read_is_named_and_the_rest_is_looked_at(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    four_weeks(&app).await;
    let unreadable = event(&app, 2);
    let changed = app.query_i64("select max(key) from audit_events where patient_key is null");
    app.unguard();
    let no_such = match on {
        Sqlite => "actor = x'0102'",
        Postgres => "at = 'infinity'",
    };
    app.sql(&format!(
        "update audit_events set {no_such} where key = {unreadable}"
    ));
    app.sql(&format!(
        "update audit_events set action = 'nothing' where key = {changed}"
    ));
    app.clock.turn(chrono::TimeDelta::minutes(5));

    let found = app.findings().await;
    let statements = audit::checkpoint(app.inside()).await.unwrap();
    let all = app.query_i64("select max(key) from audit_events");
    let sound = patrolled(&app).await;

    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains(&unreadable.to_string()), "{found:?}");
    assert!(found[1].contains(&changed.to_string()), "{found:?}");
    assert_eq!(statements, 1);
    assert_eq!(
        app.query_i64("select max(upto) from audit_checkpoints"),
        all
    );
    assert!(!sound);
}

/// Whether a patrol that goes round finds all of it sound.
async fn patrolled(app: &TestApp) -> bool {
    let keys = app.inside().keys.statement_keys().unwrap();
    let mut patrol = Patrol::default();
    let mut sound = true;
    for _ in 0..4 {
        let keys = keys.clone();
        let look = move |conn: &mut _| {
            let seen = patrol.go_on(conn, &keys)?;
            Ok::<_, DbError>((seen, patrol))
        };
        let (seen, there) = app.inside().db.read(look).await.unwrap();
        (sound, patrol) = (sound && seen == Seen::Sound, there);
    }
    sound
}
