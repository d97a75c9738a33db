//! Flags about breathing: dyspnea, orthopnea and breathing support.
//!
//! The symptoms are those of NICE NG42 1.14.7 and of the European consensus criteria for
//! ventilation; the thresholds on item scores are our own. Where ventilation is recorded, short
//! breath is expected and raises nothing.

use super::raised::Raised;
use super::trace::{Against, Lows, TracePoint};
use super::track::{Episode, Track, Trigger, lower};
use super::{Assessment, FlagCode, FlagFacts, Tier};
use crate::clinical::{Item, Score};

const SHORT_OF_BREATH: [Item; 2] = [Item::Dyspnea, Item::Orthopnea];

/// A fall of so many points within four weeks is told at once.
const STEEP: i32 = 2;

pub(super) fn raised(history: &[Assessment], facts: &FlagFacts<'_>) -> Vec<Raised> {
    let mut told: Vec<Raised> = SHORT_OF_BREATH
        .into_iter()
        .filter_map(|item| short_of_breath(item, history, facts))
        .collect();
    told.extend(support(history, facts));
    told
}

/// The more urgent of the two: hard now, or a new low.
fn short_of_breath(item: Item, history: &[Assessment], facts: &FlagFacts<'_>) -> Option<Raised> {
    let track = |code| Track::new(code, item.key(), lower, facts.acknowledged);
    let mut hard = track(FlagCode::BreathingNow);
    let mut changed = track(FlagCode::BreathingChanged);
    let mut lows = Lows::default();
    let mut earlier: Vec<TracePoint> = Vec::new();
    let mut answered = false;
    for entry in history {
        let support = entry.answers.points(Item::RespiratoryInsufficiency);
        answered = support.map_or(answered, |points| points < Score::BEST);
        let ventilated = answered || entry.is_ventilated;
        if ventilated {
            hard.end();
            changed.end();
        }
        let Some(seen) = TracePoint::of_item(entry, item) else {
            continue;
        };
        let against = lows.see(seen);
        if !ventilated {
            hard.step(seen, hard_now(&seen, &earlier, against), |episode| {
                !seen.is_severe() && seen.amount > episode.to.amount
            });
            changed.step(seen, below(against), |episode| back_up(&seen, episode));
        }
        earlier.push(seen);
    }
    let hard = Raised::by(&hard, Tier::ContactToday);
    hard.or_else(|| Raised::by(&changed, Tier::ContactThisWeek))
}

/// At 1 or lower, or down by 2 or more within 28 days.
fn hard_now(seen: &TracePoint, earlier: &[TracePoint], against: Against) -> Option<Trigger> {
    let highest = seen.highest_lately(earlier);
    let steep = highest.filter(|before| before.amount - seen.amount >= STEEP);
    match (steep, against) {
        (Some(before), _) => Some(Trigger::compared(before)),
        (None, Against::Below(before)) if seen.is_severe() => Some(Trigger::compared(before)),
        (None, _) => seen.is_severe().then_some(Trigger::ALONE),
    }
}

/// A new low.
pub(super) fn below(against: Against) -> Option<Trigger> {
    match against {
        Against::Below(before) => Some(Trigger::compared(before)),
        Against::First | Against::Within => None,
    }
}

/// As good again as what the rule compared with.
pub(super) fn back_up(seen: &TracePoint, episode: &Episode) -> bool {
    match episode.from {
        Some(before) => seen.amount >= before.amount,
        None => !seen.is_severe(),
    }
}

/// Respiratory insufficiency lower than in the answer before.
fn support(history: &[Assessment], facts: &FlagFacts<'_>) -> Option<Raised> {
    let item = Item::RespiratoryInsufficiency;
    let code = FlagCode::BreathingSupportChanged;
    let mut track = Track::new(code, item.key(), lower, facts.acknowledged);
    let mut earlier: Vec<TracePoint> = Vec::new();
    for seen in history
        .iter()
        .filter_map(|entry| TracePoint::of_item(entry, item))
    {
        let before = earlier.iter().rfind(|before| before.rater == seen.rater);
        let lower = before.filter(|before| seen.amount < before.amount);
        let trigger = lower.copied().map(Trigger::compared);
        track.step(seen, trigger, |episode| back_up(&seen, episode));
        earlier.push(seen);
    }
    Raised::by(&track, Tier::TellTeam)
}
