//! What people read, in their language: one Fluent file a language, used by server and page alike.

mod told;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use told::Places;

/// A language that there are texts in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// For who likes none of the others.
    #[default]
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Dutch.
    #[serde(rename = "nl")]
    Dutch,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Dutch,
    ];

    /// Its tag, BCP 47.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Dutch => "nl",
        }
    }

    /// All its texts, those of the page and those of the server.
    pub const fn file(self) -> &'static str {
        match self {
            Self::English => include_str!("../locales/en.ftl"),
            Self::German => include_str!("../locales/de.ftl"),
            Self::French => include_str!("../locales/fr.ftl"),
            Self::Spanish => include_str!("../locales/es.ftl"),
            Self::Dutch => include_str!("../locales/nl.ftl"),
        }
    }

    /// The texts of the page alone: those of its first view, and those of all others.
    pub fn of_page(self) -> [&'static str; 2] {
        let mut parts = self.file().split("\n###");
        [(); 2].map(|()| parts.next().unwrap_or_default())
    }

    /// The language of a tag such as `de-AT`, if there are texts in it.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let code = tag.split('-').next()?;
        let is_it = |language: &Self| language.code().eq_ignore_ascii_case(code);
        Self::ALL.into_iter().find(is_it)
    }

    /// The text of `id` about this day.
    pub fn on(self, id: &str, day: NaiveDate) -> String {
        self.fill(id, &[("day", &day.to_string())])
    }

    /// A day in words; without its year, in languages in which that may go without saying.
    pub fn day(self, day: NaiveDate, without_year: bool) -> String {
        let without_year = if without_year { "yes" } else { "no" };
        self.date("day-in-words", day, ("without_year", without_year))
    }

    /// A moment, as a mail says it.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        let time = at.format("%H:%M").to_string();
        self.date("day-and-time", at.date_naive(), ("time", &time))
    }

    /// The number of a day; French has a word of its own for the first.
    fn day_of_month(self, day: NaiveDate) -> String {
        match (self, day.day()) {
            (Self::French, 1) => "1er".to_owned(),
            (_, number) => number.to_string(),
        }
    }

    fn date(self, id: &str, day: NaiveDate, more: (&str, &str)) -> String {
        let month = self.text(&format!("month-{}", day.month()));
        let (year, day) = (day.year().to_string(), self.day_of_month(day));
        self.fill(
            id,
            &[("day", &day), ("month", month), ("year", &year), more],
        )
    }
}
