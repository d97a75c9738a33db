//! What is kept of a card, and how it ends.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use super::{CARD, card_of, everything, shown};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

#[rstest]
#[tokio::test]
async fn r67_the_secret_of_a_card_and_what_it_shows_are_sealed(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let choice = json!({
        "shown_name": "okapi", "note": "quagga",
        "contacts": [{"name": "tapir", "phone": "0123456789", "about": "axolotl"}],
    });
    let (_, place) = card_of(&ada, choice).await;
    shown(&app, &place, "en").await.expect(200);

    let secret = place.strip_prefix("/card/").unwrap();
    for words in [secret, "okapi", "quagga", "tapir", "0123456789", "axolotl"] {
        app.keeps_to_itself(words);
    }
}

#[rstest]
#[tokio::test]
async fn guesses_at_cards_are_limited_by_network(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| settings.limits.links =
        "2/min".parse().unwrap());
    let ada = app.patient("ada").await;
    let (_, place) = card_of(&ada, everything()).await;
    for guess in ["one", "two"] {
        shown(&app, &format!("/card/{guess}"), "en")
            .await
            .expect(404);
    }

    let refused = app.nobody().get(&place).await;
    app.clock.turn(TimeDelta::minutes(1));
    let later = shown(&app, &place, "en").await;

    refused.refused(429, "quota_exceeded");
    later.expect(200);
}

#[rstest]
#[tokio::test]
async fn r171_a_card_goes_with_the_patient_and_is_in_the_copy(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let (made, place) = card_of(&ada, everything()).await;
    let again = ada.on_another_device().await;
    let copy = again
        .ask("POST", "/v1/account/export")
        .await
        .expect(200)
        .body;
    again.ask("POST", "/v1/account/erasure").await.expect(202);

    let app = app.after_erasures().await;

    assert_eq!(copy["diary"]["emergency_card"], made.body);
    assert_eq!(app.query_i64("select count(*) from emergency_cards"), 0);
    shown(&app, &place, "en").await.expect(404);
    ada.at(app.address()).get(CARD).await.expect(401);
}
