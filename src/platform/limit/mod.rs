//! How much of something one account, network, session, or everybody together may have.
//!
//! Two things are counted, in the database and so by all instances together:
//!
//! - [`Quota`]: what costs something each time, such as a mail. A refused one costs nothing.
//! - [`Guess`]: attempts to prove who one is. Every factor and every path of an account is counted
//!   together; after some failures each further one locks for longer.
//!
//! Both are to be committed before what they guard is looked at, so [`take`] and [`attempt`] write in
//! a transaction of their own. A session's requests are counted in memory, by [`Requests`].

mod exceeded;
mod guess;
mod name;
mod quota;
mod rate;
mod requests;
mod settings;
mod store;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::db::{Conn, Verdict};
use super::keys::Keys;

pub use exceeded::{Excess, Refusal};
pub use guess::{Guess, Place, Way, attempt, forgive, passed, right_so_far, was_nobodys};
pub use quota::{Quota, take};
pub use rate::{Limit, Rate};
pub use requests::Requests;
pub use settings::LimitSettings;
pub use store::RETENTION;

/// What is limited to how much.
pub struct Limits {
    settings: LimitSettings,
    keys: Arc<Keys>,
    /// What each session asks of this process.
    pub requests: Requests,
}

impl Limits {
    /// With the limits that `settings` name, counted under names that `keys` make.
    pub fn new(settings: &LimitSettings, keys: Arc<Keys>) -> Self {
        Self {
            settings: settings.clone(),
            keys,
            requests: Requests::new(settings.requests),
        }
    }

    /// Takes one of each of `quotas`, or none: for work that is committed whether or not it finds
    /// what it looks for. Everything else calls [`take`].
    pub fn take_in(
        &self,
        conn: &mut Conn,
        quotas: &[Quota<'_>],
        now: DateTime<Utc>,
    ) -> Verdict<(), Excess> {
        quota::take_in(conn, self, quotas, now)
    }

    /// Counts an attempt before it is looked at, as [`attempt`] does, in the transaction of work that
    /// is committed whether or not the attempt is right.
    pub fn attempt_in(
        &self,
        conn: &mut Conn,
        guess: &Guess,
        now: DateTime<Utc>,
    ) -> Verdict<(), Refusal> {
        guess::attempt_in(conn, self, guess, now)
    }
}
