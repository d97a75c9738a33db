//! Flags about saliva and speech, for which there are aids.

use super::raised::Raised;
use super::trace::{Against, Lows, TracePoint};
use super::track::{Track, Trigger, lower};
use super::{Assessment, FlagCode, FlagFacts, Tier};
use crate::clinical::Item;

/// At so many points or fewer there are aids to ask for.
const AIDED: i32 = 2;

pub(super) fn raised(history: &[Assessment], facts: &FlagFacts<'_>) -> Vec<Raised> {
    let saliva = aids(FlagCode::SalivaAids, Item::Salivation, history, facts);
    let speech = aids(FlagCode::SpeechAids, Item::Speech, history, facts);
    saliva.into_iter().chain(speech).collect()
}

fn aids(
    code: FlagCode,
    item: Item,
    history: &[Assessment],
    facts: &FlagFacts<'_>,
) -> Option<Raised> {
    let mut track = Track::new(code, item.key(), lower, facts.acknowledged);
    let mut lows = Lows::default();
    for seen in history
        .iter()
        .filter_map(|entry| TracePoint::of_item(entry, item))
    {
        let trigger = match lows.see(seen) {
            Against::Below(before) => Trigger::compared(before),
            Against::First | Against::Within => Trigger::ALONE,
        };
        let is_low = seen.amount <= AIDED;
        track.step(seen, is_low.then_some(trigger), |_| !is_low);
    }
    Raised::by(&track, Tier::NextVisit)
}
