//! The audit table, and the counters that put the events of each chain in order.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;

use super::Action;
use super::chain::{BEGINNING, Chain, Hash, Link};
use crate::access::{self, Access, ChainEnd, InTrust, PatientKey, Relation, SignedIn, Unlocked};
use crate::platform::db::{At, Conn, DbResult, Json, Statement, Steady, write_together};
use crate::platform::ids::{AccountId, SessionId, SiteId};
use crate::schema::{accounts, audit_events};

/// A place in a chain, not yet filled: under its row lock nothing else fills it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    chain: Chain,
    seq: i64,
    previous: Hash,
    /// Where that is not held.
    unlocked: Option<Unlocked>,
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
    let Some(end) = access.take_chain_end() else {
        access.demand_lock()?;
        return next_of(conn, access.key());
    };
    let mut change = Change::after(access.key(), end);
    change.slot.unlocked = access.unlocked();
    Ok(change)
}

fn next_of(conn: &mut Conn, key: PatientKey) -> DbResult<Change> {
    Ok(Change::after(key, access::chain_end(conn, key)?))
}

impl Change {
    fn after(key: PatientKey, (number, seq, end): ChainEnd) -> Self {
        Self {
            number: number + 1,
            slot: Slot::after(Chain::Patient(key.0), seq, end),
        }
    }
}

/// Takes the next place in the patient's chain for what changes nothing.
pub(super) fn next_in_record(conn: &mut Conn, key: PatientKey) -> DbResult<Slot> {
    Ok(next_of(conn, key)?.slot)
}

/// Takes the next place in the chain of an account; `None` where there is no such account.
fn next_in_account(conn: &mut Conn, account: AccountId) -> DbResult<Option<Slot>> {
    let end = accounts::table
        .find(account)
        .select((accounts::audit_seq, accounts::audit_end));
    let end: Option<(i64, Option<Vec<u8>>)> = match conn {
        // Other rows that name the account need not wait.
        Conn::Pg(conn) => end.for_no_key_update().first(conn).optional()?,
        Conn::Sqlite(conn) => end.first(conn).optional()?,
    };
    Ok(end.map(|(seq, end)| Slot::after(Chain::Account(account.0), seq, end)))
}

impl Slot {
    /// A hash that is missing is found by `audit verify`; the service goes on.
    fn after(chain: Chain, seq: i64, end: Option<Vec<u8>>) -> Self {
        let previous = end.and_then(|hash| hash.try_into().ok());
        Self {
            chain,
            seq: seq + 1,
            previous: previous.unwrap_or(BEGINNING),
            unlocked: None,
        }
    }

    /// The statement that makes this the end of its chain.
    fn taken(self, change_no: Option<i64>, hash: &Hash) -> Box<dyn Statement> {
        match self.chain {
            Chain::Patient(key) => {
                let end = (self.seq, hash.as_slice());
                access::end_chain(PatientKey(key), change_no, end, self.unlocked)
            }
            Chain::Account(account) => Box::new(Steady(
                diesel::update(accounts::table.find(AccountId(account))).set((
                    accounts::audit_seq.eq(self.seq),
                    accounts::audit_end.eq(hash.to_vec()),
                )),
            )),
        }
    }
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
    /// At which site, where it is as one of its staff.
    pub(super) site: Option<SiteId>,
}

impl<R> From<&Access<R>> for Actor {
    fn from(access: &Access<R>) -> Self {
        // The account that made a guest's link did not do it, nor is there a session.
        let who = Some(access.who()).filter(|_| access.guest().is_none());
        Self {
            at: access.at(),
            account: who.map(SignedIn::account),
            session: who.map(SignedIn::session),
            relation: Some(access.standing().relation()),
            site: access.site(),
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
            site: None,
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
            site: who.client_of(),
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
    record_with(conn, access, EventDraft::new(change, action, detail), &[])
}

/// The event of a change that is about to be made.
#[derive(Debug)]
pub struct EventDraft {
    change: Change,
    action: Action,
    detail: Json,
}

impl EventDraft {
    /// That `change` was this; `detail` as for [`record`].
    pub fn new(change: Change, action: Action, detail: &impl Serialize) -> Self {
        Self {
            change,
            action,
            detail: Json::new(detail),
        }
    }

    /// The number of the change.
    pub fn change(&self) -> Change {
        self.change
    }
}

/// Makes a change, which is what `statements` write, and writes it down with them.
pub fn record_with<R>(
    conn: &mut Conn,
    access: &Access<R>,
    draft: EventDraft,
    statements: &[&dyn Statement],
) -> DbResult<()> {
    let event = Event {
        who: access.into(),
        action: draft.action,
        change_no: Some(draft.change.number),
        detail: draft.detail,
    };
    insert(conn, Some(draft.change.slot), event, statements)
}

/// Writes down, under the next number of the patient's record, what became of a trustee acting for them.
pub fn record_in_trust(
    conn: &mut Conn,
    trust: &InTrust,
    action: Action,
    detail: &impl Serialize,
) -> DbResult<()> {
    let change = next_of(conn, trust.key())?;
    let event = Event {
        who: trust.into(),
        action,
        change_no: Some(change.number),
        detail: Json::new(detail),
    };
    insert(conn, Some(change.slot), event, &[])
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

/// Writes down what happened without a signed-in caller, or before the sign-in: to `account`, or to none
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
            site: None,
        },
        action,
        change_no: None,
        detail: Json::new(detail),
    };
    insert(conn, slot, event, &[])
}

/// An event that is about to be written.
pub(super) struct Event {
    pub(super) who: Actor,
    pub(super) action: Action,
    pub(super) change_no: Option<i64>,
    pub(super) detail: Json,
}

/// Writes an event into its place, together with what it is about; one without a place concerns no known account.
pub(super) fn insert(
    conn: &mut Conn,
    slot: Option<Slot>,
    event: Event,
    about: &[&dyn Statement],
) -> DbResult<()> {
    let Event {
        who,
        action,
        change_no,
        detail,
    } = event;
    let detail = detail.with("site", who.site);
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
        link.hash(&slot.previous)
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
        hash: hash.map(|hash| hash.to_vec()),
    };
    let taken = slot.zip(hash);
    let taken = taken.map(|(slot, hash)| slot.taken(change_no, &hash));
    let insert = diesel::insert_into(audit_events::table).values(row);
    let mut statements = about.to_vec();
    statements.push(&insert);
    // PostgreSQL runs the last one first: it takes the row before anything else is written.
    statements.extend(taken.as_deref());
    Ok(write_together(conn, &statements)?)
}
