//! Flags about eating: swallowing and weight.
//!
//! The 10 % is the weight loss at which EFNS advises a gastrostomy; the 5 % is unconfirmed. Choking
//! is asked for nowhere but in the answer of 3 itself, so it raises no tier.

use chrono::Days;

use super::breathing::{back_up, below};
use super::raised::Raised;
use super::trace::{Against, Lows, TracePoint, tenths};
use super::track::{Earlier, Episode, Track, Trigger, lower};
use super::{Assessment, FlagCode, FlagFacts, Tier};
use crate::clinical::{Item, Rater};

/// At so many points or fewer the team is contacted.
const LOW_SWALLOWING: i32 = 2;

/// How long a weight is one to compare with.
const A_YEAR: Days = Days::new(365);

pub(super) fn raised(history: &[Assessment], facts: &FlagFacts<'_>) -> Vec<Raised> {
    let weight = weight(history, facts);
    let swallowing = swallowing(history, facts, weight.as_ref());
    swallowing.into_iter().chain(weight).collect()
}

/// A new low of swallowing, or a severe one at the start; a tube makes it expected.
fn swallowing(
    history: &[Assessment],
    facts: &FlagFacts<'_>,
    weight: Option<&Raised>,
) -> Option<Raised> {
    let item = Item::Swallowing;
    let code = FlagCode::SwallowingChanged;
    let mut track = Track::new(code, item.key(), lower, facts.acknowledged);
    let mut lows = Lows::default();
    for entry in history {
        let has_tube = entry.answers.gastrostomy() || entry.has_tube;
        if has_tube {
            track.end();
        }
        let Some(seen) = TracePoint::of_item(entry, item) else {
            continue;
        };
        let trigger = match lows.see(seen) {
            Against::First => seen.is_severe().then_some(Trigger::ALONE),
            against => below(against),
        };
        if !has_tube {
            track.step(seen, trigger, |episode| back_up(&seen, episode));
        }
    }
    let mut raised = Raised::by(&track, Tier::TellTeam)?;
    if raised.episode.to.amount <= LOW_SWALLOWING || weight.is_some() {
        raised.tier = Tier::ContactThisWeek;
    }
    raised.also = weight.and_then(Raised::change);
    Some(raised)
}

/// A loss of 5 % or more of the weight, more urgent from 10 % on.
fn weight(history: &[Assessment], facts: &FlagFacts<'_>) -> Option<Raised> {
    let code = FlagCode::WeightDown;
    let worse = |from, new, old| twentieths(from, new) > twentieths(from, old);
    let mut track = Track::new(code, "weight_kg", worse, facts.acknowledged);
    let usual = facts.usual_weight_kg.map(|kilograms| Earlier {
        amount: tenths(kilograms),
        week: None,
    });
    let mut earlier: Vec<TracePoint> = Vec::new();
    for entry in history {
        let Some(kilograms) = entry.weight_kg else {
            continue;
        };
        // Scales do not rate: a weight is a weight, written by any hand.
        let seen = TracePoint {
            rater: Rater::Oneself,
            ..TracePoint::of(entry, tenths(kilograms))
        };
        let from = reference(&seen, &earlier, usual);
        let lost = twentieths(from, seen.amount);
        let trigger = (lost > 0).then_some(Trigger {
            from,
            compares: true,
        });
        track.step(seen, trigger, |episode| {
            // Against what it was raised by: a year later the loss is still one.
            twentieths(episode.from, seen.amount) == 0
        });
        earlier.push(seen);
    }
    let mut raised = Raised::by(&track, Tier::TellTeam)?;
    let Episode { from, to, .. } = raised.episode;
    raised
        .last_told
        .take_if(|told| worse(from, to.amount, told.amount));
    if loss(&raised.episode) >= 2 {
        raised.tier = Tier::ContactThisWeek;
    }
    Some(raised)
}

/// The larger of the usual weight and the highest of the last twelve months.
fn reference(seen: &TracePoint, earlier: &[TracePoint], usual: Option<Earlier>) -> Option<Earlier> {
    let since = seen.day.checked_sub_days(A_YEAR)?;
    let recent = earlier
        .iter()
        .rev()
        .take_while(|before| before.day >= since);
    let highest = recent.max_by_key(|before| before.amount);
    let highest = highest.copied().map(Earlier::from);
    usual
        .into_iter()
        .chain(highest)
        .max_by_key(|before| before.amount)
}

/// How many whole twentieths (5 %) of the earlier weight are lost.
fn twentieths(from: Option<Earlier>, to: i32) -> i32 {
    let from = from.map_or(0, |from| from.amount);
    ((from - to) * 20).checked_div(from).unwrap_or(0).max(0)
}

fn loss(episode: &Episode) -> i32 {
    twentieths(episode.from, episode.to.amount)
}
