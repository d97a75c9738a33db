//! The time by which is done what cannot be undone: erasing, taking factors away, letting go.
//!
//! A clock that is wrong for a moment, or wrong from the start, must not do it early. So a time counts
//! here once this process has seen it be past for an hour of the machine's monotonic clock; and for
//! three days where time seems to have jumped, so that the operator who hears the alarm can set the clock.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};

use super::alarm::{self, Alarm};
use super::clock::Clock;

/// How long a time has to be past.
const AN_HOUR: Duration = Duration::from_secs(3600);

/// How many hours after a jump.
const AFTER_A_JUMP: u32 = 72;

/// Days between what the clock says and what it should say are a jump.
pub const A_JUMP: TimeDelta = TimeDelta::days(3);

/// What the clock has said long enough.
pub struct SettledClock {
    clock: Clock,
    hour: Duration,
    seen: Mutex<Observations>,
}

/// What the two clocks said.
type Look = (Instant, DateTime<Utc>);

struct Observations {
    looks: VecDeque<Look>,
    wait: Duration,
}

impl SettledClock {
    /// Nothing yet; an hour takes as long as it does `rehearsed` by a test. Where it takes no time, the clock
    /// is believed whatever it says.
    pub fn new(clock: Clock, rehearsed: Option<Duration>) -> Self {
        let hour = rehearsed.unwrap_or(AN_HOUR);
        let seen = Mutex::new(Observations {
            looks: VecDeque::new(),
            wait: hour,
        });
        Self { clock, hour, seen }
    }

    /// Begins anew, because the clock is days away from what was written down.
    pub fn doubt(&self) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        self.begin_anew(&mut seen);
    }

    fn begin_anew(&self, seen: &mut Observations) {
        if self.hour.is_zero() {
            return;
        }
        alarm::sound(Alarm::ClockJumped);
        seen.looks.clear();
        seen.wait = self.hour.saturating_mul(AFTER_A_JUMP);
    }

    /// The latest time that has been past for long enough, `None` before there is one. To be asked every
    /// minute or so: what is not looked at is not seen.
    pub fn now(&self) -> Option<DateTime<Utc>> {
        let (at, now) = (Instant::now(), self.clock.now());
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen
            .looks
            .back()
            .is_some_and(|look| jumped(*look, (at, now)))
        {
            self.begin_anew(&mut seen);
        }
        seen.looks.push_back((at, now));
        let old = |look: &Look, wait| at.duration_since(look.0) >= wait;
        while seen.looks.get(1).is_some_and(|next| old(next, seen.wait)) {
            seen.looks.pop_front();
        }
        if !seen
            .looks
            .front()
            .is_some_and(|first| old(first, seen.wait))
        {
            return None;
        }
        seen.wait = self.hour;
        seen.looks.iter().map(|(_, now)| *now).min()
    }
}

fn jumped((before, then): Look, (at, now): Look) -> bool {
    let passed = TimeDelta::from_std(at.duration_since(before)).unwrap_or(TimeDelta::MAX);
    (now - then - passed).abs() >= A_JUMP
}
