//! The audit table, and the counter that puts the changes of one record in order.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;

use super::Action;
use crate::access::{Access, SignedIn};
use crate::platform::db::{At, Conn, DbResult, Json, Steady, on_each};
use crate::platform::ids::{AccountId, SessionId};
use crate::schema::{audit_events, patients};

/// The number of a change in its patient's own order: without gaps, taken under the row lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change(i64);

impl Change {
    /// As it is stored beside what changed.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }
}

/// Takes the next number of the patient's record. Only for a change that is then made.
///
/// # Errors
/// When the database is broken.
pub fn next_change<R>(conn: &mut Conn, access: &Access<R>) -> DbResult<Change> {
    let next = diesel::update(patients::table.find(access.key().0))
        .set(patients::last_change.eq(patients::last_change + 1))
        .returning(patients::last_change);
    let number = on_each!(conn, |c| Steady(next).get_result(c))?;
    Ok(Change(number))
}

#[derive(Insertable)]
#[diesel(table_name = audit_events, treat_none_as_default_value = false)]
struct EventRow {
    at: At,
    action: &'static str,
    actor: Option<AccountId>,
    session_id: Option<SessionId>,
    patient_key: Option<i64>,
    change_no: Option<i64>,
    detail: Json,
}

/// Writes down `change` to a patient's record. `detail` holds codes, versions and ids, never content.
///
/// # Errors
/// When the database is broken; the change must then not be kept.
pub fn record<R>(
    conn: &mut Conn,
    access: &Access<R>,
    change: Change,
    action: Action,
    detail: &impl Serialize,
) -> DbResult<()> {
    insert(
        conn,
        &EventRow {
            at: access.at().into(),
            action: action.name(),
            actor: Some(access.by()),
            session_id: Some(access.who().session()),
            patient_key: Some(access.key().0),
            change_no: Some(change.0),
            detail: Json::new(detail),
        },
    )
}

/// Writes down what a signed-in person did to their own account.
///
/// # Errors
/// As [`record`].
pub fn record_by(
    conn: &mut Conn,
    who: &SignedIn,
    action: Action,
    detail: &impl Serialize,
) -> DbResult<()> {
    record_for(
        conn,
        who.account(),
        Some(who.session()),
        who.at(),
        action,
        detail,
    )
}

/// Writes down what happened while nobody, or nobody yet, was signed in: to `account`, or to none
/// that is known.
///
/// # Errors
/// As [`record`].
pub fn record_for(
    conn: &mut Conn,
    account: impl Into<Option<AccountId>>,
    session: Option<SessionId>,
    at: DateTime<Utc>,
    action: Action,
    detail: &impl Serialize,
) -> DbResult<()> {
    insert(
        conn,
        &EventRow {
            at: at.into(),
            action: action.name(),
            actor: account.into(),
            session_id: session,
            patient_key: None,
            change_no: None,
            detail: Json::new(detail),
        },
    )
}

fn insert(conn: &mut Conn, event: &EventRow) -> DbResult<()> {
    let insert = diesel::insert_into(audit_events::table).values(event);
    on_each!(conn, |c| insert.execute(c))?;
    Ok(())
}
