//! Before and after: what changed in time, and all that this does not show.

mod rare;

use chrono::{Days, NaiveDate};
use rstest::rstest;
use serde_json::{Value, json};

use super::people::{at, cells, riluzole};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::weeks::{answers, week, with};

/// When the treatment of these tests starts: a Wednesday.
const START: &str = "2026-05-13";

/// Seventeen weeks up to the start, of which the last four are the lead, and six every four weeks after it.
const BEFORE: [i32; 17] = [
    38, 38, 37, 38, 36, 37, 36, 36, 35, 36, 35, 34, 35, 34, 32, 33, 31,
];
const AFTER: [i32; 6] = [40, 39, 39, 37, 36, 36];

fn start_day() -> NaiveDate {
    START.parse().unwrap()
}

/// Records a week with this total on `day`, and how tired she was.
async fn rate(ada: &Person, day: NaiveDate, total: i32, change: impl Fn(Value) -> Value) {
    let mut scores = [total / 12; 12];
    let rest = usize::try_from(total % 12).unwrap();
    for score in scores.iter_mut().take(rest) {
        *score += 1;
    }
    let body = with(week(&day.to_string()), "/answers", answers(scores));
    let body = with(body, "/symptoms", json!({"fatigue": (40 - total).min(10)}));
    let name = day.format("%G-W%V").to_string();
    ada.record(&name, change(body)).await.expect(201);
}

async fn months_of_weeks(ada: &Person, change: impl Fn(Value) -> Value) {
    for (ago, total) in (0..).zip(BEFORE.iter().rev()) {
        rate(ada, start_day() - Days::new(7 * ago), *total, |body| body).await;
    }
    for (place, total) in (0..).zip(AFTER) {
        rate(ada, start_day() + Days::new(7 + 28 * place), total, &change).await;
    }
}

/// A medicine from the start of these tests on; the path of its before and after.
async fn begins(ada: &Person, app: &TestApp) -> String {
    let id = ada.adds(with(riluzole(app), "/started_on", START)).await;
    format!("{}/response", at(&id))
}

#[rstest]
#[tokio::test]
async fn a_question_out_of_bounds_is_refused(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let path = begins(&ada, &app).await;
    for asked in [
        "washin_days=366",
        "washin_days=-1",
        "lead_days=366",
        "lead_days=-1",
        "before_days=0",
        "before_days=1831",
        "after_days=0",
        "after_days=1831",
        "after_days=90.5",
        "days=90",
        "before_days=90&before_days=90",
    ] {
        ada.get(&format!("{path}?{asked}"))
            .await
            .refused(400, "invalid_query");
    }
    let his = begins(&ben, &app).await;
    ada.get(&his).await.refused(404, "not_found");
    let sue = app.member(&ada, "sue", "summary").await;
    sue.get(&path).await.refused(403, "summary_only");

    let most = format!("{path}?lead_days=365&washin_days=365&before_days=1830&after_days=1830");
    ada.get(&most).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn ada_sees_the_difference_with_its_uncertainty(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    months_of_weeks(&ada, |body| body).await;
    let path = begins(&ada, &app).await;

    let shown = ada.get(&path).await.expect(200).body;

    let total = &shown["total"];
    assert_eq!(total["enough"], json!(true));
    assert_eq!(
        (&total["before"]["n"], &total["after"]["n"]),
        (&json!(13), &json!(6))
    );
    assert_eq!(
        (&total["before"]["span_days"], &total["after"]["span_days"]),
        (&json!(84), &json!(140))
    );
    let number = |value: &Value| value.as_f64().unwrap();
    let shown_apart =
        number(&total["after"]["points_per_month"]) - number(&total["before"]["points_per_month"]);
    let difference = &total["difference"];
    assert!(
        (number(&difference["points_per_month"]) - shown_apart).abs() < 1e-9,
        "{total}"
    );
    let [low, high] = [0, 1].map(|end| number(&difference["ci95"][end]));
    assert!(low < 0.0 && 0.0 < high && high < 1.5, "{difference}");
    assert_eq!(total.get("reason"), None);
    // Tiredness is the total upside down, so its difference is too.
    let tired = number(&shown["symptoms"]["fatigue"]["difference"]["points_per_month"]);
    assert!((tired + number(&difference["points_per_month"])).abs() < 1e-9);
    let pain = &shown["symptoms"]["pain"];
    assert_eq!(
        (&pain["enough"], &pain["reason"]),
        (&json!(false), &json!("too_few_ratings"))
    );
    assert_eq!(pain["before"].get("missing"), None);
    // Her speech, saliva and swallowing were at the maximum too often: there a slope can only flatten.
    let bulbar = &shown["domains"]["bulbar"];
    assert_eq!(
        (&bulbar["difference"], &bulbar["reason"]),
        (&Value::Null, &json!("at_the_end_of_the_scale"))
    );
    for domain in ["fine_motor", "gross_motor", "respiratory"] {
        assert!(
            shown["domains"][domain]["difference"].is_object(),
            "{domain}"
        );
    }
    assert_eq!(
        shown["windows"],
        json!({"lead_days": 28, "washin_days": 0,
               "before": {"from": "2025-10-16", "to": "2026-04-15"},
               "after": {"from": "2026-05-14", "to": "2026-11-11"}})
    );
    assert_eq!(
        shown["respondents"],
        json!({"before": {"self": 13}, "after": {"self": 6}})
    );
    assert_eq!(
        (&shown["confounders"], &shown["reversal"]),
        (&json!([]), &Value::Null)
    );
    let text = shown["text"].to_string();
    assert!(
        text.contains("A difference in time shows no cause"),
        "{text}"
    );
    assert!(text.contains("regression to the mean") && text.contains("so there may be none"));
}

#[rstest]
#[tokio::test]
async fn too_little_on_a_side_is_said_and_nothing_is_compared(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    months_of_weeks(&ada, |body| body).await;
    let path = begins(&ada, &app).await;

    let late = ada
        .get(&format!("{path}?washin_days=60&after_days=120"))
        .await
        .expect(200)
        .body;
    let short = ada
        .get(&format!("{path}?before_days=83"))
        .await
        .expect(200)
        .body;

    // What was before cannot come any more, and after is over since 9 November.
    for side in [&late["total"]["after"], &short["total"]["before"]] {
        assert_eq!(
            (&side["enough"], side.get("missing")),
            (&json!(false), None)
        );
    }
    for shown in [&late, &short] {
        assert_eq!(
            (&shown["total"]["difference"], &shown["total"]["reason"]),
            (&Value::Null, &json!("too_few_ratings"))
        );
        let codes = codes(shown);
        assert!(
            codes.contains(&"too_few_to_compare".to_owned()),
            "{codes:?}"
        );
        assert!(codes.contains(&"shows_no_cause".to_owned()), "{codes:?}");
        assert!(!codes.contains(&"takes".to_owned()), "{codes:?}");
    }
    assert_eq!(late["windows"]["after"]["from"], json!("2026-07-13"));
}

#[rstest]
#[tokio::test]
async fn what_can_still_come_after_is_asked_for(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    months_of_weeks(&ada, |body| body).await;
    let path = begins(&ada, &app).await;

    let path = format!("{path}?washin_days=60&after_days=365");
    let shown = ada.get(&path).await.expect(200).body;

    assert_eq!(shown["total"]["after"]["missing"], json!({"entries": 2}));
    assert!(codes(&shown).contains(&"takes".to_owned()));
    app.sql("update patients set closes_at = created_at");
    let closed = ada.get(&path).await.expect(200).body;
    assert_eq!(closed["total"]["after"].get("missing"), None);
    assert!(!codes(&closed).contains(&"takes".to_owned()), "it is over");
}

/// The codes of what it says in words.
fn codes(shown: &Value) -> Vec<String> {
    let sentences = shown["text"].as_array().unwrap().iter();
    sentences
        .map(|sentence| sentence["code"].as_str().unwrap().to_owned())
        .collect()
}

#[rstest]
#[tokio::test]
async fn after_a_medicine_has_ended_nothing_is_after_it_and_cells_stay(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    months_of_weeks(&ada, |body| body).await;
    let ended = |body: Value| with(with(body, "/started_on", START), "/ended_on", "2026-06-30");
    let drug = at(&ada.adds(ended(riluzole(&app))).await);
    let course = at(&ada.adds(ended(cells(&app))).await);

    let drug_shown = ada.get(&format!("{drug}/response")).await.expect(200).body;
    let late = ada
        .get(&format!("{drug}/response?washin_days=90"))
        .await
        .expect(200)
        .body;
    let course = ada
        .get(&format!("{course}/response"))
        .await
        .expect(200)
        .body;

    assert_eq!(drug_shown["windows"]["after"]["to"], json!("2026-06-30"));
    assert_eq!(drug_shown["total"]["after"]["n"], json!(2));
    assert_eq!(
        (&late["windows"]["after"], &late["total"]["after"]["n"]),
        (&Value::Null, &json!(0))
    );
    assert_eq!(course["total"]["after"]["n"], json!(6));
}

#[rstest]
#[tokio::test]
async fn what_else_changed_and_who_answered_is_named(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    months_of_weeks(&ada, |body| with(body, "/respondent", "caregiver_relayed")).await;
    let path = begins(&ada, &app).await;
    let started = |day: &str, name: &str| {
        let body = with(riluzole(&app), "/started_on", day);
        with(with(body, "/name", name), "/treatment_kind", "other")
    };
    ada.adds(started("2024-01-01", "since long ago")).await;
    ada.adds(started("2026-07-01", "in between")).await;
    ada.adds(with(
        started("2024-01-01", "long over"),
        "/ended_on",
        "2025-01-01",
    ))
    .await;
    let course = with(
        with(cells(&app), "/started_on", "2024-06-01"),
        "/ended_on",
        "2024-06-08",
    );
    ada.adds(with(course, "/name", "cells of two years ago"))
        .await;
    let voided = at(&ada.adds(started("2026-06-01", "never")).await);
    ada.with_header("If-Match", "\"v1\"")
        .delete(&voided)
        .await
        .expect(204);

    let shown = ada.get(&path).await.expect(200).body;

    let named: Vec<(&str, bool)> = shown["confounders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|other| {
            (
                other["name"].as_str().unwrap(),
                other["changed"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        named,
        [
            ("since long ago", false),
            ("cells of two years ago", false),
            ("in between", true)
        ]
    );
    assert_eq!(
        shown["respondents"],
        json!({"before": {"self": 13}, "after": {"caregiver_relayed": 6}})
    );
    let text = shown["text"].to_string();
    assert!(
        text.contains("3 other treatments") && text.contains("who answered"),
        "{text}"
    );
}
