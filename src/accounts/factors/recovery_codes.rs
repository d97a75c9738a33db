//! The table `recovery_codes`. Only hashes are kept, with a key that is not in the database.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::recovery_code::{HOW_MANY, RecoveryCode};
use crate::platform::App;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::schema::recovery_codes;

/// What the vault's key is for.
const PURPOSE: &str = "recovery codes";

/// Makes new codes in the place of all before them: shown once, and never again.
pub fn renew(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    now: DateTime<Utc>,
) -> DbResult<Vec<RecoveryCode>> {
    remove(conn, account)?;
    let key = app.vault.mac_key(PURPOSE);
    let mut codes = Vec::new();
    for number in 1..=HOW_MANY {
        let code = RecoveryCode::new(&app.ids, number);
        diesel::insert_into(recovery_codes::table)
            .values((
                recovery_codes::account_id.eq(account),
                recovery_codes::number.eq(number),
                recovery_codes::code_hash.eq(code.hash(&key, account).to_vec()),
                recovery_codes::created_at.eq(At::from(now)),
            ))
            .execute(conn)?;
        codes.push(code);
    }
    Ok(codes)
}

/// Uses `code` up; `false` when it is wrong, or was used already. In one statement, so that of any
/// number at the same time one counts.
pub fn use_up(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    code: &RecoveryCode,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let hash = code.hash(&app.vault.mac_key(PURPOSE), account).to_vec();
    let used = diesel::update(recovery_codes::table.find((account, code.number())))
        .filter(recovery_codes::code_hash.eq(hash))
        .filter(recovery_codes::used_at.is_null())
        .set(recovery_codes::used_at.eq(At::from(now)))
        .execute(conn)?;
    Ok(used == 1)
}

/// How many are left.
pub fn left(conn: &mut Conn, account: AccountId) -> DbResult<i64> {
    Ok(recovery_codes::table
        .filter(recovery_codes::account_id.eq(account))
        .filter(recovery_codes::used_at.is_null())
        .count()
        .get_result(conn)?)
}

/// Whether they were made at `made`, and none was used.
pub fn are_of(conn: &mut Conn, account: AccountId, made: DateTime<Utc>) -> DbResult<bool> {
    let unused: i64 = recovery_codes::table
        .filter(recovery_codes::account_id.eq(account))
        .filter(recovery_codes::created_at.eq(At::from(made)))
        .filter(recovery_codes::used_at.is_null())
        .count()
        .get_result(conn)?;
    Ok(unused == i64::from(HOW_MANY))
}

/// Removes all of them.
pub fn remove(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account)))
        .execute(conn)?;
    Ok(())
}
