//! Attempts to prove who one is, counted before they are looked at.
//!
//! Each attempt counts as a failure, for the account and for the place it comes from, until it has
//! succeeded: so any number at the same time are as many as one after the other. Success forgives
//! what failed from the same place, and not the failures of others (NIST SP 800-63B-4, 3.2.2).
//!
//! An account without failures may fail ten times (`ALSFRS_LIMIT_GUESSES`); each failure more locks
//! for twice as long, from one second to fifteen minutes, until a day was quiet. Attempts while it is
//! locked are not looked at, whether right or wrong, and change nothing.
//!
//! **A person is not locked out by what others do elsewhere** where they have more than a password: a
//! device that is signed in, a passkey and a mailed code are locked by failures from their own
//! place only, though they are counted with all others.

use chrono::{DateTime, TimeDelta, Utc};

use super::name::Name;
use super::store::Failures;
use super::{Excess, Limits, Refusal, store};
use crate::platform::App;
use crate::platform::clock::APART;
use crate::platform::db::{Conn, DbResult, Verdict};
use crate::platform::http::{HttpError, HttpResult, Network};
use crate::platform::ids::SessionId;

/// In what way a person proves who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A password.
    Password,
    /// A code that changes every half minute.
    OneTimeCode,
    /// One of the codes that were written down.
    RecoveryCode,
    /// A passkey, which cannot be guessed.
    Passkey,
    /// A code or link that went to the account's address.
    MailedCode,
}

/// From where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// From outside.
    Network(Network),
    /// On a device that is signed in, as for a change of password.
    Session(SessionId),
}

/// An attempt of a person to prove who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    way: Way,
    account: Name,
    here: Name,
    /// Whether failures from elsewhere lock it.
    locked_by_others: bool,
}

impl Limits {
    /// An attempt from `place`, in some `way`, to be the owner of this `address`: in the form in which
    /// addresses are compared, and whether or not it has an account.
    pub fn guess(&self, way: Way, address: &str, place: Place) -> Guess {
        let (address, keys) = (address.as_bytes(), self.keys.roots.limit());
        let here = match &place {
            Place::Network(network) => Name::new(&keys, &[b"from", address, network.bytes()]),
            Place::Session(session) => Name::new(&keys, &[b"on", address, session.0.as_bytes()]),
        };
        let guessable = match way {
            Way::Password | Way::OneTimeCode | Way::RecoveryCode => true,
            Way::Passkey | Way::MailedCode => false,
        };
        Guess {
            way,
            account: Name::new(&keys, &[b"account", address]),
            here,
            locked_by_others: guessable && matches!(place, Place::Network(_)),
        }
    }
}

const LONGEST_LOCK: TimeDelta = TimeDelta::minutes(15);
const QUIET: TimeDelta = TimeDelta::days(1);

/// What the free attempts are spread over in the headers.
const WINDOW_SECONDS: u32 = 900;

impl Failures {
    fn one_more(self, free: u16, now: DateTime<Utc>) -> Self {
        let quiet = self.last_at + QUIET < now;
        let recent = if quiet {
            1
        } else {
            self.recent.saturating_add(1)
        };
        Self {
            recent,
            total: self.total.saturating_add(1),
            last_at: now,
            locked_until: lock(recent, free).map(|lock| now + lock),
        }
    }

    /// Without `forgiven`; what they locked is open again.
    fn less(self, forgiven: Self) -> Self {
        Self {
            recent: self.recent.saturating_sub(forgiven.recent).max(0),
            total: self.total.saturating_sub(forgiven.total).max(0),
            locked_until: None,
            ..self
        }
    }

    fn locked_for(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let until = self.locked_until?;
        // A failure of a time that has not come was counted by a clock that was ahead.
        (until > now && self.last_at <= now + APART).then(|| until - now)
    }
}

/// How long the `recent`th failure locks.
fn lock(recent: i32, free: u16) -> Option<TimeDelta> {
    let beyond = u32::try_from(recent.checked_sub(free.into())?.checked_sub(1)?).ok()?;
    let seconds = 1_i64.checked_shl(beyond.min(20)).unwrap_or(i64::MAX);
    Some(TimeDelta::seconds(seconds).min(LONGEST_LOCK))
}

/// Counts an attempt, before it is looked at.
///
/// Then say how it went in the transaction that acts on it: [`passed`], or [`right_so_far`] where
/// another factor follows. A failure needs nothing: it is counted.
///
/// Fails with 429 while it is locked, 403 where a password opens nothing any more, or a broken database.
pub async fn attempt(app: &App, guess: Guess) -> HttpResult<()> {
    let limits = std::sync::Arc::clone(&app.limits);
    let now = app.clock.now();
    app.db
        .write(move |conn| Ok::<_, HttpError>(attempt_in(conn, &limits, &guess, now)??))
        .await
}

/// As [`Limits::attempt_in`] says.
pub(super) fn attempt_in(
    conn: &mut Conn,
    limits: &Limits,
    guess: &Guess,
    now: DateTime<Utc>,
) -> Verdict<(), Refusal> {
    let settings = &limits.settings;
    let account = store::lock_guesses(conn, &guess.account, now)?;
    let here = store::lock_guesses(conn, &guess.here, now)?;
    let judged = if guess.locked_by_others {
        account
    } else {
        here
    };
    if let Some(wait) = judged.locked_for(now) {
        return Ok(Err(Refusal::Excess(Excess {
            name: "guesses",
            most: settings.guesses.into(),
            seconds: WINDOW_SECONDS,
            wait,
        })));
    }
    if guess.way == Way::Password
        && guess.locked_by_others
        && account.total >= i32::from(settings.failures)
    {
        return Ok(Err(Refusal::Closed));
    }
    let count = |failures: Failures| failures.one_more(settings.guesses, now);
    store::set_guesses(conn, &guess.account, count(account))?;
    store::set_guesses(conn, &guess.here, count(here))?;
    Ok(Ok(()))
}

/// Forgives what failed in the same place before: it is them.
pub fn passed(conn: &mut Conn, guess: &Guess, now: DateTime<Utc>) -> DbResult<()> {
    let account = store::lock_guesses(conn, &guess.account, now)?;
    let here = store::lock_guesses(conn, &guess.here, now)?;
    let left = account.less(here);
    if left.total == 0 {
        store::forget_guesses(conn, &guess.account)?;
    } else {
        store::set_guesses(conn, &guess.account, left)?;
    }
    store::forget_guesses(conn, &guess.here)
}

/// Takes this one attempt back: it was right, but another factor is still to come, and a caller who has
/// the one must not get more attempts at the other for it.
pub fn right_so_far(conn: &mut Conn, guess: &Guess, now: DateTime<Utc>) -> DbResult<()> {
    for key in [&guess.account, &guess.here] {
        let failures = store::lock_guesses(conn, key, now)?;
        let one = Failures {
            recent: 1,
            total: 1,
            ..failures
        };
        store::set_guesses(conn, key, failures.less(one))?;
    }
    Ok(())
}

/// Keeps the count of an attempt at an address that no account has: what is written takes as long as
/// the event of one that an account has, and nothing more is kept.
pub fn was_nobodys(conn: &mut Conn, guess: &Guess, now: DateTime<Utc>) -> DbResult<()> {
    let failures = store::lock_guesses(conn, &guess.here, now)?;
    store::set_guesses(conn, &guess.here, failures)
}

/// Forgives everything that failed for the account: its owner has a new password, by mail.
pub fn forgive(conn: &mut Conn, guess: &Guess) -> DbResult<()> {
    store::forget_guesses(conn, &guess.account)?;
    store::forget_guesses(conn, &guess.here)
}
