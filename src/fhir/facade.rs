//! Where the facade is, and how its resources are named.

use chrono::{DateTime, SecondsFormat, Utc};
use url::Url;
use uuid::Uuid;

use super::model::{Meta, Reference};
use crate::platform::ids::PatientId;
use crate::versions::{Version, Versioned};

/// Where the facade is, and what it says of codes.
#[derive(Debug, Clone)]
pub struct Facade {
    /// The address that resources are named from, without a slash at its end.
    pub base: String,
    /// Whether codes of LOINC are handed out that are known from their neighbours alone.
    pub inferred_codes: bool,
}

impl Facade {
    /// The facade of the service at `public_url`.
    pub fn new(public_url: &Url, inferred_codes: bool) -> Self {
        Self {
            base: format!("{}/fhir", public_url.as_str().trim_end_matches('/')),
            inferred_codes,
        }
    }

    /// The id of what `reference` names, if it is of this type, and here.
    pub fn id_of<'a>(&self, kind: &str, reference: &'a str) -> Option<&'a str> {
        let own = reference.strip_prefix(self.base.as_str());
        let relative = own.and_then(|rest| rest.strip_prefix('/'));
        let relative = relative.unwrap_or(reference);
        relative.strip_prefix(kind)?.strip_prefix('/')
    }
}

/// A reference to the patient.
pub fn to_patient(patient: PatientId) -> Reference {
    Reference::to(format!("Patient/{patient}"))
}

/// The id of what `id` names in the record of `patient`: both names, as short as an id has to be.
pub fn joined_id(patient: PatientId, id: Uuid) -> String {
    format!("{}{}", patient.0.simple(), id.simple())
}

/// Reads what [`joined_id`] wrote.
pub fn read_joined_id(text: &str) -> Option<(PatientId, Uuid)> {
    let (patient, id) = text.split_at_checked(32)?;
    let (patient, id) = (Uuid::try_parse(patient).ok()?, Uuid::try_parse(id).ok()?);
    let patient = PatientId::from(patient);
    (joined_id(patient, id) == text).then_some((patient, id))
}

/// Which version it is to its reader. One who is not shown words counts other versions.
pub fn version_id<T: Versioned>(version: &Version<T>) -> String {
    let tag = version.tag();
    let tag = tag.trim_matches('"');
    tag.strip_prefix('v').unwrap_or(tag).to_owned()
}

/// Version and time of what is kept in versions.
pub fn meta<T: Versioned>(version: &Version<T>) -> Meta {
    Meta {
        version_id: Some(version_id(version)),
        last_updated: Some(instant(version.recorded_at)),
    }
}

/// An instant as FHIR writes it.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
