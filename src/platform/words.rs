//! What people read, in their language: from the same files as the texts of the page.

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::HttpMessage;
use actix_web::http::header::{AcceptLanguage, Preference, Quality};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

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

type Texts = HashMap<(Language, String), String>;

static TEXTS: LazyLock<Texts> = LazyLock::new(|| {
    let mut texts = Texts::new();
    for language in Language::ALL {
        read(language.file(), |id, text| {
            if !text.is_empty() {
                texts.insert((language, id), text);
            }
        });
    }
    texts
});

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
            Self::English => include_str!("../../locales/en.ftl"),
            Self::German => include_str!("../../locales/de.ftl"),
            Self::French => include_str!("../../locales/fr.ftl"),
            Self::Spanish => include_str!("../../locales/es.ftl"),
            Self::Dutch => include_str!("../../locales/nl.ftl"),
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

    /// The one that who asks likes best of those there are, or else English.
    pub fn liked_by(request: &impl HttpMessage) -> Self {
        let Some(mut asked) = request.get_header::<AcceptLanguage>() else {
            return Self::default();
        };
        asked.0.retain(|one| one.quality > Quality::ZERO);
        let asked = asked.ranked().into_iter();
        let mut known = asked.filter_map(|one| match one {
            Preference::Specific(tag) => Self::of_tag(tag.primary_language()),
            Preference::Any => None,
        });
        known.next().unwrap_or_default()
    }

    /// The text of `id`; empty where it is missing, which a test keeps from being so.
    pub fn text(self, id: &str) -> &'static str {
        TEXTS.get(&(self, id.to_owned())).map_or("", String::as_str)
    }

    /// The same with its places filled.
    pub fn fill(self, id: &str, places: &[(&str, &str)]) -> String {
        let mut said = String::new();
        let mut rest = self.text(id);
        // What is filled in is not looked at again: a name may look like a place.
        while let Some((before, after)) = rest.split_once("{ $") {
            let (place, after) = after.split_once(" }").unwrap_or((after, ""));
            let value = places.iter().find(|(name, _)| *name == place);
            said.push_str(before);
            said.push_str(value.map_or("", |(_, value)| value));
            rest = after;
        }
        said.push_str(rest);
        said
    }

    /// The text of `id` about this day.
    pub fn on(self, id: &str, day: NaiveDate) -> String {
        self.fill(id, &[("day", &day.to_string())])
    }

    /// A moment, as a mail says it.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        let (day, year) = (at.day().to_string(), at.year().to_string());
        let (month, time) = (
            format!("month-{}", at.month()),
            at.format("%H:%M").to_string(),
        );
        self.fill(
            "day-and-time",
            &[
                ("day", &day),
                ("month", self.text(&month)),
                ("year", &year),
                ("time", &time),
            ],
        )
    }
}

/// Reads the texts of a file. Those of the server have places for values and no more of Fluent than that; a test holds
/// them to it.
fn read(file: &str, mut take: impl FnMut(String, String)) {
    let (mut message, mut id, mut text) = (String::new(), String::new(), String::new());
    let mut blank = false;
    for line in file.lines().chain(["#"]) {
        let (name, begun) = line.split_once(" =").unwrap_or((line, ""));
        let (name, is_within) = (name.trim_start(), line.starts_with(' '));
        if line.is_empty() {
            blank = true;
            continue;
        }
        if is_within && !name.starts_with('.') {
            text.push_str(if blank { "\n\n" } else { "\n" });
            text.push_str(line.trim_start());
        } else {
            take(
                std::mem::take(&mut id),
                std::mem::take(&mut text).trim().to_owned(),
            );
            if !is_within {
                name.clone_into(&mut message);
            }
            id = if is_within {
                format!("{message}{name}")
            } else {
                message.clone()
            };
            begun.trim_start().clone_into(&mut text);
        }
        blank = false;
    }
}
