//! A patient as an export has them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::diary::{Entry, Rating};
use crate::patients::Facts;
use crate::platform::ids::{PatientId, RecordId};
use crate::treatments::{Content, Record};

/// Every version of one week or record until the cut-off, oldest first.
pub type Versions<T> = Vec<T>;

/// A patient, and what is taken of their diary.
pub struct Patient {
    /// Whose diary.
    pub patient: PatientId,
    /// From 1, in an order that tells nothing; another one in each export.
    pub number: u32,
    /// Since when they are enrolled at the site.
    pub enrolled_at: DateTime<Utc>,
    /// What the site calls them, or the number.
    pub id: String,
    /// Day 0: that of the first rating in the export.
    pub first: NaiveDate,
    /// What is known about them, where they share it.
    pub facts: Option<Facts>,
    /// The weeks, oldest first.
    pub weeks: Vec<Versions<Entry>>,
    /// Treatments and what belongs to them, measurements and milestones.
    pub records: Vec<Versions<Record>>,
}

/// From this age on people are so few that it tells who they are.
const OLDEST: i32 = 90;

impl Patient {
    /// A day, counted from the first.
    pub fn day(&self, on: NaiveDate) -> i64 {
        on.signed_duration_since(self.first).num_days()
    }

    /// The age in years on the first day.
    pub fn age(&self) -> Option<i32> {
        let year = self.facts.as_ref()?.birth_year?;
        Some((self.first.year() - i32::from(year)).min(OLDEST))
    }

    /// What each week says now.
    pub fn ratings(&self) -> impl Iterator<Item = (&Entry, &Rating)> {
        let newest = self.weeks.iter().filter_map(|versions| versions.last());
        newest.filter_map(|entry| Some((entry, entry.content.as_ref()?)))
    }

    /// The weeks that were removed.
    pub fn removals(&self) -> impl Iterator<Item = &Entry> {
        let newest = self.weeks.iter().filter_map(|versions| versions.last());
        newest.filter(|entry| entry.content.is_none())
    }

    /// Which of the records this is, from 1; its id tells when it was made.
    pub fn number_of(&self, id: RecordId) -> Option<usize> {
        let mut all = self.records.iter();
        let is_it = |versions: &Versions<Record>| versions.iter().any(|it| it.key == id);
        Some(all.position(is_it)? + 1)
    }

    /// What the clinic itself rated, as it says now.
    pub fn clinic_ratings(&self) -> impl Iterator<Item = (&Record, &Rating)> {
        self.contents()
            .filter_map(|(record, content)| match content {
                Content::ClinicRating(said) => Some((record, &said.0)),
                _ => None,
            })
    }

    /// What each record says now.
    pub fn contents(&self) -> impl Iterator<Item = (&Record, &Content)> {
        let newest = self.records.iter().filter_map(|versions| versions.last());
        newest.filter_map(|record| Some((record, record.content.as_ref()?)))
    }
}

/// Days from the rating until it reached us: how late it was typed.
pub fn days_late(entry: &Entry, rating: &Rating) -> i64 {
    let recorded = entry.recorded_at.date_naive();
    recorded
        .signed_duration_since(rating.assessed_on)
        .num_days()
}
