//! The ALSFRS-R as a `Questionnaire`.

use serde_json::{Value, json};

use super::code;
use super::facade::Facade;
use crate::clinical::{CuttingForm, INSTRUMENT_VERSION, Item, REFERENCE_POINT};

/// Its canonical name, the same in every installation.
pub const CANONICAL: &str = "urn:alsfrs-diary:questionnaire:alsfrs-r";

/// Its id here.
pub const ID: &str = "alsfrs-r";

/// The question about a feeding tube.
pub const TUBE: &str = "gastrostomy";

/// Whether item 5a is asked although there is a tube.
pub const SMALL_TUBE: &str = "gastrostomy-half-or-less";

/// The edition of the scale, as the version of the form.
pub fn version(instrument: &str) -> &str {
    instrument
        .split_once('/')
        .map_or(instrument, |(_, version)| version)
}

/// Which form these answers were given on: `canonical|version`.
pub fn canonical(instrument: &str) -> String {
    format!("{CANONICAL}|{}", version(instrument))
}

/// The form.
pub fn questionnaire(facade: &Facade) -> Value {
    let mut items = Vec::new();
    for item in Item::ALL {
        if item == Item::Cutting {
            items.extend(tube());
            items.extend(CuttingForm::ALL.map(|form| question(facade, item, form)));
        } else {
            items.push(question(facade, item, CuttingForm::A));
        }
    }
    let mut form = json!({
        "resourceType": "Questionnaire",
        "id": ID,
        "url": CANONICAL,
        "version": version(INSTRUMENT_VERSION),
        "name": "AlsfrsR",
        "title": "ALSFRS-R: revised ALS functional rating scale",
        "status": "active",
        "experimental": false,
        "subjectType": ["Patient"],
        "language": "en",
        "description": REFERENCE_POINT,
        "item": items,
    });
    if let (Some(code), Some(members)) = (code::panel(facade), form.as_object_mut()) {
        members.insert("code".to_owned(), json!([code]));
    }
    form
}

/// What decides between 5a and 5b.
fn tube() -> [Value; 2] {
    [
        json!({
            "linkId": TUBE,
            "text": "Is there a feeding tube (gastrostomy)?",
            "type": "boolean",
        }),
        json!({
            "linkId": SMALL_TUBE,
            "text": "Does the tube supply half of the nutrition or less? Then 5a is answered, not 5b.",
            "type": "boolean",
            "enableWhen": [{"question": TUBE, "operator": "=", "answerBoolean": true}],
        }),
    ]
}

fn question(facade: &Facade, item: Item, form: CuttingForm) -> Value {
    let options: Vec<Value> = (0..=4)
        .rev()
        .map(|points| json!({"valueCoding": code::answer(item, form, points)}))
        .collect();
    let number = item.number(form);
    let mut question = json!({
        "linkId": number,
        "prefix": number,
        "text": item.label(form),
        "type": "choice",
        "required": false,
        "repeats": false,
        "answerOption": options,
    });
    let loinc = code::coding(facade.inferred_codes, item.loinc(form));
    let when = match (item, form) {
        (Item::Cutting, CuttingForm::A) => Some(json!([
            {"question": TUBE, "operator": "exists", "answerBoolean": false},
            {"question": TUBE, "operator": "=", "answerBoolean": false},
            {"question": SMALL_TUBE, "operator": "=", "answerBoolean": true},
        ])),
        (Item::Cutting, CuttingForm::B) => {
            Some(json!([{"question": TUBE, "operator": "=", "answerBoolean": true}]))
        }
        _ => None,
    };
    if let Some(members) = question.as_object_mut() {
        if let Some(loinc) = loinc {
            members.insert("code".to_owned(), json!([loinc]));
        }
        if let Some(when) = when {
            members.insert("enableWhen".to_owned(), when);
            members.insert("enableBehavior".to_owned(), json!("any"));
        }
    }
    question
}
