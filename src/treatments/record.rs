//! Recording something under the name that the client gave it: sent twice, it is there once.

use serde_json::json;

use super::model::{Content, Version};
use super::refusal::Refusal;
use super::shown::{self, Shown};
use super::store;
use crate::access::{Access, Treat};
use crate::audit;
use crate::diary::Author;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::ids::RecordId;

/// Records `content` as `id`; whether it is new. What is there already in the same words stays, in
/// its present version: the answer to the first sending may have been lost. `check` looks at what only
/// a new record must fit.
///
/// Fails when the id names something else, there are too many, or `check` refuses.
pub fn record<T: Content + Shown>(
    conn: &mut Conn,
    access: &Access<Treat>,
    id: RecordId,
    content: &T,
    check: impl FnOnce(&mut Conn, &Access<Treat>) -> HttpResult<()>,
) -> HttpResult<(bool, Version<T>)> {
    if let Some(current) = store::current(conn, access, id)? {
        return Ok((false, sent_again(conn, access, current, content)?));
    }
    check(conn, access)?;
    let of = content.treatment().filter(|_| T::OF_A_TREATMENT);
    if store::count::<T>(conn, access, of)? >= T::KEPT.most {
        return Err(Refusal::TooMany.into());
    }
    let version = Version {
        id,
        revision: 1,
        content: Some(content.clone()),
        change_reason: None,
        shows_words: access.shows_words(),
        recorded_at: access.at(),
        author: author(conn, access)?,
        role: access.who().role(),
    };
    let change = audit::next_change(conn, access)?;
    if !store::insert(conn, access, &version, content, change)? {
        return Err(Refusal::IdTaken(None).into());
    }
    let detail = json!({ "id": id, "revision": 1 });
    audit::record(conn, access, change, T::KEPT.recorded, &detail)?;
    Ok((true, version))
}

/// What is there, when it or its first version says the same as what was sent.
fn sent_again<T: Content + Shown>(
    conn: &mut Conn,
    access: &Access<Treat>,
    current: Version<T>,
    sent: &T,
) -> HttpResult<Version<T>> {
    let Some(content) = &current.content else {
        return Err(Refusal::IdTaken(None).into());
    };
    if content == sent {
        return Ok(current);
    }
    let first = store::first_version::<T>(conn, access, current.id)?;
    if first.is_some_and(|first| first.content.as_ref() == Some(sent)) {
        return Ok(current);
    }
    let current = shown::current(access.patient(), &current);
    Err(Refusal::IdTaken(Some(Box::new(current))).into())
}

/// Whoever asks, as the author of what is written now.
pub(super) fn author(conn: &mut Conn, access: &Access<Treat>) -> DbResult<Author> {
    Ok(Author {
        account: access.by(),
        display_name: store::own_name(conn, access)?,
        relation: access.standing().relation(),
    })
}
