//! What changed in the diaries that an account may open since it last asked, page by page.

use super::Refusal;
use super::cursor::{MOST_DIARIES, Question};
use super::diary_changes::{go_on, view};
use super::model::{Change, Feed, Position, Positions};
use crate::access::{self, Access, AccessError, Caller, Denial, Summary};
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::ids::PatientId;

/// The answer to most questions: nothing, where each diary that the reader knows stands still, and there is no other. It needs no
/// snapshot: a diary's end is read at once, whatever moved before or after it.
///
/// Fails as [`of_all`] and [`of_one`] do.
pub fn at_rest(
    conn: &mut Conn,
    caller: &Caller,
    question: &Question,
    since: Option<&str>,
) -> HttpResult<Option<Feed>> {
    let known = question.open(since)?;
    if known.is_empty() {
        return Ok(None);
    }
    let diaries = if let Some(patient) = question.of {
        // A former member is told something.
        let access = access::to_patient::<Summary>(conn, caller, patient);
        access.into_iter().collect()
    } else {
        let who = access::to_account(conn, caller)?;
        access::heads_of(conn, &who)?
    };
    let stands = |access| {
        let since = known.get(&Access::patient(access));
        since.is_some_and(|since| stands_still(access, *since))
    };
    let is_at_rest = diaries.len() == known.len() && diaries.iter().all(stands);
    Ok(is_at_rest.then(|| Feed {
        positions: known,
        ..Feed::default()
    }))
}

/// What changed in every diary that the caller may open, at most `limit` changes and what was lost: all of one snapshot.
///
/// Fails when there are more diaries than a cursor has room for, or the cursor is not good any more.
pub fn of_all(
    conn: &mut Conn,
    caller: &Caller,
    question: &Question,
    since: Option<&str>,
    limit: usize,
) -> HttpResult<Feed> {
    let who = access::to_account(conn, caller)?;
    let known = question.open(since)?;
    let diaries = access::heads_of(conn, &who)?;
    if diaries.len() > MOST_DIARIES {
        return Err(Refusal::TooManyDiaries.into());
    }
    let mut feed = Feed::default();
    let is_open = |patient: PatientId| diaries.iter().any(|head| head.patient() == patient);
    let lost = known.keys().copied().filter(|patient| !is_open(*patient));
    feed.changes.extend(lost.map(Change::purge));
    for head in &diaries {
        let patient = head.patient();
        let since = known.get(&patient).copied();
        if let Some(since) = since.filter(|since| stands_still(head, *since)) {
            feed.positions.insert(patient, since);
            continue;
        }
        refuse_the_future(question, head, since)?;
        let room = limit.saturating_sub(feed.changes.len());
        if room == 0 {
            feed.more = true;
            feed.positions.extend(since.map(|since| (patient, since)));
            continue;
        }
        // As a request for this one diary is let in, with what opens it.
        let access = access::to_patient::<Summary>(conn, caller, patient)?;
        go_on(conn, &access, since, room, &mut feed)?;
    }
    Ok(feed)
}

/// The same of one diary. A reader who was let into it once, and is not any more, is told so.
///
/// Fails with what the policy denies to those who never were.
pub fn of_one(
    conn: &mut Conn,
    caller: &Caller,
    question: &Question,
    patient: PatientId,
    (since, limit): (Option<&str>, usize),
) -> HttpResult<Feed> {
    let access = match access::to_patient::<Summary>(conn, caller, patient) {
        Ok(access) => access,
        // One who administers a clinic of the patient knows of the diary, and may have been in its circle all the same.
        Err(AccessError::By(Denial::Invisible | Denial::SiteRole))
            if was_there(question, since) =>
        {
            return Ok(Feed {
                changes: vec![Change::purge(patient)],
                ..Feed::default()
            });
        }
        Err(denied) => return Err(denied.into()),
    };
    let known = question.open(since)?;
    let since = known.get(&patient).copied();
    let mut feed = Feed::default();
    if let Some(since) = since.filter(|since| stands_still(&access, *since)) {
        feed.positions = Positions::from([(patient, since)]);
        return Ok(feed);
    }
    refuse_the_future(question, &access, since)?;
    go_on(conn, &access, since, limit, &mut feed)?;
    Ok(feed)
}

/// Only a cursor that was made for the caller, of this diary, says that they were let into it.
fn was_there(question: &Question, since: Option<&str>) -> bool {
    question.open(since).is_ok_and(|known| !known.is_empty())
}

/// Whether nothing was changed, and nothing is shown otherwise, since the reader stood there.
fn stands_still<R>(access: &Access<R>, since: Position) -> bool {
    since.view == view(access)
        && since.place.is_whole()
        && since.place.number == access.last_change()
}

/// A diary that has had fewer changes than its reader was told of is not the one that they know: a backup was restored.
fn refuse_the_future<R>(
    question: &Question,
    access: &Access<R>,
    since: Option<Position>,
) -> HttpResult<()> {
    match since {
        Some(since) if since.place.number > access.last_change() => Err(question.begin_anew()),
        _ => Ok(()),
    }
}
