//! What each session asks of this process: counted in memory, so that an ordinary request costs the
//! database nothing more.

use chrono::{DateTime, Utc};

use super::{Excess, Limit};
use crate::platform::ids::SessionId;
use crate::platform::recently::Recently;

/// How many sessions are remembered; the one that was quiet the longest gives way. About 10 MB.
const REMEMBERED: usize = 100_000;

/// The requests of each session. Each instance counts its own.
pub struct Requests {
    limit: Limit,
    /// When everything that a session took is free again.
    sessions: Recently<SessionId, DateTime<Utc>>,
}

impl Requests {
    /// As many as `limit` allows.
    pub fn new(limit: Limit) -> Self {
        Self {
            limit,
            sessions: Recently::of(REMEMBERED),
        }
    }

    /// Takes one request for `session`.
    pub fn take(&self, session: SessionId, now: DateTime<Utc>) -> Result<(), Excess> {
        let Some(rate) = self.limit.0 else {
            return Ok(());
        };
        self.sessions.update(session, |free_at| {
            rate.take(free_at, now).map_err(|wait| Excess {
                name: "requests",
                most: rate.most(),
                seconds: rate.seconds(),
                wait,
            })
        })?;
        Ok(())
    }

    /// How many sessions are remembered.
    pub fn remembered(&self) -> usize {
        self.sessions.count()
    }
}
