//! So many in so much time, evenly: the generic cell rate algorithm.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};

use crate::platform::clock::APART;

/// So many in so much time: all at once, and then one after the other as they become free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    most: u32,
    seconds: u32,
}

impl Rate {
    /// What is no setting: tries of a code that has eight digits.
    pub(super) const TEN_A_DAY: Self = Self {
        most: 10,
        seconds: 86_400,
    };

    /// Whether it is at most a `part`th of `whole`, at once and over time.
    pub fn is_small_part_of(self, whole: Self, part: u32) -> bool {
        let (own, all) = (
            u64::from(self.most) * u64::from(part),
            u64::from(whole.most),
        );
        own <= all && own * u64::from(whole.seconds) <= all * u64::from(self.seconds)
    }

    /// How many at once.
    pub fn most(self) -> u32 {
        self.most
    }

    /// In how many seconds they are free again.
    pub fn seconds(self) -> u32 {
        self.seconds
    }

    /// Takes one at `now` where everything taken before is free at `free_at`: when everything is
    /// free again, or how long to wait for one.
    pub fn take(
        self,
        free_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<DateTime<Utc>, TimeDelta> {
        let whole = TimeDelta::seconds(self.seconds.into());
        let each =
            TimeDelta::microseconds(i64::from(self.seconds) * 1_000_000 / i64::from(self.most));
        // What is later than that says nothing: the limit was another, or a clock ahead.
        let taken = free_at
            .map(|free_at| free_at - now)
            .filter(|taken| (TimeDelta::zero()..=whole + APART).contains(taken))
            .unwrap_or_default();
        let then = taken + each;
        if then <= whole {
            Ok(now + then)
        } else {
            Err(then - whole)
        }
    }
}

/// The text is no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be a number in a time, such as 30/min, 5/h or 3/15min, or off")]
pub struct NoRate;

impl FromStr for Rate {
    type Err = NoRate;

    fn from_str(text: &str) -> Result<Self, NoRate> {
        let (most, time) = text.split_once('/').ok_or(NoRate)?;
        let unit = time.trim_start_matches(|c: char| c.is_ascii_digit());
        let times = match time.strip_suffix(unit) {
            None | Some("") => 1,
            Some(times) => times.parse().map_err(|_| NoRate)?,
        };
        let unit: u32 = match unit {
            "s" => 1,
            "min" => 60,
            "h" => 3600,
            "d" => 86_400,
            _ => return Err(NoRate),
        };
        let most = most.parse().map_err(|_| NoRate)?;
        let seconds = unit.checked_mul(times).ok_or(NoRate)?;
        if (1..=1_000_000).contains(&most) && (1..=86_400).contains(&seconds) {
            Ok(Self { most, seconds })
        } else {
            Err(NoRate)
        }
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (time, unit) = match self.seconds {
            seconds if seconds % 86_400 == 0 => (seconds / 86_400, "d"),
            seconds if seconds % 3600 == 0 => (seconds / 3600, "h"),
            seconds if seconds % 60 == 0 => (seconds / 60, "min"),
            seconds => (seconds, "s"),
        };
        write!(f, "{}/", self.most)?;
        if time > 1 {
            write!(f, "{time}")?;
        }
        f.write_str(unit)
    }
}

/// A rate, or no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(pub Option<Rate>);

impl FromStr for Limit {
    type Err = NoRate;

    fn from_str(text: &str) -> Result<Self, NoRate> {
        if text == "off" {
            return Ok(Self(None));
        }
        text.parse().map(|rate| Self(Some(rate)))
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(rate) => rate.fmt(f),
            None => f.write_str("off"),
        }
    }
}
