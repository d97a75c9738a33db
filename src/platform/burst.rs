//! Whether something happens so often that an operator should look.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use lru::LruCache;
use uuid::Uuid;

/// So many are remembered at once; who was quiet the longest gives way.
const REMEMBERED: usize = 10_000;

/// Counts by caller, in this process alone: an alarm is not a limit.
pub struct Burst {
    most: u32,
    within: TimeDelta,
    seen: Mutex<LruCache<Uuid, (DateTime<Utc>, u32)>>,
}

impl Burst {
    /// One that is reached by `most` times `within` so long.
    pub fn of(most: u32, within: TimeDelta) -> Self {
        Self {
            most,
            within,
            seen: Mutex::new(LruCache::unbounded()),
        }
    }

    /// Counts one by `who`, and says whether that reaches it: once in each stretch of time.
    pub fn is_reached_by(&self, who: Uuid, now: DateTime<Utc>) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, before) = match seen.get(&who) {
            // They are counted beside the answers, and so not in their order.
            Some((since, count)) if (now - *since).abs() < self.within => (*since, *count),
            _ => (now, 0),
        };
        let count = before.saturating_add(1);
        seen.put(who, (since, count));
        if seen.len() > REMEMBERED {
            seen.pop_lru();
        }
        count == self.most
    }
}
