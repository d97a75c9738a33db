//! What the weeks add up to, in words for a family.
//!
//! Everyday words, no forecast, and honest about what the numbers cannot tell.

mod areas;
mod trend;
mod weeks;

use chrono::NaiveDate;

use super::{Domain, Slope};

/// What is known about the window that is to be put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryFacts {
    /// Length of the window in weeks.
    pub weeks: u32,
    /// The first complete entry in the window.
    pub first: Option<TotalOn>,
    /// The last complete entry; the same as `first` when there is one only.
    pub last: Option<TotalOn>,
    /// The slope of the total over the window; its `n` is the number of complete entries.
    pub slope: Slope,
    /// The domains in the first and the last complete entry; empty where there are not two.
    pub domains: Vec<DomainChange>,
    /// Weeks of the window in which an entry was due.
    pub expected: u32,
    /// Weeks that have an entry, complete or not.
    pub recorded: u32,
    /// Weeks recorded in a row up to now.
    pub streak: u32,
    /// Recorded weeks whose respondent was `caregiver_proxy`.
    pub by_caregiver: u32,
}

/// A total and the day it was assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TotalOn {
    /// The civil day of the assessment.
    pub day: NaiveDate,
    /// The total, 0 to 48.
    pub total: u8,
}

/// A domain's subscores, each 0 to 12, at both ends of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DomainChange {
    /// The domain.
    pub domain: Domain,
    /// Its subscore in the first complete entry.
    pub first: u8,
    /// Its subscore in the last complete entry.
    pub last: u8,
}

/// Puts a window into sentences, the most important first; never empty.
#[must_use]
pub fn summary(facts: &SummaryFacts) -> Vec<String> {
    if facts.recorded == 0 {
        return vec![format!("Nothing was recorded in {}.", window(facts))];
    }
    let mut sentences = trend::sentences(facts);
    sentences.extend(areas::sentence(facts));
    sentences.extend(weeks::recorded(facts));
    sentences.extend(weeks::incomplete(facts));
    sentences.extend(weeks::by_caregiver(facts));
    sentences
}

fn window(facts: &SummaryFacts) -> String {
    match facts.weeks {
        1 => String::from("the last week"),
        weeks => format!("the last {weeks} weeks"),
    }
}

fn plain_date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
