//! Removing a week: out of the diary and every trend, kept in the history.

use super::model::Entry;
use super::record::{audited, author, may_change};
use super::refusal::Refusal;
use super::store;
use crate::access::{Access, Write};
use crate::audit::{self, Action};
use crate::clinical::Week;
use crate::platform::db::Conn;
use crate::platform::http::etag::Precondition;
use crate::platform::http::{HttpResult, Refused};

/// Removes the entry of `week`. A week that is removed already stays so: the answer may have been
/// lost on its way to a phone that asks again.
///
/// Fails when there is none, it is not the caller's to remove, or it has changed since they read it.
pub fn void(
    conn: &mut Conn,
    access: &Access<Write>,
    week: Week,
    reason: Option<String>,
    seen: &Precondition,
) -> HttpResult<()> {
    let current = store::current(conn, access, week)?.ok_or(Refused::NotFound)?;
    let is_removed = current.content.is_none();
    if !is_removed {
        may_change(access, &current)?;
    }
    if !matches!(seen, Precondition::Match(_)) {
        return Err(Refused::PreconditionRequired.into());
    }
    if is_removed {
        return Ok(());
    }
    if !seen.allows(current.revision) {
        return Err(Refusal::Stale(Some(Box::new((access.patient(), current)))).into());
    }
    let removal = Entry {
        week,
        revision: current.revision + 1,
        content: None,
        instrument: current.instrument,
        change_reason: reason,
        shows_words: access.shows_words(),
        recorded_at: access.at(),
        author: author(conn, access)?,
    };
    let change = audit::next_change(conn, access)?;
    store::replace(conn, access, &removal, change)?;
    audit::record(
        conn,
        access,
        change,
        Action::EntryVoided,
        &audited(&removal),
    )?;
    Ok(())
}
