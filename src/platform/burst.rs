//! Whether something happens so often that an operator should look.

use std::convert::Infallible;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::recently::Recently;

/// So many are remembered at once; who was quiet the longest gives way.
const REMEMBERED: usize = 10_000;

/// Counts by caller, in this process alone: an alarm is not a limit.
pub struct Burst {
    most: u32,
    within: TimeDelta,
    seen: Recently<Uuid, (DateTime<Utc>, u32)>,
}

impl Burst {
    /// One that is reached by `most` times `within` so long.
    pub fn of(most: u32, within: TimeDelta) -> Self {
        Self {
            most,
            within,
            seen: Recently::of(REMEMBERED),
        }
    }

    /// Counts one by `who`, and says whether that reaches it: once in each stretch of time.
    pub fn is_reached_by(&self, who: Uuid, now: DateTime<Utc>) -> bool {
        let seen = self.seen.update(who, |before| {
            let (since, before) = match before {
                // They are counted beside the answers, and so not in their order.
                Some((since, count)) if (now - since).abs() < self.within => (since, count),
                _ => (now, 0),
            };
            Ok::<_, Infallible>((since, before.saturating_add(1)))
        });
        seen.is_ok_and(|(_, count)| count == self.most)
    }
}
