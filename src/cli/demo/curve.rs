//! How the invented patients of the demo change: a plausible course, made of whole points.

use serde_json::{Map, Value, json};

use crate::clinical::Item;

/// A course: for each item the weeks in which it loses a point.
pub(super) struct Curve(&'static [(Item, &'static [u32])]);

/// Weakness that began in a hand, spread to the legs and reached the breath: about a point in five
/// weeks.
pub(super) const ADA: Curve = Curve(&[
    (Item::Handwriting, &[0, 0, 22, 61]),
    (Item::Cutting, &[0, 9, 38, 74]),
    (Item::Dressing, &[0, 29, 83]),
    (Item::Turning, &[18, 66]),
    (Item::Walking, &[14, 52, 95]),
    (Item::Stairs, &[6, 34, 69, 92]),
    (Item::Speech, &[58]),
    (Item::Salivation, &[79]),
    (Item::Swallowing, &[88]),
    (Item::Dyspnea, &[72, 101]),
    (Item::Orthopnea, &[97]),
]);

/// Speech and swallowing first, and fast.
pub(super) const BEN: Curve = Curve(&[
    (Item::Speech, &[0, 0, 8, 20]),
    (Item::Salivation, &[0, 12, 26]),
    (Item::Swallowing, &[0, 10, 24]),
    (Item::Handwriting, &[16, 33]),
    (Item::Dyspnea, &[28]),
]);

/// A slow course.
pub(super) const DORA: Curve = Curve(&[
    (Item::Walking, &[0]),
    (Item::Stairs, &[0, 25]),
    (Item::Turning, &[44]),
]);

/// Faster than most, from the legs up.
pub(super) const EMIL: Curve = Curve(&[
    (Item::Walking, &[0, 4, 11, 19]),
    (Item::Stairs, &[0, 0, 6, 13]),
    (Item::Turning, &[3, 10, 22]),
    (Item::Dressing, &[8, 16, 24]),
    (Item::Cutting, &[9, 15, 21]),
    (Item::Handwriting, &[12, 20]),
    (Item::Dyspnea, &[14, 23]),
    (Item::Orthopnea, &[18, 25]),
]);

impl Curve {
    /// The twelve answers in the week with this number, as the contract writes them.
    pub(super) fn answers(&self, week: u32) -> Value {
        Item::ALL
            .into_iter()
            .map(|item| (item.key().to_owned(), json!(self.score(item, week))))
            .collect::<Map<_, _>>()
            .into()
    }

    /// Good and bad days: on the eve of a loss an item goes back and forth, as people answer it.
    fn score(&self, item: Item, week: u32) -> usize {
        let losses = self
            .0
            .iter()
            .filter(|(of, _)| *of == item)
            .flat_map(|(_, weeks)| weeks.iter());
        let lost = losses
            .filter(|&&at| week >= at || (week + 3 == at && week.is_multiple_of(2)))
            .count();
        4 - lost.min(4)
    }
}

/// A weight that falls by about 80 g a week.
pub(super) fn weight_kg(week: u32) -> f64 {
    f64::from(742 - week * 8 / 10 - week % 3) / 10.0
}
