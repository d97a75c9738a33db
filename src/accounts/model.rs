//! What an account is.

use super::email::EmailAddress;
use crate::access::Role;
use crate::platform::clock::Zone;
use crate::platform::faults::Faults;
use crate::platform::ids::AccountId;
use crate::platform::mail::Recipient;
use crate::platform::text;
use crate::platform::words::Language;

/// What is known of a person who can sign in, or is about to.
#[derive(Clone)]
pub struct Person {
    /// Where mail reaches them; unique.
    pub email: EmailAddress,
    /// What others see them as: 1 to 100 characters.
    pub display_name: String,
    /// As what they sign in.
    pub role: Role,
    /// Where they live, as far as days and weeks are concerned.
    pub time_zone: Zone,
    /// The language they read, as a BCP 47 tag.
    pub locale: Option<String>,
}

impl Person {
    /// What they read.
    pub fn language(&self) -> Language {
        let chosen = self.locale.as_deref().and_then(Language::of_tag);
        chosen.unwrap_or_default()
    }

    /// Where mail reaches them, and what they read.
    pub fn recipient(&self) -> Recipient {
        Recipient {
            address: self.email.as_str().to_owned(),
            language: self.language(),
        }
    }
}

/// An account, as its owner sees it.
#[derive(Clone)]
pub struct Account {
    /// Its name.
    pub id: AccountId,
    /// Whose it is.
    pub person: Person,
    /// A session opened under another epoch has ended.
    pub epoch: i32,
    /// Counts the changes to it, from 1.
    pub version: i32,
    /// Whether it is shut: read with the epoch, of which a session is.
    pub is_disabled: bool,
}

const LONGEST_NAME: usize = 100;

/// Reads a display name; what is wrong with it goes into `faults`.
pub(super) fn read_display_name(faults: &mut Faults, name: &str) -> String {
    text::read_name(faults, "/display_name", name, LONGEST_NAME)
}

/// Reads the name of an IANA time zone; an unknown one goes into `faults`.
pub fn read_time_zone(faults: &mut Faults, name: &str) -> Zone {
    name.parse().unwrap_or_else(|_| {
        faults.add(
            "/time_zone",
            "unknown_time_zone",
            "There is no such IANA time zone.",
        );
        Zone::UTC
    })
}

/// Reads a language tag; what has not the form of one goes into `faults`.
pub(super) fn read_locale(faults: &mut Faults, tag: Option<String>) -> Option<String> {
    faults.require(
        tag.as_deref().is_none_or(is_language_tag),
        "/locale",
        "invalid_locale",
        "The language is not a BCP 47 tag such as de or pt-BR.",
    );
    tag
}

/// A language of 2 to 8 letters, then parts of 1 to 8 letters and digits; 35 characters in all.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    tag.len() <= 35
        && (2..=8).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
