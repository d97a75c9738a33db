//! The table `passkeys`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;

use super::response::AuthenticatorData;
use crate::on_each;
use crate::platform::App;
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, PasskeyId};
use crate::platform::vault::{Sealed, Vault, columns};
use crate::schema::passkeys;

/// A passkey of one's own.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Passkey {
    pub(super) id: PasskeyId,
    /// What its authenticator calls it.
    #[serde(skip)]
    #[schema(ignore)]
    pub credential_id: Vec<u8>,
    /// What its owner calls it.
    #[schema(example = "Ada's phone")]
    pub(super) name: String,
    /// How its authenticator is reached.
    #[serde(skip)]
    #[schema(ignore)]
    pub transports: Vec<String>,
    /// Whether it may be on more than one device of theirs.
    synced: bool,
    #[serde(serialize_with = "instant::millis")]
    pub(super) created_at: DateTime<Utc>,
    /// Null before the first time.
    #[serde(serialize_with = "instant::maybe_millis")]
    last_used_at: Option<DateTime<Utc>>,
}

/// A passkey that is being added.
pub struct NewPasskey {
    /// What its owner calls it.
    pub name: String,
    /// What its authenticator calls it.
    pub credential_id: Vec<u8>,
    /// Its public key, as COSE.
    pub public_key: Vec<u8>,
    /// How its authenticator is reached.
    pub transports: Vec<String>,
}

/// Adds one; `None` when an account has it already.
pub fn add(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    new: NewPasskey,
    says: &AuthenticatorData,
    now: DateTime<Utc>,
) -> DbResult<Option<Passkey>> {
    let id: PasskeyId = app.ids.next();
    let key = app.vault.key_for(conn, account)?;
    let name = key.seal(columns::PASSKEY_NAME, id.0.as_bytes(), new.name.as_bytes())?;
    let insert = diesel::insert_into(passkeys::table)
        .values((
            passkeys::id.eq(id),
            passkeys::account_id.eq(account),
            passkeys::credential_id.eq(&new.credential_id),
            passkeys::public_key.eq(&new.public_key),
            passkeys::name.eq(name),
            passkeys::transports.eq(new.transports.join(",")),
            passkeys::sign_count.eq(i64::from(says.sign_count)),
            passkeys::backup_eligible.eq(says.may_be_backed_up()),
            passkeys::backed_up.eq(says.is_backed_up()),
            passkeys::created_at.eq(At::from(now)),
        ))
        .on_conflict(passkeys::credential_id)
        .do_nothing();
    if on_each!(conn, |c| insert.execute(c))? == 0 {
        return Ok(None);
    }
    Ok(Some(Passkey {
        id,
        credential_id: new.credential_id,
        name: new.name,
        transports: new.transports,
        synced: says.may_be_backed_up(),
        created_at: now,
        last_used_at: None,
    }))
}

type Row = (PasskeyId, Vec<u8>, Sealed, String, bool, At, Option<At>);

/// Those of `account`, the oldest first.
pub fn list(conn: &mut Conn, vault: &Vault, account: AccountId) -> DbResult<Vec<Passkey>> {
    let rows: Vec<Row> = passkeys::table
        .filter(passkeys::account_id.eq(account))
        .order(passkeys::id)
        .select((
            passkeys::id,
            passkeys::credential_id,
            passkeys::name,
            passkeys::transports,
            passkeys::backup_eligible,
            passkeys::created_at,
            passkeys::last_used_at,
        ))
        .load(conn)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = vault.key_of(conn, account)?.ok_or(DbError::Unopened)?;
    rows.into_iter()
        .map(
            |(id, credential_id, name, transports, synced, created_at, last_used_at)| {
                let name = key.open_text(columns::PASSKEY_NAME, id.0.as_bytes(), &name)?;
                let named = transports.split(',').filter(|name| !name.is_empty());
                Ok(Passkey {
                    id,
                    credential_id,
                    name,
                    transports: named.map(str::to_owned).collect(),
                    synced,
                    created_at: created_at.into(),
                    last_used_at: last_used_at.map(Into::into),
                })
            },
        )
        .collect()
}

/// How many `account` has.
pub fn count(conn: &mut Conn, account: AccountId) -> DbResult<i64> {
    Ok(passkeys::table
        .filter(passkeys::account_id.eq(account))
        .count()
        .get_result(conn)?)
}

/// What an answer is checked with.
#[derive(Queryable)]
pub struct StoredPasskey {
    /// Which passkey.
    pub id: PasskeyId,
    /// Whose.
    pub account: AccountId,
    /// As COSE.
    pub public_key: Vec<u8>,
    /// Whether it may be on more than one device: that never changes.
    pub may_be_backed_up: bool,
}

/// Finds the passkey that its authenticator calls so.
pub fn find(conn: &mut Conn, credential_id: &[u8]) -> DbResult<Option<StoredPasskey>> {
    Ok(passkeys::table
        .filter(passkeys::credential_id.eq(credential_id))
        .select((
            passkeys::id,
            passkeys::account_id,
            passkeys::public_key,
            passkeys::backup_eligible,
        ))
        .first(conn)
        .optional()?)
}

/// Writes down that it was used; `false` when it does not count on from its last use. In one
/// statement, so that of two uses with one number one counts.
pub fn use_once(
    conn: &mut Conn,
    passkey: PasskeyId,
    says: &AuthenticatorData,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let count = i64::from(says.sign_count);
    // Those that never count stay at zero.
    let goes_on = passkeys::sign_count.lt(count).or(passkeys::sign_count
        .eq(0)
        .and(passkeys::sign_count.eq(count)));
    let used = diesel::update(passkeys::table.find(passkey))
        .filter(goes_on)
        .set((
            passkeys::sign_count.eq(count),
            passkeys::backed_up.eq(says.is_backed_up()),
            passkeys::last_used_at.eq(At::from(now)),
        ))
        .execute(conn)?;
    Ok(used == 1)
}

/// Removes one of `account`; `false` when it has none of that name.
pub fn remove(conn: &mut Conn, account: AccountId, passkey: PasskeyId) -> DbResult<bool> {
    let removed = diesel::delete(passkeys::table.find(passkey))
        .filter(passkeys::account_id.eq(account))
        .execute(conn)?;
    Ok(removed == 1)
}

/// Removes all of `account`.
pub fn remove_all(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    diesel::delete(passkeys::table.filter(passkeys::account_id.eq(account))).execute(conn)?;
    Ok(())
}
