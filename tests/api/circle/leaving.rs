//! How somebody leaves the circle, or is sent away.

use std::time::Duration;

use chrono::{NaiveDate, TimeDelta, Weekday};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::{Value, json};

use super::{CIRCLE, ENTRIES, UNKNOWN, change, names, path_of, path_to, rating};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::privacy::sharing::decide;

#[rstest]
#[tokio::test]
async fn r74_revocation_holds_from_the_next_request(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    bob.get(ENTRIES).await.expect(200);

    ada.delete(&path_of(&bob)).await.expect(204);

    for path in [CIRCLE, ENTRIES, &path_of(&bob)] {
        bob.get(path).await.refused(404, "not_found");
    }
    let writing = bob.put(&format!("{ENTRIES}/2026-W48"), rating(4)).await;
    writing.refused(404, "not_found");
    let diaries = bob.get("/v1/patients").await.expect(200);
    assert_eq!(diaries.body["items"].as_array().map(Vec::len), Some(0));
    assert!(names(&ada.get(CIRCLE).await).is_empty());
    assert_eq!(app.written_down("circle.left"), 1);
}

#[rstest]
#[tokio::test]
async fn r74_revocation_holds_on_every_instance(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let other = app.another_instance().await;
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "write").await.through(&other);
    bob.get(ENTRIES).await.expect(200);

    ada.delete(&path_of(&bob)).await.expect(204);

    bob.get(ENTRIES).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn a_member_may_leave_and_send_nobody_else_away(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let carol = app.member(&ada, "carol", "summary").await;
    let sam = app.stranger().await.on(&ada);

    bob.delete(&path_of(&carol))
        .await
        .refused(403, "patient_only");
    bob.delete(&path_to(UNKNOWN))
        .await
        .refused(403, "patient_only");
    sam.delete(&path_of(&carol)).await.refused(404, "not_found");
    sam.delete(&path_of(&sam)).await.refused(404, "not_found");
    ada.delete(&path_of(&ada)).await.refused(404, "not_found");
    bob.delete(&path_of(&bob)).await.expect(204);

    bob.delete(&path_of(&bob)).await.refused(404, "not_found");
    assert_eq!(names(&ada.get(CIRCLE).await), ["Carol"]);
}

#[rstest]
#[tokio::test]
async fn r73_a_member_leaves_though_the_patient_shares_nothing_now(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let sam = app.stranger().await.on(&ada);
    decide(&ada, "care_sharing", false).await;

    sam.delete(&path_of(&sam)).await.refused(404, "not_found");
    bob.delete(&path_of(&bob)).await.expect(204);

    bob.delete(&path_of(&bob)).await.refused(404, "not_found");
    assert!(names(&ada.get(CIRCLE).await).is_empty());
    assert_eq!(app.written_down("circle.left"), 1);
}

#[rstest]
#[tokio::test]
async fn r73_a_clinician_who_is_a_friend_too_leaves_the_circle_and_treats_on(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let (clinic, kim) = app.clinic_and_kim().await;
    clinic.enrol(&kim, &ada).await;
    // She was told that she works for the clinic, and of her second factor.
    for _ in 0..2 {
        app.mail().next_to(&kim.email).await;
    }
    let code = app.invite(&ada, &kim.email, "summary").await;
    let acceptance = json!({ "code": code });
    kim.post("/v1/invitations/accept", acceptance)
        .await
        .expect(201);
    let kim = kim.on(&ada);

    kim.delete(&path_of(&kim)).await.expect(204);

    assert!(names(&ada.get(CIRCLE).await).is_empty());
    kim.get(ENTRIES).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn sending_somebody_away_never_fails_on_what_else_changed(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    change(&ada, &bob, json!({ "level": "read" }))
        .await
        .expect(200);

    for _ in 0..2 {
        ada.delete(&path_of(&bob)).await.expect(204);
    }

    ada.delete(&path_to(UNKNOWN))
        .await
        .refused(404, "not_found");
    assert_eq!(app.written_down("circle.left"), 1);
}

#[rstest]
#[tokio::test]
async fn somebody_sent_away_cannot_come_back_by_an_open_invitation(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    let code = app.invite(&ada, &bob.email, "write").await;

    ada.delete(&path_of(&bob)).await.expect(204);

    let back = bob
        .post("/v1/invitations/accept", json!({ "code": code }))
        .await;
    back.refused(404, "not_found");
    bob.get(CIRCLE).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn somebody_sent_away_can_be_invited_again(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let stale = ada.get(&path_of(&bob)).await.etag().to_owned();
    ada.delete(&path_of(&bob)).await.expect(204);
    app.clock.turn(TimeDelta::minutes(5));

    app.let_in(&ada, &bob, "read").await;

    let grant = bob.get(&path_of(&bob)).await.expect(200);
    assert_eq!(grant.body["level"], "read");
    assert!(
        grant.body["since"]
            .as_str()
            .unwrap()
            .starts_with("2026-11-23T12:05")
    );
    let ada = ada.with_header("if-match", &stale);
    let from_before = ada
        .change(&path_of(&bob), json!({ "level": "write" }))
        .await;
    from_before.refused(412, "precondition_failed");
}

#[rstest]
#[tokio::test]
async fn r80_nobody_is_told_that_they_were_sent_away(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let mails = app.mail().all_to(&bob.email).len();

    ada.delete(&path_of(&bob)).await.expect(204);

    // Mail goes out in its order: once Carol has hers, one to Bob would be there too.
    app.invite(&ada, "carol@example.org", "read").await;
    assert_eq!(app.mail().all_to(&bob.email).len(), mails);
}

#[rstest]
#[tokio::test]
async fn r90_writes_after_a_revocation_are_refused(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let bobs = path_of(&bob);
    let weeks = (1..=50).map(|n| {
        let day = NaiveDate::from_isoywd_opt(2025, n, Weekday::Mon).unwrap();
        let mut body = rating(4);
        body["assessed_on"] = json!(day);
        (n, body)
    });
    let writes = weeks.map(async |(n, body): (u32, Value)| {
        tokio::time::sleep(Duration::from_millis(n.into())).await;
        bob.put(&format!("{ENTRIES}/2025-W{n:02}"), body)
            .await
            .status
    });

    let (statuses, ()) = tokio::join!(join_all(writes), async {
        tokio::time::sleep(Duration::from_millis(25)).await;
        ada.delete(&bobs).await.expect(204);
    });

    let kept = statuses.iter().filter(|status| **status == 201).count();
    assert!(
        statuses.iter().all(|status| [201, 404].contains(status)),
        "{statuses:?}"
    );
    let entries = app.query_i64("select count(*) from entries");
    assert_eq!(entries, i64::try_from(kept).unwrap());
    let left = "(select change_no from audit_events where action = 'circle.left')";
    let after = format!("select count(*) from entries where change_no > {left}");
    assert_eq!(app.query_i64(&after), 0);
}

#[rstest]
#[tokio::test]
async fn r90_a_change_waits_for_a_revocation_under_way(#[values(Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let mut revoking = PgConnection::establish(&app.home().database_url()).unwrap();
    revoking
        .batch_execute(
            "BEGIN; SELECT key FROM patients FOR UPDATE; UPDATE grants SET revoked_at = now();",
        )
        .unwrap();

    let write =
        tokio::spawn(async move { bob.put(&format!("{ENTRIES}/2026-W48"), rating(4)).await });
    app.until_a_lock_is_waited_for().await;
    revoking.batch_execute("COMMIT").unwrap();

    write.await.unwrap().refused(404, "not_found");
    assert_eq!(app.query_i64("select count(*) from entries"), 0);
}
