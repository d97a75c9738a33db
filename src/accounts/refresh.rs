//! Rotation of refresh tokens, tolerant of a lost answer.
//!
//! A phone that never got the answer presents the same token again, for days if it has to. So a
//! token stays good until its successor has been redeemed: until then it yields the same successor,
//! and afterwards it can only be a copy, or a request that was under way beside the one.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::open_session::SessionTokens;
use super::refresh_token::RefreshToken;
use super::refusal::Refusal;
use super::{letters, store};
use crate::access;
use crate::access::sessions::{self, Family, Next};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::keys::MacKeys;
use crate::platform::limit::{Excess, Quota};
use crate::platform::mail;
use crate::platform::secret::{MacKey, same};

/// What a session makes of one of its refresh tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// The current one: its successor takes its place.
    Rotate,
    /// The one before, and the client may never have stored the current one: it gets it again.
    Repeat,
    /// The one before that, so soon that it was sent beside its successor: it brings nothing.
    Overtaken,
    /// Retired: there is a copy.
    Copied,
    /// From a later time than this database knows, as after a restored backup.
    Unknown,
}

/// How long a request may be under way while another of the same app redeems what the first brought.
const BESIDE: TimeDelta = TimeDelta::seconds(10);

impl Judgement {
    /// Judges `token`, presented at `now`, by what its live session knows.
    fn of(token: &RefreshToken, family: &Family, now: DateTime<Utc>) -> Self {
        let behind = family.generation.saturating_sub(token.generation());
        let since = now - DateTime::from(family.rotated_at);
        let hash = token.hash();
        let previous = family.previous_hash.as_deref().unwrap_or_default();
        if same(&hash, &family.current_hash) {
            Self::Rotate
        } else if token.generation() >= family.generation {
            Self::Unknown
        } else if behind == 1 && same(&hash, previous) {
            Self::Repeat
        } else if behind == 2 && since.abs() <= BESIDE {
            Self::Overtaken
        } else {
            Self::Copied
        }
    }
}

enum Outcome {
    Good(Box<SessionTokens>),
    Copied,
    Refused,
    TooOften(Excess),
}

/// Redeems a refresh token.
///
/// Fails with [`Refusal::InvalidGrant`]; when it comes too often, or the database is broken.
pub async fn refresh(app: &App, text: &str) -> HttpResult<SessionTokens> {
    let keys = app.keys.roots.refresh();
    let token = RefreshToken::read(&keys, text).ok_or(Refusal::InvalidGrant)?;
    let now = app.clock.now();
    let work = app.clone();
    let outcome = app
        .db
        .write(move |conn| redeem(conn, &work, &keys, &token, now))
        .await?;
    match outcome {
        Outcome::Good(opened) => Ok(*opened),
        Outcome::Refused => Err(Refusal::InvalidGrant.into()),
        Outcome::TooOften(exceeded) => Err(exceeded.into()),
        Outcome::Copied => {
            metrics::counter!("refresh_reuse_total").increment(1);
            alarm::sound(Alarm::RefreshReused);
            Err(Refusal::InvalidGrant.into())
        }
    }
}

fn redeem(
    conn: &mut Conn,
    app: &App,
    keys: &MacKeys,
    token: &RefreshToken,
    now: DateTime<Utc>,
) -> DbResult<Outcome> {
    let quota = Quota::Refresh(token.session());
    if let Err(exceeded) = app.limits.take_in(conn, &[quota], now)? {
        return Ok(Outcome::TooOften(exceeded));
    }
    loop {
        let Some(family) = sessions::find_family(conn, token.session(), now)? else {
            return Ok(Outcome::Refused);
        };
        match Judgement::of(token, &family, now) {
            Judgement::Unknown | Judgement::Overtaken => return Ok(Outcome::Refused),
            Judgement::Copied => {
                end_copied(conn, app, &family, now)?;
                return Ok(Outcome::Copied);
            }
            Judgement::Repeat => {
                // The key that made it the first time makes the same again.
                let Some(key) = keys.of_version(family.root) else {
                    return Ok(Outcome::Refused);
                };
                let opened = hand_out(conn, app, &token.successor(key), key, &family)?;
                return Ok(Outcome::Good(Box::new(opened)));
            }
            Judgement::Rotate => {
                let (key, root) = (keys.current(), keys.version());
                let successor = token.successor(key);
                let next = Next {
                    hash: successor.hash(),
                    root,
                };
                let opened = hand_out(conn, app, &successor, key, &family)?;
                let idle = sessions::idles_after(opened.account.person.role);
                // Another request with the same token may be first: then look again.
                if sessions::rotate(conn, &family, &next, idle, now)? {
                    return Ok(Outcome::Good(Box::new(opened)));
                }
            }
        }
    }
}

/// Hands `next` to its owner, as `key` makes it.
fn hand_out(
    conn: &mut Conn,
    app: &App,
    next: &RefreshToken,
    key: &MacKey,
    family: &Family,
) -> DbResult<SessionTokens> {
    Ok(SessionTokens {
        session: family.session,
        refresh_token: next.write(key),
        assurance: family.assurance()?,
        authenticated_at: family.authenticated_at.into(),
        account: store::get(conn, &app.vault, family.account)?,
        patient: access::patient_of(conn, family.account)?,
    })
}

/// Ends the session, for its owner and for the holder of the copy: one cannot tell which of them asks.
fn end_copied(conn: &mut Conn, app: &App, family: &Family, now: DateTime<Utc>) -> DbResult<()> {
    let Family {
        account, session, ..
    } = *family;
    sessions::end(conn, account, session, now)?;
    let owner = store::get(conn, &app.vault, account)?;
    let letter = letters::key_used_twice(&owner.person.recipient());
    mail::enqueue(conn, &app.vault, now, &letter)?;
    let (who, detail) = (Some(session), json!({}));
    audit::record_for(conn, account, who, now, Action::RefreshReused, &detail)
}
