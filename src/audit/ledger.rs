//! The events as they lie in the table, in the order of their chains.

use chrono::DateTime;
use diesel::prelude::*;
use diesel::result::Error;
use uuid::Uuid;

use super::chain::{Chain, Hash, Link};
use crate::platform::db::{At, Conn, DbResult, Json};
use crate::platform::ids::{AccountId, SessionId};
use crate::schema::audit_events;

/// A row, whatever became of it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_events)]
pub(super) struct EventRow {
    pub(super) key: i64,
    pub(super) at: At,
    pub(super) action: String,
    pub(super) actor: Option<AccountId>,
    pub(super) session_id: Option<SessionId>,
    pub(super) patient_key: Option<i64>,
    pub(super) change_no: Option<i64>,
    pub(super) detail: Json,
    pub(super) seq: Option<i64>,
    pub(super) relation: Option<i16>,
    pub(super) hash: Option<Vec<u8>>,
}

impl EventRow {
    /// What is known of a row that cannot be read.
    fn unreadable(key: i64, patient_key: Option<i64>, seq: Option<i64>) -> Self {
        Self {
            key,
            at: DateTime::UNIX_EPOCH.into(),
            action: String::new(),
            actor: None,
            session_id: None,
            patient_key,
            change_no: None,
            detail: Json::new(&()),
            seq,
            relation: None,
            hash: None,
        }
    }

    /// Of which chain it is, and its number there; `None` where it concerns no known account.
    pub(super) fn place(&self) -> Option<(Chain, i64)> {
        let chain = match (self.patient_key, self.actor) {
            (Some(key), _) => Chain::Patient(key),
            (None, Some(actor)) => Chain::Account(actor.0),
            (None, None) => return None,
        };
        Some((chain, self.seq?))
    }

    /// What its hash must be when it follows one with the hash `previous`.
    pub(super) fn hash_after(&self, previous: &Hash) -> Option<Hash> {
        let (chain, seq) = self.place()?;
        let link = Link {
            chain,
            seq,
            at: self.at.0.timestamp_micros(),
            action: &self.action,
            actor: self.actor.map(|account| account.0),
            session: self.session_id.map(|session| session.0),
            relation: self.relation,
            change_no: self.change_no,
            detail: self.detail.value(),
        };
        Some(link.hash(previous))
    }
}

/// How many rows are in memory at once.
const PAGE: i64 = 2_000;

/// Loads a page of events that `query` names. A row that cannot be read stands there without its hash, so that it is
/// found wanting, and the rest is looked at.
macro_rules! load_each {
    ($conn:expr, $query:expr) => {{
        let query = $query;
        match query.clone().select(EventRow::as_select()).load($conn) {
            Err(Error::DeserializationError(_)) => {
                let places: Vec<(i64, Option<i64>, Option<i64>)> = query
                    .select((
                        audit_events::key,
                        audit_events::patient_key,
                        audit_events::seq,
                    ))
                    .load($conn)?;
                one_by_one($conn, places)
            }
            page => Ok(page?),
        }
    }};
}

/// The rows with these keys, each asked for by itself.
fn one_by_one(
    conn: &mut Conn,
    places: Vec<(i64, Option<i64>, Option<i64>)>,
) -> DbResult<Vec<EventRow>> {
    let read = |(key, patient_key, seq)| {
        let row = audit_events::table
            .find(key)
            .select(EventRow::as_select())
            .first(conn);
        match row {
            Err(Error::DeserializationError(error)) => {
                tracing::error!(event = key, %error, "an event of the audit cannot be read");
                Ok(EventRow::unreadable(key, patient_key, seq))
            }
            row => Ok(row?),
        }
    };
    places.into_iter().map(read).collect()
}

/// At most `limit` rows after `key`, in the order in which they were written.
pub(super) fn after(conn: &mut Conn, key: i64, limit: i64) -> DbResult<Vec<EventRow>> {
    load_each!(
        conn,
        audit_events::table
            .filter(audit_events::key.gt(key))
            .order(audit_events::key)
            .limit(limit)
    )
}

/// The next rows of patients' chains after `after`, by patient and number.
pub(super) fn of_patients(conn: &mut Conn, (patient, seq): (i64, i64)) -> DbResult<Vec<EventRow>> {
    let later = audit_events::patient_key
        .gt(patient)
        .or(audit_events::patient_key
            .eq(patient)
            .and(audit_events::seq.gt(seq)));
    load_each!(
        conn,
        audit_events::table
            .filter(audit_events::patient_key.is_not_null())
            .filter(audit_events::seq.is_not_null())
            .filter(later)
            .order((audit_events::patient_key, audit_events::seq))
            .limit(PAGE)
    )
}

/// The next rows of accounts' chains after `after`, by account and number.
pub(super) fn of_accounts(conn: &mut Conn, (account, seq): (Uuid, i64)) -> DbResult<Vec<EventRow>> {
    let account = AccountId(account);
    let later = audit_events::actor.gt(account).or(audit_events::actor
        .eq(account)
        .and(audit_events::seq.gt(seq)));
    load_each!(
        conn,
        audit_events::table
            .filter(audit_events::patient_key.is_null())
            .filter(audit_events::seq.is_not_null())
            .filter(later)
            .order((audit_events::actor, audit_events::seq))
            .limit(PAGE)
    )
}

/// Hands every chained row to `look`, chain by chain and in the order of their numbers.
pub(super) fn walk(
    conn: &mut Conn,
    mut look: impl FnMut(&mut Conn, Chain, i64, &EventRow) -> DbResult<()>,
) -> DbResult<()> {
    let mut after = (Chain::Patient(i64::MIN), 0);
    loop {
        let rows = match after {
            (Chain::Patient(key), seq) => of_patients(conn, (key, seq))?,
            (Chain::Account(id), seq) => of_accounts(conn, (id, seq))?,
        };
        let begun = after;
        for row in &rows {
            if let Some((chain, seq)) = row.place() {
                after = (chain, seq);
                look(conn, chain, seq, row)?;
            }
        }
        // At the end, or where nothing of a page says of which chain it is.
        if after == begun {
            match after.0 {
                Chain::Patient(_) => after = (Chain::Account(Uuid::nil()), 0),
                Chain::Account(_) => return Ok(()),
            }
        }
    }
}
