//! What a patient chose to show, and what the card then says.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::clinical::Respondent;

pub use crate::accounts::MailedCode as Token;

/// What the patient chose to show: the parts, and what they say themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What the patient is called there.
    pub shown_name: Option<String>,
    /// Whether it says that it is ALS, and since when that is known.
    pub diagnosis: bool,
    /// Whether it says how the patient is helped to breathe.
    pub ventilation: bool,
    /// Whether it says how the patient eats.
    pub swallowing: bool,
    /// In the patient's own words.
    pub note: Option<String>,
    /// Contacts, the first to call first.
    pub contacts: Vec<Contact>,
}

/// A person to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = EmergencyContact)]
pub struct Contact {
    /// Who.
    #[schema(max_length = 100, example = "Bob")]
    pub name: String,
    /// The number, as it was written.
    #[schema(max_length = 40, example = "+49 30 1234567")]
    pub phone: String,
    /// Who that is to the patient, or anything else to know.
    #[schema(max_length = 100, example = "husband, knows the machine")]
    pub about: Option<String>,
}

impl Contact {
    /// The number, as a phone dials it: a `(0)` is for calls without the code of the country.
    pub fn dialled(&self) -> String {
        let mut number = self.phone.clone();
        if number.contains('+') {
            number = number.replace("(0)", "");
        }
        number.retain(|c| c.is_ascii_digit() || c == '+');
        number
    }
}

/// A card.
#[derive(Debug, Clone)]
pub struct Card {
    /// What is shown.
    pub choice: Choice,
    /// Higher with each change, and than that of a card that was taken back.
    pub version: i32,
    /// When it was chosen last.
    pub changed_at: DateTime<Utc>,
    /// What its link carries.
    pub token: Token,
}

/// What was said in the diary, by which author, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The answer, 0 (function lost) to 4 (normal).
    pub score: u8,
    /// The day of the rating.
    pub on: NaiveDate,
    /// Who answered.
    pub respondent: Respondent,
}

/// What the card says to who opens it. Nothing of it is kept.
#[derive(Debug, Clone, Serialize)]
pub struct CardSays {
    /// On which day, where the patient is.
    pub shown_on: NaiveDate,
    /// On which day it was chosen.
    pub chosen_on: NaiveDate,
    /// What the patient is called.
    pub shown_name: Option<String>,
    /// The diagnosis.
    pub diagnosis: Option<Diagnosis>,
    /// How the patient is helped to breathe.
    pub ventilation: Option<Ventilation>,
    /// How the patient eats.
    pub swallowing: Option<Swallowing>,
    /// In the patient's own words.
    pub note: Option<String>,
    /// Contacts.
    pub contacts: Vec<Contact>,
}

/// That it is ALS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Diagnosis {
    /// Since when that is known, as the patient says.
    pub on: Option<NaiveDate>,
}

/// How the patient is helped to breathe, as far as the diary says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Ventilation {
    /// The newest answer to "respiratory insufficiency".
    pub said: Option<Said>,
    /// Since when there is a tube into the windpipe.
    pub tracheostomy_since: Option<NaiveDate>,
    /// Since when a mask is worn for more than 22 hours a day.
    pub mask_over_22_hours_since: Option<NaiveDate>,
}

/// How the patient eats, as far as the diary says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Swallowing {
    /// The newest answer to "swallowing".
    pub said: Option<Said>,
    /// Since when there is a feeding tube, by a milestone.
    pub tube_since: Option<NaiveDate>,
    /// Without one: when the newest rating was made for a person with a tube.
    pub tube_answered_on: Option<NaiveDate>,
}
