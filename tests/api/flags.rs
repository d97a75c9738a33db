//! The life of a flag, for those who are told of it.

mod quiet;

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::FACTS;
use crate::people::Person;
use crate::privacy::sharing::decide;
use crate::weeks::{week, with};

const TREND: &str = "/v1/patients/{patient}/trend";

/// A week in which dyspnea was so.
async fn breathed(ada: &Person, name: &str, day: &str, points: i32) {
    let body = with(week(day), "/answers/dyspnea", points);
    ada.record(name, body).await.expect(201);
}

async fn flags(person: &Person) -> Vec<Value> {
    let trend = person.get(TREND).await.expect(200);
    trend.body["flags"].as_array().unwrap().clone()
}

/// The one flag that there is.
async fn flag(person: &Person) -> Value {
    let flags = flags(person).await;
    assert_eq!(flags.len(), 1, "{flags:?}");
    flags[0].clone()
}

fn known(flag: &Value) -> String {
    let id = flag["id"].as_str().unwrap();
    format!("/v1/patients/{{patient}}/flags/{id}/acknowledge")
}

impl Person {
    /// They say "we know" of every flag that they see, and that the nurse was told.
    pub async fn knows_all(&self) {
        for flag in flags(self).await {
            let said = json!({ "note": "told the nurse" });
            self.post(&known(&flag), said).await.expect(200);
        }
    }
}

/// Ada, whose breathing was hard on Wednesday.
async fn breathless(app: &TestApp) -> Person {
    let ada = app.patient("ada").await;
    breathed(&ada, "2026-W46", "2026-11-11", 2).await;
    breathed(&ada, "2026-W47", "2026-11-18", 1).await;
    ada
}

#[rstest]
#[tokio::test]
async fn a_flag_that_the_family_knows_of_says_who_knows_and_stays(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = breathless(&app).await;
    let wim = app.member(&ada, "wim", "write").await;
    let raised = flag(&ada).await;
    assert_eq!(raised["acknowledged"], Value::Null);

    let said = json!({ "note": "told the nurse" });
    let shown = wim.post(&known(&raised), said).await.expect(200).body;

    assert_eq!(flag(&wim).await, shown);
    let of_ada = flag(&ada).await;
    let acknowledged = &of_ada["acknowledged"];
    assert_eq!(acknowledged, &shown["acknowledged"]);
    assert_eq!(acknowledged["note"], json!("told the nurse"));
    assert_eq!(
        acknowledged["by"],
        json!({ "account_id": wim.account_id, "display_name": "Wim", "relation": "friend" })
    );
    assert!(acknowledged["at"].as_str().unwrap().ends_with('Z'));
    for member in ["id", "code", "tier", "week", "day", "because", "text"] {
        assert_eq!(raised[member], of_ada[member], "{member}");
    }
    assert_eq!(
        (&raised["week"], &raised["day"]),
        (&json!("2026-W47"), &json!("2026-11-18"))
    );
}

#[rstest]
#[tokio::test]
async fn a_flag_is_known_once_and_said_twice_it_is_the_same(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = breathless(&app).await;
    let path = known(&flag(&ada).await);

    let first = ada.ask("POST", &path).await.expect(200).body;
    app.clock.turn(TimeDelta::seconds(60));
    let again = ada.post(&path, json!({ "note": "again" })).await;

    assert_eq!(again.expect(200).body, first);
    assert_eq!(first["acknowledged"]["note"], Value::Null);
    assert_eq!(app.written_down("flag.known"), 1);
}

#[rstest]
#[tokio::test]
async fn what_is_no_flag_of_this_diary_cannot_be_known(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = breathless(&app).await;
    let ben = app.patient("ben").await;
    let raised = flag(&ada).await;
    let nothing = "/v1/patients/{patient}/flags/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61/acknowledge";

    for path in [nothing, &nothing.replace("0199", "zzzz")] {
        ada.post(path, json!({})).await.refused(404, "not_found");
    }
    let of_ben = ben.post(&known(&raised), json!({})).await;
    of_ben.refused(404, "not_found");
    let long = json!({ "note": "x".repeat(501) });
    let refused = ada.post(&known(&raised), long).await;
    refused.faulty("/note", "too_long");
    breathed(&ada, "2026-W48", "2026-11-23", 4).await;
    app.clock.turn(TimeDelta::days(7));
    let ada = ada.refreshed().await;
    breathed(&ada, "2026-W49", "2026-11-30", 4).await;
    let over = ada.post(&known(&raised), json!({})).await;
    over.refused(404, "not_found");

    assert_eq!(app.written_down("flag.known"), 0);
}

#[rstest]
#[tokio::test]
async fn what_is_known_is_quiet_until_it_is_worse(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = breathless(&app).await;
    let raised = flag(&ada).await;
    ada.ask("POST", &known(&raised)).await.expect(200);

    breathed(&ada, "2026-W48", "2026-11-23", 1).await;
    let same = flag(&ada).await;
    app.clock.turn(TimeDelta::days(7));
    let ada = ada.refreshed().await;
    breathed(&ada, "2026-W49", "2026-11-30", 0).await;
    let worse = flag(&ada).await;

    assert_eq!(same["id"], raised["id"]);
    assert!(same["acknowledged"].is_object());
    assert_ne!(worse["id"], raised["id"]);
    assert_eq!(worse["acknowledged"], Value::Null);
    let again = ada.ask("POST", &known(&worse)).await.expect(200).body;
    assert_eq!(
        (&again["id"], &again["week"]),
        (&worse["id"], &json!("2026-W49"))
    );
}

#[rstest]
#[tokio::test]
async fn r86_a_friend_with_the_trend_sees_flags_where_the_patient_allows_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = breathless(&app).await;
    let raised = flag(&ada).await;
    ada.knows_all().await;
    let sue = app.member(&ada, "sue", "summary").await;
    let grant = format!("/v1/patients/{{patient}}/circle/{}", sue.account_id);
    let allow = |version: &str, allowed: Value| {
        let changed = ada.with_header("If-Match", version);
        let (body, grant) = (json!({ "may_see_flags": allowed }), grant.clone());
        async move { changed.change(&grant, body).await }
    };

    assert!(flags(&sue).await.is_empty());
    let by_herself = sue.with_header("If-Match", "\"v1\"");
    let asked = by_herself.change(&grant, json!({ "may_see_flags": true }));
    asked.await.refused(403, "patient_only");
    let faulty = allow("\"v1\"", json!("yes")).await;
    assert!(faulty.status == 400 || faulty.status == 422);

    let allowed = allow("\"v1\"", json!(true)).await.expect(200);
    assert_eq!(allowed.body["may_see_flags"], json!(true));
    assert_eq!(sue.get(&grant).await.expect(200).body, allowed.body);
    let seen = flag(&sue).await;
    assert_eq!(seen["id"], raised["id"]);
    assert_eq!(seen["because"]["changes"], json!([]));
    assert!(!seen["text"].as_str().unwrap().contains("your"));
    let by = seen["acknowledged"].as_object().unwrap();
    assert!(by.contains_key("by") && !by.contains_key("note"));
    let known = sue.post(&known(&raised), json!({})).await;
    known.refused(403, "summary_only");

    allow("\"v2\"", json!(false)).await.expect(200);
    assert!(flags(&sue).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn who_comes_in_anew_sees_no_flags_that_were_allowed_before(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = breathless(&app).await;
    let sue = app.member(&ada, "sue", "summary").await;
    let grant = format!("/v1/patients/{{patient}}/circle/{}", sue.account_id);
    let allowing = ada.with_header("If-Match", "\"v1\"");
    let allowed = allowing.change(&grant, json!({ "may_see_flags": true }));
    allowed.await.expect(200);
    assert_eq!(flags(&sue).await.len(), 1);

    ada.delete(&grant).await.expect(204);
    app.let_in(&ada, &sue, "summary").await;

    assert!(flags(&sue).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn whose_notes_are_not_shared_knows_without_the_words(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = breathless(&app).await;
    let rob = app.member(&ada, "rob", "read").await;
    ada.knows_all().await;
    assert!(rob.get(TREND).await.text.contains("told the nurse"));

    decide(&ada, "notes_sharing", false).await;

    assert!(!rob.get(TREND).await.text.contains("told the nurse"));
    assert!(ada.get(TREND).await.text.contains("told the nurse"));
}

#[rstest]
#[tokio::test]
async fn a_diary_that_went_quiet_says_so_first_and_asks_for_nothing_today(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = breathless(&app).await;
    app.clock.turn(TimeDelta::days(60));

    let told = flags(&ada.on_another_device().await).await;

    assert_eq!(told[0]["code"], json!("nothing_recorded"));
    assert_eq!(told[0]["because"], json!({ "changes": [] }));
    for flag in &told {
        let text = flag["text"].as_str().unwrap();
        assert!(
            !text.contains("today") && !text.contains("this week"),
            "{text}"
        );
    }
}

#[rstest]
#[tokio::test]
async fn r122_what_is_known_is_in_the_patients_copy(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = breathless(&app).await;
    let id = flag(&ada).await["id"].clone();
    ada.knows_all().await;

    let copy = ada.ask("POST", "/v1/account/export").await.expect(200).body;

    let known = &copy["diary"]["flags_known"];
    assert_eq!(known.as_array().unwrap().len(), 1);
    assert_eq!(
        (&known[0]["flag_id"], &known[0]["code"], &known[0]["note"]),
        (&id, &json!("breathing_now"), &json!("told the nurse"))
    );
    assert_eq!(known[0]["by"]["relation"], json!("self"));
}

#[rstest]
#[tokio::test]
async fn r159_what_was_written_beside_we_know_is_sealed(#[values(Sqlite)] on: Database) {
    let app = start!(on);
    let ada = breathless(&app).await;
    ada.knows_all().await;

    app.sql("PRAGMA wal_checkpoint(TRUNCATE)");
    let file = std::fs::read(app.folder().join("diary.sqlite")).unwrap();

    let word = b"told the nurse";
    assert!(!file.windows(word.len()).any(|bytes| bytes == word));
}

#[rstest]
#[tokio::test]
async fn a_loss_is_measured_against_the_usual_weight(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let first = with(week("2026-11-18"), "/weight_kg", 66.0);
    ada.record("2026-W47", first).await.expect(201);
    assert!(flags(&ada).await.is_empty());

    let usual = json!({ "usual_weight_kg": 73.5 });
    let told = ada.with_header("If-Match", "\"v1\"");
    told.change(FACTS, usual).await.expect(200);

    let raised = flag(&ada).await;
    assert_eq!(
        (&raised["code"], &raised["tier"]),
        (&json!("weight_down"), &json!("contact_this_week"))
    );
    let change = &raised["because"]["changes"][0];
    assert_eq!(
        (&change["from"], &change["from_week"]),
        (&json!(73.5), &Value::Null)
    );
}
