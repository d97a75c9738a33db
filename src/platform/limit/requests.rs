//! What each session asks of this process: counted in memory, so that an ordinary request costs the
//! database nothing more.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use lru::LruCache;

use super::{Exceeded, Limit};
use crate::platform::ids::SessionId;

/// How many sessions are remembered; the one that was quiet the longest gives way. About 10 MB.
const REMEMBERED: usize = 100_000;

/// The requests of each session. Each instance counts its own.
pub struct Requests {
    limit: Limit,
    /// When everything that a session took is free again.
    sessions: Mutex<LruCache<SessionId, DateTime<Utc>>>,
}

impl Requests {
    /// As many as `limit` allows.
    pub fn new(limit: Limit) -> Self {
        // Bounded below: with a bound of its own it would take room for all of them at once.
        Self {
            limit,
            sessions: Mutex::new(LruCache::unbounded()),
        }
    }

    /// Takes one request for `session`.
    pub fn take(&self, session: SessionId, now: DateTime<Utc>) -> Result<(), Exceeded> {
        let Some(rate) = self.limit.0 else {
            return Ok(());
        };
        let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        let free_at = sessions.get(&session).copied();
        let free_at = rate.take(free_at, now).map_err(|wait| Exceeded {
            name: "requests",
            most: rate.most(),
            seconds: rate.seconds(),
            wait,
        })?;
        sessions.put(session, free_at);
        if sessions.len() > REMEMBERED {
            sessions.pop_lru();
        }
        Ok(())
    }

    /// How many sessions are remembered.
    pub fn remembered(&self) -> usize {
        let sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.len()
    }
}
