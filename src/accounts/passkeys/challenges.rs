//! The table `passkey_challenges`: what authenticators are asked to sign. Only hashes are kept, each of
//! a challenge and what it is good for.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use crate::platform::App;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::SessionId;
use crate::platform::secret::{sha256, to_text};
use crate::schema::passkey_challenges;

/// How long the touch may take.
pub const LASTS: TimeDelta = TimeDelta::minutes(5);

/// What a challenge is for: it is good for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A new passkey, wished for on this device.
    Enrol(SessionId),
    /// Signing in, by any caller.
    SignIn,
    /// Saying once more who one is, on this device.
    StepUp(SessionId),
}

impl Purpose {
    /// What is kept of a challenge: for another purpose, or on another device, it is another.
    fn hash(self, challenge: &[u8]) -> Vec<u8> {
        let (code, session) = match self {
            Self::Enrol(session) => (1, session.0.into_bytes()),
            Self::SignIn => (2, [0; 16]),
            Self::StepUp(session) => (3, session.0.into_bytes()),
        };
        sha256(&[&[code], session.as_slice(), challenge].concat()).to_vec()
    }
}

/// Makes a challenge, in the form in which it is sent.
pub fn add(conn: &mut Conn, app: &App, purpose: Purpose, now: DateTime<Utc>) -> DbResult<String> {
    let challenge = app.ids.secret::<32>();
    diesel::insert_into(passkey_challenges::table)
        .values((
            passkey_challenges::challenge_hash.eq(purpose.hash(&challenge)),
            passkey_challenges::expires_at.eq(At::from(now + LASTS)),
        ))
        .execute(conn)?;
    Ok(to_text(&challenge))
}

/// Uses `challenge` up; `false` when it is not ours for this purpose, or was answered before, or
/// is too old. In one statement, so that of any number of answers at the same time one counts.
pub fn use_up(
    conn: &mut Conn,
    purpose: Purpose,
    challenge: &[u8],
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let used = diesel::delete(passkey_challenges::table.find(purpose.hash(challenge)))
        .filter(passkey_challenges::expires_at.gt(At::from(now)))
        .execute(conn)?;
    Ok(used == 1)
}

/// Forgets those that were not answered before `now`.
pub fn purge(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    let late = passkey_challenges::expires_at.le(At::from(now));
    Ok(diesel::delete(passkey_challenges::table.filter(late)).execute(conn)?)
}
