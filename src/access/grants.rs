//! Looks up how somebody stands to a patient. What makes a grant active is said once, here.

use diesel::prelude::*;

use super::{Level, Relation, SignedIn, Standing};
use crate::platform::db::{Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, PatientId};
use crate::schema::{accounts, grants, patients};

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

/// A diary's key and owner, and level and relation by the grant, if there is one.
type Found = (i64, AccountId, Option<(i16, i16)>);

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
    let found = patients::table
        .left_join(grants::table.on(active_grant))
        .filter(patients::id.eq(patient))
        .select((
            patients::key,
            patients::account_id,
            (grants::level, grants::relation).nullable(),
        ));
    let found: Option<Found> = on_each!(conn, |c| found.first(c)).optional()?;
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

/// A diary that somebody may open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diary {
    /// Its public name.
    pub patient: PatientId,
    /// What its owner is called.
    pub display_name: String,
    /// How the reader stands to the owner.
    pub standing: Standing,
}

/// Every diary that somebody may open, their own first.
///
/// # Errors
/// When the database is broken.
pub fn diaries_of(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Diary>> {
    let own: Option<(PatientId, String)> = patients::table
        .inner_join(accounts::table)
        .filter(patients::account_id.eq(who.account()))
        .select((patients::id, accounts::display_name))
        .first(conn)
        .optional()?;
    let shared: Vec<(PatientId, String, (i16, i16))> = grants::table
        .inner_join(patients::table.inner_join(accounts::table))
        .filter(grants::account_id.eq(who.account()))
        .filter(grants::revoked_at.is_null())
        .order(patients::id)
        .select((
            patients::id,
            accounts::display_name,
            (grants::level, grants::relation),
        ))
        .load(conn)?;
    let own = own.map(|(patient, display_name)| {
        Ok(Diary {
            patient,
            display_name,
            standing: Standing::Patient,
        })
    });
    let shared = shared.into_iter().map(|(patient, display_name, codes)| {
        Ok(Diary {
            patient,
            display_name,
            standing: member(codes, patient)?,
        })
    });
    own.into_iter().chain(shared).collect()
}

fn member((level, relation): (i16, i16), patient: PatientId) -> DbResult<Standing> {
    Level::from_code(level)
        .zip(Relation::from_code(relation))
        .map(|(level, relation)| Standing::Member(level, relation))
        .ok_or_else(|| DbError::corrupt("grant to", patient))
}
