//! Yes-or-no rules over answers that may be missing.
//!
//! A verdict is `None` while both outcomes are still possible. Combining verdicts one by one is
//! exact as long as no two of them read the same item, because then every mix of outcomes can
//! occur. King's, `MiToS` and FT9 each use an item in one rule only, so it holds for all three.

use std::ops::RangeInclusive;

use super::{Answers, Item};

/// Whether the item is scored `limit` or lower; open where it was not answered.
pub(super) fn at_most(limit: u8, item: Item, answers: &Answers) -> Option<bool> {
    answers.points(item).map(|points| points <= limit)
}

/// Whether one rule or more holds.
pub(super) fn any<const N: usize>(verdicts: [Option<bool>; N]) -> Option<bool> {
    if verdicts.contains(&Some(true)) {
        Some(true)
    } else if verdicts.contains(&None) {
        None
    } else {
        Some(false)
    }
}

/// Whether every rule holds.
pub(super) fn all<const N: usize>(verdicts: [Option<bool>; N]) -> Option<bool> {
    any(verdicts.map(|verdict| verdict.map(|holds| !holds))).map(|fails| !fails)
}

/// How many rules may hold, from those that surely do to those that are not ruled out.
pub(super) fn count<const N: usize>(verdicts: [Option<bool>; N]) -> RangeInclusive<u8> {
    let counted = |holds: fn(&Option<bool>) -> bool| verdicts.iter().map(holds).map(u8::from).sum();
    counted(|verdict| *verdict == Some(true))..=counted(|verdict| *verdict != Some(false))
}

/// The one possibility that is left, if there is only one.
pub(super) fn decided<T: Copy>(possible: &[T]) -> Option<T> {
    match possible {
        [only] => Some(*only),
        _ => None,
    }
}
