//! The table `account_codes`: codes that were mailed to the owner of an account, to be brought back.
//!
//! There is one of each purpose, so a newer one takes the place of the one before. Only hashes are
//! kept, and bringing a code back uses it up in the same statement that finds it. A used one stays until its
//! end, so that what was sent again after a lost answer is known.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::mailed_code::MailedCode;
use crate::on_each;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::schema::account_codes;

/// What a code is for: it is good for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Choosing a new password instead of a forgotten one.
    PasswordReset,
    /// Choosing the first password of an account that the operator made.
    Activation,
}

impl Purpose {
    /// How it is stored.
    fn code(self) -> i16 {
        match self {
            Self::PasswordReset => 1,
            Self::Activation => 2,
        }
    }

    /// How long a code is good.
    pub fn lasts(self) -> TimeDelta {
        match self {
            Self::PasswordReset => TimeDelta::minutes(30),
            Self::Activation => TimeDelta::days(7),
        }
    }
}

/// Keeps `code` in the place of any before it.
pub fn put(
    conn: &mut Conn,
    account: AccountId,
    purpose: Purpose,
    code: &MailedCode,
    now: DateTime<Utc>,
) -> DbResult<()> {
    let hash = code.hash();
    let mailed = (
        account_codes::code_hash.eq(&hash),
        account_codes::created_at.eq(At::from(now)),
        account_codes::expires_at.eq(At::from(now + purpose.lasts())),
        account_codes::used_at.eq(None::<At>),
    );
    let upsert = diesel::insert_into(account_codes::table)
        .values((
            account_codes::account_id.eq(account),
            account_codes::purpose.eq(purpose.code()),
            mailed,
        ))
        .on_conflict((account_codes::account_id, account_codes::purpose))
        .do_update()
        .set(mailed);
    on_each!(conn, |c| upsert.execute(c))?;
    Ok(())
}

/// What makes a code the one that was mailed, and not at its end: said once.
macro_rules! mailed {
    ($account:expr, $purpose:expr, $code:expr, $now:expr) => {
        account_codes::account_id
            .eq($account)
            .and(account_codes::purpose.eq($purpose.code()))
            .and(account_codes::code_hash.eq($code.hash()))
            .and(account_codes::expires_at.gt(At::from($now)))
    };
}

/// Whether `code` is the one that was mailed, and was neither used up nor forgotten.
pub fn is_good(
    conn: &mut Conn,
    account: AccountId,
    purpose: Purpose,
    code: &MailedCode,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    Ok(used(conn, account, purpose, code, now)? == Some(false))
}

/// Whether `code`, of which it is not the end yet, was used up; `None` where it is not the one that was mailed.
pub fn used(
    conn: &mut Conn,
    account: AccountId,
    purpose: Purpose,
    code: &MailedCode,
    now: DateTime<Utc>,
) -> DbResult<Option<bool>> {
    let found = account_codes::table.filter(mailed!(account, purpose, code, now));
    let used: Option<Option<At>> = found
        .select(account_codes::used_at)
        .first(conn)
        .optional()?;
    Ok(used.map(|at| at.is_some()))
}

/// Uses `code` up; `false` when it is not the one that was mailed, or not good any more.
pub fn use_up(
    conn: &mut Conn,
    account: AccountId,
    purpose: Purpose,
    code: &MailedCode,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let used = diesel::update(account_codes::table)
        .filter(mailed!(account, purpose, code, now))
        .filter(account_codes::used_at.is_null())
        .set(account_codes::used_at.eq(At::from(now)))
        .execute(conn)?;
    Ok(used == 1)
}

/// Forgets the code of this purpose, if there is one.
pub fn forget(conn: &mut Conn, account: AccountId, purpose: Purpose) -> DbResult<()> {
    diesel::delete(account_codes::table.find((account, purpose.code()))).execute(conn)?;
    Ok(())
}

/// Forgets the codes that ended before `before`.
pub fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let ended = account_codes::expires_at.lt(At::from(before));
    Ok(diesel::delete(account_codes::table.filter(ended)).execute(conn)?)
}
