//! Reads of a record by others than its patient: written down once for each reader, record, kind and hour.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use diesel::dsl::max;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::Action;
use super::store::{self, Event};
use crate::access::{self, Access, Caller, Noted, PatientKey, Right};
use crate::platform::App;
use crate::platform::db::{At, Conn, DbResult, Json, on_each};
use crate::platform::http::HttpResult;
use crate::platform::ids::PatientId;
use crate::schema::audit_events;

/// Reads from the record of `patient`, and writes down who did `what` before anything is handed out.
///
/// The patient's own reads are not written down and cost nothing more. Another reader's cost one write
/// an hour: this process remembers what it wrote, and asks the database when it does not.
///
/// Fails with what the policy denies or `work` refuses, or a broken database: what cannot be written down is
/// not handed out.
pub async fn reading<R: Right + Send + 'static, T: Send + 'static>(
    app: &App,
    caller: Caller,
    patient: PatientId,
    what: Action,
    mut work: impl FnMut(&mut Conn, &Access<R>) -> HttpResult<T> + Send + 'static,
) -> HttpResult<T> {
    let asking = caller.clone();
    let (found, own) = app
        .db
        .read(move |conn| looking(conn, &asking, patient, &mut work))
        .await?;
    noted(app, caller, patient, what, own).await?;
    Ok(found)
}

/// As [`reading`], unless `known` has the answer already.
pub async fn reading_unless_known<R: Right + Send + 'static, T: Send + 'static>(
    app: &App,
    caller: Caller,
    patient: PatientId,
    what: Action,
    mut known: impl FnMut(&mut Conn, &Access<R>) -> DbResult<Option<T>> + Send + 'static,
    mut work: impl FnMut(&mut Conn, &Access<R>) -> HttpResult<T> + Send + 'static,
) -> HttpResult<T> {
    let (asking, reading) = (caller.clone(), caller.clone());
    let (found, own) = app
        .db
        .ask_or_read(
            move |conn| {
                let (found, own) = looking(conn, &asking, patient, |conn, access| {
                    Ok(known(conn, access)?)
                })?;
                Ok(found.map(|found| (found, own)))
            },
            move |conn| looking(conn, &reading, patient, &mut work),
        )
        .await?;
    noted(app, caller, patient, what, own).await?;
    Ok(found)
}

/// What `work` finds, and whether the patient themselves looks.
fn looking<R: Right, T>(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
    mut work: impl FnMut(&mut Conn, &Access<R>) -> HttpResult<T>,
) -> HttpResult<(T, bool)> {
    let access = access::to_patient::<R>(conn, caller, patient)?;
    Ok((work(conn, &access)?, access.standing().is_patient()))
}

/// Writes down that a caller read who is not the patient, unless that was done within the hour.
pub async fn noted(
    app: &App,
    caller: Caller,
    patient: PatientId,
    what: Action,
    own: bool,
) -> HttpResult<()> {
    if own {
        return Ok(());
    }
    let hour = hour_of(caller.at());
    let noted = (caller.account().0, patient.0, what.name(), hour.timestamp());
    if app.noted.get(&noted).is_none() {
        access::changing::<Noted, _>(&app.db, caller, patient, move |conn, access| {
            Ok(note(conn, access, what, hour)?)
        })
        .await?;
        app.noted.put(noted, ());
    }
    Ok(())
}

/// The full hour before `instant`.
pub(super) fn hour_of(instant: DateTime<Utc>) -> DateTime<Utc> {
    instant
        .duration_trunc(TimeDelta::hours(1))
        .unwrap_or(instant)
}

fn note(
    conn: &mut Conn,
    access: &Access<Noted>,
    what: Action,
    hour: DateTime<Utc>,
) -> DbResult<()> {
    let key = access.key().0;
    let earlier = audit_events::table
        .filter(audit_events::patient_key.eq(key))
        .filter(audit_events::actor.eq(access.by()))
        .filter(audit_events::action.eq(what.name()))
        .filter(audit_events::at.ge(At::from(hour)))
        .select(audit_events::key);
    let earlier: Option<i64> = on_each!(conn, |c| earlier.first(c)).optional()?;
    if earlier.is_some() {
        return Ok(());
    }
    handed_out(conn, access, what, &serde_json::json!({}))
}

/// Writes down that the holder of a link opened it, unless that was done `within` so long.
pub fn note_opening<R>(
    conn: &mut Conn,
    access: &Access<R>,
    what: Action,
    detail: &Value,
    within: TimeDelta,
) -> DbResult<()> {
    let earlier = audit_events::table
        .filter(audit_events::patient_key.eq(access.key().0))
        .filter(audit_events::action.eq(what.name()))
        .filter(audit_events::at.gt(At::from(access.at() - within)))
        .select(audit_events::detail);
    let earlier: Vec<Json> = on_each!(conn, |c| earlier.load(c))?;
    if earlier.iter().any(|noted| noted.value() == detail) {
        return Ok(());
    }
    handed_out(conn, access, what, detail)
}

/// Writes down what was handed out of the record; `detail` as for a change. Takes the patient's row lock.
pub fn handed_out<R>(
    conn: &mut Conn,
    access: &Access<R>,
    what: Action,
    detail: &impl Serialize,
) -> DbResult<()> {
    let slot = store::next_in_record(conn, access.key())?;
    let event = Event {
        who: access.into(),
        action: what,
        change_no: None,
        detail: Json::new(detail),
    };
    store::insert(conn, Some(slot), event, &[])
}

/// The names of the weeks in these diaries that others recorded since the caller last read trend or entries, by
/// what is written down of it, in two questions; some may have been removed since.
pub fn weeks_since_last_read<R: Right>(
    conn: &mut Conn,
    diaries: &[Access<R>],
) -> DbResult<HashMap<PatientKey, HashSet<String>>> {
    let Some(by) = diaries.first().map(Access::by) else {
        return Ok(HashMap::new());
    };
    let keys: Vec<i64> = diaries.iter().map(|access| access.key().0).collect();
    let reads = [Action::TrendRead.name(), Action::EntriesRead.name()];
    let last: Vec<(Option<i64>, Option<i64>)> = audit_events::table
        .filter(audit_events::patient_key.eq_any(&keys))
        .filter(audit_events::actor.eq(by))
        .filter(audit_events::action.eq_any(reads))
        .group_by(audit_events::patient_key)
        .select((audit_events::patient_key, max(audit_events::seq)))
        .load(conn)?;
    let last: HashMap<_, _> = last.into_iter().collect();
    let mut recorded = audit_events::table
        .select((
            audit_events::patient_key.assume_not_null(),
            audit_events::detail,
        ))
        .into_boxed();
    for key in keys {
        let last = last.get(&Some(key)).copied().flatten();
        let since = audit_events::patient_key
            .eq(key)
            .and(audit_events::seq.gt(last.unwrap_or_default()))
            .and(audit_events::actor.ne(by).or(audit_events::actor.is_null()))
            .and(audit_events::action.eq(Action::EntryRecorded.name()));
        recorded = recorded.or_filter(since);
    }
    let recorded: Vec<(i64, Json)> = recorded.load(conn)?;
    let mut weeks: HashMap<_, HashSet<_>> = HashMap::new();
    for (key, detail) in recorded {
        if let Some(week) = detail.value().get("week").and_then(Value::as_str) {
            let weeks = weeks.entry(PatientKey(key)).or_default();
            weeks.insert(week.to_owned());
        }
    }
    Ok(weeks)
}
