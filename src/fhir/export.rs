//! The data of a clinic in FHIR: one file a type, one resource a line (Bulk Data's `ndjson`). Resources have the ids that
//! the facade has, so they tell whose they are; no name of a person is in them.

use std::io;
use std::sync::Arc;

use serde_json::Value;
use url::Url;

use super::facade::Facade;
use super::kind::Kind;
use super::model::{Identifier, Patient, Resource};
use super::record::{Kinds, of_record};
use super::resource::of_entry;
use crate::exports::{Begin, File, Files, Lines, Open, Patient as Exported, Terms};
use crate::treatments::Content;

/// The types, each with its file.
const KINDS: [(Kind, &str); 6] = [
    (Kind::Patient, "Patient.ndjson"),
    (Kind::QuestionnaireResponse, "QuestionnaireResponse.ndjson"),
    (Kind::Observation, "Observation.ndjson"),
    (Kind::MedicationStatement, "MedicationStatement.ndjson"),
    (Kind::Procedure, "Procedure.ndjson"),
    (Kind::AdverseEvent, "AdverseEvent.ndjson"),
];

/// Begins the files of exports in FHIR, of the service at `public_url`.
pub fn exported(public_url: &Url, inferred_codes: bool) -> Begin {
    let facade = Facade::new(public_url, inferred_codes);
    Arc::new(move |terms: &Terms, open: &mut Open<'_>| {
        let mut files = Vec::with_capacity(KINDS.len());
        for (kind, name) in KINDS {
            files.push((kind, Lines::open(name, open)?));
        }
        let facade = facade.clone();
        Ok(Box::new(Resources {
            facade,
            files,
            words: terms.words,
        }))
    })
}

struct Resources {
    facade: Facade,
    files: Vec<(Kind, Lines)>,
    /// Whether what people wrote is in them.
    words: bool,
}

impl Resources {
    fn write(&mut self, kind: Kind, resource: &Resource) -> io::Result<()> {
        let mut resource = serde_json::to_value(resource)?;
        without_names(&mut resource);
        let mut files = self.files.iter_mut();
        match files.find(|(of, _)| *of == kind) {
            Some((_, file)) => file.line(&resource),
            None => Ok(()),
        }
    }
}

/// Takes out what people are called.
fn without_names(value: &mut Value) {
    match value {
        Value::Object(members) => {
            if members.contains_key("reference") || members.contains_key("identifier") {
                members.remove("display");
            }
            members.values_mut().for_each(without_names);
        }
        Value::Array(items) => items.iter_mut().for_each(without_names),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What `resource` is listed as.
fn kind_of(resource: &Resource) -> Kind {
    match resource {
        Resource::MedicationStatement(_) => Kind::MedicationStatement,
        Resource::AdverseEvent(_) => Kind::AdverseEvent,
        _ => Kind::Procedure,
    }
}

impl Files for Resources {
    fn add(&mut self, patient: &Exported) -> io::Result<()> {
        let id = patient.patient;
        let named = Patient {
            resource_type: "Patient",
            id: id.to_string(),
            identifier: vec![Identifier {
                system: "urn:alsfrs-diary:subject-id",
                value: patient.id.clone(),
            }],
            ..Patient::default()
        };
        self.write(Kind::Patient, &Resource::Patient(named.into()))?;
        for (entry, _) in patient.ratings() {
            for kind in [Kind::QuestionnaireResponse, Kind::Observation] {
                for resource in of_entry(&self.facade, kind, id, entry) {
                    self.write(kind, &resource)?;
                }
            }
        }
        let treatments = patient
            .contents()
            .filter_map(|(record, content)| match content {
                Content::Treatment(said) => Some((record.key, said.treatment_kind)),
                _ => None,
            });
        let kinds: Kinds = treatments.collect();
        for (record, _) in patient.contents() {
            if let Some(resource) = of_record(id, record, &kinds, self.words && record.shows_words)
            {
                self.write(kind_of(&resource), &resource)?;
            }
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<Vec<File>> {
        self.files.into_iter().map(|(_, file)| file.end()).collect()
    }
}
