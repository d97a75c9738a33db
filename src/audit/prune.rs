//! Letting old events go: whole stretches that a signed statement covers, of each chain all but the last.

use chrono::{DateTime, Months, Utc};
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;
use serde_json::json;

use super::checkpoint::{Checkpoint, Statement, checkpoints, sign};
use super::cut::Cut;
use super::ledger::EventRow;
use super::verify::verify;
use super::{Action, record_for};
use crate::platform::App;
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::keys::KeyError;
use crate::platform::secret::Signer;
use crate::schema::{audit_checkpoints, audit_events};

/// How many events go at once.
const MOST: i64 = 5_000;

/// Why nothing of the audit goes.
#[derive(Debug, thiserror::Error)]
pub enum NotPruned {
    /// What was tampered with is evidence.
    #[error("the audit is not as it was written, so nothing of it goes: see `audit verify`")]
    NotAsWritten,
    /// What shows that it is.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The database.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Lets the events go that are older than `years`, or with `dry_run` only counts them; how many.
///
/// Fails when the audit is not as it was written, or the database is broken.
pub async fn prune(app: &App, years: u16, dry_run: bool) -> Result<u64, NotPruned> {
    let now = app.clock.now();
    let months = Months::new(u32::from(years).saturating_mul(12));
    let before = now.checked_sub_months(months).unwrap_or_default();
    let count = app.db.read(move |conn| count(conn, before)).await?;
    if dry_run || count == 0 {
        return Ok(count);
    }
    let keys = app.keys.statement_keys()?;
    let looked = app.db.read(move |conn| verify(conn, &keys, &[])).await?;
    if !looked.findings.is_empty() {
        return Err(NotPruned::NotAsWritten);
    }
    let mut gone = 0;
    loop {
        let root = app.keys.roots.current();
        let next = app
            .db
            .write(move |conn| cut(conn, &root.audit, now, before))
            .await?;
        match next {
            Some(statement) => {
                statement.log();
                gone += statement.cut.map_or(0, |cut| cut.events);
            }
            None => return Ok(gone),
        }
    }
}

diesel::alias!(const LATER: Alias<Later> = audit_events as later_events);

/// Whether an event is covered, old, and not the last of its chain.
macro_rules! may_go {
    ($upto:expr, $before:expr) => {
        audit_events::key
            .le($upto)
            .and(audit_events::at.lt(At::from($before)))
            .and(
                audit_events::seq
                    .is_null()
                    .or(exists(
                        LATER
                            .filter(
                                LATER
                                    .field(audit_events::patient_key)
                                    .eq(audit_events::patient_key),
                            )
                            .filter(LATER.field(audit_events::seq).gt(audit_events::seq)),
                    ))
                    .or(audit_events::patient_key.is_null().and(exists(
                        LATER
                            .filter(LATER.field(audit_events::patient_key).is_null())
                            .filter(LATER.field(audit_events::actor).eq(audit_events::actor))
                            .filter(LATER.field(audit_events::seq).gt(audit_events::seq)),
                    ))),
            )
    };
}

/// The last event that the newest statement from before `before` covers.
fn covered(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<Option<i64>> {
    Ok(audit_checkpoints::table
        .filter(audit_checkpoints::at.le(At::from(before)))
        .order(audit_checkpoints::number.desc())
        .select(audit_checkpoints::upto)
        .first(conn)
        .optional()?)
}

fn count(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<u64> {
    let Some(upto) = covered(conn, before)? else {
        return Ok(0);
    };
    let count: i64 = audit_events::table
        .filter(may_go!(upto, before))
        .select(count_star())
        .first(conn)?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Lets the next few go, with the checkpoint that says so; `None` when there are none, or another
/// checkpoint came first: then they go the next time.
fn cut(
    conn: &mut Conn,
    signer: &Signer,
    now: DateTime<Utc>,
    before: DateTime<Utc>,
) -> DbResult<Option<Checkpoint>> {
    let Some(upto) = covered(conn, before)? else {
        return Ok(None);
    };
    let events: Vec<EventRow> = audit_events::table
        .filter(may_go!(upto, before))
        .order(audit_events::key)
        .limit(MOST)
        .select(EventRow::as_select())
        .load(conn)?;
    if events.is_empty() {
        return Ok(None);
    }
    let last = checkpoints(conn, None, 1)?.pop();
    let says = Statement {
        upto: last.as_ref().map_or(upto, |last| last.upto),
        heads: Vec::new(),
        cut: Some(Cut::of(&events, before)),
    };
    let Some(statement) = sign(conn, last, says, signer, now)? else {
        return Ok(None);
    };
    let cut = statement.cut.iter().flat_map(|cut| &cut.keys);
    let mut gone = 0;
    for (from, to) in cut {
        let these = audit_events::table.filter(audit_events::key.between(from, to));
        gone += diesel::delete(these).execute(conn)?;
    }
    if gone != events.len() {
        return Err(DbError::corrupt("cut", statement.number));
    }
    let detail = json!({ "checkpoint": statement.number, "events": gone });
    record_for(conn, None, None, now, Action::AuditCut, &detail)?;
    Ok(Some(statement))
}
