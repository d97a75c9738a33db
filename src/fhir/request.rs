//! A `QuestionnaireResponse` as clients send it: read by `linkId`, in any order.

mod answers;

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::facade::Facade;
use super::questionnaire::{CANONICAL, ID, version};
use super::questionnaire_response::RESPONDENT;
use crate::clinical::{INSTRUMENT_VERSION, Week};
use crate::diary::{EntryDraft, EntryRequest, Respondent};
use crate::platform::faults::Faults;
use crate::platform::http::instant;
use crate::platform::ids::PatientId;
use answers::ItemRequest;

/// A `QuestionnaireResponse`. What a server gives is passed over, as FHIR asks; what is not known is refused.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ResponseRequest {
    resource_type: String,
    #[serde(default, rename = "id")]
    _id: Option<IgnoredAny>,
    #[serde(default, rename = "meta")]
    _meta: Option<IgnoredAny>,
    #[serde(default, rename = "language")]
    _language: Option<IgnoredAny>,
    #[serde(default, rename = "text")]
    _text: Option<IgnoredAny>,
    #[serde(default)]
    extension: Vec<ExtensionRequest>,
    questionnaire: String,
    status: String,
    subject: ReferenceRequest,
    authored: String,
    author: Option<ReferenceRequest>,
    source: Option<ReferenceRequest>,
    #[serde(default)]
    item: Vec<ItemRequest>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ExtensionRequest {
    url: String,
    value_code: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ReferenceRequest {
    reference: Option<String>,
    r#type: Option<String>,
    #[serde(rename = "identifier")]
    _identifier: Option<IgnoredAny>,
    #[serde(rename = "display")]
    _display: Option<IgnoredAny>,
}

/// What kind of person is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Party {
    Patient,
    RelatedPerson,
    Practitioner,
}

/// What was sent, as the diary takes it.
#[derive(Debug, Clone)]
pub struct SentResponse {
    /// Whose.
    pub patient: PatientId,
    /// Which week.
    pub week: Week,
    /// The rating.
    pub draft: EntryDraft,
}

impl ResponseRequest {
    /// The rating, not later than `latest_day`; `faults` are those found before.
    pub fn read(
        self,
        mut faults: Faults,
        facade: &Facade,
        latest_day: NaiveDate,
    ) -> Result<SentResponse, Faults> {
        faults.require(
            self.resource_type == "QuestionnaireResponse",
            "/resourceType",
            "invalid_value",
            "Only a QuestionnaireResponse is taken here.",
        );
        faults.require(
            is_known(facade, &self.questionnaire),
            "/questionnaire",
            "unknown_questionnaire",
            "There is no such form, or not in that version.",
        );
        faults.require(
            matches!(self.status.as_str(), "completed" | "amended"),
            "/status",
            "invalid_value",
            "Only answers that are completed are taken.",
        );
        let patient = self.subject.reference.as_deref();
        let patient: Option<PatientId> =
            patient.and_then(|text| facade.id_of("Patient", text)?.parse().ok());
        faults.require(
            patient.is_some(),
            "/subject/reference",
            "invalid_value",
            "This is no reference to a patient here.",
        );
        let authored = authored(&self.authored);
        faults.require(
            authored.is_some(),
            "/authored",
            "invalid_value",
            "A day is needed, or an instant with its zone.",
        );
        let respondent = self.respondent(&mut faults, facade, patient);
        let form = answers::read(&mut faults, &self.item);
        let (Some(patient), Some((day, at))) = (patient, authored) else {
            return Err(faults);
        };
        let week = Week::of(day);
        let entry = EntryRequest::of_scale(day, form.scores, form.cutting, respondent, at);
        let unread = faults.clone();
        let draft = entry.read(Faults::default(), week, latest_day);
        match draft {
            Ok(draft) => unread.or(SentResponse {
                patient,
                week,
                draft,
            }),
            Err(found) => {
                for fault in found.placed(place).as_slice() {
                    // What follows from another fault is not said again.
                    if !(form.is_wrong && fault.pointer == "/item") {
                        faults.add(&fault.pointer, fault.code, fault.detail);
                    }
                }
                Err(faults)
            }
        }
    }

    /// Who answered, as far as it is said.
    fn respondent(
        &self,
        faults: &mut Faults,
        facade: &Facade,
        patient: Option<PatientId>,
    ) -> Option<Respondent> {
        let mut party = |reference: Option<&ReferenceRequest>, pointer| {
            let party = party(facade, reference?, patient);
            faults.require(
                party.is_some(),
                pointer,
                "invalid_value",
                "This is neither the patient, nor a related person or a practitioner.",
            );
            party
        };
        let source = party(self.source.as_ref(), "/source");
        let author = party(self.author.as_ref(), "/author");
        let mut named = None;
        for (number, extension) in self.extension.iter().enumerate() {
            let code = serde_json::Value::String(extension.value_code.clone());
            let known: Option<Respondent> = serde_json::from_value(code).ok();
            let known = known.filter(|_| named.is_none() && extension.url == RESPONDENT);
            faults.require(
                known.is_some(),
                &format!("/extension/{number}"),
                "invalid_value",
                "There is no such extension or no such value of it, or it is there twice.",
            );
            named = named.or(known);
        }
        if named.is_some() {
            return named;
        }
        Some(match (source, author) {
            (Some(Party::Patient), Some(Party::RelatedPerson)) => Respondent::CaregiverRelayed,
            (Some(Party::Practitioner), _) | (_, Some(Party::Practitioner)) => {
                Respondent::ClinicianInPerson
            }
            (Some(Party::RelatedPerson), _) | (None, Some(Party::RelatedPerson)) => {
                Respondent::CaregiverProxy
            }
            (Some(Party::Patient), _) | (None, Some(Party::Patient)) => Respondent::Oneself,
            (None, None) => return None,
        })
    }
}

/// The form of today, in its version or in none.
fn is_known(facade: &Facade, questionnaire: &str) -> bool {
    let (name, asked) = match questionnaire.split_once('|') {
        None => (questionnaire, None),
        Some((name, version)) => (name, Some(version)),
    };
    let is_here = name == CANONICAL || facade.id_of("Questionnaire", name) == Some(ID);
    is_here && asked.is_none_or(|asked| asked == version(INSTRUMENT_VERSION))
}

/// The patient who is meant; nothing for another.
fn party(
    facade: &Facade,
    reference: &ReferenceRequest,
    patient: Option<PatientId>,
) -> Option<Party> {
    let Some(text) = &reference.reference else {
        return match reference.r#type.as_deref()? {
            "RelatedPerson" => Some(Party::RelatedPerson),
            "Practitioner" => Some(Party::Practitioner),
            _ => None,
        };
    };
    if let Some(id) = facade.id_of("Patient", text) {
        let meant = id.parse().ok();
        return (patient.is_none() || meant == patient).then_some(Party::Patient);
    }
    let is_one = |kind| facade.id_of(kind, text).is_some();
    if is_one("RelatedPerson") {
        Some(Party::RelatedPerson)
    } else {
        is_one("Practitioner").then_some(Party::Practitioner)
    }
}

/// The civil day as it is written, and the instant where it is one.
fn authored(text: &str) -> Option<(NaiveDate, Option<DateTime<Utc>>)> {
    let day = text.get(..10)?;
    let is_plain = day.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day: NaiveDate = day.parse().ok().filter(|_| is_plain)?;
    if text.len() == 10 {
        return Some((day, None));
    }
    Some((day, Some(instant::read(text)?.trunc_subsecs(3))))
}

/// Where in a `QuestionnaireResponse` lies what the diary names so.
pub fn place(pointer: &str) -> String {
    match pointer {
        "/assessed_on" | "/answered_at" => "/authored",
        "/respondent" => "/source",
        "/cutting_form" | "/gastrostomy" => "/item",
        answers if answers.starts_with("/answers") => "/item",
        other => other,
    }
    .to_owned()
}
