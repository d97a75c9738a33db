//! Removing what is kept in versions: out of sight, kept in the history.

use serde::Deserialize;

use super::open::own_author;
use super::put::may_change;
use super::response::current;
use super::{Refusal, Version, Versioned};
use crate::access::Access;
use crate::audit::{self, EventDraft};
use crate::platform::db::Conn;
use crate::platform::faults::Faults;
use crate::platform::http::etag::Precondition;
use crate::platform::http::{EdgeRefusal, HttpResult};
use crate::platform::text;

/// Removes what `key` names. What is removed already stays so: the answer may have been lost on its way
/// to a phone that asks again.
///
/// Fails when there is nothing, it is not the caller's to remove, or it has changed since they read it.
pub fn void<T: Versioned>(
    conn: &mut Conn,
    access: &Access<T::Right>,
    key: T::Key,
    reason: Option<String>,
    seen: &Precondition,
) -> HttpResult<()> {
    let there = T::current(conn, access, key)?.ok_or(EdgeRefusal::NotFound)?;
    if there.content.is_some() {
        may_change(access, &there)?;
    }
    if !matches!(seen, Precondition::Match(_)) {
        return Err(EdgeRefusal::PreconditionRequired.into());
    }
    let Some(last) = &there.content else {
        return Ok(());
    };
    if !seen.allows(&there.tag()) {
        return Err(Refusal::Stale(Some(Box::new(current(access.patient(), &there)))).into());
    }
    let removal = Version {
        key,
        kind: there.kind,
        revision: there.revision + 1,
        shown_revision: there.shown_revision + 1,
        content: None,
        change_reason: reason,
        shows_words: access.shows_words(),
        recorded_at: access.at(),
        author: own_author(access)?,
    };
    let change = audit::next_change(conn, access)?;
    let [.., voided] = T::actions(there.kind);
    let event = EventDraft::new(change, voided, &T::detail(&removal));
    Ok(T::replace(conn, access, &removal, last, event)?)
}

/// The longest reason, in characters.
pub const REASON: usize = 500;

/// Why something is removed.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoidRequest {
    /// At most 500 characters.
    #[schema(max_length = 500, example = "entered in the wrong week")]
    reason: Option<String>,
}

impl VoidRequest {
    /// The reason, checked; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<Option<String>, Faults> {
        let reason = text::lines(&mut faults, "/reason", self.reason, REASON);
        faults.or(reason)
    }
}
