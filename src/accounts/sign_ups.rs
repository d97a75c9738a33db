//! The table `sign_ups`: who is about to have an account, and the code that they were sent.
//!
//! One address can have several at once, each with the password that came with it: a person who
//! signs up with another's address cannot smuggle in a password, for the owner's code is not theirs.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::email::EmailAddress;
use super::mailed_code::MailedCode;
use super::model::Person;
use crate::access::Role;
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, Ids, RowId};
use crate::platform::keys::MacKeys;
use crate::platform::secret::{MacKey, same};
use crate::platform::vault::columns::{SIGN_UP_EMAIL, SIGN_UP_NAME};
use crate::platform::vault::{DataKey, Sealed, Vault};
use crate::schema::sign_ups;

/// People read their mail late and type slowly.
const VALID: TimeDelta = TimeDelta::hours(24);

/// How many sign-ups one address has at once; the oldest gives way.
const MOST: i64 = 5;

/// How often a code may be tried from everywhere together: ten times by one network
/// ([`crate::platform::limit::Quota::Code`]), so that it takes ten strangers to use it up, and then
/// the link is left.
const TRIES: i16 = 100;

/// Eight digits, to be read in a mail and typed.
pub struct Code(String);

impl Code {
    /// A code that cannot be foreseen.
    pub fn new(ids: &Ids) -> Self {
        Self(format!("{:08}", ids.below(100_000_000)))
    }

    /// What a person typed: spaces and hyphens are their own.
    pub fn typed(text: &str) -> Self {
        Self(text.replace([' ', '-'], ""))
    }

    /// What is stored of it. The key matters: a plain hash of eight digits hides nothing.
    pub fn hash(&self, keys: &MacKeys, email: &EmailAddress) -> [u8; 32] {
        self.tag(keys.current(), email)
    }

    /// What may be stored of it, with whichever key.
    pub fn hashes(&self, keys: &MacKeys, email: &EmailAddress) -> Vec<[u8; 32]> {
        keys.all().map(|key| self.tag(key, email)).collect()
    }

    fn tag(&self, key: &MacKey, email: &EmailAddress) -> [u8; 32] {
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
    email_index: String,
    email: Sealed,
    display_name: Sealed,
    role: i16,
    time_zone: String,
    locale: Option<String>,
    password_hash: String,
    code_hash: Vec<u8>,
    attempts: i16,
    created_at: At,
    expires_at: At,
    link_hash: Option<Vec<u8>>,
    account_id: Option<AccountId>,
}

/// What a code or a link proves.
pub enum Proof {
    /// Whose account is to be made.
    First(Proven),
    /// It was made with the same code before: the answer was lost.
    Again(AccountId),
}

/// A sign-up whose code was given: the account to make, and the hash of its password.
pub struct Proven {
    id: RowId,
    /// Who.
    pub person: Person,
    /// The hash of the password that came with this sign-up.
    pub password_hash: String,
}

impl SignUpRow {
    fn open(self, key: &DataKey) -> DbResult<Proof> {
        if let Some(account) = self.account_id {
            return Ok(Proof::Again(account));
        }
        let corrupt = || DbError::corrupt("sign-up", self.id);
        let row = self.id.0.as_bytes();
        let email = key.open_text(SIGN_UP_EMAIL, row, &self.email)?;
        Ok(Proof::First(Proven {
            id: self.id,
            person: Person {
                email: EmailAddress::parse(&email).map_err(|_| corrupt())?,
                display_name: key.open_text(SIGN_UP_NAME, row, &self.display_name)?,
                role: Role::from_code(self.role).ok_or_else(corrupt)?,
                time_zone: self.time_zone.parse().map_err(|_| corrupt())?,
                locale: self.locale,
            },
            password_hash: self.password_hash,
        }))
    }
}

/// Keeps a sign-up until its code is given, or its link is followed.
pub fn add(
    conn: &mut Conn,
    vault: &Vault,
    id: RowId,
    person: &Person,
    password_hash: &str,
    (code_hash, link): (&[u8], &MailedCode),
    now: DateTime<Utc>,
) -> DbResult<()> {
    let email_index = person.email.index(vault);
    make_room(conn, &email_index)?;
    let (key, at) = (vault.house_key(conn)?, id.0.as_bytes());
    let row = SignUpRow {
        id,
        email_index,
        email: key.seal(SIGN_UP_EMAIL, at, person.email.as_str().as_bytes())?,
        display_name: key.seal(SIGN_UP_NAME, at, person.display_name.as_bytes())?,
        role: person.role.code(),
        time_zone: person.time_zone.name().to_owned(),
        locale: person.locale.clone(),
        password_hash: password_hash.to_owned(),
        code_hash: code_hash.to_owned(),
        attempts: 0,
        created_at: now.into(),
        expires_at: (now + VALID).into(),
        link_hash: Some(link.hash()),
        account_id: None,
    };
    diesel::insert_into(sign_ups::table)
        .values(&row)
        .execute(conn)?;
    Ok(())
}

fn make_room(conn: &mut Conn, email_index: &str) -> DbResult<()> {
    let too_old: Vec<RowId> = sign_ups::table
        .filter(sign_ups::email_index.eq(email_index))
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
    vault: &Vault,
    email: &EmailAddress,
    code_hashes: &[[u8; 32]],
    now: DateTime<Utc>,
) -> DbResult<Option<Proof>> {
    let tried: Vec<SignUpRow> = diesel::update(sign_ups::table)
        .filter(sign_ups::email_index.eq(email.index(vault)))
        .filter(sign_ups::expires_at.gt(At::from(now)))
        .filter(sign_ups::attempts.lt(TRIES))
        .set(sign_ups::attempts.eq(sign_ups::attempts + 1))
        .returning(sign_ups::all_columns)
        .get_results(conn)?;
    let key = vault.house_key(conn)?;
    tried
        .into_iter()
        .find(|row| code_hashes.iter().any(|hash| same(&row.code_hash, hash)))
        .map(|row| row.open(&key))
        .transpose()
}

/// Finds the sign-up that a link belongs to. It cannot be guessed, so nothing is counted.
pub fn by_link(
    conn: &mut Conn,
    vault: &Vault,
    link: &MailedCode,
    now: DateTime<Utc>,
) -> DbResult<Option<Proof>> {
    let found: Option<SignUpRow> = sign_ups::table
        .filter(sign_ups::link_hash.eq(link.hash()))
        .filter(sign_ups::expires_at.gt(At::from(now)))
        .first(conn)
        .optional()?;
    let key = vault.house_key(conn)?;
    found.map(|row| row.open(&key)).transpose()
}

/// Forgets the sign-ups of an address that has an account now. Of the one that was confirmed it is kept which
/// account it became, as long as its code would have been good.
pub fn confirmed(
    conn: &mut Conn,
    vault: &Vault,
    proven: &Proven,
    account: AccountId,
) -> DbResult<()> {
    let others = sign_ups::email_index.eq(proven.person.email.index(vault));
    let others = others.and(sign_ups::id.ne(proven.id));
    diesel::delete(sign_ups::table.filter(others)).execute(conn)?;
    diesel::update(sign_ups::table.find(proven.id))
        .set((
            sign_ups::account_id.eq(account),
            sign_ups::email.eq(Sealed::nothing()),
            sign_ups::display_name.eq(Sealed::nothing()),
            sign_ups::password_hash.eq(""),
        ))
        .execute(conn)?;
    Ok(())
}

/// Which account another request made of it at the same time, if one did.
pub fn account_of(conn: &mut Conn, proven: &Proven) -> DbResult<Option<AccountId>> {
    let found: Option<Option<AccountId>> = sign_ups::table
        .find(proven.id)
        .select(sign_ups::account_id)
        .first(conn)
        .optional()?;
    Ok(found.flatten())
}

/// Forgets the sign-ups that ended before `before`.
pub fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let ended = sign_ups::expires_at.lt(At::from(before));
    Ok(diesel::delete(sign_ups::table.filter(ended)).execute(conn)?)
}
