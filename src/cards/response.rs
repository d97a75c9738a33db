//! What was chosen, as it is shown to the patient.

use chrono::{DateTime, Utc};
use serde::Serialize;
use url::Url;

use super::model::{Card, Contact, Token};
use crate::platform::http::instant;

/// What the card shows, and where it is.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = EmergencyCard)]
pub struct CardResponse {
    #[schema(example = "Ada")]
    shown_name: Option<String>,
    diagnosis: bool,
    ventilation: bool,
    swallowing: bool,
    note: Option<String>,
    contacts: Vec<Contact>,
    #[serde(serialize_with = "instant::millis")]
    changed_at: DateTime<Utc>,
    /// The page that opens without an account, with the code to scan on it. Who has this address sees the card.
    #[schema(
        example = "https://diary.example.org/card/ZW1lcmdlbmN5LWNhcmQtb2YtdGhpcy1leGFtcGxlLW8"
    )]
    url: String,
}

impl CardResponse {
    /// The card of a server with this address.
    pub fn new(card: &Card, public_url: &Url) -> Self {
        let choice = card.choice.clone();
        Self {
            shown_name: choice.shown_name,
            diagnosis: choice.diagnosis,
            ventilation: choice.ventilation,
            swallowing: choice.swallowing,
            note: choice.note,
            contacts: choice.contacts,
            changed_at: card.changed_at,
            url: address(&card.token, public_url).into(),
        }
    }
}

/// Where the card is. The secret stands in the path: a fragment needs a script, and the phone of an ambulance
/// may run none (decision 0211).
pub fn address(token: &Token, public_url: &Url) -> Url {
    let mut url = public_url.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push("card").push(token.text());
    }
    url
}
