//! What a patient is shown of the audit: their record, and their own account.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::Action;
use super::ledger::EventRow;
use crate::access::{Access, Relation, Review};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::schema::audit_events;

/// An event, to be told.
pub struct LogEvent {
    /// Its key: newer ones have greater ones.
    pub key: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// What, by its name.
    pub name: String,
    /// What; `None` for what a later version has written.
    pub action: Option<Action>,
    /// Who.
    pub actor: Option<AccountId>,
    /// As what, then; `None` where it is about the account.
    pub relation: Option<Relation>,
    /// Codes, versions and ids.
    pub detail: Value,
}

impl From<EventRow> for LogEvent {
    fn from(stored: EventRow) -> Self {
        Self {
            key: stored.key,
            at: stored.at.into(),
            action: Action::from_name(&stored.action),
            name: stored.action,
            actor: stored.actor,
            relation: stored.relation.and_then(Relation::from_code),
            detail: stored.detail.value().clone(),
        }
    }
}

/// At most `limit` events of the patient's record and of their own account before `before`, newest
/// first.
pub fn log(
    conn: &mut Conn,
    access: &Access<Review>,
    before: Option<i64>,
    limit: usize,
) -> DbResult<Vec<LogEvent>> {
    let before = before.unwrap_or(i64::MAX);
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let of_record: Vec<EventRow> = audit_events::table
        .filter(audit_events::patient_key.eq(access.key().0))
        .filter(audit_events::key.lt(before))
        .order(audit_events::seq.desc())
        .limit(most)
        .select(EventRow::as_select())
        .load(conn)?;
    let of_account: Vec<EventRow> = audit_events::table
        .filter(audit_events::patient_key.is_null())
        .filter(audit_events::actor.eq(access.by()))
        .filter(audit_events::key.lt(before))
        .order(audit_events::seq.desc())
        .limit(most)
        .select(EventRow::as_select())
        .load(conn)?;
    let mut found: Vec<LogEvent> = of_record
        .into_iter()
        .chain(of_account)
        .map(LogEvent::from)
        .collect();
    found.sort_unstable_by_key(|event| std::cmp::Reverse(event.key));
    found.truncate(limit);
    Ok(found)
}
