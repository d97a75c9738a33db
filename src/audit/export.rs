//! The audit for those who collect audits: one event a line, in the order in which they were written.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::ledger::EventRow;
use super::store::{self, Actor, Event};
use super::{Action, record_for};
use crate::access::{PatientKey, Relation};
use crate::platform::App;
use crate::platform::db::{At, Conn, DbError, DbResult, Json};
use crate::platform::ids::PatientId;
use crate::platform::secret::to_text;
use crate::schema::{audit_events, patients};

/// Which events.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    /// Not before.
    pub since: Option<DateTime<Utc>>,
    /// Before.
    pub until: Option<DateTime<Utc>>,
    /// Of whose record; `None` for all there are.
    pub patient: Option<PatientId>,
}

/// Why nothing is exported, or not all.
#[derive(Debug, thiserror::Error)]
pub enum NotExported {
    /// There is no patient with this id.
    #[error("there is no such patient")]
    NoSuchPatient,
    /// It could not be written.
    #[error("cannot write: {0}")]
    Io(#[from] std::io::Error),
    /// The database.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// How many rows are in memory at once.
const PAGE: i64 = 2_000;

/// Writes down that the events of `span` are exported, where a patient can read it if it is about them
/// alone; then hands them to `write`, a line each. How many there were.
///
/// Fails when there is no such patient, `write` fails, or the database is broken.
pub async fn export(
    app: &App,
    span: Span,
    mut write: impl FnMut(&str) -> std::io::Result<()>,
) -> Result<u64, NotExported> {
    let now = app.clock.now();
    let begun = app.db.write(move |conn| begin(conn, span, now)).await?;
    let (ids, upto) = begun.ok_or(NotExported::NoSuchPatient)?;
    let key = span.patient.and_then(|patient| {
        let mut known = ids.iter();
        known.find(|(_, id)| **id == patient.0).map(|(key, _)| *key)
    });
    let (mut after, mut written) = (0, 0);
    loop {
        let page = move |conn: &mut Conn| page(conn, span, key, (after, upto));
        let rows = app.db.read(page).await?;
        let Some(last) = rows.last() else {
            return Ok(written);
        };
        after = last.key;
        for row in &rows {
            let patient = row.patient_key.and_then(|key| ids.get(&key).copied());
            write(&plain(row, patient).to_string())?;
            written += 1;
        }
    }
}

/// The ids of patients by their keys, and the last event that is exported: the one about the export.
type ExportStart = (HashMap<i64, Uuid>, i64);

fn begin(conn: &mut Conn, span: Span, now: DateTime<Utc>) -> DbResult<Option<ExportStart>> {
    let known: Vec<(i64, PatientId)> = patients::table
        .select((patients::key, patients::id))
        .load(conn)?;
    let detail = json!({
        "since": span.since.map(text),
        "until": span.until.map(text),
    });
    if let Some(patient) = span.patient {
        let Some((key, _)) = known.iter().find(|(_, id)| *id == patient) else {
            return Ok(None);
        };
        let slot = store::next_in_record(conn, PatientKey(*key))?;
        let who = Actor {
            at: now,
            account: None,
            session: None,
            relation: None,
            site: None,
        };
        let event = Event {
            who,
            action: Action::AuditExported,
            change_no: None,
            detail: Json::new(&detail),
        };
        store::insert(conn, Some(slot), event, &[])?;
    } else {
        record_for(conn, None, None, now, Action::AuditExported, &detail)?;
    }
    let upto: Option<i64> = audit_events::table
        .order(audit_events::key.desc())
        .select(audit_events::key)
        .first(conn)
        .optional()?;
    let ids = known.into_iter().map(|(key, id)| (key, id.0)).collect();
    Ok(Some((ids, upto.unwrap_or_default())))
}

fn page(
    conn: &mut Conn,
    span: Span,
    of: Option<i64>,
    (after, upto): (i64, i64),
) -> DbResult<Vec<EventRow>> {
    let mut query = audit_events::table
        .filter(audit_events::key.gt(after))
        .filter(audit_events::key.le(upto))
        .order(audit_events::key)
        .limit(PAGE)
        .select(EventRow::as_select())
        .into_boxed();
    if let Some(since) = span.since {
        query = query.filter(audit_events::at.ge(At::from(since)));
    }
    if let Some(until) = span.until {
        query = query.filter(audit_events::at.lt(At::from(until)));
    }
    if let Some(key) = of {
        query = query.filter(audit_events::patient_key.eq(key));
    }
    Ok(query.load(conn)?)
}

fn plain(row: &EventRow, patient: Option<Uuid>) -> Value {
    json!({
        "key": row.key,
        "at": text(row.at.0),
        "action": row.action,
        "actor": row.actor,
        "session": row.session_id,
        "patient": patient,
        "relation": row.relation.and_then(Relation::from_code),
        "change_no": row.change_no,
        "detail": row.detail.value(),
        "seq": row.seq,
        "sha256": row.hash.as_deref().map(to_text),
    })
}

fn text(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Micros, true)
}
