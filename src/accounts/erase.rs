//! Forgets the owner of an account. Its id stays: others' diaries name it as an author.

use diesel::prelude::*;

use super::store;
use crate::access::{Erasing, sessions};
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::vault::columns::EMAIL;
use crate::platform::vault::{Sealed, Vault};
use crate::schema::{account_codes, accounts, credentials, sign_ups};
use crate::schema::{factor_resets, passkeys, pending_sign_ins, recovery_codes, totp_factors};

/// Ends every session, takes the password and every other factor away, frees the address, and destroys the key of the
/// person.
pub fn erase(conn: &mut Conn, vault: &Vault, gone: &Erasing) -> DbResult<()> {
    let account = gone.account();
    part_from_stand_in(conn, vault, account)?;
    sessions::forget_all(conn, gone)?;
    diesel::delete(credentials::table.find(account)).execute(conn)?;
    let codes = account_codes::account_id.eq(account);
    diesel::delete(account_codes::table.filter(codes)).execute(conn)?;
    let confirmed = sign_ups::account_id.eq(account);
    diesel::delete(sign_ups::table.filter(confirmed)).execute(conn)?;
    let factors = totp_factors::account_id.eq(account);
    diesel::delete(totp_factors::table.filter(factors)).execute(conn)?;
    let codes = recovery_codes::account_id.eq(account);
    diesel::delete(recovery_codes::table.filter(codes)).execute(conn)?;
    diesel::delete(passkeys::table.filter(passkeys::account_id.eq(account))).execute(conn)?;
    diesel::delete(factor_resets::table.find(account)).execute(conn)?;
    let begun = pending_sign_ins::account_id.eq(account);
    diesel::delete(pending_sign_ins::table.filter(begun)).execute(conn)?;
    diesel::update(accounts::table.find(account))
        .set((
            accounts::email_index.eq(erased(account)),
            accounts::email.eq(Sealed::nothing()),
            accounts::display_name.eq(Sealed::nothing()),
            accounts::time_zone.eq("UTC"),
            accounts::locale.eq(None::<String>),
            accounts::epoch.eq(accounts::epoch + 1),
            accounts::version.eq(accounts::version + 1),
            accounts::disabled_at.eq(At::from(gone.at())),
        ))
        .execute(conn)?;
    vault.destroy(conn, account)?;
    Ok(())
}

/// What stands in the lists of clinics for the account stays there, and is found by its address no more.
fn part_from_stand_in(conn: &mut Conn, vault: &Vault, account: AccountId) -> DbResult<()> {
    let Some(gone) = store::find_readable(conn, vault, account)? else {
        return Ok(());
    };
    let stand_in = gone.person.email.stand_in(vault);
    let Some(id) = store::id_by_email(conn, vault, &stand_in)? else {
        return Ok(());
    };
    let nowhere = format!("{id}@stand-in.invalid");
    let key = vault.key_for(conn, id)?;
    diesel::update(accounts::table.find(id))
        .set((
            accounts::email_index.eq(erased(id)),
            accounts::email.eq(key.seal(EMAIL, id.0.as_bytes(), nowhere.as_bytes())?),
        ))
        .execute(conn)?;
    Ok(())
}

/// What no address is found by.
fn erased(account: AccountId) -> String {
    format!("erased {account}")
}

/// Whether there is such an account, and it is not erased. It opens nothing.
pub fn is_known(conn: &mut Conn, account: AccountId) -> DbResult<bool> {
    let found: Option<AccountId> = accounts::table
        .find(account)
        .filter(accounts::email_index.ne(erased(account)))
        .select(accounts::id)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}
