//! Flags about saliva and speech, for which there are aids.

use super::{Assessment, Flag, Tier, raise_while_low};
use crate::clinical::Item;

/// Salivation at 2 or lower.
pub(super) fn saliva_troubles(history: &[Assessment]) -> Option<Flag> {
    raise_while_low(
        "saliva_aids",
        Tier::NextVisit,
        (Item::Salivation, 2),
        history,
        "There is help for too much saliva. Please ask your ALS team at your next visit.",
    )
}

/// Speech at 2 or lower.
pub(super) fn speech_troubles(history: &[Assessment]) -> Option<Flag> {
    raise_while_low(
        "speech_aids",
        Tier::NextVisit,
        (Item::Speech, 2),
        history,
        "There are aids for speaking. Please ask your ALS team at your next visit.",
    )
}
