//! Numbers as they follow each other in the diary.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Assessment, Reading};
use crate::clinical::{Item, Rater, Week};

/// "Lately" in the rules on breathing: entries up to so many days apart, the last day included.
const LATELY_DAYS: i64 = 28;

/// At so many points or fewer a single answer counts; above, the next one must bear it out.
pub(super) const SEVERE: i32 = 1;

/// A number of one entry: points, or tenths of a kilogram.
#[derive(Clone, Copy)]
pub(super) struct TracePoint {
    pub(super) amount: i32,
    pub(super) day: NaiveDate,
    pub(super) week: Week,
    pub(super) rater: Rater,
}

impl TracePoint {
    pub(super) fn of(entry: &Assessment, amount: i32) -> Self {
        Self {
            amount,
            day: entry.assessed_on,
            week: entry.week,
            rater: entry.rater,
        }
    }

    /// The answer to one item, where it was given.
    pub(super) fn of_item(entry: &Assessment, item: Item) -> Option<Self> {
        let points = entry.answers.points(item)?;
        Some(Self::of(entry, points.into()))
    }

    pub(super) fn is_severe(&self) -> bool {
        self.amount <= SEVERE
    }

    /// The highest of the earlier ones by the same rater, up to four weeks before.
    pub(super) fn highest_lately(&self, earlier: &[Self]) -> Option<Self> {
        earlier
            .iter()
            .rev()
            .take_while(|before| (self.day - before.day).num_days() <= LATELY_DAYS)
            .filter(|before| before.rater == self.rater)
            .copied()
            .max_by_key(|before| before.amount)
    }
}

/// Tenths of a kilogram: 66.0 - 62.7 falls short of 5 % in binary.
pub(super) fn tenths(kilograms: f64) -> i32 {
    format!("{:.0}", kilograms * 10.0).parse().unwrap_or(0)
}

impl Reading {
    /// The number as [`TracePoint`] has it.
    pub(super) fn amount(self) -> i32 {
        match self {
            Self::Points(points) => points.into(),
            Self::Kilograms(kilograms) => tenths(kilograms),
        }
    }
}

/// The lowest value of an item that held, by each rater apart.
#[derive(Default)]
pub(super) struct Lows(BTreeMap<Rater, Low>);

struct Low {
    last: TracePoint,
    lowest: TracePoint,
    held: bool,
}

/// What a value is against the earlier ones of the same rater.
#[derive(Clone, Copy)]
pub(super) enum Against {
    /// There are none.
    First,
    /// Below every earlier one, of which this was the lowest that held.
    Below(TracePoint),
    /// Nothing new.
    Within,
}

impl Lows {
    /// A value holds when the next one bears it out, or at once where it is severe.
    pub(super) fn see(&mut self, seen: TracePoint) -> Against {
        let Some(known) = self.0.get_mut(&seen.rater) else {
            let low = Low {
                last: seen,
                lowest: seen,
                held: seen.is_severe(),
            };
            self.0.insert(seen.rater, low);
            return Against::First;
        };
        let holds = if seen.is_severe() || seen.amount >= known.last.amount {
            seen
        } else {
            known.last
        };
        known.last = seen;
        let before = known.lowest;
        let is_new = holds.amount < before.amount;
        if is_new || !known.held {
            known.lowest = holds;
            known.held = true;
        }
        if is_new {
            Against::Below(before)
        } else {
            Against::Within
        }
    }
}
