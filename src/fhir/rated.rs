//! A rating as FHIR names it: of a week at home, or of a day at the clinic.

use chrono::{Datelike, NaiveDate};

use super::facade;
use super::model::Meta;
use crate::clinical::Week;
use crate::diary::{Entry, Rating};
use crate::platform::ids::PatientId;
use crate::treatments::{Content, Record};
use crate::versions::{Author, Version, Versioned};

/// What names a rating of a patient. No week is written like a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// What the home recorded.
    Week(Week),
    /// What the clinic did.
    Day(NaiveDate),
}

impl Named {
    /// The id of what is made of it: of the answers, or of `part` of them.
    pub fn id(self, patient: PatientId, part: Option<&str>) -> String {
        let name = match self {
            Self::Week(week) => week.to_string(),
            Self::Day(day) => day.to_string(),
        };
        match part {
            None => format!("{patient}.{name}"),
            Some(part) => format!("{patient}.{name}.{part}"),
        }
    }

    /// Reads whose rating the id that [`Self::id`] wrote names, and which.
    pub fn read(id: &str) -> Option<(PatientId, Self)> {
        let (patient, rest) = id.split_once('.')?;
        let (name, part) = match rest.split_once('.') {
            None => (rest, None),
            Some((name, part)) => (name, Some(part)),
        };
        let patient = patient.parse().ok()?;
        let week = name.parse().ok().map(Self::Week);
        let named = week.or_else(|| name.parse().ok().map(Self::Day))?;
        // A day has several spellings.
        (named.id(patient, part) == id).then_some((patient, named))
    }

    /// Where it lies: its week, and in that the home before the days of the clinic.
    pub fn place(self) -> (i32, i32) {
        match self {
            Self::Week(week) => (week.number(), 0),
            Self::Day(day) => {
                let weekday = day.weekday().number_from_monday();
                (Week::of(day).number(), i32::try_from(weekday).unwrap_or(0))
            }
        }
    }
}

/// A rating, and what is known of this version of it.
pub struct Rated<'a> {
    /// Which one.
    pub named: Named,
    /// What was answered.
    pub rating: &'a Rating,
    /// Version and time.
    pub meta: Meta,
    /// Whether it takes the place of another version, as its reader counts them.
    pub is_amended: bool,
    /// When it reached us.
    pub recorded_at: chrono::DateTime<chrono::Utc>,
    /// Who recorded it.
    pub author: &'a Author,
    /// Whether the person was fed by a tube on that day, by the milestones.
    pub has_tube: bool,
}

impl<'a> Rated<'a> {
    /// A week, unless it was removed.
    pub fn of_week(entry: &'a Entry) -> Option<Self> {
        let rating = entry.content.as_ref()?;
        Some(Self::new(Named::Week(entry.key), rating, entry))
    }

    /// A rating of the clinic, unless it was removed, or the record is something else.
    pub fn of_clinic(record: &'a Record) -> Option<Self> {
        let Some(Content::ClinicRating(said)) = &record.content else {
            return None;
        };
        Some(Self::new(Named::Day(said.0.assessed_on), &said.0, record))
    }

    /// The same, with what `milestones` say of that day.
    #[must_use]
    pub fn beside(self, milestones: &[Record]) -> Self {
        let day = self.rating.assessed_on;
        let mut said = milestones.iter().filter_map(|it| it.content.as_ref());
        Self {
            has_tube: said.any(|content| content.is_tube_on(day)),
            ..self
        }
    }

    fn new<T: Versioned>(named: Named, rating: &'a Rating, version: &'a Version<T>) -> Self {
        Self {
            named,
            rating,
            meta: facade::meta(version),
            is_amended: version.number() > 1,
            recorded_at: version.recorded_at,
            author: &version.author,
            has_tube: false,
        }
    }
}
