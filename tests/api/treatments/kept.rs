//! Nothing is lost: versions, pages, the audit, the copy and the end of it all.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::riluzole;
use super::people::{RECORDS, TREATMENTS, at, cells, headache, id_of, injection, new_id};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{with, without};

#[rstest]
#[tokio::test]
async fn a_treatment_is_shown_as_it_was_sent(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let sent = cells(&app);
    ada.puts(sent.clone()).await.expect(201);

    let shown = ada.get(&at(id_of(&sent))).await.expect(200);

    for (member, value) in sent.as_object().unwrap() {
        assert_eq!(&shown.body[member], value, "{member}");
    }
    assert_eq!(shown.etag(), "\"v1\"");
    assert_eq!(
        shown.body["recorded_by"]["account_id"],
        json!(ada.account_id)
    );
    assert_eq!(
        (&shown.body["atc"], &shown.body["voided"]),
        (&Value::Null, &json!(false))
    );
    let known = ada.with_header("If-None-Match", "\"v1\"");
    known.get(&at(id_of(&sent))).await.expect(304);
    let unsaid = json!({"id": new_id(&app), "kind": "treatment", "treatment_kind": "cell_therapy",
                        "name": "cells", "started_on": "2026-05-12"});
    let unsaid = ada.puts(unsaid).await.expect(201).body;
    assert_eq!(
        (&unsaid["donor"], &unsaid["source"]),
        (&json!("unknown"), &json!("unknown"))
    );
}

#[rstest]
#[tokio::test]
async fn a_withdrawn_drug_is_in_the_vocabulary_and_may_be_recorded(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let words = app
        .nobody()
        .get("/v1/instruments/treatments")
        .await
        .expect(200)
        .body;
    let drugs = words["drugs"].as_array().unwrap().iter();
    let withdrawn: Vec<&Value> = drugs
        .filter(|drug| drug["withdrawn_on"].is_string())
        .collect();
    let [withdrawn] = withdrawn.as_slice() else {
        panic!("{words}");
    };

    let taken = with(riluzole(&app), "/name", withdrawn["name"].clone());
    let taken = with(taken, "/atc", withdrawn["atc"].clone());
    let taken = with(
        with(taken, "/started_on", "2023-02-01"),
        "/ended_on",
        "2024-04-20",
    );

    ada.puts(taken).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r208_a_corrected_treatment_keeps_what_it_said(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let sent = riluzole(&app);
    let path = at(&ada.adds(sent.clone()).await);
    let seen = |tag: &str| ada.with_header("If-Match", tag);
    let dosed = |dose: &str| with(sent.clone(), "/dose", dose);

    let unseen = ada.puts(dosed("25 mg")).await;
    unseen.refused(409, "id_taken");
    seen("\"v7\"")
        .puts(dosed("25 mg"))
        .await
        .refused(412, "precondition_failed");
    let other = with(sent.clone(), "/treatment_kind", "device");
    seen("\"v1\"")
        .puts(other)
        .await
        .faulty("/treatment_kind", "cannot_change");
    seen("\"v1\"")
        .puts(with(sent.clone(), "/name", Value::Null))
        .await
        .faulty("/name", "invalid_value");
    let same = seen("\"v1\"").puts(dosed("50 mg")).await.expect(200);
    assert_eq!(same.etag(), "\"v1\"");
    let change = with(without(sent.clone(), "/dose"), "/ended_on", "2026-09-01");
    let change = with(change, "/change_reason", "liver values");
    let changed = seen("\"v1\"").puts(change).await.expect(200);
    assert_eq!(
        (changed.etag(), &changed.body["dose"]),
        ("\"v2\"", &Value::Null)
    );
    let stale = seen("\"v1\"").puts(dosed("5 mg")).await;
    let stale = stale.refused(412, "precondition_failed");
    assert_eq!(
        (&stale.body["current"], stale.etag()),
        (&changed.body, "\"v2\"")
    );

    ada.delete(&path)
        .await
        .refused(428, "precondition_required");
    seen("\"v1\"")
        .delete(&path)
        .await
        .refused(412, "precondition_failed");
    let reason = json!({"reason": "never taken"});
    seen("\"v2\"").delete_with(&path, reason).await.expect(204);
    seen("\"v2\"").delete(&path).await.expect(204);
    ada.get(&path).await.refused(404, "not_found");
    ada.puts(dosed("5 mg")).await.refused(409, "record_removed");

    let history = ada.get(&format!("{path}/revisions")).await.expect(200).body;
    let versions: Vec<_> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| {
            (
                version["revision"].as_i64().unwrap(),
                version["dose"].as_str(),
                version["change_reason"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        versions,
        [
            (1, Some("50 mg"), None),
            (2, None, Some("liver values")),
            (3, None, Some("never taken"))
        ]
    );
    let first = ada
        .get(&format!("{path}/revisions?limit=2"))
        .await
        .expect(200)
        .body;
    let next = first["next"].as_str().unwrap();
    let rest = ada
        .get(&format!("{path}/revisions?limit=2&cursor={next}"))
        .await
        .expect(200)
        .body;
    assert_eq!(
        (&rest["items"][0]["voided"], &rest["next"]),
        (&json!(true), &Value::Null)
    );
    for (action, times) in [("recorded", 1), ("revised", 1), ("voided", 1)] {
        assert_eq!(
            app.written_down(&format!("treatment.{action}")),
            times,
            "{action}"
        );
    }
}

#[rstest]
#[tokio::test]
async fn r200_of_fifty_corrections_of_one_version_one_is_kept(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let drug = riluzole(&app);
    let path = at(&ada.adds(drug.clone()).await);
    let seen = ada.with_header("If-Match", "\"v1\"");

    let sent = (1..=50).map(|dose| seen.puts(with(drug.clone(), "/dose", format!("{dose} g"))));
    let replies = futures_util::future::join_all(sent).await;

    let kept = replies.iter().filter(|reply| reply.status == 200).count();
    let stale = replies.iter().filter(|reply| reply.status == 412).count();
    assert_eq!((kept, stale), (1, 49));
    assert_eq!(ada.get(&path).await.expect(200).body["revision"], json!(2));
}

#[rstest]
#[tokio::test]
async fn a_long_course_comes_page_by_page(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    let treatment = ada.treated(&app).await;
    let path = format!("{RECORDS}?kind=administration&treatment_id={treatment}");
    for day in [14, 12, 13, 12, 20] {
        let day = format!("2026-05-{day}");
        ada.adds(with(injection(&app, &treatment), "/day", day))
            .await;
    }
    let days = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().unwrap().iter();
        items
            .map(|item| item["day"].as_str().unwrap().to_owned())
            .collect()
    };

    let first = ada.get(&format!("{path}&limit=2")).await.expect(200);
    let next = first.body["next"].as_str().unwrap().to_owned();
    let second = ada
        .get(&format!("{path}&limit=2&cursor={next}"))
        .await
        .expect(200)
        .body;
    let last = second["next"].as_str().unwrap();
    let third = ada
        .get(&format!("{path}&limit=2&cursor={last}"))
        .await
        .expect(200)
        .body;

    assert_eq!(days(&first.body), ["2026-05-12", "2026-05-12"]);
    assert_eq!(days(&second), ["2026-05-13", "2026-05-14"]);
    assert_eq!(
        (days(&third), &third["next"]),
        (vec!["2026-05-20".to_owned()], &Value::Null)
    );
    // R102: a cursor belongs to its reader and its question.
    let other = ada.get(&format!("{TREATMENTS}&cursor={next}")).await;
    other.refused(400, "invalid_query");
    let reader = bob.get(&format!("{path}&limit=2&cursor={next}")).await;
    reader.refused(400, "invalid_query");
}

#[rstest]
#[tokio::test]
async fn r122_the_copy_has_every_version_and_r171_nothing_stays_of_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let treatment = ada.treated(&app).await;
    let (given, screened) = (
        ada.given(&app, &treatment).await,
        ada.screened(&app, &treatment).await,
    );
    let ached = with(headache(&app), "/suspected_treatment_id", treatment.clone());
    let felt = ada.adds(ached.clone()).await;
    let seen = ada.with_header("If-Match", "\"v1\"");
    seen.puts(with(ached, "/severity", 3)).await.expect(200);
    seen.delete(&at(&given)).await.expect(204);
    seen.delete(&at(&treatment)).await.expect(204);

    let copy = ada.ask("POST", "/v1/account/export").await.expect(200).body;

    let mut versions: Vec<(String, i64)> = copy["diary"]["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (id_of(item).to_owned(), item["revision"].as_i64().unwrap()))
        .collect();
    versions.sort();
    let mut expected = [
        (treatment.clone(), 1),
        (treatment, 2),
        (given.clone(), 1),
        (given, 2),
        (screened, 1),
        (felt.clone(), 1),
        (felt, 2),
    ];
    expected.sort();
    assert_eq!(versions, expected);

    ada.ask("POST", "/v1/account/erasure").await.expect(202);
    app.clock.turn(chrono::TimeDelta::days(15));
    let app = app.restart().await;
    let asked = std::time::Instant::now();
    while app.query_i64("select count(*) from erasures") > 0 {
        assert!(asked.elapsed().as_secs() < 20, "nobody is erased");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    for table in ["records", "record_revisions"] {
        assert_eq!(
            app.query_i64(&format!("select count(*) from {table}")),
            0,
            "{table}"
        );
    }
}
