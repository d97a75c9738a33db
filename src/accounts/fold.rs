//! Finds every account by its address as people see it: earlier versions told `Özlem@` from `özlem@`.

use diesel::prelude::*;
use uuid::Uuid;

use super::email::EmailAddress;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::vault::columns::EMAIL;
use crate::platform::vault::{Sealed, Vault};
use crate::schema::accounts;

/// So many are held in memory at once.
const BATCH: i64 = 500;

/// Makes the index of each address anew. Where two people have what is one address now, the one who is
/// found by it stays so; the other is told of in the log, and finds their diary with a passkey alone.
///
/// Fails when the database is broken. An address that cannot be opened is passed over.
pub fn fold_addresses(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    let mut last = AccountId(Uuid::nil());
    loop {
        let batch: Vec<(AccountId, String, Sealed)> = accounts::table
            .filter(accounts::id.gt(last))
            .order(accounts::id)
            .limit(BATCH)
            .select((accounts::id, accounts::email_index, accounts::email))
            .load(conn)?;
        let Some((newest, _, _)) = batch.last() else {
            return Ok(());
        };
        last = *newest;
        for (id, found_by, sealed) in batch {
            fold(conn, vault, (id, &found_by, &sealed))?;
        }
    }
}

fn fold(
    conn: &mut Conn,
    vault: &Vault,
    (id, found_by, sealed): (AccountId, &str, &Sealed),
) -> DbResult<()> {
    let Some(key) = vault.key_of(conn, id)? else {
        // Erased.
        return Ok(());
    };
    let opened = key.open_text(EMAIL, id.0.as_bytes(), sealed).ok();
    let Some(address) = opened.and_then(|text| EmailAddress::parse(&text).ok()) else {
        tracing::error!(account = %id, "an address cannot be read, and is found as before");
        return Ok(());
    };
    let index = address.index(vault);
    if index == found_by {
        return Ok(());
    }
    let taken: i64 = accounts::table
        .filter(accounts::email_index.eq(&index))
        .count()
        .get_result(conn)?;
    if taken > 0 {
        tracing::error!(account = %id, "two accounts have one address now: this is not found by it");
        return Ok(());
    }
    diesel::update(accounts::table.find(id))
        .set((
            accounts::email_index.eq(index),
            accounts::email.eq(key.seal(EMAIL, id.0.as_bytes(), address.as_str().as_bytes())?),
        ))
        .execute(conn)?;
    Ok(())
}
