//! What people are called, as it is stored: sealed under a key of their own.

use std::collections::HashMap;

use diesel::dsl::Nullable;
use diesel::prelude::*;

use super::{Access, Right, Role};
use crate::platform::db::{Conn, DbError, DbResult, on_each};
use crate::platform::ids::AccountId;
use crate::platform::vault::{DataKey, Sealed, Vault, WRAPPED, WrappedKey, columns};
use crate::schema::{accounts, data_keys};

type Columns = (
    accounts::display_name,
    Nullable<(data_keys::kek, data_keys::wrapped)>,
);

/// What a query selects of `accounts` with `data_keys` left-joined, see [`key_of_account!`].
pub fn sealed_name() -> Columns {
    (accounts::display_name, WRAPPED.nullable())
}

/// The role of an account that a query joins.
pub const ROLE: accounts::role = accounts::role;

/// Joins an account with its key.
macro_rules! key_of_account {
    () => {
        crate::schema::data_keys::table
            .on(crate::schema::data_keys::subject.eq(crate::schema::accounts::id))
    };
}
pub(crate) use key_of_account;

/// Joins rows with the account that each belongs to or was written by, for [`sealed_name`] and [`ROLE`].
macro_rules! with_author {
    ($rows:expr) => {
        $rows
            .inner_join(crate::schema::accounts::table)
            .left_join(crate::access::key_of_account!())
    };
}
pub(crate) use with_author;

/// A name that only the vault reads.
#[derive(Debug, Clone, Queryable)]
pub struct SealedName {
    name: Sealed,
    key: Option<WrappedKey>,
}

/// The name of an author whose account was erased.
const FORMER: &str = "former caregiver";

impl SealedName {
    /// What `account` is called.
    pub fn open(&self, vault: &Vault, account: AccountId) -> DbResult<String> {
        self.open_with(self.key(vault, account)?.as_ref(), account)
    }

    /// The key of `account`, unless it was erased.
    pub fn key(&self, vault: &Vault, account: AccountId) -> DbResult<Option<DataKey>> {
        let key = self.key.as_ref();
        key.map(|key| vault.unwrap(account, key)).transpose()
    }

    /// What `account` is called, by its key.
    pub fn open_with(&self, key: Option<&DataKey>, account: AccountId) -> DbResult<String> {
        let row = account.0.as_bytes();
        key.map_or_else(
            || Ok(FORMER.to_owned()),
            |key| key.open_text(columns::DISPLAY_NAME, row, &self.name),
        )
    }
}

/// As what each of these accounts signs in.
pub fn roles_of(
    conn: &mut Conn,
    accounts: impl IntoIterator<Item = AccountId>,
) -> DbResult<HashMap<AccountId, Role>> {
    let rows: Vec<(AccountId, i16)> = accounts::table
        .filter(accounts::id.eq_any(accounts))
        .select((accounts::id, accounts::role))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, role)| {
            let role = Role::from_code(role).ok_or_else(|| DbError::corrupt("account", id))?;
            Ok((id, role))
        })
        .collect()
}

/// What the patient is called whose record `access` opens.
pub fn patient_name(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<String> {
    let name = accounts::table
        .left_join(key_of_account!())
        .filter(accounts::id.eq(access.owner()))
        .select(sealed_name());
    let name: SealedName = on_each!(conn, |c| name.first(c))?;
    name.open(access.who().vault(), access.owner())
}
