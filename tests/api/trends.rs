//! What the weeks add up to, for those who were let in.

mod languages;
mod picture;
mod preview;
mod remembered;
mod stages;

use chrono::{Datelike, NaiveDate};
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::people::Person;
use crate::weeks::{answers, week, with};

/// Records `weeks` Wednesdays up to 2026-11-18; the walking score falls by one every ten weeks.
pub async fn decline(ada: &Person, weeks: i64) {
    let last = NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
    for ago in (0..weeks).rev() {
        let day = last - chrono::TimeDelta::weeks(ago);
        let walking = 4 - i32::try_from((weeks - 1 - ago) / 10).unwrap().min(4);
        let body = with(week(&day.to_string()), "/answers/walking", walking);
        let name = format!("{}-W{:02}", day.iso_week().year(), day.iso_week().week());
        ada.record(&name, body).await.expect(201);
    }
}

#[rstest]
#[tokio::test]
async fn an_empty_diary_has_a_trend_that_says_so(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);

    let trend = ada
        .get("/v1/patients/{patient}/trend")
        .await
        .expect(200)
        .body;

    assert_eq!(trend["as_of"], json!("2026-11-23"));
    assert_eq!(
        trend["window"],
        json!({"from": "2026-W23", "to": "2026-W48", "weeks": 26})
    );
    assert_eq!(
        (&trend["latest"], &trend["since_onset"], &trend["points"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
    assert_eq!(trend["slopes"]["total"]["enough"], json!(false));
    assert_eq!(
        trend["slopes"]["total"]["missing"],
        json!({"entries": 6, "days": 84})
    );
    assert_eq!(trend["adherence"]["recorded"], json!(0));
    assert_eq!(trend["adherence"]["days_since"], Value::Null);
    assert_eq!(trend["summary"][0]["code"], json!("nothing_recorded_yet"));
}

#[rstest]
#[tokio::test]
async fn a_caregiver_sees_the_decline_with_its_uncertainty(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    decline(&ada, 30).await;
    let onset = json!({"symptom_onset": "2024-12-29"});
    ada.with_header("If-Match", "\"v1\"")
        .change(FACTS, onset)
        .await
        .expect(200);
    let sue = app.member(&ada, "sue", "summary").await;

    let trend = sue
        .get("/v1/patients/{patient}/trend?weeks=30")
        .await
        .expect(200)
        .body;

    let slope = &trend["slopes"]["total"];
    // 29 weekly points in the window (the current week is empty), total 45 less one every ten weeks.
    assert_eq!((&slope["n"], &slope["enough"]), (&json!(29), &json!(true)));
    let per_month = slope["points_per_month"].as_f64().unwrap();
    assert!((-0.5..-0.2).contains(&per_month), "{per_month}");
    let ci = slope["ci95"].as_array().unwrap();
    assert!(ci[0].as_f64().unwrap() < per_month && per_month < ci[1].as_f64().unwrap());
    assert_eq!(
        (&slope["ends"][0]["day"], &slope["ends"][1]["day"]),
        (&json!("2026-05-06"), &json!("2026-11-18"))
    );
    assert_eq!(
        (&slope["steps"], &slope["groups"]),
        (
            &json!([]),
            &json!([{"rater": "self", "form": "5a", "n": 29}])
        )
    );
    assert_eq!(trend["latest"]["total"], json!(43));
    assert_eq!(trend["adherence"]["recorded"], json!(29));
    assert_eq!(trend["adherence"]["streak"], json!(30));
    assert_eq!(trend["adherence"]["days_since"], json!(5));
    assert_eq!(trend["slopes"]["bulbar"]["ci95"], Value::Null);
    let since = trend["since_onset"]["points_per_month"].as_f64().unwrap();
    assert!(
        (since - (43.0 - 48.0) / (689.0 / 30.4375)).abs() < 0.001,
        "{since}"
    );
    assert_eq!(trend["points"].as_array().unwrap().len(), 29);
    assert_eq!(
        trend["points"][28],
        json!({"week": "2026-W47", "assessed_on": "2026-11-18", "respondent": "self", "form": "5a",
               "complete": true, "total": 43, "bulbar": 12, "fine_motor": 9,
               "gross_motor": 10, "respiratory": 12, "kings": "2", "mitos": 0, "ft9": 1})
    );
    assert_eq!(trend["respondents"], json!({"self": 29}));
    let first = &trend["summary"][0];
    assert_eq!(first["code"], json!("fell"));
    let text = first["text"].as_str().unwrap();
    assert!(
        text.contains("6 May") && text.contains("29 ratings"),
        "{text}"
    );
}

#[rstest]
#[tokio::test]
async fn a_caregiver_who_goes_on_is_a_step_in_the_curve(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let last = NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
    for ago in (0..24_i32).rev() {
        let day = last - chrono::TimeDelta::weeks(ago.into());
        let name = format!("{}-W{:02}", day.iso_week().year(), day.iso_week().week());
        let noise = i32::from(ago % 5 == 0);
        let (who, salivation, respondent) = if ago < 12 {
            (&bob, 4, "caregiver_proxy")
        } else {
            (&ada, 1, "self")
        };
        let body = with(week(&day.to_string()), "/answers/salivation", salivation);
        let body = with(body, "/answers/stairs", 2 - noise);
        who.record(&name, with(body, "/respondent", respondent))
            .await
            .expect(201);
    }

    let slope = ada.get(TREND).await.expect(200).body["slopes"]["total"].take();

    // Bob sees three points more, and the curve is level.
    let [low, high] = [0, 1].map(|end| slope["ci95"][end].as_f64().unwrap());
    assert!(low < 0.0 && 0.0 < high && high < 0.5, "{slope}");
    let step = &slope["steps"][0];
    assert_eq!(
        (&step["from"], &step["to"], &step["since"]),
        (
            &json!("self"),
            &json!("caregiver_proxy"),
            &json!("2026-W36")
        )
    );
    assert!(
        (2.0..4.0).contains(&step["points"].as_f64().unwrap()),
        "{step}"
    );
    assert_eq!(
        slope["groups"][1],
        json!({"rater": "caregiver_proxy", "form": "5a", "n": 12})
    );

    // Each is told of it in their own words; once Cleo has written too, it was not Bob alone.
    let cleo = app.member(&ada, "cleo", "write").await;
    let all = "/v1/patients/{patient}/trend?weeks=52";
    for (reader, words) in [
        (&ada, "a caregiver answered for you, from what they see"),
        (&bob, "you answered for Ada, from what you see"),
        (&cleo, "a caregiver answered for Ada, from what they see"),
    ] {
        let said = reader.get(all).await.expect(200).body["summary"].to_string();
        assert!(said.contains(words), "{said}");
    }
    let hers = with(week("2026-11-23"), "/respondent", "caregiver_proxy");
    cleo.record("2026-W48", hers).await.expect(201);
    let said = bob.get(all).await.expect(200).body["summary"].to_string();
    assert!(said.contains("a caregiver answered for Ada"), "{said}");
    let account = ada.get("/v1/account").await.expect(200);
    ada.with_header("If-Match", account.etag())
        .change("/v1/account", json!({"display_name": "Ada B."}))
        .await
        .expect(200);
    let said = bob.get(all).await.expect(200).body["summary"].to_string();
    assert!(said.contains("a caregiver answered for Ada B."), "{said}");
}

#[rstest]
#[tokio::test]
async fn who_sees_only_the_trend_sees_no_answer_and_no_note(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let worse = with(
        week("2026-11-18"),
        "/answers",
        answers([4, 4, 2, 3, 3, 3, 4, 4, 4, 1, 4, 4]),
    );
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    let worse = with(with(worse, "/note", "choked on soup"), "/weight_kg", 61.5);
    ada.record("2026-W47", worse).await.expect(201);
    let sue = app.member(&ada, "sue", "summary").await;
    let rob = app.member(&ada, "rob", "read").await;
    let path = "/v1/patients/{patient}/trend";

    let (mut hers, summary, mut reader) = (
        ada.get(path).await.expect(200).body,
        sue.get(path).await,
        rob.get(path).await.expect(200).body,
    );

    // Flags speak to their reader.
    let flags = |trend: &mut Value| trend.as_object_mut().unwrap().remove("flags").unwrap();
    let (to_ada, to_rob) = (flags(&mut hers), flags(&mut reader));
    assert_eq!(hers, reader);
    assert_eq!(to_ada[0]["id"], to_rob[0]["id"]);
    let text = summary.expect(200).text;
    for hidden in [
        "soup",
        "61.5",
        "\"what\":\"dyspnea\"",
        "\"what\":\"swallowing\"",
        "answers\":{",
    ] {
        assert!(!text.contains(hidden), "{hidden}");
    }
}

#[rstest]
#[tokio::test]
async fn a_removed_week_is_out_of_every_trend(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    decline(&ada, 3).await;
    let remover = ada.with_header("If-Match", "\"v1\"");
    remover
        .delete("/v1/patients/{patient}/entries/2026-W47")
        .await
        .expect(204);

    let trend = ada
        .get("/v1/patients/{patient}/trend")
        .await
        .expect(200)
        .body;

    assert_eq!(trend["latest"]["week"], json!("2026-W46"));
    assert_eq!(trend["points"].as_array().unwrap().len(), 2);
}

#[rstest]
#[tokio::test]
async fn an_incomplete_week_counts_as_recorded_and_not_as_a_total(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    let gaps = with(week("2026-11-18"), "/answers/speech", Value::Null);
    ada.record("2026-W47", gaps).await.expect(201);

    let trend = ada
        .get("/v1/patients/{patient}/trend")
        .await
        .expect(200)
        .body;

    assert_eq!(trend["latest"]["total"], Value::Null);
    assert_eq!(trend["slopes"]["total"]["n"], json!(0));
    assert_eq!(trend["slopes"]["respiratory"]["n"], json!(0));
    let point = &trend["points"][0];
    assert_eq!(
        (
            &point["complete"],
            &point["total"],
            &point["bulbar"],
            &point["respiratory"]
        ),
        (&json!(false), &Value::Null, &Value::Null, &json!(12))
    );
    assert_eq!(
        (&point["kings"], &point["mitos"], &point["ft9"]),
        (&Value::Null, &json!(0), &Value::Null)
    );
    assert_eq!(trend["adherence"]["recorded"], json!(1));
}

#[rstest]
#[tokio::test]
async fn the_window_has_bounds(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    decline(&ada, 6).await;
    for weeks in ["3", "521", "-1", "26.0", "%2B26", "ALL", "", "26&weeks=26"] {
        let reply = ada
            .get(&format!("/v1/patients/{{patient}}/trend?weeks={weeks}"))
            .await;
        reply.refused(400, "invalid_query");
    }

    let four = ada
        .get("/v1/patients/{patient}/trend?weeks=4")
        .await
        .expect(200)
        .body;
    let all = ada
        .get("/v1/patients/{patient}/trend?weeks=all")
        .await
        .expect(200)
        .body;

    assert_eq!(four["points"].as_array().unwrap().len(), 3);
    // Four weeks can never hold a slope: nothing is asked for that cannot come.
    assert_eq!(four["slopes"]["total"]["enough"], json!(false));
    assert_eq!(four["slopes"]["total"].get("missing"), None);
    // This week is not over: nobody has missed it.
    assert_eq!(four["adherence"]["expected"], json!(3));
    assert_eq!(four["adherence"]["ratio"], json!(1.0));
    assert_eq!(
        all["window"],
        json!({"from": "2026-W42", "to": "2026-W48", "weeks": 7})
    );
    assert_eq!(all["adherence"]["streak"], json!(6));
}

#[rstest]
#[tokio::test]
async fn flags_are_off_where_a_clinic_wants_none(#[values(Sqlite, Postgres)] on: Database) {
    use alsfrs_diary::platform::config::Switch;

    let (_app, ada) = start!(on, |settings| settings.flags = Switch::Off; ada);
    let breathless = with(week("2026-11-18"), "/answers/dyspnea", 0);
    ada.record("2026-W47", breathless).await.expect(201);

    let trend = ada.get(TREND).await.expect(200).body;

    assert_eq!(trend["flags"], json!([]));
}

const TREND: &str = "/v1/patients/{patient}/trend";
