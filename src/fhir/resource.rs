//! Any resource, and those that a rating is made into.

use std::io;

use serde::Serialize;

use super::code::Score;
use super::facade::Facade;
use super::kind::Kind;
use super::model::{
    AdverseEvent, Consent, MedicationStatement, Patient, Procedure, QuestionnaireResponse,
    RelatedPerson,
};
use super::observation::{Basis, Observation};
use super::questionnaire_response::response;
use super::rated::Rated;
use crate::platform::ids::PatientId;

/// Any resource.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Resource {
    Patient(Box<Patient>),
    QuestionnaireResponse(Box<QuestionnaireResponse>),
    Observation(Box<Observation>),
    MedicationStatement(Box<MedicationStatement>),
    Procedure(Box<Procedure>),
    AdverseEvent(Box<AdverseEvent>),
    RelatedPerson(Box<RelatedPerson>),
    Consent(Box<Consent>),
    /// The form, which is the same for all.
    Questionnaire(Box<serde_json::Value>),
}

impl Resource {
    /// Appends its JSON.
    pub fn write(&self, to: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Observation(one) => one.write(to),
            _ => Ok(serde_json::to_writer(to, self)?),
        }
    }

    /// The type and the id, as a reference has them.
    pub fn name(&self) -> String {
        match self {
            Self::Patient(one) => format!("Patient/{}", one.id),
            Self::QuestionnaireResponse(one) => format!("QuestionnaireResponse/{}", one.id),
            Self::Observation(one) => format!("Observation/{}", one.id()),
            Self::MedicationStatement(one) => format!("MedicationStatement/{}", one.id),
            Self::Procedure(one) => format!("Procedure/{}", one.id),
            Self::AdverseEvent(one) => format!("AdverseEvent/{}", one.id),
            Self::RelatedPerson(one) => format!("RelatedPerson/{}", one.id),
            Self::Consent(one) => format!("Consent/{}", one.id),
            Self::Questionnaire(_) => "Questionnaire/alsfrs-r".to_owned(),
        }
    }
}

/// The resources of this kind that `rated` makes.
pub fn of_rating(
    facade: &Facade,
    kind: Kind,
    patient: PatientId,
    rated: &Rated<'_>,
) -> Vec<Resource> {
    if kind == Kind::Observation {
        let basis = Basis::new(facade, patient, rated);
        let scores = Score::all().filter_map(|score| basis.observation(score));
        return scores
            .map(|one| Resource::Observation(one.into()))
            .collect();
    }
    vec![Resource::QuestionnaireResponse(
        response(patient, rated).into(),
    )]
}
