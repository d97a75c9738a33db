//! What a `PUT` meets, and what comes of it: the table of the contract, for all that is kept in versions.

use super::open::own_author;
use super::response::current;
use super::{Draft, Outcome, Refusal, Version, Versioned};
use crate::access::{Access, Relation, Role};
use crate::audit::{self, EventDraft};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::http::etag::Precondition;

/// What to do with what was sent.
enum Decision<T: Versioned> {
    /// Nothing: it was recorded before, and this is the current version.
    Keep(Outcome, Version<T>),
    /// It takes the place of this version, if there is one.
    Write(Outcome, T, Option<Version<T>>),
}

/// Records what was sent.
///
/// Fails as the table of the contract says, with the current version where there is one.
pub fn put<T: Versioned<Around = ()>>(
    conn: &mut Conn,
    access: &Access<T::Right>,
    key: T::Key,
    draft: &Draft<T>,
    seen: &Precondition,
) -> HttpResult<(Outcome, Version<T>)> {
    let there = T::current(conn, access, key)?;
    put_onto(conn, access, key, (there, &()), draft, seen)
}

/// As [`put`], where `there` is the current version, and `around` what else the new one must fit.
pub fn put_onto<T: Versioned>(
    conn: &mut Conn,
    access: &Access<T::Right>,
    key: T::Key,
    (there, around): (Option<Version<T>>, &T::Around),
    draft: &Draft<T>,
    seen: &Precondition,
) -> HttpResult<(Outcome, Version<T>)> {
    draft.content.permit(access)?;
    let (recorded, content, before) = match decide(conn, access, there, draft, seen)? {
        Decision::Keep(recorded, version) => return Ok((recorded, version)),
        Decision::Write(recorded, content, before) => (recorded, content, before),
    };
    content.check(conn, access, around, before.as_ref())?;
    let revision = before.as_ref().map_or(1, |before| before.revision + 1);
    let words_only = is_but_words(before.as_ref(), &content);
    let shown_revision = before
        .as_ref()
        .map_or(1, |before| before.shown_revision + i32::from(!words_only));
    if revision > audit::MOST_VERSIONS {
        return Err(Refusal::TooManyVersions.into());
    }
    let [new, revised, _] = T::actions(content.kind());
    let action = if recorded == Outcome::New {
        new
    } else {
        revised
    };
    let mut version = Version {
        key,
        kind: content.kind(),
        revision,
        shown_revision,
        content: Some(content.clone()),
        change_reason: draft.change_reason.clone(),
        shows_words: access.shows_words(),
        recorded_at: access.at(),
        author: own_author(access)?,
    };
    let change = audit::next_change(conn, access)?;
    let event = EventDraft::new(change, action, &T::detail(&version));
    if revision > 1 {
        T::replace(conn, access, &version, &content, event)?;
    } else if !T::insert(conn, access, &version, event)? {
        return Err(T::taken(None).into());
    }
    if let Some(before) = before.filter(|_| words_only && !access.shows_words()) {
        version.told_as(before);
    }
    Ok((recorded, version))
}

/// Decides by what is there, what was sent, and which version its sender has seen.
fn decide<T: Versioned>(
    conn: &mut Conn,
    access: &Access<T::Right>,
    there: Option<Version<T>>,
    sent: &Draft<T>,
    seen: &Precondition,
) -> HttpResult<Decision<T>> {
    let Some(there) = there else {
        return match seen {
            Precondition::None | Precondition::Absent => {
                Ok(Decision::Write(Outcome::New, sent.content.clone(), None))
            }
            Precondition::Match(_) => Err(Refusal::Stale(None).into()),
        };
    };
    let content = meant(access, sent, there.content.as_ref());
    if is_said(&there, &content) {
        return Ok(Decision::Keep(Outcome::AsBefore, there));
    }
    let is_removed = there.content.is_none();
    let patient = access.patient();
    // Any version will do where one is there; a removal is followed by who has seen it.
    let has_seen = if is_removed {
        seen.names(&there.tag())
    } else {
        seen.allows(&there.tag())
    };
    match seen {
        Precondition::Match(_) if has_seen => {
            may_change(access, &there)?;
            let recorded = if is_removed {
                Outcome::New
            } else {
                Outcome::Revised
            };
            Ok(Decision::Write(recorded, content, Some(there)))
        }
        Precondition::None if is_removed => Err(T::removed(current(patient, &there)).into()),
        Precondition::None | Precondition::Absent
            if !is_removed && was_sent_before(conn, access, &there, sent)? =>
        {
            Ok(Decision::Keep(Outcome::Superseded, there))
        }
        Precondition::None => Err(T::taken(Some(current(patient, &there))).into()),
        Precondition::Match(_) | Precondition::Absent => {
            Err(Refusal::Stale(Some(Box::new(current(patient, &there)))).into())
        }
    }
}

/// What the sender means to stand there instead of `before`: a sender who is not shown the note, or not asked
/// for some part, did not mean to take it away.
fn meant<T: Versioned>(access: &Access<T::Right>, sent: &Draft<T>, before: Option<&T>) -> T {
    let mut content = sent.content.clone();
    if let (Some(keep), Some(before)) = (sent.keep, before) {
        keep(&mut content, before);
    }
    if !access.shows_words() && content.note().is_none() {
        *content.note() = before.and_then(|before| before.clone().note().take());
    }
    content
}

/// Whether `content` differs from what was said before in its words alone.
fn is_but_words<T: Versioned>(before: Option<&Version<T>>, content: &T) -> bool {
    let said = before.and_then(|before| before.content.as_ref());
    said.is_some_and(|said| said.without_words() == content.without_words())
}

fn is_said<T: Versioned>(version: &Version<T>, content: &T) -> bool {
    let said = version.content.as_ref();
    said.is_some_and(|said| said.says(content))
}

/// Whether the sender recorded the same as an earlier version.
fn was_sent_before<T: Versioned>(
    conn: &mut Conn,
    access: &Access<T::Right>,
    current: &Version<T>,
    sent: &Draft<T>,
) -> DbResult<bool> {
    if current.revision == 1 {
        return Ok(false);
    }
    access.demand_lock()?;
    let own = T::own_earlier(conn, access, current.key)?;
    let mut own = own.iter();
    Ok(own.any(|one| is_said(one, &meant(access, sent, one.content.as_ref()))))
}

/// The patient changes anything, as does who acts for them; other people nothing that the patient
/// recorded, and only clinicians what a clinician did.
pub fn may_change<T: Versioned>(
    access: &Access<T::Right>,
    current: &Version<T>,
) -> Result<(), Refusal> {
    if access.standing().acts() {
        Ok(())
    } else if current.author.relation == Relation::Oneself {
        Err(Refusal::RecordedByPatient)
    } else if current.author.role == Role::Clinician && access.who().role() != Role::Clinician {
        Err(Refusal::RecordedByClinician)
    } else {
        Ok(())
    }
}
