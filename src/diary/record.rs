//! What a `PUT` of a week meets, and what comes of it: the table of the contract.

use super::model::{Author, Content, Entry};
use super::refusal::Refusal;
use super::sent::Sent;
use super::store;
use crate::access::{Access, Relation, Write};
use crate::accounts;
use crate::audit::{self, Action};
use crate::clinical::{INSTRUMENT_VERSION, Week};
use crate::platform::db::{Conn, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::HttpResult;
use crate::platform::http::etag::Precondition;

/// What to do with a rating that was sent for a week.
enum Decision {
    /// Nothing: it was recorded before, and this is the current version.
    Keep(Recorded, Entry),
    /// It becomes this revision of the week.
    Write(Recorded, i32),
}

/// What became of a rating that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// The week has no entry, or had none since its removal.
    New,
    /// The same is there already: sending twice is harmless.
    AsBefore,
    /// Its author sent the same before, and it was changed since: a copy that comes late.
    Superseded,
    /// It takes the place of an earlier version.
    Revised,
}

/// Records what was sent for `week`.
///
/// Fails as the table of the contract says, with the current version where there is one.
pub fn record(
    conn: &mut Conn,
    access: &Access<Write>,
    week: Week,
    sent: Sent,
    seen: &Precondition,
) -> HttpResult<(Recorded, Entry)> {
    let current = store::current(conn, access, week)?;
    let before = current.as_ref().and_then(|entry| entry.content.as_ref());
    let content = meant(access, &sent.content, before);
    let (recorded, revision) = match decide(conn, access, (current, &content), &sent, seen)? {
        Decision::Keep(recorded, entry) => return Ok((recorded, entry)),
        Decision::Write(recorded, revision) => (recorded, revision),
    };
    let action = if recorded == Recorded::New {
        not_before_diagnosis(conn, access, &content)?;
        Action::EntryRecorded
    } else {
        Action::EntryRevised
    };
    if revision > audit::MOST_VERSIONS {
        return Err(Refusal::TooManyVersions.into());
    }
    let entry = Entry {
        week,
        revision,
        content: Some(content),
        instrument: INSTRUMENT_VERSION.to_owned(),
        change_reason: sent.change_reason,
        shows_words: access.shows_words(),
        recorded_at: access.at(),
        author: author(conn, access)?,
    };
    let change = audit::next_change(conn, access)?;
    if revision == 1 {
        store::insert(conn, access, &entry, change)?;
    } else {
        store::replace(conn, access, &entry, change)?;
    }
    audit::record(conn, access, change, action, &audited(&entry))?;
    Ok((recorded, entry))
}

/// What the audit keeps of an entry: which version of which week, nothing of what it says.
pub(super) fn audited(entry: &Entry) -> serde_json::Value {
    serde_json::json!({ "week": entry.week, "revision": entry.revision })
}

/// A new week lies after the diagnosis, where its day is known: an earlier one is a slip of the
/// year. Weeks that are there already may be corrected.
fn not_before_diagnosis(
    conn: &mut Conn,
    access: &Access<Write>,
    content: &Content,
) -> HttpResult<()> {
    let diagnosed_on = accounts::diagnosed_on(conn, access)?;
    let mut faults = Faults::default();
    faults.require(
        diagnosed_on.is_none_or(|day| day <= content.assessed_on),
        "/assessed_on",
        "date_before_diagnosis",
        "The day of the rating is before the diagnosis.",
    );
    Ok(faults.or(())?)
}

/// Whoever asks, as the author of what is written now.
pub(super) fn author(conn: &mut Conn, access: &Access<Write>) -> DbResult<Author> {
    Ok(Author {
        account: access.by(),
        display_name: store::own_name(conn, access)?,
        relation: access.standing().relation(),
    })
}

/// What the sender means to stand there instead of `before`: who is not shown the note did not mean to
/// take it away.
fn meant(access: &Access<Write>, sent: &Content, before: Option<&Content>) -> Content {
    let mut content = sent.clone();
    if !access.shows_words() && content.note.is_none() {
        content.note = before.and_then(|content| content.note.clone());
    }
    content
}

/// Decides by what is there, what was sent, and which version its sender has seen.
fn decide(
    conn: &mut Conn,
    access: &Access<Write>,
    (current, content): (Option<Entry>, &Content),
    sent: &Sent,
    seen: &Precondition,
) -> HttpResult<Decision> {
    let Some(entry) = current else {
        return match seen {
            Precondition::None | Precondition::Absent => Ok(Decision::Write(Recorded::New, 1)),
            Precondition::Match(_) => Err(Refusal::Stale(None).into()),
        };
    };
    if entry.content.as_ref() == Some(content) {
        return Ok(Decision::Keep(Recorded::AsBefore, entry));
    }
    let is_removed = entry.content.is_none();
    let current = |entry| Box::new((access.patient(), entry));
    match seen {
        Precondition::Match(_) if seen.allows(entry.revision) => {
            may_change(access, &entry)?;
            let recorded = if is_removed {
                Recorded::New
            } else {
                Recorded::Revised
            };
            Ok(Decision::Write(recorded, entry.revision + 1))
        }
        Precondition::Match(_) => Err(Refusal::Stale(Some(current(entry))).into()),
        Precondition::Absent if is_removed => Err(Refusal::Stale(Some(current(entry))).into()),
        Precondition::None if is_removed => Err(Refusal::WeekRemoved(current(entry)).into()),
        _ if was_sent_before(conn, access, &entry, sent)? => {
            Ok(Decision::Keep(Recorded::Superseded, entry))
        }
        Precondition::Absent => Err(Refusal::Stale(Some(current(entry))).into()),
        Precondition::None => Err(Refusal::WeekTaken(current(entry)).into()),
    }
}

/// Whether the sender recorded the same as an earlier version of the week.
fn was_sent_before(
    conn: &mut Conn,
    access: &Access<Write>,
    current: &Entry,
    sent: &Sent,
) -> HttpResult<bool> {
    if current.revision == 1 {
        return Ok(false);
    }
    let own = store::own_earlier_versions(conn, access, current.week)?;
    let mut said = own.iter().filter_map(|version| version.content.as_ref());
    Ok(said.any(|said| meant(access, &sent.content, Some(said)) == *said))
}

/// What the patient recorded, only the patient changes or removes, or who acts for them.
pub(super) fn may_change(access: &Access<Write>, entry: &Entry) -> Result<(), Refusal> {
    if access.standing().acts() || entry.author.relation != Relation::Oneself {
        Ok(())
    } else {
        Err(Refusal::RecordedByPatient)
    }
}
