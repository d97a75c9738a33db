//! The end of an account, as a type: what removes a person's data takes it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{PatientKey, record};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{AccountId, PatientId};
use crate::schema::accounts;

/// Proof that an account is being erased, made by [`to_erase`] once its owner's time has come.
///
/// It lives no longer than the transaction that made it.
#[derive(Debug)]
pub struct Erasing {
    account: AccountId,
    email_index: String,
    diary: Option<(PatientId, PatientKey)>,
    at: DateTime<Utc>,
}

impl Erasing {
    /// Who.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// What their address is found by.
    pub fn email_index(&self) -> &str {
        &self.email_index
    }

    /// Their own diary, when they are a patient.
    pub fn diary(&self) -> Option<(PatientId, PatientKey)> {
        self.diary
    }

    /// When.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }
}

/// Begins to erase `account`, with the row lock of its diary; `None` when there is no such account.
pub fn to_erase(
    conn: &mut Conn,
    account: AccountId,
    at: DateTime<Utc>,
) -> DbResult<Option<Erasing>> {
    let diary = record::kept_by(conn, account)?;
    if let Some((patient, _)) = diary {
        record::lock(conn, patient)?;
    }
    let email_index: Option<String> = accounts::table
        .find(account)
        .select(accounts::email_index)
        .first(conn)
        .optional()?;
    Ok(email_index.map(|email_index| Erasing {
        account,
        email_index,
        diary,
        at,
    }))
}
