//! Letting old events go: whole stretches that a signed statement covers, of each chain all but the last.

use chrono::{DateTime, Months, Utc};
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;
use serde_json::json;

use super::cut::{Cut, Reason, cuts};
use super::ledger::Stored;
use super::verify::verify;
use super::{Action, record_for};
use crate::platform::App;
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::keys::KeyError;
use crate::platform::secret::Signer;
use crate::schema::{audit_checkpoints, audit_cuts, audit_events};

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
            Some(events) => gone += events,
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

/// The newest statement from before `before`: its number, and the last event that it covers.
fn covered(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<Option<(i64, i64)>> {
    Ok(audit_checkpoints::table
        .filter(audit_checkpoints::at.le(At::from(before)))
        .order(audit_checkpoints::number.desc())
        .select((audit_checkpoints::number, audit_checkpoints::upto))
        .first(conn)
        .optional()?)
}

fn count(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<u64> {
    let Some((_, upto)) = covered(conn, before)? else {
        return Ok(0);
    };
    let count: i64 = audit_events::table
        .filter(may_go!(upto, before))
        .select(count_star())
        .first(conn)?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Lets the next few go; `None` when there are none.
fn cut(
    conn: &mut Conn,
    signer: &Signer,
    now: DateTime<Utc>,
    before: DateTime<Utc>,
) -> DbResult<Option<u64>> {
    let Some((checkpoint, upto)) = covered(conn, before)? else {
        return Ok(None);
    };
    let events: Vec<Stored> = audit_events::table
        .filter(may_go!(upto, before))
        .order(audit_events::key)
        .limit(MOST)
        .select(Stored::as_select())
        .load(conn)?;
    let Some(last) = events.last().map(|event| event.key) else {
        return Ok(None);
    };
    let why = Reason {
        now,
        before,
        checkpoint,
    };
    let cut = Cut::of(&events, cuts(conn)?.last(), &why, signer);
    let open = diesel::insert_into(audit_cuts::table).values((
        audit_cuts::number.eq(cut.number),
        audit_cuts::at.eq(At::from(now)),
        audit_cuts::before.eq(At::from(before)),
        audit_cuts::upto.eq(last),
        audit_cuts::document.eq(cut.line()),
        audit_cuts::open.eq(Some(0)),
    ));
    on_each!(conn, |c| open.execute(c))?;
    let mut gone = 0;
    for (from, to) in &cut.keys {
        let these = audit_events::table.filter(audit_events::key.between(from, to));
        gone += diesel::delete(these).execute(conn)?;
    }
    if gone != events.len() {
        return Err(DbError::corrupt("cut", cut.number));
    }
    diesel::update(audit_cuts::table.find(cut.number))
        .set(audit_cuts::open.eq(None::<i64>))
        .execute(conn)?;
    let detail = json!({ "cut": cut.number, "events": cut.events, "checkpoint": checkpoint });
    record_for(conn, None, None, now, Action::AuditCut, &detail)?;
    Ok(Some(cut.events))
}
