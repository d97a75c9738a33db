//! What a patient agreed to and took back, each decision as a `Consent`.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;

use super::code::name_of;
use super::facade::{instant, joined_id, to_patient};
use super::model::{self, CodeableConcept, Coding, Meta, Provision, Reference};
use crate::consents::{Consent, GivenBy, Purpose};
use crate::platform::ids::PatientId;

const SCOPE: &str = "http://terminology.hl7.org/CodeSystem/consentscope";
const POLICY: &str = "urn:alsfrs-diary:policy";
const POLICY_HASH: &str = "urn:alsfrs-diary:policy-sha256";
const PURPOSE: &str = "urn:alsfrs-diary:consent-purpose";

/// These decisions, newest first, and when each last changed: the newest of a purpose holds, and has taken the place
/// of those before it.
pub fn consents(
    patient: PatientId,
    decisions: Vec<Consent>,
) -> impl Iterator<Item = (Consent, DateTime<Utc>, model::Consent)> {
    let mut newer: Vec<(Purpose, DateTime<Utc>)> = Vec::new();
    decisions.into_iter().map(move |decision| {
        let purpose = decision.decision.purpose;
        let place = newer.iter_mut().find(|(known, _)| *known == purpose);
        let superseded = place.as_ref().map(|(_, at)| *at);
        match place {
            Some((_, at)) => *at = decision.at,
            None => newer.push((purpose, decision.at)),
        }
        let made = consent(patient, &decision, superseded);
        let updated = superseded.unwrap_or(decision.at);
        (decision, updated, made)
    })
}

fn consent(
    patient: PatientId,
    consent: &Consent,
    superseded: Option<DateTime<Utc>>,
) -> model::Consent {
    let decision = &consent.decision;
    let purpose = name_of(decision.purpose);
    let scope = match decision.purpose {
        Purpose::ResearchExport => "research",
        Purpose::CareSharing | Purpose::NotesSharing | Purpose::ClinicEnrolment => {
            "patient-privacy"
        }
    };
    model::Consent {
        resource_type: "Consent",
        id: joined_id(patient, consent.id.0),
        meta: Meta {
            version_id: None,
            last_updated: Some(instant(superseded.unwrap_or(consent.at))),
        },
        status: if superseded.is_none() {
            "active"
        } else {
            "inactive"
        },
        scope: CodeableConcept::of(SCOPE, Some(scope.to_owned()), scope.to_owned()),
        category: vec![CodeableConcept::of(PURPOSE, Some(purpose.clone()), purpose)],
        patient: to_patient(patient),
        date_time: instant(consent.at),
        performer: vec![match decision.given_by {
            GivenBy::Oneself => to_patient(patient),
            GivenBy::Representative => Reference {
                r#type: Some("RelatedPerson"),
                display: Some("A person who may decide for the patient".to_owned()),
                ..Reference::default()
            },
        }],
        policy_rule: CodeableConcept {
            coding: [
                (POLICY, decision.policy_version.clone()),
                (POLICY_HASH, HEXLOWER.encode(&decision.policy_sha256)),
            ]
            .map(|(system, code)| Coding {
                system,
                code,
                ..Coding::default()
            })
            .into(),
            text: None,
        },
        provision: Provision {
            r#type: if decision.given { "permit" } else { "deny" },
        },
    }
}
