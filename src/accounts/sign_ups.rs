//! The table `sign_ups`: who is about to have an account, and the code that they were sent.
//!
//! One address can have several at once, each with the password that came with it: somebody who
//! signs up with another's address cannot smuggle in a password, for the owner's code is not theirs.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::email::EmailAddress;
use super::model::Person;
use crate::access::Role;
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::{Ids, RowId};
use crate::platform::secret::{MacKey, same};
use crate::schema::sign_ups;

/// People read their mail late and type slowly.
const VALID: TimeDelta = TimeDelta::hours(24);

/// How many sign-ups one address has at once; the oldest gives way.
const MOST: i64 = 5;

/// How often a code may be tried.
const TRIES: i16 = 10;

/// Eight digits, to be read in a mail and typed.
pub struct Code(String);

impl Code {
    /// A code that nobody can foresee.
    #[must_use]
    pub fn new(ids: &Ids) -> Self {
        Self(format!("{:08}", ids.below(100_000_000)))
    }

    /// What somebody typed: spaces and hyphens are their own.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.replace([' ', '-'], ""))
    }

    /// What is stored of it. The key matters: a plain hash of eight digits hides nothing.
    #[must_use]
    pub fn hash(&self, key: &MacKey, email: &EmailAddress) -> [u8; 32] {
        key.tag(&[b"sign_up", email.as_str().as_bytes(), self.0.as_bytes()])
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = sign_ups)]
struct SignUpRow {
    id: RowId,
    email: String,
    display_name: String,
    role: i16,
    time_zone: String,
    locale: Option<String>,
    password_hash: String,
    code_hash: Vec<u8>,
    attempts: i16,
    created_at: At,
    expires_at: At,
}

/// A sign-up whose code was given: the account to make, and the hash of its password.
pub struct Proven {
    /// Who.
    pub person: Person,
    /// The hash of the password that came with this sign-up.
    pub password_hash: String,
}

impl TryFrom<SignUpRow> for Proven {
    type Error = DbError;

    fn try_from(row: SignUpRow) -> DbResult<Self> {
        let corrupt = || DbError::corrupt("sign-up", row.id);
        Ok(Self {
            person: Person {
                email: EmailAddress::parse(&row.email).map_err(|_| corrupt())?,
                display_name: row.display_name,
                role: Role::from_code(row.role).ok_or_else(corrupt)?,
                time_zone: row.time_zone.parse().map_err(|_| corrupt())?,
                locale: row.locale,
            },
            password_hash: row.password_hash,
        })
    }
}

/// Keeps a sign-up until its code is given.
pub fn add(
    conn: &mut Conn,
    id: RowId,
    person: &Person,
    password_hash: &str,
    code_hash: &[u8],
    now: DateTime<Utc>,
) -> DbResult<()> {
    make_room(conn, &person.email)?;
    let row = SignUpRow {
        id,
        email: person.email.as_str().to_owned(),
        display_name: person.display_name.clone(),
        role: person.role.code(),
        time_zone: person.time_zone.name().to_owned(),
        locale: person.locale.clone(),
        password_hash: password_hash.to_owned(),
        code_hash: code_hash.to_owned(),
        attempts: 0,
        created_at: now.into(),
        expires_at: (now + VALID).into(),
    };
    diesel::insert_into(sign_ups::table)
        .values(&row)
        .execute(conn)?;
    Ok(())
}

fn make_room(conn: &mut Conn, email: &EmailAddress) -> DbResult<()> {
    let too_old: Vec<RowId> = sign_ups::table
        .filter(sign_ups::email.eq(email.as_str()))
        .order((sign_ups::created_at.desc(), sign_ups::id.desc()))
        .select(sign_ups::id)
        .limit(i64::from(u16::MAX))
        .offset(MOST - 1)
        .load(conn)?;
    for id in too_old {
        diesel::delete(sign_ups::table.find(id)).execute(conn)?;
    }
    Ok(())
}

/// Tries a code: the sign-up that it belongs to, if any. The try counts for every sign-up of the
/// address, before the code is compared.
pub fn try_code(
    conn: &mut Conn,
    email: &EmailAddress,
    code_hash: &[u8],
    now: DateTime<Utc>,
) -> DbResult<Option<Proven>> {
    let tried: Vec<SignUpRow> = diesel::update(sign_ups::table)
        .filter(sign_ups::email.eq(email.as_str()))
        .filter(sign_ups::expires_at.gt(At::from(now)))
        .filter(sign_ups::attempts.lt(TRIES))
        .set(sign_ups::attempts.eq(sign_ups::attempts + 1))
        .returning(sign_ups::all_columns)
        .get_results(conn)?;
    tried
        .into_iter()
        .find(|row| same(&row.code_hash, code_hash))
        .map(Proven::try_from)
        .transpose()
}

/// Forgets the sign-ups of an address that has an account now.
pub fn forget(conn: &mut Conn, email: &EmailAddress) -> DbResult<()> {
    diesel::delete(sign_ups::table.filter(sign_ups::email.eq(email.as_str()))).execute(conn)?;
    Ok(())
}

/// Forgets the sign-ups that ended before `before`.
pub fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<()> {
    diesel::delete(sign_ups::table.filter(sign_ups::expires_at.lt(At::from(before))))
        .execute(conn)?;
    Ok(())
}
