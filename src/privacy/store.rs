//! The tables `consents` and `erasures`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::model::{Consent, Decision, Erasure, GivenBy, Method, Purpose};
use crate::access::{Erasing, SignedIn};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, RowId};
use crate::platform::vault::columns::CONSENT_BASIS;
use crate::platform::vault::{DataKey, Sealed};
use crate::schema::{consents, erasures};

type Row = (
    RowId,
    (i16, bool, String, Vec<u8>),
    (String, i16, i16, Option<Sealed>),
    At,
);

/// Keeps a decision.
pub(super) fn add(conn: &mut Conn, who: &SignedIn, id: RowId, decision: &Decision) -> DbResult<()> {
    let basis = match &decision.basis {
        Some(basis) => {
            let key = who.vault().key_for(conn, who.account())?;
            Some(key.seal(CONSENT_BASIS, id.0.as_bytes(), basis.as_bytes())?)
        }
        None => None,
    };
    diesel::insert_into(consents::table)
        .values((
            consents::id.eq(id),
            consents::account_id.eq(who.account()),
            consents::purpose.eq(decision.purpose.code()),
            consents::given.eq(decision.given),
            consents::policy.eq(&decision.policy),
            consents::policy_hash.eq(decision.policy_hash.as_slice()),
            consents::language.eq(&decision.language),
            consents::method.eq(decision.method.code()),
            consents::given_by.eq(decision.given_by.code()),
            consents::basis.eq(basis),
            consents::at.eq(At::from(who.at())),
        ))
        .execute(conn)?;
    Ok(())
}

/// When the first of the newest `count` decisions was taken; `None` where there are fewer.
pub(super) fn first_of_newest(
    conn: &mut Conn,
    who: &SignedIn,
    count: u32,
) -> DbResult<Option<DateTime<Utc>>> {
    let at: Option<At> = consents::table
        .filter(consents::account_id.eq(who.account()))
        .order(consents::id.desc())
        .offset(i64::from(count) - 1)
        .limit(1)
        .select(consents::at)
        .first(conn)
        .optional()?;
    Ok(at.map(Into::into))
}

/// Whether the newest decision on `purpose` agrees; so too while there was no decision to take back.
pub(super) fn is_given(conn: &mut Conn, who: &SignedIn, purpose: Purpose) -> DbResult<bool> {
    let given: Option<bool> = consents::table
        .filter(consents::account_id.eq(who.account()))
        .filter(consents::purpose.eq(purpose.code()))
        .order(consents::id.desc())
        .select(consents::given)
        .first(conn)
        .optional()?;
    Ok(given.unwrap_or(true))
}

/// The columns of [`Row`].
macro_rules! columns {
    () => {
        (
            consents::id,
            (
                consents::purpose,
                consents::given,
                consents::policy,
                consents::policy_hash,
            ),
            (
                consents::language,
                consents::method,
                consents::given_by,
                consents::basis,
            ),
            consents::at,
        )
    };
}

/// Every decision of the caller, newest first.
pub(super) fn list(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Consent>> {
    let rows: Vec<Row> = consents::table
        .filter(consents::account_id.eq(who.account()))
        .order(consents::id.desc())
        .select(columns!())
        .load(conn)?;
    let key = who.vault().key_for(conn, who.account())?;
    rows.into_iter().map(|row| read(&key, row)).collect()
}

/// The newest decision of the caller on `purpose`.
pub(super) fn last(conn: &mut Conn, who: &SignedIn, purpose: Purpose) -> DbResult<Option<Consent>> {
    let row: Option<Row> = consents::table
        .filter(consents::account_id.eq(who.account()))
        .filter(consents::purpose.eq(purpose.code()))
        .order(consents::id.desc())
        .select(columns!())
        .first(conn)
        .optional()?;
    let key = who.vault().key_for(conn, who.account())?;
    row.map(|row| read(&key, row)).transpose()
}

fn read(key: &DataKey, (id, shown, said, at): Row) -> DbResult<Consent> {
    let corrupt = || DbError::corrupt("consent", id);
    let ((purpose, given, policy, hash), (language, method, given_by, basis)) = (shown, said);
    let basis = basis.map(|basis| key.open_text(CONSENT_BASIS, id.0.as_bytes(), &basis));
    Ok(Consent {
        id,
        decision: Decision {
            purpose: Purpose::from_code(purpose).ok_or_else(corrupt)?,
            given,
            policy,
            policy_hash: hash.try_into().map_err(|_| corrupt())?,
            language,
            method: Method::from_code(method).ok_or_else(corrupt)?,
            given_by: GivenBy::from_code(given_by).ok_or_else(corrupt)?,
            basis: basis.transpose()?,
        },
        at: at.into(),
    })
}

/// When the caller is to be forgotten, if they asked.
pub(super) fn erasure_of(conn: &mut Conn, who: &SignedIn) -> DbResult<Option<Erasure>> {
    let found: Option<(At, At)> = erasures::table
        .find(who.account())
        .select((erasures::asked_at, erasures::due_at))
        .first(conn)
        .optional()?;
    Ok(found.map(|(asked_at, due_at)| Erasure {
        asked_at: asked_at.into(),
        due_at: due_at.into(),
    }))
}

/// Notes that they asked; `false` when they had before, which stays as it is.
pub(super) fn ask(conn: &mut Conn, who: &SignedIn, erasure: Erasure) -> DbResult<bool> {
    let insert = diesel::insert_into(erasures::table)
        .values((
            erasures::account_id.eq(who.account()),
            erasures::asked_at.eq(At::from(erasure.asked_at)),
            erasures::due_at.eq(At::from(erasure.due_at)),
        ))
        .on_conflict(erasures::account_id)
        .do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

/// Notes that who asked until `asked_by` stays; `false` when they had not, or it has begun.
pub(super) fn take_back(
    conn: &mut Conn,
    account: AccountId,
    asked_by: DateTime<Utc>,
) -> DbResult<bool> {
    let taken = diesel::delete(erasures::table.find(account))
        .filter(erasures::begun_at.is_null())
        .filter(erasures::asked_at.le(At::from(asked_by)))
        .execute(conn)?;
    Ok(taken == 1)
}

/// Those whose time has come.
pub(super) fn due(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Vec<AccountId>> {
    Ok(erasures::table
        .filter(erasures::due_at.le(At::from(now)))
        .order(erasures::due_at)
        .select(erasures::account_id)
        .load(conn)?)
}

/// Begins where the time of `account` has come, so that it is not taken back any more; `false` where it
/// was taken back.
pub(super) fn begin(conn: &mut Conn, account: AccountId, now: DateTime<Utc>) -> DbResult<bool> {
    diesel::update(erasures::table.find(account))
        .filter(erasures::due_at.le(At::from(now)))
        .filter(erasures::begun_at.is_null())
        .set(erasures::begun_at.eq(At::from(now)))
        .execute(conn)?;
    has_begun(conn, account)
}

/// Whether the erasure of `account` has begun.
pub(super) fn has_begun(conn: &mut Conn, account: AccountId) -> DbResult<bool> {
    let begun = erasures::table
        .find(account)
        .filter(erasures::begun_at.is_not_null())
        .select(erasures::account_id);
    let found: Option<AccountId> = match conn {
        Conn::Pg(conn) => begun.for_update().first(conn).optional()?,
        Conn::Sqlite(conn) => begun.first(conn).optional()?,
    };
    Ok(found.is_some())
}

/// Forgets that they asked: it is done.
pub(super) fn done(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    diesel::delete(erasures::table.find(gone.account())).execute(conn)?;
    Ok(())
}

/// How many wait to be erased.
pub fn waiting(conn: &mut Conn) -> DbResult<usize> {
    let count: i64 = erasures::table.count().get_result(conn)?;
    Ok(usize::try_from(count).unwrap_or_default())
}
