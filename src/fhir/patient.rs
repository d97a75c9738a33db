//! Whose record it is, as a `Patient`.

use super::model::{HumanName, Identifier, Patient};
use crate::access::{self, Access, Enrolled, Read};
use crate::patients::{self, Sex};
use crate::platform::db::{Conn, DbResult};

/// The patient, as far as the reader may know them: year of birth and sex are for the patient, who acts for them, and
/// a clinic that is shown facts; the name is not for programs.
pub fn patient(conn: &mut Conn, access: &Access<Read>) -> DbResult<Patient> {
    let id = access.patient();
    let mut patient = Patient {
        resource_type: "Patient",
        id: id.to_string(),
        identifier: vec![Identifier {
            system: "urn:ietf:rfc:3986",
            value: format!("urn:uuid:{id}"),
        }],
        ..Patient::default()
    };
    if access.shows_names() {
        let text = access::patient_name(conn, access)?;
        patient.name.push(HumanName { text });
    }
    let is_shared = |it: Enrolled| it.share.facts;
    let standing = access.standing();
    if standing.acts() || standing.enrolled().is_some_and(is_shared) {
        let facts = patients::facts(conn, access)?;
        patient.gender = facts.sex.map(gender);
        patient.birth_date = facts.birth_year.map(|year| format!("{year:04}"));
    }
    Ok(patient)
}

fn gender(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Other => "other",
        Sex::Unknown => "unknown",
    }
}
