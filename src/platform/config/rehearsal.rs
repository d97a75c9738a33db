//! What only the tests set: another time, and less patience. Hidden, and refused in production.

use std::time::Duration;

use chrono::TimeDelta;
use clap::Args;

use super::{Settings, Weak, weak};
use crate::platform::clock::Clock;

/// What only the tests set; nothing is set otherwise.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Rehearsal {
    /// Microseconds by which the clock is ahead of the machine's
    #[arg(long, env = CLOCK, hide = true, allow_negative_numbers = true)]
    pub test_clock: Option<i64>,

    /// Milliseconds after which it is given up to wait for a client, or for the mail server
    #[arg(long, env = PATIENCE, hide = true)]
    pub test_patience: Option<u64>,

    /// Milliseconds after which the keys, the backups and the outbox are looked at again
    #[arg(long, env = LOOK_AGAIN, hide = true)]
    pub test_look_again: Option<u64>,

    /// Milliseconds that stand for the hour after which a time counts that cannot be taken back
    #[arg(long, env = SETTLE, hide = true)]
    pub test_settle: Option<u64>,

    /// Whether this machine may be asked as another server is
    #[arg(long, env = FETCH_HERE, hide = true)]
    pub test_fetch_here: bool,
}

const CLOCK: &str = "ALSFRS_TEST_CLOCK";
const PATIENCE: &str = "ALSFRS_TEST_PATIENCE";
const LOOK_AGAIN: &str = "ALSFRS_TEST_LOOK_AGAIN";
const SETTLE: &str = "ALSFRS_TEST_SETTLE";
const FETCH_HERE: &str = "ALSFRS_TEST_FETCH_HERE";

impl Rehearsal {
    /// How far the clock is ahead of the machine's.
    pub fn clock(&self) -> TimeDelta {
        TimeDelta::microseconds(self.test_clock.unwrap_or_default())
    }

    /// How long others are waited for, where it is `usual` to wait for so long.
    pub fn patience(&self, usual: Duration) -> Duration {
        self.test_patience.map_or(usual, Duration::from_millis)
    }

    /// After how long something is looked at again, where so long is `usual`.
    pub fn look_again(&self, usual: Duration) -> Duration {
        self.test_look_again.map_or(usual, Duration::from_millis)
    }

    /// What stands for an hour of the monotonic clock, if anything does.
    pub fn settle(&self) -> Option<Duration> {
        self.test_settle.map(Duration::from_millis)
    }
}

impl Settings {
    /// What time it is: the machine's, but in a test.
    pub fn clock(&self) -> Clock {
        match self.rehearsal.test_clock {
            None => Clock::machine(),
            Some(_) => Clock::shifted(self.rehearsal.clock()).0,
        }
    }

    pub(super) fn check_rehearsal(&self, found: &mut Vec<Weak>) {
        let Rehearsal {
            test_clock,
            test_patience,
            test_look_again,
            test_settle,
            test_fetch_here,
        } = self.rehearsal;
        for (variable, set) in [
            (CLOCK, test_clock.is_some()),
            (PATIENCE, test_patience.is_some()),
            (LOOK_AGAIN, test_look_again.is_some()),
            (SETTLE, test_settle.is_some()),
            (FETCH_HERE, test_fetch_here),
        ] {
            if set {
                found.push(weak(variable, "is for tests alone"));
            }
        }
    }
}
