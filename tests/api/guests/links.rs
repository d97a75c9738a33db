//! Who makes links, how long they are good, and who takes them back.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::{LINKS, Nora, night};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::privacy::sharing::decide;

fn path_of(link: &Value) -> String {
    format!("{LINKS}/{}", link["id"].as_str().unwrap())
}

#[rstest]
#[tokio::test]
async fn r70_a_link_that_is_not_good_is_not_told_from_none(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let never = Nora {
        client: app.nobody(),
        token: "YSB0b2tlbiB0aGF0IG5vYm9keSBtYWRlLCBvZiAzMmI".to_owned(),
    };
    let revoked = ada.post(LINKS, json!({})).await.expect(201);
    ada.delete(&path_of(&revoked.body)).await.expect(204);
    let revoked = Nora::with(&app, &revoked);
    let expired = Nora::let_in_by(&app, &ada).await;
    expired.look().await.expect(200);
    app.clock.turn(TimeDelta::hours(24));

    for nora in [&never, &revoked, &expired] {
        let (seen, sent) = (nora.look().await, nora.record(night()).await);

        seen.refused(404, "not_found");
        sent.refused(404, "not_found");
    }
    let ada = ada.refreshed().await;
    ada.read("2026-W48").await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn a_patient_sees_what_became_of_their_links(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    let old = ada
        .post(LINKS, json!({"shown_name": "Ada"}))
        .await
        .expect(201);
    app.clock.turn(TimeDelta::hours(25));
    let (ada, ben) = (ada.refreshed().await, ben.refreshed().await);
    let used = ada.post_nothing(LINKS).await.expect(201);
    let nora = Nora::with(&app, &used);
    nora.record(night()).await.expect(201);
    let revoked = ada
        .post(LINKS, json!({"shown_name": null}))
        .await
        .expect(201);

    ben.on(&ada)
        .delete(&path_of(&revoked.body))
        .await
        .refused(404, "not_found");
    ben.delete(&path_of(&revoked.body))
        .await
        .refused(404, "not_found");
    for _ in 0..2 {
        ada.delete(&path_of(&revoked.body)).await.expect(204);
    }

    assert_eq!(old.body["status"], "open");
    let listed = ada.get(LINKS).await.expect(200).body;
    let told = listed["items"].as_array().unwrap().iter();
    let told = told.map(|link| json!([link["status"], link["shown_name"], link["week"]]));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            json!(["revoked", null, null]),
            json!(["used", null, "2026-W48"]),
            json!(["expired", "Ada", null]),
        ]
    );
    let page = ada.get(&format!("{LINKS}?limit=2")).await.expect(200).body;
    let rest = format!("{LINKS}?cursor={}", page["next"].as_str().unwrap());
    let rest = ada.get(&rest).await.expect(200).body;
    assert_eq!(rest["items"].as_array().map(Vec::len), Some(1));
    assert!(!listed.to_string().contains(&nora.token));
}

#[rstest]
#[tokio::test]
async fn a_link_ends_with_what_it_was_made_on(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(false, true)] sent_away: bool,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    bob.post(LINKS, json!({}))
        .await
        .refused(403, "patient_only");
    let trustee = "/v1/patients/{patient}/trustee";
    let chosen = json!({"account_id": bob.account_id});
    ada.put(trustee, chosen).await.expect(200);
    bob.post_nothing(&format!("{trustee}/request"))
        .await
        .expect(202);
    app.clock.turn(TimeDelta::days(14));
    let (ada, bob) = (ada.refreshed().await, bob.refreshed().await);
    let by_bob = Nora::let_in_by(&app, &bob).await;
    let by_ada = Nora::let_in_by(&app, &ada).await;
    by_bob.look().await.expect(200);

    let end = if sent_away {
        format!("/v1/patients/{{patient}}/circle/{}", bob.account_id)
    } else {
        format!("{trustee}/request")
    };
    ada.delete(&end).await.expect(204);

    by_bob.look().await.refused(404, "not_found");
    by_ada.look().await.expect(200);
    decide(&ada, "care_sharing", false).await;
    by_ada.look().await.refused(404, "not_found");
    by_ada.record(night()).await.refused(404, "not_found");
    ada.post(LINKS, json!({}))
        .await
        .refused(409, "sharing_taken_back");
    decide(&ada, "care_sharing", true).await;
    by_ada.look().await.expect(200);
    // Who acts for her made one of the links: she is told.
    while app.mail().next_to(&ada.email).await.subject != "Your circle was changed" {}
}

#[rstest]
#[tokio::test]
async fn a_day_has_so_many_links(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    for _ in 0..10 {
        ada.post(LINKS, json!({})).await.expect(201);
    }

    let refused = ada.post(LINKS, json!({})).await;
    app.clock.turn(TimeDelta::days(1));
    let tomorrow = ada.refreshed().await.post(LINKS, json!({})).await;

    refused.refused(409, "too_many_guest_links");
    tomorrow.expect(201);
}

#[rstest]
#[case(json!({"shown_name": ""}), "/shown_name", "empty")]
#[case(json!({"shown_name": "\u{202e}adA"}), "/shown_name", "forbidden_character")]
#[case(json!({"shown_name": "A".repeat(101)}), "/shown_name", "too_long")]
#[case(json!({"name": "Ada"}), "/name", "unknown_member")]
#[tokio::test]
async fn a_link_shows_a_name_or_nothing(
    #[case] body: Value,
    #[case] pointer: &str,
    #[case] code: &str,
) {
    let (app, ada) = start!(Sqlite; ada);

    ada.post(LINKS, body).await.faulty(pointer, code);

    assert_eq!(app.query_i64("select count(*) from guest_links"), 0);
}
