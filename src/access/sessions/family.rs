//! The refresh tokens of one session: which of them is current, and its rotation.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use crate::access::Assurance;
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, SessionId};
use crate::schema::{accounts, sessions};

/// What a live session knows of its refresh tokens.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Family {
    /// Which session.
    pub session: SessionId,
    /// Whose.
    pub account: AccountId,
    /// The number of the current token.
    pub generation: i32,
    /// SHA-256 of its secret.
    pub current_hash: Vec<u8>,
    /// The version of the root key that made it.
    pub root: i16,
    /// SHA-256 of the secret before it.
    pub previous_hash: Option<Vec<u8>>,
    /// When the token before was first redeemed, or the session opened.
    pub rotated_at: At,
    assurance: i16,
    /// When they did.
    pub authenticated_at: At,
}

impl Family {
    /// How surely its person said who they are.
    pub fn assurance(&self) -> DbResult<Assurance> {
        let read = Assurance::from_code(self.assurance);
        read.ok_or_else(|| DbError::corrupt("session", self.session))
    }
}

/// The family of `session`, when that is alive.
pub fn find_family(
    conn: &mut Conn,
    session: SessionId,
    now: DateTime<Utc>,
) -> DbResult<Option<Family>> {
    Ok(sessions::table
        .inner_join(accounts::table)
        .filter(sessions::id.eq(session))
        .filter(live!(now))
        .select((
            sessions::id,
            sessions::account_id,
            sessions::generation,
            sessions::current_hash,
            sessions::root,
            sessions::previous_hash,
            sessions::last_seen_at,
            sessions::assurance,
            sessions::authenticated_at,
        ))
        .first(conn)
        .optional()?)
}

/// The token that follows the current one.
pub struct Next {
    /// SHA-256 of its secret.
    pub hash: [u8; 32],
    /// The version of the root key that makes it.
    pub root: i16,
}

/// Puts the `next` token in the place of the current one and lets the session live on for
/// `idle`. `false` when another request was first, and `family` is out of date.
pub fn rotate(
    conn: &mut Conn,
    family: &Family,
    next: &Next,
    idle: TimeDelta,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let rotated = diesel::update(sessions::table.find(family.session))
        .filter(sessions::generation.eq(family.generation))
        .filter(sessions::revoked_at.is_null())
        .set((
            sessions::generation.eq(family.generation.saturating_add(1)),
            sessions::current_hash.eq(&next.hash[..]),
            sessions::root.eq(next.root),
            sessions::previous_root.eq(family.root),
            sessions::previous_hash.eq(&family.current_hash),
            sessions::last_seen_at.eq(At::from(now)),
            sessions::idle_until.eq(At::from(now + idle)),
        ))
        .execute(conn)?;
    Ok(rotated == 1)
}

/// The sessions that would end with a root key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Staying {
    /// How many there are.
    pub sessions: i64,
    /// When the last of them ends by itself, if it is not used.
    pub until: DateTime<Utc>,
}

/// The live sessions whose client may hold a token of an older root key than `root`: the current one,
/// or the one before, because the current one may never have arrived.
pub fn still_of_older(conn: &mut Conn, root: i16, now: DateTime<Utc>) -> DbResult<Option<Staying>> {
    let before = sessions::previous_root.lt(root);
    let needs = sessions::root.lt(root).nullable().or(before);
    let theirs = sessions::table
        .inner_join(accounts::table)
        .filter(live!(now))
        .filter(needs);
    let last: Option<At> = theirs
        .order(sessions::idle_until.desc())
        .select(sessions::idle_until)
        .first(conn)
        .optional()?;
    let sessions = theirs.count().get_result(conn)?;
    Ok(last.map(|last| Staying {
        sessions,
        until: last.into(),
    }))
}
