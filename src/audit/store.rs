//! The audit table, and the counters that put the events of each chain in order.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;

use super::Action;
use super::chain::{BEGINNING, Chain, Hash, Link};
use crate::access::{Access, InTrust, Relation, SignedIn};
use crate::platform::db::{At, Conn, DbResult, Json, Steady, on_each};
use crate::platform::ids::{AccountId, SessionId};
use crate::schema::{accounts, audit_events, patients};

/// A place in a chain, taken under its row lock and not yet filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    chain: Chain,
    seq: i64,
    previous: Hash,
}

/// The number of a change in its patient's own order: without gaps, taken under the row lock. With it
/// comes the place of its event in the patient's chain, which [`record`] fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    number: i64,
    slot: Slot,
}

impl Change {
    /// As it is stored beside what changed.
    pub fn number(self) -> i64 {
        self.number
    }
}

/// Takes the next number of the patient's record. Only for a change that is then made and recorded.
pub fn next_change<R>(conn: &mut Conn, access: &Access<R>) -> DbResult<Change> {
    next_of(conn, access.key().0)
}

/// The row of `key` has been locked since the check of access, so the last event is seen from here.
fn next_of(conn: &mut Conn, key: i64) -> DbResult<Change> {
    let next = diesel::update(patients::table.find(key))
        .set((
            patients::last_change.eq(patients::last_change + 1),
            patients::audit_seq.eq(patients::audit_seq + 1),
        ))
        .returning((
            patients::last_change,
            patients::audit_seq,
            audit_events::table
                .filter(audit_events::patient_key.eq(key))
                .filter(audit_events::seq.is_not_null())
                .order(audit_events::seq.desc())
                .limit(1)
                .select(audit_events::hash)
                .single_value(),
        ));
    let next: (i64, i64, Option<Vec<u8>>) = on_each!(conn, |c| Steady(next).get_result(c))?;
    let (number, seq, previous) = next;
    Ok(Change {
        number,
        slot: Slot {
            chain: Chain::Patient(key),
            seq,
            previous: previous_or_beginning(previous),
        },
    })
}

/// Takes the next place in the patient's chain for what changes nothing.
pub(super) fn next_in_record(conn: &mut Conn, key: i64) -> DbResult<Slot> {
    let next = diesel::update(patients::table.find(key))
        .set(patients::audit_seq.eq(patients::audit_seq + 1))
        .returning(patients::audit_seq);
    let seq: i64 = on_each!(conn, |c| Steady(next).get_result(c))?;
    let previous = audit_events::table
        .filter(audit_events::patient_key.eq(key))
        .filter(audit_events::seq.eq(seq - 1))
        .select(audit_events::hash);
    let previous: Option<Option<Vec<u8>>> = on_each!(conn, |c| previous.first(c)).optional()?;
    Ok(Slot {
        chain: Chain::Patient(key),
        seq,
        previous: previous_or_beginning(previous.flatten()),
    })
}

/// Takes the next place in the chain of an account; `None` where there is no such account.
fn next_in_account(conn: &mut Conn, account: AccountId) -> DbResult<Option<Slot>> {
    let next = diesel::update(accounts::table.find(account))
        .set(accounts::audit_seq.eq(accounts::audit_seq + 1))
        .returning(accounts::audit_seq);
    let seq: Option<i64> = on_each!(conn, |c| Steady(next).get_result(c)).optional()?;
    let Some(seq) = seq else {
        return Ok(None);
    };
    // Asked for once the row is locked: before, another instance could add the event before this.
    let previous = audit_events::table
        .filter(audit_events::patient_key.is_null())
        .filter(audit_events::actor.eq(account))
        .filter(audit_events::seq.eq(seq - 1))
        .select(audit_events::hash);
    let previous: Option<Option<Vec<u8>>> = on_each!(conn, |c| previous.first(c)).optional()?;
    Ok(Some(Slot {
        chain: Chain::Account(account.0),
        seq,
        previous: previous_or_beginning(previous.flatten()),
    }))
}

/// A hash that is missing is found by whoever verifies; the service goes on.
fn previous_or_beginning(previous: Option<Vec<u8>>) -> Hash {
    previous
        .and_then(|hash| hash.try_into().ok())
        .unwrap_or(BEGINNING)
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
    seq: Option<i64>,
    relation: Option<i16>,
    hash: Option<Vec<u8>>,
}

/// Who does something, when and as what.
pub(super) struct Actor {
    pub(super) at: DateTime<Utc>,
    pub(super) account: Option<AccountId>,
    pub(super) session: Option<SessionId>,
    pub(super) relation: Option<Relation>,
}

impl<R> From<&Access<R>> for Actor {
    fn from(access: &Access<R>) -> Self {
        Self {
            relation: Some(access.standing().relation()),
            ..access.who().into()
        }
    }
}

impl From<&InTrust> for Actor {
    fn from(trust: &InTrust) -> Self {
        let (account, relation) = trust.by().unzip();
        Self {
            at: trust.at(),
            account,
            session: trust.session(),
            relation,
        }
    }
}

impl From<&SignedIn> for Actor {
    fn from(who: &SignedIn) -> Self {
        Self {
            at: who.at(),
            account: Some(who.account()),
            session: Some(who.session()),
            relation: None,
        }
    }
}

/// Writes down `change` to a patient's record. `detail` holds codes, versions and ids, never content.
pub fn record<R>(
    conn: &mut Conn,
    access: &Access<R>,
    change: Change,
    action: Action,
    detail: &impl Serialize,
) -> DbResult<()> {
    let event = Event {
        who: access.into(),
        action,
        change_no: Some(change.number),
        detail: Json::new(detail),
    };
    insert(conn, Some(change.slot), event)
}

/// Writes down, under the next number of the patient's record, what became of somebody acting for them.
pub fn record_in_trust(
    conn: &mut Conn,
    trust: &InTrust,
    action: Action,
    detail: &impl Serialize,
) -> DbResult<()> {
    let change = next_of(conn, trust.key().0)?;
    let event = Event {
        who: trust.into(),
        action,
        change_no: Some(change.number),
        detail: Json::new(detail),
    };
    insert(conn, Some(change.slot), event)
}

/// Writes down what a signed-in person did to their own account.
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
pub fn record_for(
    conn: &mut Conn,
    account: impl Into<Option<AccountId>>,
    session: Option<SessionId>,
    at: DateTime<Utc>,
    action: Action,
    detail: &impl Serialize,
) -> DbResult<()> {
    let account = account.into();
    let slot = match account {
        Some(account) => next_in_account(conn, account)?,
        None => None,
    };
    let event = Event {
        who: Actor {
            at,
            account,
            session,
            relation: None,
        },
        action,
        change_no: None,
        detail: Json::new(detail),
    };
    insert(conn, slot, event)
}

/// An event that is about to be written.
pub(super) struct Event {
    pub(super) who: Actor,
    pub(super) action: Action,
    pub(super) change_no: Option<i64>,
    pub(super) detail: Json,
}

/// Writes an event into its place; one without a place concerns nobody known.
pub(super) fn insert(conn: &mut Conn, slot: Option<Slot>, event: Event) -> DbResult<()> {
    let Event {
        who,
        action,
        change_no,
        detail,
    } = event;
    let at = At::from(who.at);
    let relation = who.relation.map(Relation::code);
    let hash = slot.map(|slot| {
        let link = Link {
            chain: slot.chain,
            seq: slot.seq,
            at: at.0.timestamp_micros(),
            action: action.name(),
            actor: who.account.map(|account| account.0),
            session: who.session.map(|session| session.0),
            relation,
            change_no,
            detail: detail.value(),
        };
        link.hash(&slot.previous).to_vec()
    });
    let row = EventRow {
        at,
        action: action.name(),
        actor: who.account,
        session_id: who.session,
        patient_key: slot.and_then(|slot| match slot.chain {
            Chain::Patient(key) => Some(key),
            Chain::Account(_) => None,
        }),
        change_no,
        detail,
        seq: slot.map(|slot| slot.seq),
        relation,
        hash,
    };
    let insert = diesel::insert_into(audit_events::table).values(row);
    on_each!(conn, |c| insert.execute(c))?;
    Ok(())
}
