//! The tables `accounts` and `credentials`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::email::EmailAddress;
use super::model::{Account, Person};
use crate::access::Role;
use crate::on_each;
use crate::platform::db::{At, Conn, DbError, DbResult, MultiBackend};
use crate::platform::ids::AccountId;
use crate::schema::{accounts, credentials};

#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
#[diesel(check_for_backend(diesel::pg::Pg, diesel::sqlite::Sqlite, MultiBackend))]
struct AccountRow {
    id: AccountId,
    email: String,
    display_name: String,
    role: i16,
    time_zone: String,
    locale: Option<String>,
    epoch: i32,
    version: i32,
}

impl TryFrom<AccountRow> for Account {
    type Error = DbError;

    fn try_from(row: AccountRow) -> DbResult<Self> {
        let corrupt = || DbError::corrupt("account", row.id);
        Ok(Self {
            id: row.id,
            person: Person {
                email: EmailAddress::parse(&row.email).map_err(|_| corrupt())?,
                display_name: row.display_name,
                role: Role::from_code(row.role).ok_or_else(corrupt)?,
                time_zone: row.time_zone.parse().map_err(|_| corrupt())?,
                locale: row.locale,
            },
            epoch: row.epoch,
            version: row.version,
        })
    }
}

/// Finds an account.
///
/// # Errors
/// When the database is broken.
pub fn find(conn: &mut Conn, id: AccountId) -> DbResult<Option<Account>> {
    accounts::table
        .find(id)
        .select(AccountRow::as_select())
        .first(conn)
        .optional()?
        .map(Account::try_from)
        .transpose()
}

/// Finds the account of somebody who was found a moment ago, in the same transaction.
pub fn get(conn: &mut Conn, id: AccountId) -> DbResult<Account> {
    find(conn, id)?.ok_or_else(|| DbError::corrupt("account", id))
}

/// Whether there is an account with this address.
pub fn is_taken(conn: &mut Conn, email: &EmailAddress) -> DbResult<bool> {
    let found: Option<AccountId> = accounts::table
        .filter(accounts::email.eq(email.as_str()))
        .select(accounts::id)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

/// Makes an account with its password; `None` when the address has one already.
pub fn insert(
    conn: &mut Conn,
    id: AccountId,
    person: Person,
    hash: &str,
    now: DateTime<Utc>,
) -> DbResult<Option<Account>> {
    let insert = diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(id),
            accounts::email.eq(person.email.as_str()),
            accounts::display_name.eq(&person.display_name),
            accounts::role.eq(person.role.code()),
            accounts::time_zone.eq(person.time_zone.name()),
            accounts::locale.eq(&person.locale),
            accounts::epoch.eq(1),
            accounts::version.eq(1),
            accounts::created_at.eq(At::from(now)),
        ))
        .on_conflict(accounts::email)
        .do_nothing();
    if on_each!(conn, |c| insert.execute(c))? == 0 {
        return Ok(None);
    }
    diesel::insert_into(credentials::table)
        .values((
            credentials::account_id.eq(id),
            credentials::hash.eq(hash),
            credentials::changed_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    Ok(Some(Account {
        id,
        person,
        epoch: 1,
        version: 1,
    }))
}

/// Keeps what changed about the person, unless the account is at another version by now.
pub fn update(conn: &mut Conn, account: &Account) -> DbResult<bool> {
    let person = &account.person;
    let kept = diesel::update(accounts::table.find(account.id))
        .filter(accounts::version.eq(account.version))
        .set((
            accounts::display_name.eq(&person.display_name),
            accounts::time_zone.eq(person.time_zone.name()),
            accounts::locale.eq(&person.locale),
            accounts::version.eq(accounts::version + 1),
        ))
        .execute(conn)?;
    Ok(kept == 1)
}

/// How somebody proves who they are.
#[derive(Clone, Queryable)]
pub struct Credential {
    /// Whose.
    pub account: AccountId,
    /// The password's hash, as a PHC string.
    pub hash: String,
    /// When the password was chosen; a stronger hash of the same one leaves it.
    pub changed_at: At,
    disabled_at: Option<At>,
}

impl Credential {
    /// Whether the account may be signed in to at all.
    pub fn is_usable(&self) -> bool {
        self.disabled_at.is_none()
    }
}

type CredentialColumns = (
    credentials::account_id,
    credentials::hash,
    credentials::changed_at,
    accounts::disabled_at,
);
const CREDENTIAL: CredentialColumns = (
    credentials::account_id,
    credentials::hash,
    credentials::changed_at,
    accounts::disabled_at,
);

/// The credential of whoever has this address.
pub fn credential_by_email(conn: &mut Conn, email: &EmailAddress) -> DbResult<Option<Credential>> {
    Ok(credentials::table
        .inner_join(accounts::table)
        .filter(accounts::email.eq(email.as_str()))
        .select(CREDENTIAL)
        .first(conn)
        .optional()?)
}

/// The credential of an account.
pub fn credential_of(conn: &mut Conn, account: AccountId) -> DbResult<Option<Credential>> {
    Ok(credentials::table
        .inner_join(accounts::table)
        .filter(credentials::account_id.eq(account))
        .select(CREDENTIAL)
        .first(conn)
        .optional()?)
}

/// Stores `hash` for the password that `seen` was read with. `false` when another has been chosen
/// since: whoever verified the old one must then not be let in.
pub fn keep_hash(conn: &mut Conn, seen: &Credential, hash: &str) -> DbResult<bool> {
    set_hash(conn, seen, hash, seen.changed_at)
}

/// Stores the hash of a newly chosen password; `false` when another has been chosen since.
pub fn change_hash(
    conn: &mut Conn,
    seen: &Credential,
    hash: &str,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    set_hash(conn, seen, hash, now.into())
}

fn set_hash(conn: &mut Conn, seen: &Credential, hash: &str, at: At) -> DbResult<bool> {
    let kept = diesel::update(credentials::table.find(seen.account))
        .filter(credentials::changed_at.eq(seen.changed_at))
        .set((credentials::hash.eq(hash), credentials::changed_at.eq(at)))
        .execute(conn)?;
    Ok(kept == 1)
}
