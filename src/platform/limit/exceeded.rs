//! How a caller is told that there is no more for now.

use actix_web::http::header::{HeaderName, RETRY_AFTER};
use chrono::TimeDelta;

use crate::platform::http::{AsProblem, HttpError, Problem, refusals};

refusals! {
    /// Why an attempt, or a request, is not looked at.
    pub enum Refusal, told otherwise {
        /// There is no more for now; the headers say of what, and when there is.
        Excess(Excess) => 429 "quota_exceeded" "That was too often; try again after the time that Retry-After gives.",
        /// A password was tried so often that it opens nothing any more.
        Closed => 403 "password_closed" "Too many wrong passwords in a row: this password opens nothing any more. Choose a new one by mail.",
    }
}

/// There is no more of something for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excess {
    /// What it is called in the headers.
    pub name: &'static str,
    /// How many there are in `seconds`.
    pub most: u32,
    /// In how many seconds they are free again.
    pub seconds: u32,
    /// How long to wait for one.
    pub wait: TimeDelta,
}

impl Excess {
    /// Whole seconds to wait, at least one.
    fn wait_seconds(&self) -> i64 {
        (self.wait.num_milliseconds().saturating_add(999) / 1000).max(1)
    }
}

impl From<Excess> for Refusal {
    fn from(exceeded: Excess) -> Self {
        Self::Excess(exceeded)
    }
}

impl From<Excess> for HttpError {
    fn from(exceeded: Excess) -> Self {
        Refusal::Excess(exceeded).into()
    }
}

impl AsProblem for Refusal {
    /// The headers are those of draft-ietf-httpapi-ratelimit-headers-11.
    fn problem(&self) -> Problem {
        const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
        const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

        let problem = Problem::new(self.code());
        let Self::Excess(exceeded) = self else {
            return problem;
        };
        let Excess {
            name,
            most,
            seconds,
            ..
        } = exceeded;
        metrics::counter!("limit_exceeded_total", "limit" => *name).increment(1);
        let wait = exceeded.wait_seconds();
        problem
            .header(RETRY_AFTER, &wait.to_string())
            .header(POLICY, &format!("\"{name}\";q={most};w={seconds}"))
            .header(RATE_LIMIT, &format!("\"{name}\";r=0;t={wait}"))
    }
}
