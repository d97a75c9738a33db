//! The events as they lie in the table, in the order of their chains.

use diesel::prelude::*;
use uuid::Uuid;

use super::chain::{Chain, Hash, Link};
use crate::platform::db::{At, Conn, DbResult, Json};
use crate::platform::ids::{AccountId, SessionId};
use crate::schema::audit_events;

/// A row, whatever became of it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_events)]
#[diesel(check_for_backend(
    diesel::pg::Pg,
    diesel::sqlite::Sqlite,
    crate::platform::db::MultiBackend
))]
pub(super) struct Stored {
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

impl Stored {
    /// Of which chain it is, and its number there; `None` where it concerns nobody known.
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

/// The next rows of patients' chains after `after`, by patient and number.
pub(super) fn of_patients(conn: &mut Conn, (patient, seq): (i64, i64)) -> DbResult<Vec<Stored>> {
    let later = audit_events::patient_key
        .gt(patient)
        .or(audit_events::patient_key
            .eq(patient)
            .and(audit_events::seq.gt(seq)));
    Ok(audit_events::table
        .filter(audit_events::patient_key.is_not_null())
        .filter(audit_events::seq.is_not_null())
        .filter(later)
        .order((audit_events::patient_key, audit_events::seq))
        .limit(PAGE)
        .select(Stored::as_select())
        .load(conn)?)
}

/// The next rows of accounts' chains after `after`, by account and number.
pub(super) fn of_accounts(conn: &mut Conn, (account, seq): (Uuid, i64)) -> DbResult<Vec<Stored>> {
    let account = AccountId(account);
    let later = audit_events::actor.gt(account).or(audit_events::actor
        .eq(account)
        .and(audit_events::seq.gt(seq)));
    Ok(audit_events::table
        .filter(audit_events::patient_key.is_null())
        .filter(audit_events::seq.is_not_null())
        .filter(later)
        .order((audit_events::actor, audit_events::seq))
        .limit(PAGE)
        .select(Stored::as_select())
        .load(conn)?)
}

/// Hands every chained row to `look`, chain by chain and in the order of their numbers.
pub(super) fn walk(
    conn: &mut Conn,
    mut look: impl FnMut(&mut Conn, Chain, i64, &Stored) -> DbResult<()>,
) -> DbResult<()> {
    let mut after = (Chain::Patient(i64::MIN), 0);
    loop {
        let rows = match after {
            (Chain::Patient(key), seq) => of_patients(conn, (key, seq))?,
            (Chain::Account(id), seq) => of_accounts(conn, (id, seq))?,
        };
        for row in &rows {
            if let Some((chain, seq)) = row.place() {
                after = (chain, seq);
                look(conn, chain, seq, row)?;
            }
        }
        if rows.is_empty() {
            match after.0 {
                Chain::Patient(_) => after = (Chain::Account(Uuid::nil()), 0),
                Chain::Account(_) => return Ok(()),
            }
        }
    }
}
