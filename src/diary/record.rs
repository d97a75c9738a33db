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

/// What to do with a rating that somebody sent for a week.
#[derive(Debug, PartialEq, Eq)]
enum Decision {
    /// Keep it as this revision: 1, or the next one after a removal.
    Create(i32),
    /// The same is there already: sending twice is harmless.
    Nothing,
    /// It replaces the current version; keep it as this revision.
    Revise(i32),
}

/// What became of a rating that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// The week had no entry.
    New,
    /// The same was there already.
    AsBefore,
    /// It took the place of an earlier version.
    Revised,
}

/// Records what was sent for `week`.
///
/// Fails as the table of the contract says, with the current version where there is one.
pub fn record(
    conn: &mut Conn,
    access: &Access<Write>,
    week: Week,
    mut sent: Sent,
    seen: &Precondition,
) -> HttpResult<(Recorded, Entry)> {
    let current = store::current(conn, access, week)?;
    if !access.shows_words() && sent.content.note.is_none() {
        // Whoever is not shown the note did not mean to take it away.
        let before = current.as_ref().and_then(|entry| entry.content.as_ref());
        sent.content.note = before.and_then(|content| content.note.clone());
    }
    let decision = decide(access, current.as_ref(), &sent.content, seen)?;
    if let Decision::Create(_) = decision {
        not_before_diagnosis(conn, access, &sent.content)?;
    }
    let (revision, action) = match (decision, current) {
        (Decision::Nothing, Some(entry)) => return Ok((Recorded::AsBefore, entry)),
        (Decision::Nothing, None) => (1, Action::EntryRecorded),
        (Decision::Create(revision), _) => (revision, Action::EntryRecorded),
        (Decision::Revise(revision), _) => (revision, Action::EntryRevised),
    };
    if revision > audit::MOST_VERSIONS {
        return Err(Refusal::TooManyVersions.into());
    }
    let entry = Entry {
        week,
        revision,
        content: Some(sent.content),
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
    let recorded = match action {
        Action::EntryRevised => Recorded::Revised,
        _ => Recorded::New,
    };
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

/// Decides by what is there, what is sent and what the sender says they have seen.
fn decide(
    access: &Access<Write>,
    current: Option<&Entry>,
    sent: &Content,
    seen: &Precondition,
) -> Result<Decision, Refusal> {
    let Some((entry, content)) = current.and_then(|entry| Some((entry, entry.content.as_ref()?)))
    else {
        let revision = current.map_or(1, |removed| removed.revision + 1);
        return match seen {
            Precondition::None | Precondition::Absent => Ok(Decision::Create(revision)),
            Precondition::Match(_) => Err(Refusal::Stale(None)),
        };
    };
    if content == sent {
        return Ok(Decision::Nothing);
    }
    let taken = || Box::new((access.patient(), entry.clone()));
    match seen {
        Precondition::None => Err(Refusal::WeekTaken(taken())),
        Precondition::Match(_) if seen.allows(entry.revision) => {
            may_change(access, entry)?;
            Ok(Decision::Revise(entry.revision + 1))
        }
        Precondition::Match(_) | Precondition::Absent => Err(Refusal::Stale(Some(taken()))),
    }
}

/// What the patient recorded, only the patient changes or removes, or who acts for them.
pub(super) fn may_change(access: &Access<Write>, entry: &Entry) -> Result<(), Refusal> {
    if access.standing().acts() || entry.author.relation != Relation::Oneself {
        Ok(())
    } else {
        Err(Refusal::RecordedByPatient)
    }
}
