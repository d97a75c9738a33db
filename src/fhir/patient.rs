//! Whose record it is, as a `Patient`.

use chrono::{Datelike, NaiveDate};

use super::model::{HumanName, Identifier, Patient};
use crate::access::{self, Access, Enrolled, Read};
use crate::exports::OLDEST;
use crate::patients::{self, Facts, Sex};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;

/// The patient, as far as the reader may know them: year of birth and sex are for the patient, who acts for them, and
/// a clinic that is shown facts; the name is not for programs.
pub fn patient(conn: &mut Conn, access: &Access<Read>) -> DbResult<Patient> {
    let is_shared = |it: Enrolled| it.share.facts;
    let standing = access.standing();
    let is_shown = standing.acts() || standing.enrolled().is_some_and(is_shared);
    let facts = is_shown
        .then(|| patients::facts(conn, access))
        .transpose()?;
    if !access.shows_names() {
        return Ok(for_program(
            access.patient(),
            facts.as_ref(),
            access.today(),
        ));
    }
    let text = access::patient_name(conn, access)?;
    Ok(Patient {
        name: vec![HumanName { text }],
        ..without_name(access.patient(), facts.as_ref())
    })
}

/// The patient `id` as a program may know them: so few are 90 that a year of birth of then may tell who it is.
pub fn for_program(id: PatientId, facts: Option<&Facts>, today: NaiveDate) -> Patient {
    let mut patient = without_name(id, facts);
    let year = facts.and_then(|facts| facts.birth_year).map(i32::from);
    if year.is_some_and(|year| today.year() - year >= OLDEST) {
        patient.birth_date = None;
    }
    patient
}

/// The patient `id` with these facts, and no name.
pub fn without_name(id: PatientId, facts: Option<&Facts>) -> Patient {
    let birth_year = facts.and_then(|facts| facts.birth_year);
    Patient {
        resource_type: "Patient",
        id: id.to_string(),
        identifier: vec![Identifier {
            system: "urn:ietf:rfc:3986",
            value: format!("urn:uuid:{id}"),
        }],
        gender: facts.and_then(|facts| facts.sex).map(gender),
        birth_date: birth_year.map(|year| format!("{year:04}")),
        ..Patient::default()
    }
}

fn gender(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Other => "other",
        Sex::Unknown => "unknown",
    }
}
