//! Who was refused: to be written down for the patient.

use super::{
    AccessError, Caller, PatientKey, Relation, SignedIn, Standing, grants, record, to_account,
};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;

/// A caller who was refused, and whose record it was about.
#[derive(Debug, Clone)]
pub struct RefusedCaller {
    /// Who.
    pub who: SignedIn,
    /// Whose record.
    pub key: PatientKey,
    /// What they are to the patient, where they are in the circle.
    pub relation: Option<Relation>,
}

/// What a refusal was about.
#[derive(Debug, Clone)]
pub enum RefusalSubject {
    /// A diary that is not theirs, or not so far.
    ForAnothers(RefusedCaller),
    /// A diary that there is not.
    ForNobodys,
    /// Something in a diary that they may open.
    ForTheirs,
    /// The caller is not signed in.
    ByNobody,
}

/// Whether `caller` was refused something of `patient`'s: without being told that it is there
/// (`visible`) only a caller who may not know of the diary was. Takes the row lock.
pub fn refused(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
    visible: bool,
) -> DbResult<RefusalSubject> {
    record::lock(conn, patient)?;
    let who = match to_account(conn, caller) {
        Ok(who) => who,
        Err(AccessError::By(_)) => return Ok(RefusalSubject::ByNobody),
        Err(AccessError::Broken(error)) => return Err(error),
    };
    let place = grants::standing(conn, caller, patient)?.and_then(|(_, place)| place);
    let standing = match place {
        Some(place) if visible && !place.standing.is_patient() => {
            (place.record.key, Some(place.standing))
        }
        Some(_) => return Ok(RefusalSubject::ForTheirs),
        None => match record::key_of(conn, patient)? {
            Some(key) => (key, None),
            None => return Ok(RefusalSubject::ForNobodys),
        },
    };
    let (key, standing) = standing;
    Ok(RefusalSubject::ForAnothers(RefusedCaller {
        who,
        key,
        relation: standing.map(Standing::relation),
    }))
}
