//! The table `pending_sign_ins`: who gave the right password, and still owes a second factor.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use secrecy::{ExposeSecret, SecretString};

use crate::accounts::model::Account;
use crate::accounts::open_session::NewDevice;
use crate::platform::App;
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, SessionId};
use crate::platform::secret::{sha256, to_text};
use crate::platform::vault::{Sealed, Vault, columns};
use crate::schema::pending_sign_ins;

/// How long the second factor may take: people look for their phone, and type slowly.
pub const LASTS: TimeDelta = TimeDelta::minutes(10);

/// How often it may be tried.
const TRIES: i16 = 5;

/// What secret scanners know these tokens by.
const PREFIX: &str = "mfa_";

/// A sign-in that still owes a second factor.
pub struct Pending {
    /// Who.
    pub account: AccountId,
    /// The account's epoch when the password was right.
    pub epoch: i32,
    /// Where they are about to sign in.
    pub device: NewDevice,
}

/// Keeps that a sign-in owes a second factor; answers with the token to come back with.
pub fn add(
    conn: &mut Conn,
    app: &App,
    account: &Account,
    device: &NewDevice,
    now: DateTime<Utc>,
) -> DbResult<SecretString> {
    let token = SecretString::from(format!("{PREFIX}{}", to_text(&app.ids.secret::<32>())));
    let name = device.sealed_name(conn, &app.vault, account.id)?;
    diesel::insert_into(pending_sign_ins::table)
        .values((
            pending_sign_ins::id.eq(device.session),
            pending_sign_ins::account_id.eq(account.id),
            pending_sign_ins::epoch.eq(account.epoch),
            pending_sign_ins::token_hash.eq(hash(token.expose_secret())),
            pending_sign_ins::device_name.eq(name),
            pending_sign_ins::address.eq(&device.address),
            pending_sign_ins::attempts.eq(0),
            pending_sign_ins::expires_at.eq(At::from(now + LASTS)),
        ))
        .execute(conn)?;
    Ok(token)
}

type Row = (SessionId, AccountId, i32, Option<Sealed>, String);

/// Counts a try, before it is looked at: whose it is; `None` when the token is unknown, or tried too
/// often, or too old.
pub fn count_try(
    conn: &mut Conn,
    vault: &Vault,
    token: &str,
    now: DateTime<Utc>,
) -> DbResult<Option<Pending>> {
    let counted: Option<Row> = diesel::update(pending_sign_ins::table)
        .filter(pending_sign_ins::token_hash.eq(hash(token)))
        .filter(pending_sign_ins::attempts.lt(TRIES))
        .filter(pending_sign_ins::expires_at.gt(At::from(now)))
        .set(pending_sign_ins::attempts.eq(pending_sign_ins::attempts + 1))
        .returning((
            pending_sign_ins::id,
            pending_sign_ins::account_id,
            pending_sign_ins::epoch,
            pending_sign_ins::device_name,
            pending_sign_ins::address,
        ))
        .get_result(conn)
        .optional()?;
    let Some((session, account, epoch, sealed, address)) = counted else {
        return Ok(None);
    };
    let name = match &sealed {
        None => None,
        Some(sealed) => {
            let key = vault.key_of(conn, account)?.ok_or(DbError::Unopened)?;
            let row = session.0.as_bytes();
            Some(key.open_text(columns::DEVICE_NAME, row, sealed)?)
        }
    };
    let device = NewDevice {
        session,
        name,
        address,
    };
    Ok(Some(Pending {
        account,
        epoch,
        device,
    }))
}

/// Forgets one, which is paid; `false` when another request was first.
pub fn forget(conn: &mut Conn, session: SessionId) -> DbResult<bool> {
    let forgotten = diesel::delete(pending_sign_ins::table.find(session)).execute(conn)?;
    Ok(forgotten == 1)
}

/// Forgets all of `account`: its password has changed.
pub fn forget_all(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    diesel::delete(pending_sign_ins::table.filter(pending_sign_ins::account_id.eq(account)))
        .execute(conn)?;
    Ok(())
}

/// Forgets those that ended before `before`.
pub fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let ended = pending_sign_ins::expires_at.lt(At::from(before));
    Ok(diesel::delete(pending_sign_ins::table.filter(ended)).execute(conn)?)
}

fn hash(token: &str) -> Vec<u8> {
    sha256(token.as_bytes()).to_vec()
}
