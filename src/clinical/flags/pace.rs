//! The flag about a total that fell quickly.
//!
//! Derived, not published: false alarms and power are simulated in `tests/clinical/flags/pace.rs`.

use super::raised::Raised;
use super::trace::TracePoint;
use super::track::{Earlier, Track, Trigger};
use super::{Assessment, FlagCode, FlagFacts, TOTAL, Tier};
use crate::clinical::CuttingForm;

/// Eight weeks: what a weekly diary compares with, and what three ratings of a monthly one span.
const EIGHT_WEEKS: i64 = 56;

/// What lies longer ago than this is not compared with: an ordinary pace would do it.
const SIXTEEN_WEEKS: i64 = 112;

/// How far both of the last two ratings lie below the median of eight weeks.
const FALL: i32 = 5;

/// The same below the median of three ratings, for a diary that has fewer in eight weeks.
const FALL_OF_MONTHS: i32 = 6;

/// How many ratings a median needs.
const ENOUGH: usize = 3;

/// So near to the median again, the total has recovered.
const NEAR: i32 = 2;

pub(super) fn raised(history: &[Assessment], facts: &FlagFacts<'_>) -> Vec<Raised> {
    let code = FlagCode::TotalChangedQuickly;
    // What goes on at an ordinary pace is no news: only another such fall is.
    let worse = |_: Option<Earlier>, new: i32, old: i32| new <= old - FALL;
    let mut track = Track::new(code, TOTAL, worse, facts.acknowledged);
    let mut earlier: Vec<(CuttingForm, TracePoint)> = Vec::new();
    for entry in history {
        let Some(total) = entry.answers.total() else {
            continue;
        };
        let (form, seen) = (
            entry.answers.cutting_form(),
            TracePoint::of(entry, total.into()),
        );
        let newest_first = earlier.iter().rev();
        let own =
            newest_first.filter(|(other, before)| *other == form && before.rater == seen.rater);
        let fallen_from = fallen_from(&seen, own.map(|(_, before)| *before));
        track.step(seen, fallen_from.map(Trigger::compared), |episode| {
            let from = episode.from.map_or(0, |from| from.amount);
            seen.amount >= from - NEAR
        });
        earlier.push((form, seen));
    }
    Raised::by(&track, Tier::ContactThisWeek)
        .into_iter()
        .collect()
}

/// The median that both the total and the one before it lie far below; `earlier` is newest first.
fn fallen_from(
    seen: &TracePoint,
    mut earlier: impl Iterator<Item = TracePoint> + Clone,
) -> Option<TracePoint> {
    let last = earlier.next()?;
    let (mut compared, fall) = compared(&last, earlier)?;
    compared.sort_by_key(|before| before.amount);
    let median = *compared.get((compared.len() - 1) / 2)?;
    let is_near = days(seen, &last) <= EIGHT_WEEKS;
    (is_near && median.amount - seen.amount.max(last.amount) >= fall).then_some(median)
}

/// The ratings of the eight weeks before, or the last three, and what a fall below them is.
fn compared(
    last: &TracePoint,
    earlier: impl Iterator<Item = TracePoint> + Clone,
) -> Option<(Vec<TracePoint>, i32)> {
    let since = |before: &TracePoint| days(last, before);
    let recent = earlier.clone();
    let recent: Vec<TracePoint> = recent
        .take_while(|before| since(before) <= EIGHT_WEEKS)
        .collect();
    if recent.len() >= ENOUGH {
        return Some((recent, FALL));
    }
    let three: Vec<TracePoint> = earlier.take(ENOUGH).collect();
    let oldest = three.get(ENOUGH - 1)?;
    (EIGHT_WEEKS..=SIXTEEN_WEEKS)
        .contains(&since(oldest))
        .then_some((three, FALL_OF_MONTHS))
}

fn days(later: &TracePoint, earlier: &TracePoint) -> i64 {
    (later.day - earlier.day).num_days()
}
