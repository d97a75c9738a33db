//! Time comes in through [`Clock`]: nothing else asks the machine what time it is. Civil days come
//! from the rules of time zones in [`zone`], which alone knows where those are kept.

mod zone;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

pub use zone::{NoSuchZone, Zone, ZoneData};

/// The clocks of two instances may differ by this much. What is later than that has been written by a
/// clock that was ahead.
pub const APART: TimeDelta = TimeDelta::seconds(30);

/// A source of the current instant, in UTC and whole microseconds (what both databases store).
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    Machine,
    /// Microseconds that are added to the machine's clock.
    Shifted(Arc<AtomicI64>),
}

/// Turns a [`Clock::shifted`] clock forward, or back.
#[derive(Clone, Debug)]
pub struct ClockHand(Arc<AtomicI64>);

impl Clock {
    /// The machine's clock.
    pub fn machine() -> Self {
        Self(Source::Machine)
    }

    /// A clock that runs `offset` beside the machine's, and the hand that turns it: the demo writes
    /// two years of diary through it, and tests let 90 days pass.
    pub fn shifted(offset: TimeDelta) -> (Self, ClockHand) {
        let offset = Arc::new(AtomicI64::new(micros(offset)));
        (
            Self(Source::Shifted(Arc::clone(&offset))),
            ClockHand(offset),
        )
    }

    /// The current instant, truncated to microseconds.
    pub fn now(&self) -> DateTime<Utc> {
        let micros = machine_micros();
        let micros = match &self.0 {
            Source::Machine => micros,
            Source::Shifted(offset) => micros.saturating_add(offset.load(Ordering::SeqCst)),
        };
        DateTime::from_timestamp_micros(micros).unwrap_or_default()
    }
}

impl ClockHand {
    /// Turns the clock by `delta`; negative turns it back.
    pub fn turn(&self, delta: TimeDelta) {
        self.0.fetch_add(micros(delta), Ordering::SeqCst);
    }

    /// Sets the clock to `instant`, from which it runs on.
    pub fn set(&self, instant: DateTime<Utc>) {
        let offset = instant.timestamp_micros().saturating_sub(machine_micros());
        self.0.store(offset, Ordering::SeqCst);
    }

    /// How far the clock is ahead of the machine's.
    pub fn offset(&self) -> TimeDelta {
        TimeDelta::microseconds(self.0.load(Ordering::SeqCst))
    }
}

fn micros(delta: TimeDelta) -> i64 {
    delta.num_microseconds().unwrap_or_default()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the machine"
)]
fn machine_micros() -> i64 {
    Utc::now().timestamp_micros()
}

/// The civil day in `zone` at `instant`.
pub fn civil_day(instant: DateTime<Utc>, zone: Zone) -> NaiveDate {
    ZoneData::in_use().civil(instant, zone).date()
}

/// The latest civil day anywhere on earth at `instant` (UTC+14, Kiribati).
pub fn latest_day_on_earth(instant: DateTime<Utc>) -> NaiveDate {
    (instant + TimeDelta::hours(14)).date_naive()
}

/// `days` before `instant`.
pub fn days_before(instant: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    instant.checked_sub_days(Days::new(days)).unwrap_or(instant)
}
