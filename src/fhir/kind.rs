//! The types of resources that are here.

use serde::{Deserialize, Serialize};

/// A type of resource that is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Whose record it is.
    Patient,
    /// The scale.
    Questionnaire,
    /// The answers of a week.
    QuestionnaireResponse,
    /// What follows from them.
    Observation,
    /// A medicine.
    MedicationStatement,
    /// Another treatment, or a day on which one was given.
    Procedure,
    /// A side effect.
    AdverseEvent,
    /// A member of the circle.
    RelatedPerson,
    /// What the patient agreed to.
    Consent,
}

impl Kind {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Patient,
        Self::Questionnaire,
        Self::QuestionnaireResponse,
        Self::Observation,
        Self::MedicationStatement,
        Self::Procedure,
        Self::AdverseEvent,
        Self::RelatedPerson,
        Self::Consent,
    ];

    /// Its name in FHIR.
    pub fn name(self) -> &'static str {
        match self {
            Self::Patient => "Patient",
            Self::Questionnaire => "Questionnaire",
            Self::QuestionnaireResponse => "QuestionnaireResponse",
            Self::Observation => "Observation",
            Self::MedicationStatement => "MedicationStatement",
            Self::Procedure => "Procedure",
            Self::AdverseEvent => "AdverseEvent",
            Self::RelatedPerson => "RelatedPerson",
            Self::Consent => "Consent",
        }
    }

    /// By what it can be searched, and the kind of each parameter.
    pub fn parameters(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Patient => &[("_id", "token")],
            Self::Questionnaire => &[("_id", "token"), ("url", "uri"), ("version", "token")],
            Self::QuestionnaireResponse => &[
                ("patient", "reference"),
                ("subject", "reference"),
                ("authored", "date"),
                ("_lastUpdated", "date"),
            ],
            Self::RelatedPerson => &[("patient", "reference")],
            Self::Consent => &[
                ("patient", "reference"),
                ("date", "date"),
                ("_lastUpdated", "date"),
            ],
            Self::MedicationStatement => &[
                ("patient", "reference"),
                ("subject", "reference"),
                ("_lastUpdated", "date"),
            ],
            Self::Procedure | Self::AdverseEvent => &[
                ("patient", "reference"),
                ("subject", "reference"),
                ("date", "date"),
                ("_lastUpdated", "date"),
            ],
            Self::Observation => &[
                ("patient", "reference"),
                ("subject", "reference"),
                ("date", "date"),
                ("code", "token"),
                ("_lastUpdated", "date"),
            ],
        }
    }
}
