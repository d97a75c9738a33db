//! The table `consents`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::model::{Consent, Decision, GivenBy, Method, Purpose};
use crate::access::SignedIn;
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::RowId;
use crate::platform::vault::columns::CONSENT_BASIS;
use crate::platform::vault::{DataKey, Sealed};
use crate::schema::consents;

type Row = (
    RowId,
    (i16, bool, String, Vec<u8>),
    (String, i16, i16, Option<Sealed>),
    At,
);

/// Keeps a decision.
pub fn add(conn: &mut Conn, who: &SignedIn, id: RowId, decision: &Decision) -> DbResult<()> {
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
            consents::policy.eq(&decision.policy_version),
            consents::policy_hash.eq(decision.policy_sha256.as_slice()),
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
pub fn first_of_newest(
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
pub fn is_given(conn: &mut Conn, who: &SignedIn, purpose: Purpose) -> DbResult<bool> {
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
pub fn list(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Consent>> {
    let rows: Vec<Row> = consents::table
        .filter(consents::account_id.eq(who.account()))
        .order(consents::id.desc())
        .select(columns!())
        .load(conn)?;
    let key = who.vault().key_for(conn, who.account())?;
    rows.into_iter().map(|row| read(&key, row)).collect()
}

/// The newest decision of the caller on `purpose`.
pub fn last(conn: &mut Conn, who: &SignedIn, purpose: Purpose) -> DbResult<Option<Consent>> {
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
            policy_version: policy,
            policy_sha256: hash.try_into().map_err(|_| corrupt())?,
            language,
            method: Method::from_code(method).ok_or_else(corrupt)?,
            given_by: GivenBy::from_code(given_by).ok_or_else(corrupt)?,
            basis: basis.transpose()?,
        },
        at: at.into(),
    })
}
