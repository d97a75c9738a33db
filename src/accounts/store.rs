//! The tables `accounts` and `credentials`.

pub mod zones;

use chrono::{DateTime, Utc};
use diesel::dsl::Select;
use diesel::prelude::*;
use uuid::Uuid;

use super::email::EmailAddress;
use super::model::{Account, Person};
use crate::access::{Role, key_of_account};
use crate::on_each;
use crate::platform::clock::Zone;
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, SessionId};
use crate::platform::mail::Recipient;
use crate::platform::vault::columns::{DISPLAY_NAME, EMAIL};
use crate::platform::vault::{DataKey, Sealed, Vault, WRAPPED, WrappedKey};
use crate::platform::words::Language;
use crate::schema::{accounts, credentials};

#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
struct AccountRow {
    id: AccountId,
    email: Sealed,
    display_name: Sealed,
    role: i16,
    time_zone: String,
    locale: Option<String>,
    epoch: i32,
    version: i32,
    disabled_at: Option<At>,
}

impl AccountRow {
    fn open(self, key: &DataKey) -> DbResult<Account> {
        let corrupt = || DbError::corrupt("account", self.id);
        let row = self.id.0.as_bytes();
        let email = key.open_text(EMAIL, row, &self.email)?;
        Ok(Account {
            id: self.id,
            person: Person {
                email: EmailAddress::parse(&email).map_err(|_| corrupt())?,
                display_name: key.open_text(DISPLAY_NAME, row, &self.display_name)?,
                role: Role::from_code(self.role).ok_or_else(corrupt)?,
                time_zone: self.time_zone.parse().map_err(|_| corrupt())?,
                locale: self.locale,
            },
            epoch: self.epoch,
            version: self.version,
            is_disabled: self.disabled_at.is_some(),
        })
    }
}

/// Finds an account; one whose key was destroyed is not there any more.
pub fn find(conn: &mut Conn, vault: &Vault, id: AccountId) -> DbResult<Option<Account>> {
    let found: Option<(AccountRow, WrappedKey)> = accounts::table
        .inner_join(key_of_account!())
        .filter(accounts::id.eq(id))
        .select((AccountRow::as_select(), WRAPPED))
        .first(conn)
        .optional()?;
    found
        .map(|(row, key)| row.open(&vault.unwrap(id, &key)?))
        .transpose()
}

/// As [`find`], for a letter beside work that must not hang on it: an account that cannot be read gets none.
pub fn find_readable(conn: &mut Conn, vault: &Vault, id: AccountId) -> DbResult<Option<Account>> {
    match find(conn, vault, id) {
        Err(error @ (DbError::Corrupt { .. } | DbError::Unopened)) => {
            tracing::warn!(%error, "an account that should be told cannot be read");
            Ok(None)
        }
        found => found,
    }
}

/// Finds an account that was found a moment ago, in the same transaction.
pub fn get(conn: &mut Conn, vault: &Vault, id: AccountId) -> DbResult<Account> {
    find(conn, vault, id)?.ok_or_else(|| DbError::corrupt("account", id))
}

/// Where its owner lives, as they said of their account.
pub fn time_zone_of(conn: &mut Conn, id: AccountId) -> DbResult<Zone> {
    let zone = accounts::table.find(id).select(accounts::time_zone);
    let zone: String = zone.first(conn)?;
    zone.parse().map_err(|_| DbError::corrupt("account", id))
}

/// Waits for whatever else changes how this account is signed in to.
pub fn lock(conn: &mut Conn, id: AccountId) -> DbResult<()> {
    diesel::update(accounts::table.find(id))
        .set(accounts::epoch.eq(accounts::epoch))
        .execute(conn)?;
    Ok(())
}

/// The account with this address.
pub fn id_by_email(
    conn: &mut Conn,
    vault: &Vault,
    email: &EmailAddress,
) -> DbResult<Option<AccountId>> {
    Ok(accounts::table
        .filter(accounts::email_index.eq(email.index(vault)))
        .select(accounts::id)
        .first(conn)
        .optional()?)
}

/// The same, opened.
pub fn find_by_email(
    conn: &mut Conn,
    vault: &Vault,
    email: &EmailAddress,
) -> DbResult<Option<Account>> {
    match id_by_email(conn, vault, email)? {
        Some(id) => find(conn, vault, id),
        None => Ok(None),
    }
}

/// The person at `email`, who asks on the command line: on no device.
pub fn at_no_device(
    conn: &mut Conn,
    vault: &Vault,
    email: &EmailAddress,
) -> DbResult<Option<(AccountId, SessionId)>> {
    let account = id_by_email(conn, vault, email)?;
    Ok(account.map(|account| (account, Uuid::nil().into())))
}

/// Who reads at `email`: in the language of the account that has it, or else in `or`.
pub fn recipient_at(
    conn: &mut Conn,
    vault: &Vault,
    email: &EmailAddress,
    or: Language,
) -> DbResult<Recipient> {
    let known = match id_by_email(conn, vault, email)? {
        Some(id) => find_readable(conn, vault, id)?,
        None => None,
    };
    Ok(known.map_or_else(
        || Recipient {
            address: email.as_str().to_owned(),
            language: or,
        },
        |known| known.person.recipient(),
    ))
}

/// Since when the account waits for its owner to choose a password; `None` once they did.
pub fn waits_since(conn: &mut Conn, account: AccountId) -> DbResult<Option<DateTime<Utc>>> {
    let made: Option<At> = accounts::table
        .left_join(credentials::table)
        .filter(accounts::id.eq(account))
        .filter(credentials::account_id.nullable().is_null())
        .select(accounts::created_at)
        .first(conn)
        .optional()?;
    Ok(made.map(Into::into))
}

/// The accounts whose owners chose a password, for queries of others.
pub fn with_password() -> Select<credentials::table, credentials::account_id> {
    credentials::table.select(credentials::account_id)
}

/// Makes an account, with its password where there is one yet; `None` when the address has one already.
pub fn insert(
    conn: &mut Conn,
    vault: &Vault,
    id: AccountId,
    person: Person,
    hash: Option<&str>,
    now: DateTime<Utc>,
) -> DbResult<Option<Account>> {
    let (key, row) = (vault.key_for(conn, id)?, id.0.as_bytes());
    let name = key.seal(DISPLAY_NAME, row, person.display_name.as_bytes())?;
    let insert = diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(id),
            accounts::email_index.eq(person.email.index(vault)),
            accounts::email.eq(key.seal(EMAIL, row, person.email.as_str().as_bytes())?),
            accounts::display_name.eq(name),
            accounts::role.eq(person.role.code()),
            accounts::time_zone.eq(person.time_zone.name()),
            accounts::locale.eq(&person.locale),
            accounts::epoch.eq(1),
            accounts::version.eq(1),
            accounts::created_at.eq(At::from(now)),
        ))
        .on_conflict(accounts::email_index)
        .do_nothing();
    if on_each!(conn, |c| insert.execute(c))? == 0 {
        vault.destroy(conn, id)?;
        return Ok(None);
    }
    if let Some(hash) = hash {
        add_credential(conn, id, hash, now)?;
    }
    Ok(Some(Account {
        id,
        person,
        epoch: 1,
        version: 1,
        is_disabled: false,
    }))
}

/// Gives an account its first password.
pub fn add_credential(
    conn: &mut Conn,
    account: AccountId,
    hash: &str,
    now: DateTime<Utc>,
) -> DbResult<()> {
    diesel::insert_into(credentials::table)
        .values((
            credentials::account_id.eq(account),
            credentials::hash.eq(hash),
            credentials::changed_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Keeps what changed about the person, unless the account is at another version by now.
pub fn update(conn: &mut Conn, vault: &Vault, account: &Account) -> DbResult<bool> {
    let person = &account.person;
    let (key, row) = (vault.key_for(conn, account.id)?, account.id.0.as_bytes());
    let name = key.seal(DISPLAY_NAME, row, person.display_name.as_bytes())?;
    let kept = diesel::update(accounts::table.find(account.id))
        .filter(accounts::version.eq(account.version))
        .set((
            accounts::display_name.eq(name),
            accounts::time_zone.eq(person.time_zone.name()),
            accounts::locale.eq(&person.locale),
            accounts::version.eq(accounts::version + 1),
        ))
        .execute(conn)?;
    Ok(kept == 1)
}

/// What an account signs in with.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = credentials)]
pub struct Credential {
    /// Whose.
    #[diesel(column_name = account_id)]
    pub account: AccountId,
    /// The password's hash, as a PHC string.
    pub hash: String,
    /// When the password was chosen; a stronger hash of the same one leaves it.
    pub changed_at: At,
    #[diesel(select_expression = accounts::disabled_at)]
    disabled_at: Option<At>,
}

impl Credential {
    /// Whether the account may be signed in to at all.
    pub fn is_usable(&self) -> bool {
        self.disabled_at.is_none()
    }
}

/// The credential of the account with this address.
pub fn credential_by_email(
    conn: &mut Conn,
    vault: &Vault,
    email: &EmailAddress,
) -> DbResult<Option<Credential>> {
    Ok(credentials::table
        .inner_join(accounts::table)
        .filter(accounts::email_index.eq(email.index(vault)))
        .select(Credential::as_select())
        .first(conn)
        .optional()?)
}

/// The credential of an account.
pub fn credential_of(conn: &mut Conn, account: AccountId) -> DbResult<Option<Credential>> {
    Ok(credentials::table
        .inner_join(accounts::table)
        .filter(credentials::account_id.eq(account))
        .select(Credential::as_select())
        .first(conn)
        .optional()?)
}

/// Stores `hash` for the password that `seen` was read with. `false` when another has been chosen
/// since: a sign-in that verified the old one must then not be let in.
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
