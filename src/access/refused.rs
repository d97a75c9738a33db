//! Who was refused: to be written down for the patient.

use super::{Caller, Denied, PatientKey, Relation, SignedIn, Standing, grants, to_account};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;

/// Somebody who was refused, and whose record it was about.
#[derive(Debug, Clone)]
pub struct Refused {
    /// Who.
    pub who: SignedIn,
    /// Whose record.
    pub key: PatientKey,
    /// What they are to the patient, where they are in the circle.
    pub relation: Option<Relation>,
}

/// Who was refused something of `patient`'s; `None` when nobody is signed in, there is no such patient,
/// it is their own diary, or they were shown what they may see: without being told that it is
/// there (`visible`) only somebody who may not know of the diary was refused. Takes the row lock.
///
/// # Errors
/// When the database is broken.
pub fn refused(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
    visible: bool,
) -> DbResult<Option<Refused>> {
    grants::lock(conn, patient)?;
    let who = match to_account(conn, caller) {
        Ok(who) => who,
        Err(Denied::By(_)) => return Ok(None),
        Err(Denied::Broken(error)) => return Err(error),
    };
    let place = grants::standing(conn, caller, patient)?.and_then(|(_, place)| place);
    let standing = match place {
        Some(place) if visible && !place.standing.is_patient() => {
            Some((place.record.key, Some(place.standing)))
        }
        Some(_) => None,
        None => grants::key_of(conn, patient)?.map(|key| (key, None)),
    };
    Ok(standing.map(|(key, standing)| Refused {
        who,
        key,
        relation: standing.map(Standing::relation),
    }))
}
