//! The table `patients`: the row of each diary, which says whose it is, who is let in, and orders its
//! changes by its lock.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::dsl::{case_when, exists};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::sessions::of_caller;
use super::{Access, Erasing, Manage, Role, Standing, Unlocked};
use crate::platform::clock::Zone;
use crate::platform::db::{At, Conn, DbError, DbResult, RowLock, Statement, Steady};
use crate::platform::ids::{AccountId, PatientId};
use crate::platform::vault::Vault;
use crate::schema::{accounts, patients, sessions};

/// A patient's key inside the database; never shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PatientKey(pub i64);

/// Where a patient's chain of events ends: the number of the last change, the number of the last event and its hash.
pub type ChainEnd = (i64, i64, Option<Vec<u8>>);

/// Key, owner, end of the chain, time zone and beginning; from when on it is closed; what the patient agreed to.
pub(super) type RecordRow = (
    i64,
    AccountId,
    ChainEnd,
    String,
    At,
    Option<At>,
    SharingDecisions,
);

type Columns = (
    patients::key,
    patients::account_id,
    EndColumns,
    patients::time_zone,
    patients::created_at,
    patients::closes_at,
    SharedColumns,
);

type EndColumns = (
    patients::last_change,
    patients::audit_seq,
    patients::audit_end,
);

const CHAIN_END: EndColumns = (
    patients::last_change,
    patients::audit_seq,
    patients::audit_end,
);

/// What a query selects for it.
pub(super) const RECORD: Columns = (
    patients::key,
    patients::account_id,
    CHAIN_END,
    patients::time_zone,
    patients::created_at,
    patients::closes_at,
    SHARED,
);

/// What a record's own row says of it.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) key: PatientKey,
    pub(super) owner: AccountId,
    pub(super) chain_end: ChainEnd,
    pub(super) time_zone: Zone,
    pub(super) began_at: DateTime<Utc>,
    pub(super) shared: SharingDecisions,
    pub(super) closes_at: Option<DateTime<Utc>>,
}

impl Record {
    pub(super) fn read(
        (key, owner, chain_end, time_zone, began_at, closes_at, shared): RecordRow,
        patient: PatientId,
    ) -> DbResult<Self> {
        Ok(Self {
            key: PatientKey(key),
            owner,
            chain_end,
            time_zone: time_zone
                .parse()
                .map_err(|_| DbError::corrupt("patient", patient))?,
            began_at: began_at.into(),
            shared,
            closes_at: closes_at.map(Into::into),
        })
    }

    /// Whether no more is recorded in it.
    pub(super) fn is_closed(&self, now: DateTime<Utc>) -> bool {
        self.closes_at.is_some_and(|from| from <= now)
    }
}

/// What the newest decisions of a patient say. Here, and nowhere else, is what follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub(super) struct SharingDecisions {
    care: bool,
    words: bool,
    clinic: bool,
}

type SharedColumns = (
    patients::care_sharing,
    patients::notes_sharing,
    patients::clinic_enrolment,
);

/// The columns that a query selects for it.
pub(super) const SHARED: SharedColumns = (
    patients::care_sharing,
    patients::notes_sharing,
    patients::clinic_enrolment,
);

impl SharingDecisions {
    /// Whether a member of the circle, who signs in as this, is let in now.
    pub(super) fn lets_in(self, role: Role) -> bool {
        self.care && (self.clinic || role != Role::Clinician)
    }

    /// Whether what was written in words is shown to others.
    pub(super) fn words(self) -> bool {
        self.words
    }

    /// Whether a reader of this standing sees what was written in words.
    pub(super) fn shows_words(self, standing: Standing) -> bool {
        let site = standing.enrolled();
        // A guest is shown nothing but what they wrote.
        standing.is_patient()
            || standing == Standing::Guest
            || (self.words && site.is_none_or(|site| site.share.notes))
    }
}

/// Begins the diary of `account`.
pub fn begin_diary(
    conn: &mut Conn,
    vault: &Vault,
    id: PatientId,
    account: AccountId,
    time_zone: Zone,
    now: DateTime<Utc>,
) -> DbResult<()> {
    vault.key_for(conn, id)?;
    diesel::insert_into(patients::table)
        .values((
            patients::id.eq(id),
            patients::account_id.eq(account),
            patients::time_zone.eq(time_zone.name()),
            patients::last_change.eq(0),
            patients::created_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes the row lock of `patient` until the transaction ends. SQLite has one writer and needs none.
pub(super) fn lock(conn: &mut Conn, patient: PatientId) -> DbResult<()> {
    if let Conn::Pg(conn) = conn {
        patients::table
            .filter(patients::id.eq(patient))
            .select(patients::key)
            .for_update()
            .first::<i64>(conn)
            .optional()?;
    }
    Ok(())
}

/// What [`lock`] takes, for a transaction that begins with it.
pub(super) fn lock_first(patient: PatientId) -> RowLock {
    RowLock::of("patients", patient.0)
}

/// Where the chain of this patient ends, whose row is locked by that until the transaction ends.
pub fn chain_end(conn: &mut Conn, key: PatientKey) -> DbResult<ChainEnd> {
    let end = patients::table.find(key.0).select(CHAIN_END);
    Ok(match conn {
        Conn::Pg(conn) => end.for_update().first(conn)?,
        Conn::Sqlite(conn) => end.first(conn)?,
    })
}

/// The statement that makes an event the end of the patient's chain, and with `change` its number that of the last change.
/// Without the lock it fails unless the session lives, the diary is open and the event follows the end that is there.
pub fn end_chain(
    key: PatientKey,
    change: Option<i64>,
    (seq, hash): (i64, &[u8]),
    unlocked: Option<Unlocked>,
) -> Box<dyn Statement> {
    let row = patients::table.find(key.0);
    let end = (
        patients::audit_seq.eq(seq),
        patients::audit_end.eq(hash.to_vec()),
    );
    match (change, unlocked) {
        (None, _) => Box::new(Steady(diesel::update(row).set(end))),
        (Some(change), None) => {
            let change = patients::last_change.eq(change);
            Box::new(Steady(diesel::update(row).set((change, end))))
        }
        (Some(change), Some(who)) => {
            let live = sessions::table
                .inner_join(accounts::table)
                .filter(of_caller!(who));
            let open = patients::closes_at
                .is_null()
                .or(patients::closes_at.gt(At::from(who.at())));
            // Where the row was waited for, its newest version is looked at.
            let follows = patients::audit_seq.eq(seq - 1).and(open.assume_not_null());
            let holds = follows.and(exists(live));
            // The column takes no null.
            let change = case_when(holds, change.into_sql::<BigInt>()).assume_not_null();
            let change = patients::last_change.eq(change);
            Box::new(Steady(diesel::update(row).set((change, end))))
        }
    }
}

/// The key of the patient with this name, in a query.
#[diesel::dsl::auto_type(no_type_alias)]
pub fn named_key(patient: PatientId) -> _ {
    patients::table
        .filter(patients::id.eq(patient))
        .select(patients::key)
        .single_value()
}

/// The record of a patient who is there.
pub(super) fn record(conn: &mut Conn, patient: PatientId) -> DbResult<Record> {
    let row = patients::table
        .filter(patients::id.eq(patient))
        .select(RECORD)
        .first(conn)?;
    Record::read(row, patient)
}

/// The key of `patient`, for any caller.
pub fn key_of(conn: &mut Conn, patient: PatientId) -> DbResult<Option<PatientKey>> {
    let key: Option<i64> = patients::table
        .filter(patients::id.eq(patient))
        .select(patients::key)
        .first(conn)
        .optional()?;
    Ok(key.map(PatientKey))
}

/// The own diary of each of these people who has one.
pub fn own_diaries(
    conn: &mut Conn,
    owners: &[AccountId],
) -> DbResult<HashMap<AccountId, PatientKey>> {
    if owners.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(AccountId, i64)> = patients::table
        .filter(patients::account_id.eq_any(owners))
        .select((patients::account_id, patients::key))
        .load(conn)?;
    let rows = rows.into_iter();
    Ok(rows.map(|(owner, key)| (owner, PatientKey(key))).collect())
}

/// The number of the last change to each of these records.
pub fn last_changes(conn: &mut Conn, keys: &[PatientKey]) -> DbResult<HashMap<PatientKey, i64>> {
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let rows: Vec<(i64, i64)> = patients::table
        .filter(patients::key.eq_any(keys))
        .select((patients::key, patients::last_change))
        .load(conn)?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|(key, change)| (PatientKey(key), change))
        .collect())
}

/// The diary with this key, and whose it is.
pub fn owner_of(conn: &mut Conn, key: PatientKey) -> DbResult<Option<(PatientId, AccountId)>> {
    Ok(patients::table
        .find(key.0)
        .select((patients::id, patients::account_id))
        .first(conn)
        .optional()?)
}

/// The diary that `account` keeps, with its key inside.
pub(super) fn kept_by(
    conn: &mut Conn,
    account: AccountId,
) -> DbResult<Option<(PatientId, PatientKey)>> {
    let found: Option<(PatientId, i64)> = patients::table
        .filter(patients::account_id.eq(account))
        .select((patients::id, patients::key))
        .first(conn)
        .optional()?;
    Ok(found.map(|(patient, key)| (patient, PatientKey(key))))
}

/// The diary that `account` keeps; `None` for others than patients.
pub fn patient_of(conn: &mut Conn, account: AccountId) -> DbResult<Option<PatientId>> {
    Ok(kept_by(conn, account)?.map(|(patient, _)| patient))
}

/// Keeps where the patient lives from now on: it decides which day it is.
pub fn move_to(conn: &mut Conn, access: &Access<Manage>, time_zone: Zone) -> DbResult<()> {
    diesel::update(patients::table.find(access.key().0))
        .set(patients::time_zone.eq(time_zone.name()))
        .execute(conn)?;
    Ok(())
}

/// Forgets where the patient lived, and closes the diary for good. The row stays: others' changes are
/// ordered by it, and what the patient sent a moment ago is refused by it.
pub fn forget_record(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    if let Some((_, key)) = gone.diary() {
        diesel::update(patients::table.find(key.0))
            .set((
                patients::time_zone.eq("UTC"),
                patients::closes_at.eq(At::from(gone.at())),
            ))
            .execute(conn)?;
    }
    Ok(())
}
