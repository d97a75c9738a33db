//! A patient as an export has them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::clinical::Week;
use crate::diary::{Entry, Rating};
use crate::patients::Facts;
use crate::platform::clock::{Zone, civil_day};
use crate::platform::ids::{PatientId, RecordId};
use crate::treatments::{Content, Record, RecordKind};
use crate::versions::{Version, Versioned};

/// Every version of one week or record until the cut-off, oldest first.
pub type Versions<T> = Vec<T>;

/// A patient, and what is taken of their diary.
pub struct Patient {
    /// Whose diary.
    pub patient: PatientId,
    /// From 1, in an order that tells nothing; another one in each export.
    pub number: u32,
    /// Since when they are enrolled at the site and share what they share now.
    pub shared_since: DateTime<Utc>,
    /// What the site calls them, or the number.
    pub id: String,
    /// Day 0: that of the first rating of the weeks that were asked for.
    pub first: NaiveDate,
    /// Whether it may tell who they are.
    pub identified: bool,
    /// Where they are.
    pub time_zone: Zone,
    /// What was so then is left out of a cut of changes; `None` where all is taken.
    pub since: Option<DateTime<Utc>>,
    /// What is known about them, where they share it.
    pub facts: Option<Facts>,
    /// Whether what was written in words is taken too.
    pub words: bool,
    /// The weeks, oldest first.
    pub weeks: Vec<Versions<Entry>>,
    /// Treatments and what belongs to them, measurements, milestones and what the clinic rated, each with its number:
    /// the place in which it came, the same in every export.
    pub records: Vec<(usize, Versions<Record>)>,
}

/// From this age on people are so few that it tells who they are.
pub const OLDEST: i32 = 90;

impl Patient {
    /// A day, counted from the first.
    pub fn day(&self, on: NaiveDate) -> i64 {
        on.signed_duration_since(self.first).num_days()
    }

    /// The age in years on the first day, at most [`OLDEST`] where it may not tell who they are.
    pub fn age(&self) -> Option<i32> {
        let year = self.facts.as_ref()?.birth_year?;
        let most = if self.identified { i32::MAX } else { OLDEST };
        Some((self.first.year() - i32::from(year)).min(most))
    }

    /// Whether there is anything to tell of them.
    pub fn has_any(&self) -> bool {
        self.changed_weeks().next().is_some() || self.changed_records().next().is_some()
    }

    /// The weeks that are taken.
    pub fn changed_weeks(&self) -> impl Iterator<Item = &Versions<Entry>> {
        let taken = self.weeks.iter();
        taken.filter(|versions| is_new(versions, self.since))
    }

    /// The records that are taken, each with its number.
    pub fn changed_records(&self) -> impl Iterator<Item = &(usize, Versions<Record>)> {
        let taken = self.records.iter();
        taken.filter(|(_, versions)| is_new(versions, self.since))
    }

    /// What each week says now.
    pub fn ratings(&self) -> impl Iterator<Item = (&Entry, &Rating)> {
        let newest = self.changed_weeks().filter_map(|versions| versions.last());
        newest.filter_map(|entry| Some((entry, entry.content.as_ref()?)))
    }

    /// What was removed, as it was before: of which kind, in which week where it is one, and from which day on.
    pub fn removals(&self) -> Vec<Removal> {
        let weeks = self.changed_weeks().filter_map(|versions| {
            let removed = versions.last().filter(|it| it.content.is_none())?;
            let said = last_said(versions)?;
            Some(Removal {
                kind: None,
                week: Some(removed.key),
                day: said.assessed_on,
            })
        });
        let records = self.changed_records().filter_map(|(_, versions)| {
            let removed = versions.last().filter(|it| it.content.is_none())?;
            let said = last_said(versions)?;
            Some(Removal {
                kind: Some(removed.kind),
                week: None,
                day: said.days().0,
            })
        });
        weeks.chain(records).collect()
    }

    /// Whether they were fed by a tube on a day, by their milestones.
    pub fn has_tube(&self, on: NaiveDate) -> bool {
        let now = self
            .records
            .iter()
            .filter_map(|(_, versions)| versions.last());
        let mut said = now.filter_map(|record| record.content.as_ref());
        said.any(|content| content.is_tube_on(on))
    }

    /// The version with which the week was first rated as it stands: what came after it corrects it.
    pub fn first_of<'a>(&'a self, entry: &'a Entry) -> &'a Entry {
        let weeks = &self.weeks;
        let at = weeks.partition_point(|it| it.first().is_some_and(|first| first.key < entry.key));
        let versions = weeks.get(at).into_iter().flatten().rev();
        let stands = versions
            .skip_while(|it| it.revision > entry.revision)
            .take_while(|it| it.content.is_some());
        stands.last().unwrap_or(entry)
    }

    /// Days from the rating until this version reached us: how late it was typed.
    pub fn days_late(&self, entry: &Entry, rating: &Rating) -> i64 {
        let recorded = civil_day(entry.recorded_at, self.time_zone);
        let late = recorded.signed_duration_since(rating.assessed_on);
        late.num_days().max(0)
    }

    /// The number of this record; its id tells when it was made.
    pub fn number_of(&self, id: RecordId) -> Option<usize> {
        let mut all = self.records.iter();
        let found = all.find(|(_, versions)| versions.iter().any(|it| it.key == id))?;
        Some(found.0)
    }

    /// What the clinic itself rated, as it says now, by its days.
    pub fn clinic_ratings(&self) -> Vec<(&Record, &Rating)> {
        let rated = self
            .contents()
            .filter_map(|(record, content)| match content {
                Content::ClinicRating(said) => Some((record, &said.0)),
                _ => None,
            });
        let mut rated: Vec<_> = rated.collect();
        rated.sort_by_key(|(_, rating)| rating.assessed_on);
        rated
    }

    /// What each record says now.
    pub fn contents(&self) -> impl Iterator<Item = (&Record, &Content)> {
        let newest = self.changed_records();
        let newest = newest.filter_map(|(_, versions)| versions.last());
        newest.filter_map(|record| Some((record, record.content.as_ref()?)))
    }
}

/// Something that was removed.
pub struct Removal {
    /// Which kind of record; `None` for a week.
    pub kind: Option<RecordKind>,
    /// Which week it was.
    pub week: Option<Week>,
    /// The day of the rating, or that on which it was or began.
    pub day: NaiveDate,
}

fn is_new<T: Versioned>(versions: &[Version<T>], since: Option<DateTime<Utc>>) -> bool {
    let last = versions.last().map(|it| it.recorded_at);
    since.is_none_or(|since| last > Some(since))
}

/// What was said before a removal.
fn last_said<T: Versioned>(versions: &[Version<T>]) -> Option<&T> {
    versions.iter().rev().find_map(|it| it.content.as_ref())
}
