//! Treatments, the days on which they were given, and side effects. Notes are not handed out.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::code::name_of;
use super::facade::{self, instant, joined_id, to_patient};
use super::model::{
    AdverseEvent, CodeableConcept, Dosage, MedicationStatement, Period, Procedure, Reference,
    SuspectEntity,
};
use super::questionnaire_response::author;
use super::resource::Resource;
use crate::clinical::TreatmentKind;
use crate::platform::ids::{PatientId, RecordId};
use crate::treatments::{Administration, Content, Record, SideEffect, Treatment};

/// What kind each treatment of the patient is: it decides how another record names it.
pub type Kinds = HashMap<RecordId, TreatmentKind>;

const SERIOUSNESS: &str = "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness";
const SEVERITY: &str = "http://terminology.hl7.org/CodeSystem/adverse-event-severity";

/// The resource that `record` makes; none of what has no form here, or was removed. Unless `in_words` it says nothing
/// that was written freely.
pub fn of_record(
    patient: PatientId,
    record: &Record,
    kinds: &Kinds,
    in_words: bool,
) -> Option<Resource> {
    match record.content.as_ref()? {
        Content::Treatment(said) if said.treatment_kind == TreatmentKind::Drug => {
            let medication = medication(patient, record, said, in_words);
            Some(Resource::MedicationStatement(medication.into()))
        }
        Content::Treatment(said) => Some(Resource::Procedure(
            treatment(patient, record, said, in_words).into(),
        )),
        Content::Administration(said) => {
            let given = given(patient, record, said, kinds);
            Some(Resource::Procedure(given.into()))
        }
        Content::SideEffect(said) => {
            let event = event(patient, record, said, kinds, in_words);
            Some(Resource::AdverseEvent(event.into()))
        }
        Content::Screening(_)
        | Content::Measurement(_)
        | Content::Milestone(_)
        | Content::ClinicRating(_) => None,
    }
}

fn period(from: NaiveDate, to: Option<NaiveDate>) -> Period {
    Period {
        start: Some(from.to_string()),
        end: to.map(|day| day.to_string()),
    }
}

fn name(said: &Treatment, in_words: bool) -> CodeableConcept {
    let name = if in_words {
        said.name.clone()
    } else {
        name_of(said.treatment_kind)
    };
    CodeableConcept::of("http://www.whocc.no/atc", said.atc.clone(), name)
}

fn medication(
    patient: PatientId,
    record: &Record,
    said: &Treatment,
    in_words: bool,
) -> MedicationStatement {
    let dosage: Vec<&str> = [&said.dose, &said.schedule]
        .into_iter()
        .filter_map(|text| text.as_deref())
        .collect();
    let dosage = (in_words && !dosage.is_empty()).then(|| Dosage {
        text: dosage.join(", "),
    });
    MedicationStatement {
        resource_type: "MedicationStatement",
        id: joined_id(patient, record.key.0),
        meta: facade::meta(record),
        status: if said.ended_on.is_none() {
            "active"
        } else {
            "completed"
        },
        medication_codeable_concept: name(said, in_words),
        subject: to_patient(patient),
        effective_period: period(said.started_on, said.ended_on),
        date_asserted: instant(record.recorded_at),
        information_source: author(patient, &record.author),
        dosage: dosage.into_iter().collect(),
    }
}

fn treatment(patient: PatientId, record: &Record, said: &Treatment, in_words: bool) -> Procedure {
    Procedure {
        resource_type: "Procedure",
        id: joined_id(patient, record.key.0),
        meta: facade::meta(record),
        status: if said.ended_on.is_none() {
            "in-progress"
        } else {
            "completed"
        },
        code: name(said, in_words),
        subject: to_patient(patient),
        performed_period: Some(period(said.started_on, said.ended_on)),
        recorder: author(patient, &record.author),
        ..Procedure::default()
    }
}

fn given(patient: PatientId, record: &Record, said: &Administration, kinds: &Kinds) -> Procedure {
    let route = name_of(said.route);
    let words = format!("Given: {route}");
    // A procedure is part of another one, never of a medicine.
    let whole = reference(patient, said.treatment_id, kinds);
    let whole = whole.filter(|(kind, _)| *kind != TreatmentKind::Drug);
    Procedure {
        resource_type: "Procedure",
        id: joined_id(patient, record.key.0),
        meta: facade::meta(record),
        part_of: whole.map(|(_, whole)| whole).into_iter().collect(),
        status: "completed",
        code: CodeableConcept::of("urn:alsfrs-diary:route", Some(route), words),
        subject: to_patient(patient),
        performed_date_time: Some(said.day.to_string()),
        recorder: author(patient, &record.author),
        ..Procedure::default()
    }
}

fn event(
    patient: PatientId,
    record: &Record,
    said: &SideEffect,
    kinds: &Kinds,
    in_words: bool,
) -> AdverseEvent {
    let what = name_of(said.what);
    let words = said.description.clone().filter(|_| in_words);
    let words = words.unwrap_or_else(|| what.clone());
    let serious = if said.serious {
        "Serious"
    } else {
        "Non-serious"
    };
    // Of the five grades of CTCAE, three and more are severe.
    let severity = match u8::from(said.severity) {
        1 => "mild",
        2 => "moderate",
        _ => "severe",
    };
    let suspected = said.suspected_treatment_id;
    let suspected = suspected.and_then(|id| reference(patient, id, kinds));
    let suspected = suspected.map(|(_, instance)| SuspectEntity { instance });
    AdverseEvent {
        resource_type: "AdverseEvent",
        id: joined_id(patient, record.key.0),
        meta: facade::meta(record),
        actuality: "actual",
        event: CodeableConcept::of("urn:alsfrs-diary:side-effect", Some(what), words),
        subject: to_patient(patient),
        date: said.began_on.to_string(),
        recorded_date: instant(record.recorded_at),
        seriousness: CodeableConcept::of(SERIOUSNESS, Some(serious.to_owned()), serious.to_owned()),
        severity: CodeableConcept::of(SEVERITY, Some(severity.to_owned()), severity.to_owned()),
        recorder: author(patient, &record.author),
        suspect_entity: suspected.into_iter().collect(),
    }
}

/// A treatment that is not removed, as what it is here.
fn reference(
    patient: PatientId,
    treatment: RecordId,
    kinds: &Kinds,
) -> Option<(TreatmentKind, Reference)> {
    let kind = *kinds.get(&treatment)?;
    let name = if kind == TreatmentKind::Drug {
        "MedicationStatement"
    } else {
        "Procedure"
    };
    let id = joined_id(patient, treatment.0);
    Some((kind, Reference::to(format!("{name}/{id}"))))
}
