//! Seals what version 0.1 kept in the clear: addresses, names of people and of devices.

use diesel::prelude::*;

use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{AccountId, RowId, SessionId};
use crate::platform::vault::columns::{
    DEVICE_NAME, DISPLAY_NAME, EMAIL, SIGN_UP_EMAIL, SIGN_UP_NAME,
};
use crate::platform::vault::{Sealed, Vault};

mod between {
    //! The tables between the two migrations: sealed columns beside plain ones. An index still holds
    //! the address itself.

    diesel::table! {
        use crate::platform::db::Id;
        use diesel::sql_types::{Binary, Text};

        accounts (id) {
            id -> Id,
            email_index -> Text,
            email -> Binary,
            display_name_plain -> Text,
            display_name -> Binary,
        }
    }

    diesel::table! {
        use crate::platform::db::Id;
        use diesel::sql_types::{Binary, Text};

        sign_ups (id) {
            id -> Id,
            email_index -> Text,
            email -> Binary,
            display_name_plain -> Text,
            display_name -> Binary,
        }
    }

    diesel::table! {
        use crate::platform::db::Id;
        use diesel::sql_types::{Binary, Nullable, Text};

        sessions (id) {
            id -> Id,
            account_id -> Id,
            device_name_plain -> Nullable<Text>,
            device_name -> Nullable<Binary>,
        }
    }
}
use between::{accounts, sessions, sign_ups};

/// Seals every account, sign-up and session.
pub fn seal_plain(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    seal_accounts(conn, vault)?;
    seal_sign_ups(conn, vault)?;
    seal_sessions(conn, vault)
}

fn seal_accounts(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    let plain: Vec<(AccountId, String, String)> = accounts::table
        .select((
            accounts::id,
            accounts::email_index,
            accounts::display_name_plain,
        ))
        .load(conn)?;
    for (id, email, name) in plain {
        let (key, row) = (vault.key_for(conn, id)?, id.0.as_bytes());
        diesel::update(accounts::table.find(id))
            .set((
                accounts::email_index.eq(vault.index(EMAIL, &email)),
                accounts::email.eq(key.seal(EMAIL, row, email.as_bytes())?),
                accounts::display_name.eq(key.seal(DISPLAY_NAME, row, name.as_bytes())?),
                accounts::display_name_plain.eq(""),
            ))
            .execute(conn)?;
    }
    Ok(())
}

fn seal_sign_ups(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    let plain: Vec<(RowId, String, String)> = sign_ups::table
        .select((
            sign_ups::id,
            sign_ups::email_index,
            sign_ups::display_name_plain,
        ))
        .load(conn)?;
    let key = vault.house_key(conn)?;
    for (id, email, name) in plain {
        let row = id.0.as_bytes();
        diesel::update(sign_ups::table.find(id))
            .set((
                sign_ups::email_index.eq(vault.index(EMAIL, &email)),
                sign_ups::email.eq(key.seal(SIGN_UP_EMAIL, row, email.as_bytes())?),
                sign_ups::display_name.eq(key.seal(SIGN_UP_NAME, row, name.as_bytes())?),
                sign_ups::display_name_plain.eq(""),
            ))
            .execute(conn)?;
    }
    Ok(())
}

fn seal_sessions(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    let plain: Vec<(SessionId, AccountId, Option<String>)> = sessions::table
        .filter(sessions::device_name_plain.is_not_null())
        .select((
            sessions::id,
            sessions::account_id,
            sessions::device_name_plain,
        ))
        .load(conn)?;
    for (id, account, name) in plain {
        let key = vault.key_for(conn, account)?;
        let name = name.unwrap_or_default();
        let sealed: Sealed = key.seal(DEVICE_NAME, id.0.as_bytes(), name.as_bytes())?;
        diesel::update(sessions::table.find(id))
            .set((
                sessions::device_name.eq(Some(sealed)),
                sessions::device_name_plain.eq(None::<String>),
            ))
            .execute(conn)?;
    }
    Ok(())
}
