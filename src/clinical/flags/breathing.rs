//! Flags about breathing: dyspnea, orthopnea and breathing support.
//!
//! The symptoms are those of NICE NG42 1.14.7 and of the European consensus criteria for
//! ventilation; the thresholds on item scores are our own.

use super::trace::{self, Seen};
use super::{Assessment, Change, Flag, Tier, raise};
use crate::clinical::{Item, Score};

const SHORT_OF_BREATH: [Item; 2] = [Item::Dyspnea, Item::Orthopnea];

/// Dyspnea or orthopnea at 1 or lower, or down by 2 or more within 28 days.
pub(super) fn now_hard(history: &[Assessment]) -> Option<Flag> {
    raise(
        "breathing_now",
        Tier::ContactToday,
        SHORT_OF_BREATH
            .iter()
            .filter_map(|item| hard(history, *item)),
        "Your answers say that breathing is hard. Please contact your ALS team today. If you \
         cannot get enough air right now, call your emergency number.",
    )
}

/// Dyspnea or orthopnea below 4 for the first time, in two entries in a row.
pub(super) fn newly_changed(history: &[Assessment]) -> Option<Flag> {
    raise(
        "breathing_changed",
        Tier::ContactThisWeek,
        SHORT_OF_BREATH
            .iter()
            .filter_map(|item| newly_below_best(history, *item)),
        "Your answers about breathing changed. Please contact your ALS team this week.",
    )
}

/// Respiratory insufficiency lower than in the answer before.
pub(super) fn support_changed(history: &[Assessment]) -> Option<Flag> {
    let item = Item::RespiratoryInsufficiency;
    let (latest, earlier) = trace::of_item(history, item)?;
    let before = earlier
        .first()
        .filter(|before| latest.points < before.points);
    raise(
        "breathing_support_changed",
        Tier::TellTeam,
        before.map(|before| latest.change_from(item.key(), Some(before))),
        "Your answers about breathing support changed. Please tell your ALS team.",
    )
}

fn hard(history: &[Assessment], item: Item) -> Option<Change> {
    let (latest, earlier) = trace::of_item(history, item)?;
    let dropped_from = earlier
        .iter()
        .filter(|before| latest.is_lately_after(before) && before.points >= latest.points + 2)
        .max_by_key(|before| before.points);
    match dropped_from {
        Some(before) => Some(latest.change_from(item.key(), Some(before))),
        None if latest.points <= 1 => Some(latest.change_from(item.key(), earlier.first())),
        None => None,
    }
}

fn newly_below_best(history: &[Assessment], item: Item) -> Option<Change> {
    let below_best = |seen: &Seen| seen.points < Score::BEST;
    let (latest, earlier) = trace::of_item(history, item)?;
    let (first_below, before) = earlier.split_first()?;
    let last_best = before.first()?;
    let confirmed = below_best(&latest) && below_best(first_below);
    (confirmed && !before.iter().any(below_best))
        .then(|| latest.change_from(item.key(), Some(last_best)))
}
