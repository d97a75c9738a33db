//! The flag about a diary in which nothing is recorded any more.

use chrono::TimeDelta;

use super::raised::Raised;
use super::trace::TracePoint;
use super::{Assessment, FlagCode, FlagFacts, Tier};

/// A week; no diary is expected to be kept more often.
const WEEKLY: i64 = 7;

/// How long after a rating was due: three weeks without one, in a weekly diary.
const OVERDUE: i64 = 14;

/// The rhythm of this many ratings is the usual one.
const RHYTHM: usize = 8;

/// No rating for the usual time and two weeks more.
pub(super) fn raised(history: &[Assessment], facts: &FlagFacts<'_>) -> Vec<Raised> {
    silent(history, facts).into_iter().collect()
}

fn silent(history: &[Assessment], facts: &FlagFacts<'_>) -> Option<Raised> {
    let last = history.last()?;
    let due = last.assessed_on + TimeDelta::days(usual(history) + OVERDUE);
    if facts.today < due {
        return None;
    }
    let seen = TracePoint::of(last, 0);
    let known = facts
        .acknowledged
        .iter()
        .rposition(|ack| ack.code == FlagCode::NothingRecorded && ack.seen >= last.week);
    Some(Raised::of_nothing(seen, due, Tier::TellTeam, known))
}

/// The median of the last times from one rating to the next.
fn usual(history: &[Assessment]) -> i64 {
    let recent = history.get(history.len().saturating_sub(RHYTHM)..);
    let mut gaps: Vec<i64> = recent
        .unwrap_or(history)
        .windows(2)
        .filter_map(|pair| match pair {
            [earlier, later] => Some((later.assessed_on - earlier.assessed_on).num_days()),
            _ => None,
        })
        .collect();
    gaps.sort_unstable();
    let median = gaps.get(gaps.len() / 2).copied();
    median.unwrap_or(WEEKLY).max(WEEKLY)
}
