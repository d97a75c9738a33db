//! One number followed through the diary.

use chrono::NaiveDate;

use super::{Assessment, Change, Reading};
use crate::clinical::{Item, Week};

/// "Lately" in every rule: entries up to so many days apart, the last day included.
pub(super) const LATELY_DAYS: i64 = 28;

/// A number of one entry.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub(super) points: u8,
    pub(super) day: NaiveDate,
    week: Week,
}

impl Seen {
    pub(super) fn is_lately_after(&self, earlier: &Self) -> bool {
        (self.day - earlier.day).num_days() <= LATELY_DAYS
    }

    pub(super) fn change_from(&self, what: &'static str, earlier: Option<&Self>) -> Change {
        Change {
            what,
            from: earlier.map(|seen| Reading::Points(seen.points)),
            to: Reading::Points(self.points),
            from_week: earlier.map(|seen| seen.week),
            week: self.week,
        }
    }
}

/// The item in the latest entry and in the entries before that answered it, newest first.
///
/// None when the latest entry did not answer it: a missing answer raises nothing.
pub(super) fn of_item(history: &[Assessment], item: Item) -> Option<(Seen, Vec<Seen>)> {
    of(history, |entry| entry.answers.points(item))
}

/// The total in the same manner; only complete entries have one.
pub(super) fn of_total(history: &[Assessment]) -> Option<(Seen, Vec<Seen>)> {
    of(history, |entry| entry.answers.total())
}

fn of(
    history: &[Assessment],
    points: impl Fn(&Assessment) -> Option<u8>,
) -> Option<(Seen, Vec<Seen>)> {
    let seen = |entry: &Assessment| {
        points(entry).map(|points| Seen {
            points,
            day: entry.assessed_on,
            week: entry.week,
        })
    };
    let (latest, earlier) = history.split_last()?;
    Some((
        seen(latest)?,
        earlier.iter().rev().filter_map(seen).collect(),
    ))
}
