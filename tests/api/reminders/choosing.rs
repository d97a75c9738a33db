//! What can be chosen, and who may choose it.

use rstest::rstest;
use serde_json::{Value, json};

use super::{LATER, REMINDERS, at, on_sundays};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn nobody_is_reminded_before_they_chose_it(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);

    let reply = ada.get(REMINDERS).await.expect(200);

    assert_eq!(
        reply.body,
        json!({
            "weekly": null, "channels": [], "quiet": null, "paused_until": null, "next_course": false,
            "end_of_follow_up": false, "visit_on": null, "patient_id": null,
        })
    );
    ada.post_nothing(LATER).await.refused(409, "reminders_off");
}

#[rstest]
#[tokio::test]
async fn reminders_are_replaced_as_a_whole_by_who_saw_them(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.put(REMINDERS, on_sundays())
        .await
        .refused(428, "precondition_required");

    let whole = json!({
        "weekly": {"weekday": "sunday", "at": "18:05", "zone": "America/New_York"},
        "channels": ["push", "mail"], "quiet": {"from": "21:30", "to": "08:00"},
        "paused_until": "2026-12-27", "next_course": true, "end_of_follow_up": true,
        "visit_on": "2026-12-10",
    });
    let first = ada.wants(whole.clone()).await.expect(200);

    let shown = with(
        with(whole.clone(), "/channels", json!(["mail", "push"])),
        "/patient_id",
        ada.patient_id.clone(),
    );
    assert_eq!(first.body, shown);
    assert_eq!(ada.get(REMINDERS).await.expect(200).body, shown);
    let again = ada.wants(whole).await.expect(200);
    assert_eq!(again.etag(), first.etag(), "nothing changed");
    let stale = ada.with_header("If-Match", "\"v1\"");
    stale
        .put(REMINDERS, on_sundays())
        .await
        .refused(412, "precondition_failed");
    let off = ada.wants(json!({"weekly": null})).await.expect(200);
    assert_eq!(off.body["weekly"], Value::Null);
    assert_eq!(app.written_down("account.reminders_changed"), 2);
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_is_refused_where_it_stands(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let quiet = |from, to| with(on_sundays(), "/quiet", json!({"from": from, "to": to}));
    let refused = [
        (
            with(on_sundays(), "/weekly/at", "24:00"),
            "/weekly/at",
            "invalid_value",
        ),
        (
            with(on_sundays(), "/weekly/at", "6:00"),
            "/weekly/at",
            "invalid_value",
        ),
        (
            with(on_sundays(), "/weekly/at", "18:00:00"),
            "/weekly/at",
            "invalid_value",
        ),
        (
            with(on_sundays(), "/weekly/zone", "Mars/Olympus"),
            "/weekly/zone",
            "unknown_time_zone",
        ),
        (
            with(on_sundays(), "/weekly/weekday", "Sun"),
            "/weekly/weekday",
            "invalid_value",
        ),
        (
            with(on_sundays(), "/channels", json!([])),
            "/channels",
            "empty",
        ),
        (
            with(on_sundays(), "/channels", json!(["mail", "mail"])),
            "/channels",
            "repeated",
        ),
        (
            with(on_sundays(), "/patient_id", "ada"),
            "/patient_id",
            "invalid_value",
        ),
        (quiet("22:00", "22:00"), "/quiet/to", "invalid_value"),
        (quiet("22.00", "07:00"), "/quiet/from", "invalid_value"),
        (
            with(on_sundays(), "/nagging", true),
            "/nagging",
            "unknown_member",
        ),
    ];
    for (body, pointer, code) in refused {
        ada.wants(body).await.faulty(pointer, code);
    }
    ada.wants(on_sundays()).await.expect(200);
    for hours in [0, 13] {
        let later = ada.post(LATER, json!({"hours": hours})).await;
        later.faulty("/hours", "invalid_value");
    }
}

#[rstest]
#[tokio::test]
async fn another_is_reminded_of_a_diary_in_which_they_record(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let rob = app.member(&ada, "rob", "read").await;
    let sam = app.stranger().await;
    let of_ada = with(on_sundays(), "/patient_id", ada.patient_id.clone());
    rob.wants(of_ada.clone()).await.refused(403, "read_only");
    sam.wants(of_ada.clone()).await.refused(404, "not_found");
    rob.wants(on_sundays())
        .await
        .faulty("/patient_id", "missing_member");

    let wim = app.member(&ada, "wim", "write").await;
    let chosen = wim.wants(of_ada).await.expect(200);

    assert_eq!(chosen.body["patient_id"], json!(ada.patient_id));
    assert_eq!(ada.get(REMINDERS).await.body["weekly"], Value::Null);
    rob.wants(json!({})).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn who_changes_something_else_when_it_is_time_is_still_reminded(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);
    app.clock.set(at("2026-11-29T17:00:05Z"));
    let ada = ada.on_another_device().await;

    let visit = with(on_sundays(), "/visit_on", "2026-12-20");
    ada.wants(visit).await.expect(200);
    app.remind().await;

    assert_eq!(app.reminded(), 1);
}

#[rstest]
// At eleven in the evening there is a quiet time, which ends on the next morning.
#[case("23:00")]
// At seven in the morning it is still quiet.
#[case("07:00")]
#[tokio::test]
async fn a_visit_is_told_when_the_quiet_time_that_its_hour_lies_in_is_over(
    #[case] hour: &str,
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wanted = json!({
        "weekly": {"weekday": "monday", "at": hour, "zone": "own"}, "channels": ["mail"],
        "quiet": {"from": "22:00", "to": "08:00"}, "visit_on": "2026-11-29",
    });
    ada.record("2026-W48", week("2026-11-23")).await.expect(201);
    ada.wants(wanted).await.expect(200);

    app.remind_at("2026-11-28T06:58:00Z").await;
    assert_eq!(app.reminded(), 0);
    app.remind_at("2026-11-28T07:00:00Z").await;

    assert_eq!(app.reminded(), 1);
}
