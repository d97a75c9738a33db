//! Flags about eating: swallowing and weight.
//!
//! The 10 % is the weight loss at which EFNS advises a gastrostomy; the 5 % is unconfirmed.

use super::trace;
use super::{Assessment, Change, Flag, Reading, Tier, raise};
use crate::clinical::Item;

const LOW_SWALLOWING: u8 = 2;

/// Swallowing at 2 or lower for the first time, or lower than in the answer before while 5 % of the
/// weight is lost.
pub(super) fn swallowing_changed(history: &[Assessment]) -> Option<Flag> {
    let item = Item::Swallowing;
    let (latest, earlier) = trace::of_item(history, item)?;
    let before = earlier.first()?;
    let first_time_low =
        latest.points <= LOW_SWALLOWING && earlier.iter().all(|seen| seen.points > LOW_SWALLOWING);
    let thinner = weight_loss(history).filter(|loss| loss.is_at_least_percent(5.0));
    let lower_and_thinner = thinner.filter(|_| latest.points < before.points);

    let swallowing = (first_time_low || lower_and_thinner.is_some())
        .then(|| latest.change_from(item.key(), Some(before)));
    raise(
        "swallowing_changed",
        Tier::TellTeam,
        swallowing
            .into_iter()
            .chain(lower_and_thinner.map(|loss| loss.change)),
        "Your answers about swallowing changed. Please tell your ALS team.",
    )
}

/// A loss of 5 % or more of the weight, more urgent from 10 % on.
pub(super) fn weight_down(history: &[Assessment]) -> Option<Flag> {
    let loss = weight_loss(history).filter(|loss| loss.is_at_least_percent(5.0))?;
    let (tier, text) = if loss.is_at_least_percent(10.0) {
        (
            Tier::ContactThisWeek,
            "Your weight is down by a tenth or more. Please contact your ALS team this week.",
        )
    } else {
        (
            Tier::TellTeam,
            "Your weight is lower than before. Please tell your ALS team.",
        )
    };
    raise("weight_down", tier, [loss.change], text)
}

struct WeightLoss {
    from_hectograms: f64,
    to_hectograms: f64,
    change: Change,
}

impl WeightLoss {
    /// Compares whole tenths of a kilogram, because 66.0 - 62.7 falls short of 5 % in binary.
    fn is_at_least_percent(&self, percent: f64) -> bool {
        (self.from_hectograms - self.to_hectograms) * 100.0 >= percent * self.from_hectograms
    }
}

/// The weight in the latest entry against the first weight in the diary, the reference.
fn weight_loss(history: &[Assessment]) -> Option<WeightLoss> {
    let (latest, earlier) = history.split_last()?;
    let to = latest.weight_kg?;
    let (from, from_week) = earlier
        .iter()
        .find_map(|entry| entry.weight_kg.map(|kilograms| (kilograms, entry.week)))?;
    Some(WeightLoss {
        from_hectograms: (from * 10.0).round(),
        to_hectograms: (to * 10.0).round(),
        change: Change {
            what: "weight_kg",
            from: Some(Reading::Kilograms(from)),
            to: Reading::Kilograms(to),
            from_week: Some(from_week),
            week: latest.week,
        },
    })
}
