//! Looks up how somebody stands to a patient. What makes a grant active is said once, here.

use diesel::prelude::*;

use super::{Level, Relation, Standing};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, PatientId};
use crate::schema::{grants, patients};

/// A patient's key inside the database; never shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PatientKey(pub i64);

/// Takes the row lock of `patient` until the transaction ends. SQLite has one writer and needs none.
pub(super) fn lock(conn: &mut Conn, patient: PatientId) -> DbResult<()> {
    if let Conn::Pg(conn) = conn {
        patients::table
            .filter(patients::id.eq(patient))
            .select(patients::key)
            .for_update()
            .first::<i64>(conn)
            .optional()?;
    }
    Ok(())
}

/// How `account` stands to `patient`; `None` when they may not know that it exists.
pub(super) fn standing(
    conn: &mut Conn,
    account: AccountId,
    patient: PatientId,
) -> DbResult<Option<(PatientKey, Standing)>> {
    let active_grant = grants::patient_key
        .eq(patients::key)
        .and(grants::account_id.eq(account))
        .and(grants::revoked_at.is_null());
    let found: Option<(i64, AccountId, Option<(i16, i16)>)> = patients::table
        .left_join(grants::table.on(active_grant))
        .filter(patients::id.eq(patient))
        .select((
            patients::key,
            patients::account_id,
            (grants::level, grants::relation).nullable(),
        ))
        .first(conn)
        .optional()?;
    let Some((key, owner, grant)) = found else {
        return Ok(None);
    };
    let standing = match grant {
        _ if owner == account => Some(Standing::Patient),
        Some(codes) => Some(member(codes, patient)?),
        None => None,
    };
    Ok(standing.map(|standing| (PatientKey(key), standing)))
}

/// Every diary that `account` may open, with how it stands to each; its own first.
///
/// # Errors
/// When the database is broken.
pub fn diaries_of(
    conn: &mut Conn,
    account: AccountId,
) -> DbResult<Vec<(PatientId, PatientKey, Standing)>> {
    let own: Option<(PatientId, i64)> = patients::table
        .filter(patients::account_id.eq(account))
        .select((patients::id, patients::key))
        .first(conn)
        .optional()?;
    let shared: Vec<(PatientId, i64, i16, i16)> = grants::table
        .inner_join(patients::table)
        .filter(grants::account_id.eq(account))
        .filter(grants::revoked_at.is_null())
        .order(patients::id)
        .select((patients::id, patients::key, grants::level, grants::relation))
        .load(conn)?;
    let own = own.map(|(id, key)| Ok((id, PatientKey(key), Standing::Patient)));
    let shared = shared.into_iter().map(|(id, key, level, relation)| {
        Ok((id, PatientKey(key), member((level, relation), id)?))
    });
    own.into_iter().chain(shared).collect()
}

fn member((level, relation): (i16, i16), patient: PatientId) -> DbResult<Standing> {
    Level::from_code(level)
        .zip(Relation::from_code(relation))
        .map(|(level, relation)| Standing::Member(level, relation))
        .ok_or_else(|| DbError::corrupt("grant to", patient))
}
