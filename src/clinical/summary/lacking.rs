//! What a trend would still take, where that can come.

use chrono::{Days, NaiveDate};

use super::SummaryFacts;
use super::scores::value;
use crate::clinical::{Fact, Missing, ScoreArea, Week};

/// The shortest window that can hold 84 days: 12 weeks end after 83.
const SHORTEST_WINDOW_WEEKS: u32 = 13;

/// What a slope takes at the least.
const RATINGS: usize = 6;
const WEEKS: u32 = 12;

/// Of the total; without one, of the first area that has an answer.
pub(super) fn of(facts: &SummaryFacts<'_>) -> Option<Fact> {
    if facts.has_ended {
        return None;
    }
    let (score, slope) = if facts.has_total() {
        (ScoreArea::Total, &facts.total)
    } else {
        facts.domains.iter().find_map(|(domain, slope)| {
            let score = ScoreArea::Area(*domain);
            rated(facts, score).next().map(|_| (score, slope))
        })?
    };
    let is_short = |weeks: u32| weeks < SHORTEST_WINDOW_WEEKS;
    if !slope.enough && facts.weeks.is_some_and(is_short) {
        return Some(Fact::LookLonger {
            weeks: SHORTEST_WINDOW_WEEKS,
        });
    }
    let missing = slope.missing?;
    let first = rated(facts, score).next()?;
    let last = rated(facts, score).next_back()?;
    Some(takes(facts, score, missing, (first, last)))
}

fn takes(
    facts: &SummaryFacts<'_>,
    score: ScoreArea,
    missing: Missing,
    (first, last): (NaiveDate, NaiveDate),
) -> Fact {
    let more = missing.entries.unwrap_or(1);
    let days = u64::try_from(missing.days.unwrap_or_default()).unwrap_or_default();
    let not_before = last.checked_add_days(Days::new(days)).unwrap_or(last);

    let weeks_to_come = i32::try_from(more).unwrap_or(i32::MAX) - 1;
    let next = Week::of(last).next().max(Week::of(facts.today));
    let complete = next.plus(weeks_to_come).max(Week::of(not_before));
    let held = |weeks: u32| {
        let weeks = i32::try_from(weeks).unwrap_or(i32::MAX);
        complete.weeks_since(Week::of(first)) < weeks
    };
    if facts.weeks.is_none_or(held) {
        Fact::Takes {
            score: (score == ScoreArea::Total).then_some(score),
            side: None,
            more_ratings: more,
            not_before: (not_before > facts.today).then_some(not_before),
        }
    } else {
        Fact::TakesInAll {
            score: (score == ScoreArea::Total).then_some(score),
            ratings: RATINGS,
            weeks: WEEKS,
        }
    }
}

fn rated(facts: &SummaryFacts<'_>, score: ScoreArea) -> impl DoubleEndedIterator<Item = NaiveDate> {
    facts
        .ratings
        .iter()
        .filter(move |rating| value(&rating.answers, score).is_some())
        .map(|rating| rating.day)
}
