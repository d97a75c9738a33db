//! What goes once its time is over: one list, which the service keeps to every hour, and `retention run`
//! at once.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use crate::audit::{self, Action, NotPruned};
use crate::platform::db::{Conn, DbError, DbResult, MayBeDb};
use crate::platform::retention::Rule;
use crate::platform::{App, limit, outbox};
use crate::{accounts, alerts, circle, clinic, exports, guests, reminders, smart};

/// A table, what of it goes, and how many rows went.
pub type Deletion = (&'static str, &'static str, u64);

/// Every rule but that of the audit, which the operator applies.
pub(super) fn rules() -> impl Iterator<Item = Rule> {
    let of_slices = accounts::RETENTION.into_iter().chain(circle::RETENTION);
    let of_slices = of_slices.chain(guests::RETENTION);
    let of_slices = of_slices.chain(clinic::RETENTION);
    let of_slices = of_slices.chain(smart::RETENTION);
    let of_slices = of_slices.chain(exports::RETENTION);
    let of_slices = of_slices.chain(reminders::RETENTION);
    let of_slices = of_slices.chain(alerts::RETENTION);
    of_slices.chain(limit::RETENTION).chain(outbox::RETENTION)
}

/// Forgets what has ended, and says how much of each table.
pub fn forget(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Vec<Deletion>> {
    let mut all = Vec::new();
    for rule in rules() {
        let gone = (rule.forget)(conn, now)?;
        all.push((
            rule.table,
            rule.goes,
            u64::try_from(gone).unwrap_or_default(),
        ));
    }
    Ok(all)
}

/// Counts what went by itself.
pub(super) fn count(table: &'static str, rows: usize) {
    let rows = u64::try_from(rows).unwrap_or_default();
    if rows > 0 {
        metrics::counter!("retention_rows_total", "table" => table).increment(rows);
    }
}

/// Lets everything go whose time is over, and writes that down; events after `years`. With `dry_run`
/// nothing goes, and the answer is what would.
///
/// Fails when the audit is not as it was written, or the database is broken.
pub async fn run(app: &App, years: u16, dry_run: bool) -> Result<Vec<Deletion>, NotPruned> {
    let now = app.clock.now();
    let applied = app.db.write(move |conn| apply(conn, now, dry_run)).await;
    let mut gone = match applied {
        Ok(gone) | Err(Undone::DryRun(gone)) => gone,
        Err(Undone::Database(error)) => return Err(error.into()),
    };
    let events = audit::prune(app, years, dry_run).await?;
    gone.push((
        "audit_events",
        "signed events that are older than ALSFRS_AUDIT_YEARS, of each chain all but the last",
        events,
    ));
    Ok(gone)
}

fn apply(conn: &mut Conn, now: DateTime<Utc>, dry_run: bool) -> Result<Vec<Deletion>, Undone> {
    let gone = forget(conn, now)?;
    if dry_run {
        return Err(Undone::DryRun(gone));
    }
    let rows = gone.iter().filter(|(_, _, rows)| *rows > 0);
    let detail: Map<String, Value> = rows
        .map(|(table, _, rows)| ((*table).to_owned(), (*rows).into()))
        .collect();
    if !detail.is_empty() {
        audit::record_for(conn, None, None, now, Action::RetentionRun, &detail)?;
    }
    Ok(gone)
}

/// Why a transaction is not kept.
enum Undone {
    /// Only the numbers were wanted.
    DryRun(Vec<Deletion>),
    /// The database.
    Database(DbError),
}

impl From<DbError> for Undone {
    fn from(error: DbError) -> Self {
        Self::Database(error)
    }
}

impl MayBeDb for Undone {
    fn as_db(&self) -> Option<&DbError> {
        match self {
            Self::DryRun(_) => None,
            Self::Database(error) => Some(error),
        }
    }
}
