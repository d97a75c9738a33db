//! Correcting and removing a record: what it said before is kept.

use serde_json::json;

use super::model::{Content, Version};
use super::record::author;
use super::refusal::Refusal;
use super::shown::{self, Shown};
use super::store;
use crate::access::{Access, Relation, Role, Treat};
use crate::audit;
use crate::platform::db::Conn;
use crate::platform::http::etag::Precondition;
use crate::platform::http::{HttpResult, Refused};
use crate::platform::ids::RecordId;

/// Puts what `corrected` makes of it, with the reason, in the place of the current version; a
/// correction that changes nothing is none.
///
/// Fails when there is none, it is not the caller's to change, it has changed since they read it, or
/// `corrected` refuses.
pub fn change<T: Content + Shown>(
    conn: &mut Conn,
    access: &Access<Treat>,
    id: RecordId,
    seen: &Precondition,
    corrected: impl FnOnce(&mut Conn, &Access<Treat>, T) -> HttpResult<(T, Option<String>)>,
) -> HttpResult<Version<T>> {
    let current: Version<T> = store::current(conn, access, id)?.ok_or(Refused::NotFound)?;
    let before = current.content.clone().ok_or(Refused::NotFound)?;
    may_change(access, &current)?;
    demand(access, &current, seen)?;
    let (content, change_reason) = corrected(conn, access, before.clone())?;
    if content == before {
        return Ok(current);
    }
    if current.revision >= audit::MOST_VERSIONS {
        return Err(Refusal::TooManyVersions.into());
    }
    let version = Version {
        id,
        revision: current.revision + 1,
        content: Some(content),
        change_reason,
        shows_words: access.shows_words(),
        recorded_at: access.at(),
        author: author(conn, access)?,
        role: access.who().role(),
    };
    let next = audit::next_change(conn, access)?;
    store::replace(conn, access, &version, &before, next)?;
    let detail = json!({ "id": id, "revision": version.revision });
    audit::record(conn, access, next, T::KEPT.revised, &detail)?;
    Ok(version)
}

/// Removes a record of `treatment`, where it must be of one. What is removed already stays so: the
/// answer may have been lost.
pub fn void<T: Content + Shown>(
    conn: &mut Conn,
    access: &Access<Treat>,
    (treatment, id): (Option<RecordId>, RecordId),
    seen: &Precondition,
    reason: Option<String>,
) -> HttpResult<()> {
    let current: Version<T> = store::current(conn, access, id)?.ok_or(Refused::NotFound)?;
    let Some(before) = current.content.clone() else {
        return match seen {
            Precondition::Match(_) => Ok(()),
            Precondition::None | Precondition::Absent => Err(Refused::PreconditionRequired.into()),
        };
    };
    if treatment.is_some() && before.treatment() != treatment {
        return Err(Refused::NotFound.into());
    }
    may_change(access, &current)?;
    demand(access, &current, seen)?;
    let removal = Version {
        id,
        revision: current.revision + 1,
        content: None,
        change_reason: reason,
        shows_words: access.shows_words(),
        recorded_at: access.at(),
        author: author(conn, access)?,
        role: access.who().role(),
    };
    let next = audit::next_change(conn, access)?;
    store::replace(conn, access, &removal, &before, next)?;
    let detail = json!({ "id": id, "revision": removal.revision });
    audit::record(conn, access, next, T::KEPT.voided, &detail)?;
    Ok(())
}

/// The patient changes anything, as does who acts for them; nobody else what the patient recorded,
/// and only clinicians what a clinician did.
fn may_change<T>(access: &Access<Treat>, current: &Version<T>) -> Result<(), Refusal> {
    if access.standing().acts() {
        Ok(())
    } else if current.author.relation == Relation::Oneself {
        Err(Refusal::RecordedByPatient)
    } else if current.role == Role::Clinician && access.who().role() != Role::Clinician {
        Err(Refusal::RecordedByClinician)
    } else {
        Ok(())
    }
}

fn demand<T: Content + Shown>(
    access: &Access<Treat>,
    current: &Version<T>,
    seen: &Precondition,
) -> HttpResult<()> {
    match seen {
        Precondition::Match(_) if seen.allows(current.revision) => Ok(()),
        Precondition::Match(_) => {
            Err(Refusal::Stale(Box::new(shown::current(access.patient(), current))).into())
        }
        Precondition::None | Precondition::Absent => Err(Refused::PreconditionRequired.into()),
    }
}
