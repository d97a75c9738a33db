//! A rating as a `QuestionnaireResponse`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::code;
use super::facade::{joined_id, to_patient};
use super::model::{Answer, Extension, Identifier, QuestionnaireResponse, Reference, ResponseItem};
use super::questionnaire::{SMALL_TUBE, TUBE, canonical};
use super::rated::Rated;
use super::shared::Shared;
use crate::access::{Relation, Role};
use crate::clinical::{CuttingForm, Item};
use crate::diary::{Rating, Respondent};
use crate::platform::ids::PatientId;
use crate::versions::Author;

/// Who answered, as the diary says it.
pub const RESPONDENT: &str = "urn:alsfrs-diary:respondent";

/// What was answered.
pub fn response(patient: PatientId, rated: &Rated<'_>) -> QuestionnaireResponse {
    let rating = &rated.rating;
    QuestionnaireResponse {
        resource_type: "QuestionnaireResponse",
        id: rated.named.id(patient, None),
        meta: rated.meta.clone(),
        extension: vec![Extension {
            url: RESPONDENT,
            value_code: Some(code::name_of(rating.respondent)),
            ..Extension::default()
        }],
        questionnaire: canonical(&rating.instrument),
        status: if rated.is_amended {
            "amended"
        } else {
            "completed"
        },
        subject: to_patient(patient),
        authored: rating.assessed_on.to_string(),
        author: author(patient, rated.author),
        source: source(patient, rated),
        item: items(rating),
    }
}

/// Who recorded it.
pub fn author(patient: PatientId, author: &Author) -> Reference {
    let mut reference = if author.relation == Relation::Oneself {
        to_patient(patient)
    } else if author.guest.is_some() {
        Reference {
            r#type: Some("RelatedPerson"),
            ..Reference::default()
        }
    } else if author.role == Role::Clinician {
        Reference {
            r#type: Some("Practitioner"),
            identifier: Some(Identifier {
                system: "urn:ietf:rfc:3986",
                value: format!("urn:uuid:{}", author.account),
            }),
            ..Reference::default()
        }
    } else {
        let id = joined_id(patient, author.account.0);
        Reference::to(format!("RelatedPerson/{id}"))
    };
    let name = Some(author.display_name.clone()).filter(|name| !name.is_empty());
    reference.display = match author.guest {
        None => name,
        Some(_) => Some(name.map_or_else(
            || "A person who had a link and no account".to_owned(),
            |name| format!("{name} (who had a link and no account: the name is not proved)"),
        )),
    };
    reference
}

/// Who gave the answers. A clinician or a caregiver is the one who recorded them, where that is known.
pub fn source(patient: PatientId, rated: &Rated<'_>) -> Reference {
    let respondent = rated.rating.respondent;
    let (kind, unnamed) = match respondent {
        Respondent::Oneself | Respondent::SelfWithHelp | Respondent::CaregiverRelayed => {
            return to_patient(patient);
        }
        Respondent::CaregiverProxy => ("RelatedPerson", "A person who cares for the patient"),
        Respondent::ClinicianInPerson | Respondent::ClinicianPhone => {
            ("Practitioner", "A clinician")
        }
    };
    let by = rated.author;
    let is_clinician = by.role == Role::Clinician;
    let is_author = by.relation != Relation::Oneself && is_clinician == respondent.is_clinic();
    if is_author {
        author(patient, by)
    } else {
        Reference {
            r#type: Some(kind),
            display: Some(unnamed.to_owned()),
            ..Reference::default()
        }
    }
}

fn items(rating: &Rating) -> Vec<Shared<ResponseItem>> {
    let answers = &rating.answers;
    let (form, tube) = (answers.cutting_form(), answers.gastrostomy());
    let mut items = Vec::with_capacity(Item::ALL.len() + 1);
    for item in Item::ALL {
        if item == Item::Cutting {
            items.push(boolean(TUBE, tube));
            if tube && form == CuttingForm::A {
                items.push(boolean(SMALL_TUBE, true));
            }
        }
        if let Some(points) = answers.points(item) {
            let known = ITEMS.get(&(item, form, points));
            items.push(known.map_or_else(|| answered(item, form, points), Shared::clone));
        }
    }
    items
}

/// Every answer to an item: the weeks of an export have the same few.
static ITEMS: LazyLock<HashMap<(Item, CuttingForm, u8), Shared<ResponseItem>>> =
    LazyLock::new(|| {
        let forms = CuttingForm::ALL.into_iter();
        let items = forms.flat_map(|form| Item::ALL.map(|item| (item, form)));
        let all = items.flat_map(|(item, form)| (0..=4).map(move |points| (item, form, points)));
        all.map(|it @ (item, form, points)| (it, answered(item, form, points)))
            .collect()
    });

fn answered(item: Item, form: CuttingForm, points: u8) -> Shared<ResponseItem> {
    let answer = Answer {
        value_coding: Some(code::answer(item, form, points)),
        ..Answer::default()
    };
    ResponseItem {
        link_id: item.number(form),
        answer: vec![answer],
    }
    .into()
}

fn boolean(link_id: &'static str, value: bool) -> Shared<ResponseItem> {
    let answer = Answer {
        value_boolean: Some(value),
        ..Answer::default()
    };
    ResponseItem {
        link_id,
        answer: vec![answer],
    }
    .into()
}
