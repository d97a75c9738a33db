//! What the service looks at by itself, on behalf of people who asked for it: what they are reminded of and alerted to.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::grants::{Grant, member};
use super::record::{self, RECORD, Record, RecordRow};
use super::{Access, Assurance, Level, PatientKey, Role, SignedIn, Standing, Watch};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, PatientId, SessionId};
use crate::platform::vault::{Vault, WRAPPED, WrappedKey};
use crate::schema::{accounts, data_keys, grants, patients};

/// Opens the record with this key for the service itself, as its owner would see it; `None` when the patient is gone.
/// Nothing of it goes to a person but what is asked anew for that person.
pub fn watching(
    conn: &mut Conn,
    vault: &Vault,
    key: PatientKey,
    at: DateTime<Utc>,
) -> DbResult<Option<Access<Watch>>> {
    let found = patients::table
        .left_join(data_keys::table.on(data_keys::subject.eq(patients::id)))
        .filter(patients::key.eq(key.0))
        .select((patients::id, RECORD, WRAPPED.nullable()));
    let found: Option<(PatientId, RecordRow, Option<WrappedKey>)> =
        on_each!(conn, |c| found.first(c)).optional()?;
    let Some((patient, row, sealed_key)) = found else {
        return Ok(None);
    };
    let record = Record::read(row, patient)?;
    let who = SignedIn {
        account: record.owner,
        session: SessionId(uuid::Uuid::nil()),
        role: Role::Patient,
        assurance: Assurance::OneFactor,
        at,
        vault: vault.clone(),
        client_of: None,
    };
    let access = Access::without_keys(who, patient, record, Standing::Patient, true);
    Ok(Some(Access {
        sealed_key,
        ..access
    }))
}

/// Takes the row lock of a record, so that of two instances that look at it one comes after the other.
pub fn lock_watched(conn: &mut Conn, key: PatientKey) -> DbResult<()> {
    match record::owner_of(conn, key)? {
        Some((patient, _)) => record::lock(conn, patient),
        None => Ok(()),
    }
}

/// One of the circle, as they are let in now.
#[derive(Debug, Clone)]
pub struct Follower {
    /// Who.
    pub account: AccountId,
    /// As what.
    pub standing: Standing,
    /// When they were let in.
    pub since: DateTime<Utc>,
    may_see_flags: bool,
}

impl Follower {
    /// A clinician at a site where the patient is enrolled.
    pub fn at_site(account: AccountId, standing: Standing, since: DateTime<Utc>) -> Self {
        Self {
            account,
            standing,
            since,
            may_see_flags: false,
        }
    }

    /// As [`Access::sees_flags`] says it of a caller.
    pub fn sees_flags(&self) -> bool {
        self.may_see_flags || self.standing.level() >= Level::Read
    }
}

/// Everybody in the circle who is let in now and can sign in, the longest first.
pub fn followers<R>(conn: &mut Conn, access: &Access<R>) -> DbResult<Vec<Follower>> {
    type Row = (AccountId, i16, Grant, bool, At);
    let rows: Vec<Row> = grants::table
        .inner_join(accounts::table)
        .filter(grants::patient_key.eq(access.key().0))
        .filter(grants::revoked_at.is_null())
        .filter(accounts::disabled_at.is_null())
        .order((grants::created_at, grants::account_id))
        .select((
            grants::account_id,
            accounts::role,
            (grants::level, grants::relation, grants::acts_from),
            grants::may_see_flags,
            grants::created_at,
        ))
        .load(conn)?;
    let mut followers = Vec::with_capacity(rows.len());
    for (account, role, grant, may_see_flags, since) in rows {
        let role = Role::from_code(role).ok_or_else(|| DbError::corrupt("grant of", account))?;
        if !access.lets_in(role) {
            continue;
        }
        followers.push(Follower {
            account,
            standing: member(grant, access.patient(), access.at())?,
            since: since.into(),
            may_see_flags,
        });
    }
    Ok(followers)
}
