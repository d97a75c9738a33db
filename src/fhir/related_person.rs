//! Who is in the circle, as `RelatedPerson`.

use super::code::name_of;
use super::facade::{joined_id, to_patient};
use super::model::{CodeableConcept, HumanName, RelatedPerson};
use crate::circle::Member;
use crate::platform::ids::PatientId;

/// A member of the circle of `patient`.
pub fn related_person(patient: PatientId, member: &Member) -> RelatedPerson {
    let relation = name_of(member.terms.relation);
    let code = Some(relation.clone());
    RelatedPerson {
        resource_type: "RelatedPerson",
        id: joined_id(patient, member.account.0),
        patient: to_patient(patient),
        relationship: vec![CodeableConcept::of(
            "urn:alsfrs-diary:relation",
            code,
            relation,
        )],
        name: vec![HumanName {
            text: member.display_name.clone(),
        }],
    }
}
