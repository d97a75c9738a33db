//! One number followed by one rule: when its flag begins, is known, begins anew and ends.

use super::trace::TracePoint;
use super::{Acknowledgement, FlagCode};
use crate::clinical::Week;

/// The number a rule compares with.
#[derive(Clone, Copy)]
pub(super) struct Earlier {
    pub(super) amount: i32,
    /// None for the usual weight.
    pub(super) week: Option<Week>,
}

impl From<TracePoint> for Earlier {
    fn from(seen: TracePoint) -> Self {
        Self {
            amount: seen.amount,
            week: Some(seen.week),
        }
    }
}

/// Why a rule speaks up at an entry.
pub(super) struct Trigger {
    pub(super) from: Option<Earlier>,
    /// Whether it rests on an earlier number of the same rater, and not on this one alone: only then
    /// does what is known begin anew.
    pub(super) compares: bool,
}

impl Trigger {
    /// The number alone.
    pub(super) const ALONE: Self = Self {
        from: None,
        compares: false,
    };

    /// The number, against an earlier one.
    pub(super) fn compared(from: impl Into<Earlier>) -> Self {
        Self {
            from: Some(from.into()),
            compares: true,
        }
    }
}

/// A flag that began and did not end.
#[derive(Clone, Copy)]
pub(super) struct Episode {
    pub(super) began: TracePoint,
    pub(super) from: Option<Earlier>,
    pub(super) to: TracePoint,
}

/// How much lower is worse: the earlier number compared with, the new one, the one before.
pub(super) type Worse = fn(Option<Earlier>, i32, i32) -> bool;

/// Any lower value.
pub(super) fn lower(_: Option<Earlier>, new: i32, old: i32) -> bool {
    new < old
}

/// One number, followed by one rule.
pub(super) struct Track<'a> {
    pub(super) code: FlagCode,
    pub(super) what: &'static str,
    worse: Worse,
    acknowledged: &'a [Acknowledgement],
    open: Option<Episode>,
    recovering: bool,
    /// The last number by the rater of the flag.
    last: Option<TracePoint>,
}

impl<'a> Track<'a> {
    pub(super) fn new(
        code: FlagCode,
        what: &'static str,
        worse: Worse,
        acknowledged: &'a [Acknowledgement],
    ) -> Self {
        Self {
            code,
            what,
            worse,
            acknowledged,
            open: None,
            recovering: false,
            last: None,
        }
    }

    /// Takes the next number in. Two in a row by the rater of the flag that are `good` end it.
    pub(super) fn step(
        &mut self,
        seen: TracePoint,
        trigger: Option<Trigger>,
        good: impl Fn(&Episode) -> bool,
    ) {
        let own = self
            .open
            .filter(|episode| episode.to.rater == seen.rater)
            .map(|episode| good(&episode));
        match own {
            Some(true) if self.recovering => self.end(),
            Some(good) => self.recovering = good,
            None => {}
        }
        if let Some(trigger) = trigger {
            self.raise(seen, &trigger);
        }
        if self.open.is_some_and(|open| open.to.rater == seen.rater) {
            self.last = Some(seen);
        }
    }

    /// What gave cause to the flag is expected now, or over.
    pub(super) fn end(&mut self) {
        self.open = None;
        self.recovering = false;
    }

    fn raise(&mut self, seen: TracePoint, trigger: &Trigger) {
        let anew = Episode {
            began: seen,
            from: trigger.from,
            to: seen,
        };
        let Some(episode) = self.open else {
            self.open = Some(anew);
            return;
        };
        let same_rater = episode.to.rater == seen.rater;
        if !(same_rater || trigger.compares)
            || !(self.worse)(episode.from, seen.amount, episode.to.amount)
        {
            return;
        }
        let deeper = Episode {
            to: seen,
            ..episode
        };
        let known = |episode: &Episode| {
            let mut before = self.acknowledged.iter().filter(|ack| ack.seen < seen.week);
            before.any(|ack| self.is_known_by(ack, episode))
        };
        self.open = Some(if known(&episode) && !known(&deeper) {
            anew
        } else {
            deeper
        });
    }

    fn is_known_by(&self, ack: &Acknowledgement, episode: &Episode) -> bool {
        let includes = ack.code == self.code
            || (ack.code == FlagCode::BreathingNow && self.code == FlagCode::BreathingChanged);
        let in_time = episode.began.week <= ack.seen || self.code.stays_known();
        includes
            && in_time
            && ack.readings.get(self.what).is_some_and(|reading| {
                !(self.worse)(episode.from, episode.to.amount, reading.amount())
            })
    }

    /// The last number by the rater of the flag, where it still says the same; a second good one ends the flag.
    pub(super) fn last_told(&self) -> Option<TracePoint> {
        self.last.filter(|_| !self.recovering)
    }

    /// The flag as it is now, with the place of the last "we know" that it has.
    pub(super) fn now(&self) -> Option<(Episode, Option<usize>)> {
        let episode = self.open?;
        let known = self
            .acknowledged
            .iter()
            .rposition(|ack| self.is_known_by(ack, &episode));
        Some((episode, known))
    }
}
