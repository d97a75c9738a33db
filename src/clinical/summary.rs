//! What the weeks add up to, in words for a family.
//!
//! Everyday words, no forecast, and honest about what the numbers cannot tell: the facts and their texts
//! are in `words`, this says which of them hold.

mod lacking;
mod raters;
mod scores;

use chrono::NaiveDate;

use super::words::Voice;
use super::{Answers, Domain, Fact, Item, Reader, Respondent, Sentence, Slope};
use crate::words::Language;

/// A rating older than so many days is told first, with its day.
const OLD_DAYS: i64 = 28;

/// What is known of the weeks that are to be put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryFacts<'a> {
    /// Which day it is where the patient is.
    pub today: NaiveDate,
    /// Who reads it.
    pub reader: Reader<'a>,
    /// In which language.
    pub language: Language,
    /// The first day that was looked at.
    pub from: NaiveDate,
    /// The last day that was looked at.
    pub to: NaiveDate,
    /// How many weeks were asked for; `None` for all there are.
    pub weeks: Option<u32>,
    /// The ratings among these days, oldest first.
    pub ratings: Vec<SummaryRating>,
    /// The slope of the total over them.
    pub total: Slope,
    /// The slopes of the domains over them, in their order.
    pub domains: Vec<(Domain, Slope)>,
    /// Weeks of these days in which an entry was due.
    pub expected: u32,
    /// The first day of those weeks.
    pub expected_from: NaiveDate,
    /// Weeks that have an entry, complete or not.
    pub recorded: u32,
    /// Weeks recorded in a row up to now.
    pub streak: u32,
    /// The last rating of the whole diary.
    pub last: Option<LastRating>,
    /// Whether nothing more can be recorded: nothing is asked for then, and no week was missed.
    pub has_ended: bool,
}

/// One rating.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SummaryRating {
    /// The civil day of the assessment.
    pub day: NaiveDate,
    /// What was answered.
    pub answers: Answers,
    /// Who answered.
    pub respondent: Respondent,
}

/// The last rating of a diary, among the days looked at or before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastRating {
    /// The civil day of the assessment.
    pub day: NaiveDate,
    /// Who answered.
    pub respondent: Respondent,
}

/// Puts it into sentences, the most important first; never empty.
pub fn summary(facts: &SummaryFacts<'_>) -> Vec<Sentence> {
    let voice = Voice {
        reader: facts.reader,
        today: facts.today,
        language: facts.language,
    };
    let mut said = Vec::new();
    said.extend(last_rating(facts));
    if let (Some(first), Some(last)) = (facts.ratings.first(), facts.ratings.last()) {
        said.extend(no_total(facts, first.day, last.day));
        said.extend(scores::of(facts));
        said.extend(lacking::of(facts));
        said.extend(raters::of(facts));
        said.extend(incomplete(facts));
        said.extend(recorded(facts));
    } else if facts.last.is_none() {
        said.push(Fact::NothingRecordedYet);
    } else {
        said.push(Fact::NothingRecorded {
            first_day: facts.from,
            last_day: facts.to.min(facts.today).max(facts.from),
        });
    }
    voice.tell(said)
}

fn last_rating(facts: &SummaryFacts<'_>) -> Option<Fact> {
    let last = facts.last?;
    let days_ago = (facts.today - last.day).num_days();
    let is_told = days_ago > OLD_DAYS || (facts.ratings.is_empty() && days_ago >= 0);
    is_told.then_some(Fact::LastRating {
        last_day: last.day,
        rater: last.respondent.rater(),
        days_ago,
    })
}

fn no_total(facts: &SummaryFacts<'_>, first_day: NaiveDate, last_day: NaiveDate) -> Option<Fact> {
    if facts.has_total() {
        return None;
    }
    let ratings = facts.ratings.len();
    let items: Vec<Item> = Item::ALL
        .into_iter()
        .filter(|item| facts.never_answered(*item))
        .collect();
    Some(if items.is_empty() || ratings == 1 {
        Fact::NoTotal {
            first_day,
            last_day,
            ratings,
        }
    } else {
        Fact::AlwaysSkipped {
            items,
            first_day,
            last_day,
            ratings,
        }
    })
}

fn incomplete(facts: &SummaryFacts<'_>) -> Option<Fact> {
    let complete = |rating: &&SummaryRating| rating.answers.is_complete();
    let ratings = facts.ratings.len() - facts.ratings.iter().filter(complete).count();
    (ratings > 0 && facts.has_total()).then_some(Fact::Incomplete { ratings })
}

/// Not of a diary that has ended: the weeks since then were never due.
fn recorded(facts: &SummaryFacts<'_>) -> Option<Fact> {
    let weeks = if facts.has_ended { 0 } else { facts.expected };
    (weeks > 0).then_some(Fact::Recorded {
        first_day: facts.expected_from,
        weeks,
        weeks_recorded: facts.recorded.min(weeks),
        // Those before the first day are not among these weeks.
        weeks_in_a_row: facts.streak.min(facts.recorded),
    })
}

impl SummaryFacts<'_> {
    fn has_total(&self) -> bool {
        self.ratings
            .iter()
            .any(|rating| rating.answers.is_complete())
    }

    fn never_answered(&self, item: Item) -> bool {
        self.ratings
            .iter()
            .all(|rating| rating.answers.score(item).is_none())
    }
}
