//! What is sent about links, and with one.

use chrono::NaiveDate;
use serde::Deserialize;

use super::model::Token;
use crate::clinical::Week;
use crate::diary::{EntryDraft, EntryRequest};
use crate::platform::faults::Faults;
use crate::platform::text;

/// The longest name, in characters.
const NAME: usize = 100;

/// A link for one week.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewGuestLink)]
pub struct GuestLinkRequest {
    /// What its holder sees of the patient; left out: nothing. At most 100 characters.
    #[schema(max_length = 100, example = "Ada")]
    shown_name: Option<String>,
}

impl GuestLinkRequest {
    /// The name that it shows; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<Option<String>, Faults> {
        let name = self.shown_name;
        let name = name.map(|name| text::read_name(&mut faults, "/shown_name", &name, NAME));
        faults.or(name)
    }
}

/// What a link carries after `#`.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GuestToken)]
pub struct TokenRequest {
    token: String,
}

impl TokenRequest {
    /// The token. Text that cannot be one is not told apart from one that is not known.
    pub fn read(self) -> Token {
        Token::typed(&self.token)
    }
}

/// The week of a guest.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GuestEntryRequest)]
pub struct RecordRequest {
    /// What the link carries after `#`.
    token: String,
    /// What the guest is called: shown as claimed. At most 100 characters.
    #[schema(min_length = 1, max_length = 100, example = "Nora")]
    name: String,
    /// As the `PUT` of a week; its week is that of `assessed_on`, and its `respondent` is `caregiver_proxy`.
    entry: EntryRequest,
}

/// The same, checked.
#[derive(Debug, Clone)]
pub struct NewGuestEntry {
    /// What the guest says they are called.
    pub name: String,
    /// The rating.
    pub entry: EntryDraft,
}

impl RecordRequest {
    /// The token and what is recorded, not later than `latest_day`; `faults` are those found before.
    pub fn read(
        self,
        mut faults: Faults,
        latest_day: NaiveDate,
    ) -> Result<(Token, NewGuestEntry), Faults> {
        let token = Token::typed(&self.token);
        let name = text::read_name(&mut faults, "/name", &self.name, NAME);
        let week = Week::of(self.entry.day());
        let inside = faults.take_inside(ENTRY);
        match self.entry.read(inside, week, latest_day) {
            Ok(entry) => faults.or((token, NewGuestEntry { name, entry })),
            Err(inside) => {
                faults.put_inside(ENTRY, inside);
                Err(faults)
            }
        }
    }
}

/// Where the entry is in the body.
const ENTRY: &str = "/entry";

/// Where in the body something of the entry is.
pub fn in_entry(pointer: &str) -> String {
    format!("{ENTRY}{pointer}")
}
