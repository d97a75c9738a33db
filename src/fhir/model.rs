//! The few resources and elements of FHIR R4 that are handed out. What is empty is left out: FHIR knows no null and
//! no empty list.

use serde::Serialize;

use super::shared::Shared;

/// What can be left out.
trait Absent {
    fn is_absent(&self) -> bool {
        false
    }
}

impl Absent for String {}
impl Absent for &'static str {}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Shared<T> {}

impl<T> Absent for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// Declares elements, of which those that are absent are not written.
macro_rules! elements {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(#[serde(skip_serializing_if = "Absent::is_absent")] pub $field: $kind,)+
        }

        impl Absent for $name {}
    )+};
}

elements! {
    /// A fact that FHIR has no element for.
    Extension {
        url: &'static str,
        value_code: Option<String>,
        value_decimal: Option<u8>,
    }

    /// A code of a system.
    Coding {
        extension: Vec<Extension>,
        system: &'static str,
        code: String,
        display: Option<String>,
    }

    /// The same thing in several systems.
    CodeableConcept {
        coding: Vec<Coding>,
        text: Option<String>,
    }

    /// A name from another system.
    Identifier {
        system: &'static str,
        value: String,
    }

    /// Another resource.
    #[expect(clippy::struct_field_names, reason = "the name of FHIR")]
    Reference {
        reference: Option<String>,
        r#type: Option<&'static str>,
        identifier: Option<Identifier>,
        display: Option<String>,
    }

    /// Which version, and since when.
    Meta {
        version_id: Option<String>,
        last_updated: Option<String>,
    }

    /// What a person is called.
    HumanName {
        text: String,
    }

    /// Whose record it is.
    Patient {
        resource_type: &'static str,
        id: String,
        identifier: Vec<Identifier>,
        name: Vec<HumanName>,
        gender: Option<&'static str>,
        birth_date: Option<String>,
    }

    /// The answers of a week.
    QuestionnaireResponse {
        resource_type: &'static str,
        id: String,
        meta: Meta,
        extension: Vec<Extension>,
        questionnaire: String,
        status: &'static str,
        subject: Reference,
        authored: String,
        author: Reference,
        source: Reference,
        item: Vec<Shared<ResponseItem>>,
    }

    /// The answer to one question.
    ResponseItem {
        link_id: &'static str,
        answer: Vec<Answer>,
    }

    /// What was answered.
    Answer {
        value_boolean: Option<bool>,
        value_coding: Option<Coding>,
    }

    /// What all observations of a rating have in common.
    Rating {
        resource_type: &'static str,
        meta: Meta,
        status: &'static str,
        category: Shared<[CodeableConcept; 1]>,
        subject: Reference,
        effective_date_time: String,
        issued: String,
        performer: Vec<Reference>,
        derived_from: Vec<Reference>,
    }
}

elements! {
    /// From one day to another, or on.
    Period {
        start: Option<String>,
        end: Option<String>,
    }

    /// A medicine that is or was taken.
    MedicationStatement {
        resource_type: &'static str,
        id: String,
        meta: Meta,
        status: &'static str,
        medication_codeable_concept: CodeableConcept,
        subject: Reference,
        effective_period: Period,
        date_asserted: String,
        information_source: Reference,
        dosage: Vec<Dosage>,
    }

    /// How much, and how often.
    Dosage {
        text: String,
    }

    /// Any other treatment, or a day on which one was given.
    Procedure {
        resource_type: &'static str,
        id: String,
        meta: Meta,
        part_of: Vec<Reference>,
        status: &'static str,
        code: CodeableConcept,
        subject: Reference,
        performed_date_time: Option<String>,
        performed_period: Option<Period>,
        recorder: Reference,
    }

    /// A side effect.
    AdverseEvent {
        resource_type: &'static str,
        id: String,
        meta: Meta,
        actuality: &'static str,
        event: CodeableConcept,
        subject: Reference,
        date: String,
        recorded_date: String,
        seriousness: CodeableConcept,
        severity: CodeableConcept,
        recorder: Reference,
        suspect_entity: Vec<SuspectEntity>,
    }

    /// What is suspected.
    SuspectEntity {
        instance: Reference,
    }

    /// A member of the circle.
    RelatedPerson {
        resource_type: &'static str,
        id: String,
        patient: Reference,
        relationship: Vec<CodeableConcept>,
        name: Vec<HumanName>,
    }

    /// What was agreed to or taken back.
    Consent {
        resource_type: &'static str,
        id: String,
        meta: Meta,
        status: &'static str,
        scope: CodeableConcept,
        category: Vec<CodeableConcept>,
        patient: Reference,
        date_time: String,
        performer: Vec<Reference>,
        policy_rule: CodeableConcept,
        provision: Provision,
    }

    /// Whether it was one or the other.
    Provision {
        r#type: &'static str,
    }
}

impl CodeableConcept {
    /// One code, or the words alone where no code is known.
    pub fn of(system: &'static str, code: Option<String>, text: String) -> Self {
        let coding = code.map(|code| Coding {
            system,
            code,
            ..Coding::default()
        });
        Self {
            coding: coding.into_iter().collect(),
            text: Some(text),
        }
    }
}

impl Reference {
    /// A reference to what is here.
    pub fn to(reference: String) -> Self {
        Self {
            reference: Some(reference),
            ..Self::default()
        }
    }
}
