//! What a patient chooses to show, as a client sends it.

use std::ops::RangeInclusive;

use serde::Deserialize;

use super::model::{Choice, Contact};
use crate::platform::faults::Faults;
use crate::platform::text;

/// The longest name, and what is said about a contact, in characters.
const LINE: usize = 100;
/// The longest number.
const PHONE: usize = 40;
/// So many digits has a number (E.164: 15 at most).
const DIGITS: RangeInclusive<usize> = 3..=15;
/// The patient's own words, in characters: a card is small.
const NOTE: usize = 500;
/// So many contacts fit.
const CONTACTS: usize = 4;

/// What the card shows, all of it: what is left out is not shown.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EmergencyCardRequest)]
pub struct CardRequest {
    /// What the patient is called there.
    #[schema(max_length = 100, example = "Ada")]
    shown_name: Option<String>,
    /// That it is ALS, and the day of the diagnosis where the facts have it.
    #[serde(default)]
    #[schema(required = false, default = false)]
    diagnosis: bool,
    /// The newest answer about breathing support, and milestones about it.
    #[serde(default)]
    #[schema(required = false, default = false)]
    ventilation: bool,
    /// The newest answer about swallowing, and feeding tubes.
    #[serde(default)]
    #[schema(required = false, default = false)]
    swallowing: bool,
    /// In the patient's own words; at most 500 characters.
    #[schema(
        max_length = 500,
        example = "I understand everything. I answer with my eyes."
    )]
    note: Option<String>,
    /// At most 4, the first one first.
    #[serde(default)]
    #[schema(required = false, max_items = 4)]
    contacts: Vec<ContactRequest>,
}

/// A person to call.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EmergencyContactRequest)]
pub struct ContactRequest {
    #[schema(min_length = 1, max_length = 100, example = "Bob")]
    name: String,
    /// One number: 3 to 15 digits, with `+` at its beginning and blanks and `/()-.` between them. A `(0)` after a
    /// country's code is not dialled.
    #[schema(min_length = 3, max_length = 40, example = "+49 30 1234567")]
    phone: String,
    /// Who that is to the patient, or anything else to know.
    #[serde(default)]
    #[schema(max_length = 100, example = "husband, knows the machine")]
    about: Option<String>,
}

impl CardRequest {
    /// What is shown; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<Choice, Faults> {
        let name = self.shown_name;
        let shown_name = name.map(|name| text::read_name(&mut faults, "/shown_name", &name, LINE));
        let note = text::lines(&mut faults, "/note", self.note, NOTE);
        faults.require(
            self.contacts.len() <= CONTACTS,
            "/contacts",
            "too_long",
            "A card has room for four contacts.",
        );
        let contacts = self.contacts.into_iter().take(CONTACTS).enumerate();
        let contacts = contacts
            .map(|(place, contact)| contact.read(&mut faults, &format!("/contacts/{place}")))
            .collect();
        faults.or(Choice {
            shown_name,
            diagnosis: self.diagnosis,
            ventilation: self.ventilation,
            swallowing: self.swallowing,
            note,
            contacts,
        })
    }
}

impl ContactRequest {
    fn read(self, faults: &mut Faults, place: &str) -> Contact {
        let name = text::read_name(faults, &format!("{place}/name"), &self.name, LINE);
        let pointer = format!("{place}/phone");
        let phone = text::read(faults, &pointer, &self.phone, PHONE, false);
        let phone = phone.trim().to_owned();
        let about = text::line(faults, &format!("{place}/about"), self.about, LINE);
        let contact = Contact { name, phone, about };
        let is_of_one = |c: char| c.is_ascii_digit() || "+ /()-.".contains(c);
        let dialled = contact.dialled();
        let digits = dialled.trim_start_matches('+').len();
        let is_one = DIGITS.contains(&digits)
            && dialled.rfind('+').is_none_or(|place| place == 0)
            && contact.phone.chars().all(is_of_one);
        faults.require(
            faults.has(&pointer) || is_one,
            &pointer,
            "invalid_value",
            "One number, of 3 to 15 digits and no letters, with + at its beginning alone; another one is another contact.",
        );
        contact
    }
}
