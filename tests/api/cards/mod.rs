//! The emergency card: what a patient lets anybody see who holds its link.

mod choosing;
mod kept;
mod page;

use serde_json::{Value, json};

use crate::app::TestApp;
use crate::people::Person;
use crate::reply::Reply;

const CARD: &str = "/v1/patients/{patient}/emergency-card";

/// All that a card can show.
fn everything() -> Value {
    json!({
        "shown_name": "Ada", "diagnosis": true, "ventilation": true, "swallowing": true,
        "note": "I understand everything.",
        "contacts": [{"name": "Bob", "phone": "+49 (30) 123-45", "about": "husband"}],
    })
}

/// Ada's card, and where it is on this server.
async fn card_of(ada: &Person, choice: Value) -> (Reply, String) {
    let made = ada.put(CARD, choice).await.expect(201);
    let place = place_of(&made);
    (made, place)
}

fn place_of(card: &Reply) -> String {
    let url = card.body["url"].as_str().expect("where it is");
    let (_, secret) = url.split_once("/card/").expect("a secret");
    assert_eq!(secret.len(), 43, "256 bits");
    format!("/card/{secret}")
}

/// The card as the browser of somebody shows it who reads `language`.
async fn shown(app: &TestApp, place: &str, language: &str) -> Reply {
    let browser = app.nobody().with_header("Accept", "text/html,*/*;q=0.8");
    let browser = browser.with_header("Accept-Language", language);
    browser.get(place).await
}
